import { rebuildKeyboard } from '../../channels/plain/keyboard-of.ts';
import { type PlainApi, sendInParts } from '../../channels/plain/say.ts';
import { postMessage } from '../../channels/web/post.ts';
import { changeMessage, listMessagesBefore } from '../../channels/web/transcript.ts';
import type { WebApi } from '../../channels/web/web-api.ts';
import { type Expecting, sendExpecting } from '../../drafts/expecting.ts';
import { t } from '../../i18n.ts';
import { type CurrentMenu, readCurrentMenu } from './current-menu.ts';

/** Messages further back than this are not considered. */
const lookBack = 50;
const nothing: Expecting = { number: false };

/** Shows the current buttons as numbered lines, with the upload page when files are expected. */
export async function sayAsLines(api: WebApi, plain: PlainApi, chatId: number): Promise<void> {
  const { menu, expecting: hint = nothing } = await standing(api, chatId);
  if (!menu) return;
  const lines = { text: { text: '', entities: [] }, markup: menu.markup };
  await sendExpecting(hint, () => sendInParts(plain, chatId, lines));
  if ('inline_keyboard' in menu.markup)
    await changeMessage(api.db.pool, chatId, menu.id, ({ reply_markup: _moved, ...body }) => body);
}

/** Shows the live menu as buttons; typed numbers choose nothing from then on. */
export async function sayAsButtons(api: WebApi, plain: PlainApi, chatId: number): Promise<void> {
  const { chats, turns, clock } = plain;
  const { expecting: hint = nothing } = await standing(api, chatId);
  await turns.take(chatId, async () => {
    const { menu } = await chats.load(chatId);
    await chats.save(chatId, { letters: false, unsure: false });
    if (!menu || clock.now().getTime() > menu.until) return;
    const locale = await chats.localeOf(chatId);
    const text = t(locale, 'page-buttons-again');
    await sendExpecting(hint, () =>
      postMessage(api, chatId, { text, reply_markup: rebuildKeyboard(menu.choices) }),
    );
  });
}

async function standing({ db }: WebApi, chatId: number): Promise<CurrentMenu> {
  return readCurrentMenu(await listMessagesBefore(db.pool, chatId, undefined, lookBack));
}
