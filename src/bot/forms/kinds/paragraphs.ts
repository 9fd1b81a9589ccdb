import { z } from 'zod';
import {
  type ComposedText,
  goOnFrom,
  startAgain,
  wholeOf,
  withoutLast,
} from '../../../drafts/composed-text.ts';
import { isTalkBetween } from '../../../drafts/parse/talk-only.ts';
import { escapeHtml } from '../../../i18n.ts';
import { lengthOf, oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { findBurst, isLongPart } from '../burst.ts';
import { ops } from '../buttons.ts';
import type { AnswerKind, Asked, Outcome, Scene, Step } from '../form.ts';
import { previousAnswer } from '../position.ts';
import { sayWithin } from '../say-within.ts';
import { answer, begunKey, refuse, write } from '../step.ts';
import {
  composedOf,
  earlierText,
  namedWriting,
  partsToTakeBack,
  takeBackButton,
  writingRow,
  writings,
} from './mending-buttons.ts';
import { doneRow } from './option-rows.ts';
import { commandNamed } from './read-words.ts';
import { withoutDone, withTyped } from './typed-piece.ts';

/**
 * Creates an answer that is several messages, joined, until [Xong]. Where a text stands there
 * already the person chooses whether to add to it or to write it again. Lengths in characters.
 */
export function paragraphsAnswer<Subject = unknown>(given: {
  min: number;
  max: number;
}): AnswerKind<string, Subject> {
  return {
    value: z.string(),
    waitsFor: 'words',
    foreignMarks: 'all',
    doneByWords: true,
    buttons: (asked) => ({
      rows: [...writingRow(asked), ...(isUntouched(asked) ? [] : [doneRow(asked)])],
      behind: takeBackButton(asked),
    }),
    below: soFar,
    named: namedWriting,
    text: (step, text) => {
      if (isTalkBetween(text)) return refuseTalk(step, text);
      const whole = withoutDone(text, step.scene);
      return whole === undefined ? add(step, text, given.max) : addAndEnd(step, whole, given);
    },
    foreignMark: (step, mark) => refuse(step, 'form-no-such-mark', { mark }),
    async press(step, op, value) {
      if (op === ops.done) return done(step, given.min);
      if (op === ops.remove) return takeBack(step, value, given.max);
      if (op !== ops.choose) return undefined;
      if (value === writings.more) return goOn(step, given.max);
      return value === writings.anew ? begin(step, given.max) : undefined;
    },
  };
}

/** "Viết gì vậy em?", "khoan đã": nothing of it belongs into an official text. */
function refuseTalk(step: Step, text: string): Promise<Outcome> {
  return refuse(step, 'form-talk', { typed: shorten(oneLine(text), 60) });
}

/** Tells whether an earlier text stands there and nothing was done with it yet. */
function isUntouched(asked: Asked): boolean {
  return earlierText(asked) !== undefined && composedOf(asked) === undefined;
}

/** Shows the earlier text and the pieces written since (HTML). */
function soFar(asked: Asked, room: number): string | undefined {
  const { scene } = asked;
  const earlier = earlierText(asked);
  const text = composedOf(asked);
  const parts: [label: string, words: string][] = [];
  if (earlier !== undefined && !text?.earlier.length) parts.push(['form-so-far', earlier]);
  if (text?.chosen === false) {
    parts.unshift(['form-so-far', text.earlier.join('\n')]);
    parts.push(['form-begun-new', text.pieces.join('\n')]);
  } else if (text && wholeOf(text) !== '') parts.push([labelOf(text, earlier), wholeOf(text)]);
  const most = Math.floor(room / Math.max(1, parts.length)) - 40;
  const said = parts.map(([label, words]) => `${scene.html(label)} ${escapeHtml(shorten(words, most))}`);
  return said.length > 0 ? said.join('\n\n') : undefined;
}

function labelOf(text: ComposedText, earlier: string | undefined): string {
  if (text.earlier.length > 0 && text.pieces.length > 0) return 'form-begun-more';
  return earlier === undefined || text.earlier.length > 0 ? 'form-so-far' : 'form-begun-anew';
}

/** Says how much is written, with the buttons as they are after that. */
function sayWritten(step: Step, saved: Scene, lines: string[]): Promise<Outcome> {
  return sayWithin({ ...step, scene: { ...step.scene, ...saved } }, lines.join('\n'));
}

function keep(step: Step, text: ComposedText | undefined): Scene {
  return write(step, { [begunKey(step.question)]: text }, step.question.key);
}

/** Takes a message as a further piece. Where both are too long together it replaces the text. */
async function add(step: Step, typed: string, max: number): Promise<Outcome> {
  const { scene } = step;
  const { from, next, text } = withTyped(step, typed, max);
  const have = lengthOf(wholeOf(text));
  if (have > max) return refuseLong(step, from, { max, have });
  const saved = keep(step, text);
  return sayWritten(step, saved, [
    scene.html('form-text-added', { have, max }),
    ...commandNamed(step, typed),
    ...hint(step, next, text),
  ]);
}

/** Refuses a message for its length, and with it what was taken of the same long text before. */
async function refuseLong(
  step: Step,
  text: ComposedText,
  args: { max: number; have: number },
): Promise<Outcome> {
  const taken = findBurst(step)?.taken ?? 0;
  const without = { ...text, pieces: text.pieces.slice(0, text.pieces.length - taken) };
  if (taken > 0) keep(step, without.chosen || without.pieces.length > 0 ? without : undefined);
  const pasted = taken > 0 || isLongPart(step);
  return refuse(step, pasted ? 'form-paste-too-long' : 'form-text-too-long', args);
}

/** Takes a message whose last line means [Xong]: the piece, and the end of the text. */
async function addAndEnd(
  step: Step,
  typed: string,
  { min, max }: { min: number; max: number },
): Promise<Outcome> {
  const { from, text } = withTyped(step, typed, max);
  const whole = wholeOf(text);
  const have = lengthOf(whole);
  if (have > max) return refuseLong(step, from, { max, have });
  if (have >= min) return answer(step, whole);
  keep(step, text);
  return refuse(step, 'form-text-too-short', { min, have });
}

/** Says whether the new piece adds to the earlier text or replaces it. */
function hint({ scene }: Step, next: ComposedText, text: ComposedText): string[] {
  if (!next.chosen) return [scene.html(text.chosen ? 'form-added-instead' : 'form-added-behind')];
  return [];
}

/** [Viết thêm]: the text goes on behind what stands there. */
async function goOn(step: Step, max: number): Promise<Outcome> {
  const earlier = earlierText(step);
  if (earlier === undefined) return 'moved';
  const text = { ...goOnFrom(earlier), pieces: composedOf(step)?.pieces ?? [] };
  const have = lengthOf(wholeOf(text));
  if (have > max) return refuse(step, 'form-text-too-long', { max, have });
  return begun(step, text, 'form-write-more-how', { have, max });
}

/** [Viết lại từ đầu]: what was typed since stays, the earlier text goes with [Xong]. */
async function begin(step: Step, max: number): Promise<Outcome> {
  const text = startAgain(composedOf(step));
  return begun(step, text, 'form-write-anew-how', { have: lengthOf(wholeOf(text)), max });
}

async function begun(
  step: Step,
  text: ComposedText,
  how: string,
  written: { have: number; max: number },
): Promise<Outcome> {
  const { scene } = step;
  const saved = keep(step, text);
  const lines = text.pieces.length > 0 ? [scene.html('form-text-added', written)] : [];
  return sayWritten(step, saved, [...lines, scene.html(how)]);
}

/** [Bỏ đoạn cuối]; typed words mean the part that stands last. */
async function takeBack(step: Step, value: string, max: number): Promise<Outcome> {
  const { scene } = step;
  const text = composedOf(step);
  const parts = text === undefined ? 0 : partsToTakeBack(text);
  const less = text && withoutLast(text);
  if (!less || parts === 0 || (value !== '' && Number(value) !== parts)) return 'moved';
  const left = less.text.chosen || less.text.pieces.length > 0 ? less.text : undefined;
  const saved = keep(step, left);
  const have = lengthOf(wholeOf(less.text));
  const args = { piece: shorten(less.removed, 200), have, max };
  return sayWritten(step, saved, [scene.html('form-piece-removed', args)]);
}

async function done(step: Step, min: number): Promise<Outcome> {
  const begun = composedOf(step);
  const earlier = previousAnswer(step);
  const text = begun ? wholeOf(begun) : typeof earlier === 'string' ? earlier : '';
  const have = lengthOf(text);
  return have < min ? refuse(step, 'form-text-too-short', { min, have }) : answer(step, text);
}
