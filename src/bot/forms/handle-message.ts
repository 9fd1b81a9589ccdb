import { looksLikeIdentityNumber } from '../../drafts/parse/identity-number.ts';
import { readMenuMark } from '../../drafts/parse/menu-mark.ts';
import { saysNone } from '../../drafts/parse/say-none.ts';
import { isThanks } from '../../text/courtesy.ts';
import { oneLine } from '../../text/normalise.ts';
import { isAlbumContinued } from '../core/album.ts';
import type { MessageKind } from '../core/message-kind.ts';
import { sayLegacyFont } from '../core/say-legacy-font.ts';
import { takePart } from './burst.ts';
import { ops } from './buttons.ts';
import type { Outcome, Question, Step } from './form.ts';
import { handlePress } from './handle-press.ts';
import type { Input } from './input.ts';
import { goToLineToEdit } from './kinds/edit-lines.ts';
import { filesFollow } from './position.ts';
import { handleSeveral } from './several-answers.ts';
import { refuse, refuseSaying } from './step.ts';

/** Handles a message (text, file, contact …) sent to the question. */
export async function handleMessage(step: Step, input: Input): Promise<Outcome> {
  const { answer } = step.question;
  switch (input.kind) {
    case 'edited':
      return refuse(step, 'form-edited-message');
    case 'file':
      if (answer.file) return answer.file(step, input.file, input.caption);
      return (await isAlbumContinued(step.ctx)) ? 'stay' : refuse(step, noFileHere(step));
    case 'contact':
      return answer.contact ? answer.contact(step, input.contact) : notText(step, 'contact');
    case 'text':
      break;
    default:
      return notText(step, input.kind === 'other' ? input.sent : 'unread');
  }
  const { text } = input;
  if (isThanks(text)) return sayThanks(step);
  return takePart(step, () => takeText(step, text));
}

/** Thanks are no wrong answer: the question above waits on. */
async function sayThanks({ ctx, scene }: Step): Promise<Outcome> {
  await ctx.say({ text: scene.html('thanks-in-form') });
  return 'stay';
}

/** Takes a text as the answer, or says why it is none. */
async function takeText(step: Step, text: string): Promise<Outcome> {
  const { answer, optional } = step.question;
  // Never collected, so never stored, in any form (domain, "Personal data").
  if (!answer.takesLongNumbers && looksLikeIdentityNumber(text))
    return refuse(step, 'form-no-identity-number');
  const garbled = sayLegacyFont(step.scene, text);
  if (garbled !== undefined) return refuseSaying(step, garbled);
  if (answer.noSkips && optional && saysNone(text)) return handlePress(step, ops.skip, '');
  const several = (await handleSeveral(step, text)) ?? (await goToLineToEdit(step, text));
  if (several) return several;
  const mark = foreignMark(step.question, text);
  if (mark === undefined) return answer.text(step, text);
  return answer.foreignMark ? answer.foreignMark(step, mark) : refuse(step, 'form-no-such-mark', { mark });
}

/**
 * The mark of a line that is not there, where the answer is words: "5" or "A)" means a line, and
 * never an official text. Where the answer may be a number, a number is one; ticks are told by
 * their numbers.
 */
function foreignMark({ answer, wantsNumber }: Question, text: string): string | undefined {
  const found = readMenuMark(text);
  if (!found || !answer.foreignMarks || answer.ownMarks?.includes(oneLine(text))) return undefined;
  const meant = found.isNumber ? answer.foreignMarks === 'all' && !wantsNumber : true;
  return meant ? found.mark : undefined;
}

/** "Files are asked for later" is said only where that is so. */
function noFileHere(step: Step): string {
  return filesFollow(step) ? 'form-no-file-here' : 'form-not-understood';
}

/** The replies to messages without words, where they are no answer. */
const notWords: Partial<Record<MessageKind, string>> = {
  sticker: 'sent-sticker',
  voice: 'sent-voice',
  video: 'sent-video',
  place: 'sent-place',
  poll: 'sent-unread',
};

/** Takes a message without words. One that a channel cannot hand on was likely a document. */
async function notText(step: Step, sent: MessageKind): Promise<Outcome> {
  const { other } = step.question.answer;
  const lost = sent === 'unread' && !step.ctx.can.documentsIn;
  if (other) return other(step, lost);
  if (!lost) return refuse(step, notWords[sent] ?? 'form-not-understood');
  return refuse(step, filesFollow(step) ? 'form-file-not-yet' : 'plain-only-text');
}
