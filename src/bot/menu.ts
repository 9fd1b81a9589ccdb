import { GrammyError } from 'grammy';
import { type Locale, t } from '../i18n.ts';
import type { KnownPerson } from '../jobs/turn.ts';
import type { BotContext } from './context.ts';
import type { Command } from './feature.ts';
import { mayUse } from './rights.ts';

/** The commands that this person may use, with what each does, in their language. */
export function menuOf(
  commands: Command[],
  person: KnownPerson | null,
  locale: Locale,
): { command: string; description: string }[] {
  return commands
    .filter((command) => mayUse(person, command))
    .map((command) => ({ command: command.name, description: t(locale, `command-${command.name}`) }));
}

/** Shows the person their own menu in this chat: after joining and after choosing a language. */
export async function syncMenu(ctx: BotContext): Promise<void> {
  if (!ctx.chat) return;
  try {
    await ctx.api.setMyCommands(menuOf(ctx.commands, ctx.person, ctx.locale), {
      scope: { type: 'chat', chat_id: ctx.chat.id },
    });
  } catch (error) {
    // A menu is a comfort: without it every command can still be typed.
    if (!(error instanceof GrammyError)) throw error;
    ctx.house.log.warn({ code: error.error_code }, 'the command menu could not be set');
  }
}
