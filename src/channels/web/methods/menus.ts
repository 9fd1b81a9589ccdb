import { z } from 'zod';
import { buildBadRequest } from '../../bot-api/api-error.ts';
import { chatIdParameter, readParameters } from '../../bot-api/parameters.ts';
import { setChatMenu, setCommonMenu } from '../command-menus.ts';
import type { WebMethod } from '../web-api.ts';

const scope = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('default') }),
    z.object({ type: z.literal('all_private_chats') }),
    z.object({ type: z.literal('chat'), chat_id: chatIdParameter }),
  ])
  .default({ type: 'default' });
const language_code = z
  .string()
  .regex(/^[a-z]{2}$|^$/)
  .default('');
const command = z.object({
  command: z.string().regex(/^[a-z0-9_]{1,32}$/, 'BOT_COMMAND_INVALID'),
  description: z.string().min(1).max(256),
});
const setting = z.object({ scope, language_code, commands: z.array(command).max(100) });
const clearing = z.object({ scope, language_code });

/** Sets the menu of commands of one chat, or the common one of a language. */
export const setMyCommands: WebMethod = async ({ db }, { parameters }) => {
  const given = readParameters(setting, parameters);
  return await setMenu(db.pool, given, given.commands);
};

/** Removes a menu of commands. */
export const deleteMyCommands: WebMethod = async ({ db }, { parameters }) =>
  await setMenu(db.pool, readParameters(clearing, parameters), []);

/** Accepts the call and does nothing: the page always shows the button of the commands. */
export const setChatMenuButton: WebMethod = async () => true;

async function setMenu(
  pool: Parameters<typeof setChatMenu>[0],
  { scope, language_code }: z.infer<typeof clearing>,
  commands: z.infer<typeof command>[],
): Promise<true> {
  if (scope.type !== 'chat') {
    await setCommonMenu(pool, language_code, commands);
    return true;
  }
  // A chat belongs to one person with one language: a second menu for it would never be seen.
  if (language_code !== '') throw buildBadRequest("a chat's own commands are kept without a language here");
  if (!(await setChatMenu(pool, scope.chat_id, commands))) throw buildBadRequest('chat not found');
  return true;
}
