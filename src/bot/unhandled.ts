import { Composer } from 'grammy';
import { DomainError } from '../errors.ts';
import { findExemplarCodes } from '../exemplars/find-codes.ts';
import { findCode, hasCodeLetters, isWrittenAsCode, looksLikeCode } from '../people/code.ts';
import { isThanks } from '../text/courtesy.ts';
import { isAlbumContinued } from './core/album.ts';
import { commandButtons } from './core/command-buttons.ts';
import type { BotContext } from './core/context.ts';
import { type MessageKind, readKind } from './core/message-kind.ts';
import { mayUse } from './core/rights.ts';
import { sayLegacyFont } from './core/say-legacy-font.ts';
import { pressLabelPart } from './core/typed-press.ts';
import { findWish } from './core/wishes/find-wish.ts';
import { isAgreement, refusesWork } from './core/wishes/no-wish.ts';
import { openNamedExemplar } from './features/exemplars/exemplar-codes.ts';
import { presentCode } from './features/joining/index.ts';
import { likelyButtons } from './features/likely-buttons.ts';
import { pausing, runCommand } from './features/run-command.ts';
import { pressPaused, showStep } from './forms/begin-form.ts';
import { offerDraft } from './forms/begun-draft.ts';
import { readFormData } from './forms/buttons.ts';

/** Answers updates that no command, button or form handled, always with advice. */
export const unhandled = new Composer<BotContext>();

unhandled.on('callback_query:data', async (ctx) => {
  const press = readFormData(ctx.callbackQuery.data);
  if (press) return pressPaused(ctx, press);
  ctx.pressed = 'stale';
  await showStep(ctx);
});

unhandled.on(['message', 'edited_message'], async (ctx) => {
  const kind = readKind(ctx.msg);
  // Messages of the app itself need no reply, and neither does a sticker.
  if (kind === 'service' || kind === 'sticker') return;
  if (await isAlbumContinued(ctx)) return;
  // A document, a voice: some channels report only that something came.
  if (!ctx.can.documentsIn && kind === 'unread') return ctx.say({ text: ctx.html('plain-only-text') });
  const text = ctx.msg.text ?? '';
  if (await takenAsCodes(ctx, text)) return;
  if (isThanks(text)) return ctx.say({ text: ctx.html('thanks') });
  if (ctx.editedMessage) return ctx.say({ text: ctx.html('edited-nothing') });
  if (ctx.draftGone) return ctx.say({ text: ctx.html('error-draft-gone') });
  const said = sayLegacyFont(ctx, text) ?? sayOf(ctx, kind);
  if (said !== undefined) await ctx.say({ text: said });
  if (said === undefined && (await pressLabelPart(ctx, text))) return;
  if (said === undefined && (await doneAsWished(ctx, text))) return;
  if (await offerDraft(ctx)) return;
  if (!ctx.person) return ctx.say({ text: ctx.html('error-not-joined') });
  const toInvite = usable(ctx, ['moi']);
  if (kind === 'contact' && toInvite.length > 0) {
    return ctx.say({ text: ctx.html('sent-contact-invite'), buttons: commandButtons(ctx, toInvite) });
  }
  const takingFiles = usable(ctx, ['nopvanban', 'dangky']);
  if (kind === 'file' && takingFiles.length > 0) {
    return ctx.say({ text: ctx.html('sent-file'), buttons: commandButtons(ctx, takingFiles) });
  }
  if (said !== undefined) return;
  await ctx.say({
    text: `${ctx.html('unhandled')}\n${ctx.html('unhandled-likely')}`,
    buttons: likelyButtons(ctx, text),
    // The menu above stays usable.
    keepsMenu: true,
  });
});

/** In UTF-16 units: what is longer is a story, and no wish. */
const longestWish = 400;

/** Does what a sentence asks for in the person's own words; no work is begun that it refuses. */
async function doneAsWished(ctx: BotContext, text: string): Promise<boolean> {
  if (!ctx.person || text === '' || text.length > longestWish) return false;
  if (isAgreement(text)) {
    await ctx.say({ text: ctx.html('wish-agreed'), keepsMenu: true });
    return true;
  }
  if (refusesWork(text)) {
    await ctx.say({
      text: ctx.html('wish-nothing-done'),
      buttons: likelyButtons(ctx, text),
      keepsMenu: true,
    });
    return true;
  }
  const wish = findWish(text, ctx.commands, ctx.person);
  const command = ctx.commands.find(({ name }) => name === wish?.name);
  if (!wish || !command) return false;
  if (wish.note) await ctx.say({ text: ctx.html(wish.note) });
  await runCommand(ctx, command, wish.args);
  return true;
}

/** Opens what a code in the text names, exemplar or invitation. A form in progress pauses. */
async function takenAsCodes(ctx: BotContext, text: string): Promise<boolean> {
  const code = findCode(text);
  // A stranger's XXXX-XXXX was meant as a code, with any letters.
  const asWritten = code !== undefined && isWrittenAsCode(text);
  const meant =
    code !== undefined &&
    (looksLikeCode(code) ? !ctx.person || asWritten || hasCodeLetters(code) : !ctx.person && asWritten);
  if (!meant && findExemplarCodes(text).length === 0) return false;
  let taken = false;
  await pausing(ctx, async () => {
    taken = (meant && (await takenAsCode(ctx, code))) || (await openNamedExemplar(ctx, text));
  });
  return taken;
}

/** The replies to messages without words. */
const notWords: Partial<Record<MessageKind, string>> = {
  voice: 'sent-voice',
  video: 'sent-video',
  place: 'sent-place',
  poll: 'sent-unread',
  unread: 'sent-unread',
};

function sayOf(ctx: BotContext, kind: MessageKind): string | undefined {
  const key = notWords[kind];
  return key === undefined ? undefined : ctx.html(key);
}

/** Those of the commands that the person may use. */
function usable(ctx: BotContext, names: string[]): string[] {
  return ctx.commands
    .filter((command) => names.includes(command.name) && mayUse(ctx.person, command))
    .map(({ name }) => name);
}

/** For a person who has joined, "glar 2021" is not a wrong code; for a stranger it is. */
async function takenAsCode(ctx: BotContext, code: string): Promise<boolean> {
  try {
    await presentCode(ctx, code);
    return true;
  } catch (error) {
    if (ctx.person && error instanceof DomainError && error.code === 'invitation-unknown') return false;
    throw error;
  }
}
