import type { InlineKeyboardButton } from 'grammy/types';
import { z } from 'zod';
import { parseLineNumbers } from '../../../drafts/parse/parse-line-numbers.ts';
import { saysNoLine } from '../../../drafts/parse/say-none.ts';
import { splitRemoved } from '../../../drafts/parse/split-removed.ts';
import { isTalkOnly } from '../../../drafts/parse/talk-only.ts';
import { saysWords } from '../../../text/courtesy.ts';
import { findLabels } from '../../../text/find-labels.ts';
import { lengthOf, normalise, oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { parsePage } from '../../core/press-numbers.ts';
import { arrangeRows, ops } from '../buttons.ts';
import type { AnswerKind, Asked, Maybe, Option, Outcome, Scene, Step } from '../form.ts';
import { previousAnswer, readStoredList } from '../position.ts';
import { showButtons } from '../show-buttons.ts';
import { answer, begunKey, doneButton, refuse, refuseChoice, save, saveButton, write } from '../step.ts';
import { button, doneRow, optionRows } from './option-rows.ts';

/** The value of the button that answers with no line. */
const noneValue = 'none';
const longestOwn = 2000;
/** A criterion is longer than this: a shorter text had another meaning. */
const shortestOwn = 10;

/**
 * Creates an answer that is several of many, until [Xong]. With `own`, other text is stored under
 * that answer. `named` reads words that mean several lines at once; `none` is the label of a button
 * that answers with no line.
 */
export function ticksAnswer<Subject = unknown>(given: {
  options(scene: Scene<Subject>): Maybe<Option[]>;
  own?: string;
  named?(text: string, scene: Scene<Subject>): Maybe<string[] | undefined>;
  atLeastOne: boolean;
  none?(scene: Scene<Subject>): string;
  /** Handles a text that names no option; left out: it is refused, or stored under `own`. */
  unknown?(step: Step<Subject>, text: string): Promise<Outcome>;
}): AnswerKind<string[], Subject> {
  const { own, unknown, none } = given;
  return {
    value: z.array(z.string()),
    waitsFor: own === undefined && !given.named ? 'choice' : 'words',
    foreignMarks: 'letters',
    doneByWords: true,
    options: given.options,
    codesOf: readStoredList,
    buttons: (asked, page) => ({
      rows: [
        ...optionRows(asked, page, (shown, at) => tickRows(asked, shown, at)),
        doneRow(asked),
        ...(none ? [[button(asked, none(asked.scene), ops.choose, noneValue)]] : []),
      ],
      behind:
        own !== undefined && linesOf(asked.scene.answers[own]).length > 0 ? [removeOwn(asked, own)] : [],
    }),
    named(text, { scene }) {
      if (none && saysWords(text, none(scene))) return { op: ops.choose, value: noneValue };
      return saysWords(text, scene.t('form-remove-own')) ? { op: ops.remove, value: '' } : undefined;
    },
    async text(step, text) {
      if (!given.atLeastOne && saysNoLine(text) && isUntouched(step, own)) return answer(step, []);
      const ticked = await tickTyped(step, text, await given.named?.(text, step.scene));
      return ticked ?? (unknown ? unknown(step, text) : otherText(step, text, own));
    },
    async press(step, op, value) {
      if (op === ops.choose && none && value === noneValue) return answer(step, []);
      if (op === ops.choose) return choosing(step, value);
      if (op === ops.tick) return tick(step, value);
      if (op === ops.remove && own !== undefined) return takeOwnBack(step, own, value);
      if (op !== ops.done) return undefined;
      // In the order of the options. Ticks of another category do not count under this one.
      const ticked = new Set(ticksOf(step));
      const ticks = step.options.map(({ value }) => value).filter((code) => ticked.has(code));
      const typed = own === undefined ? undefined : step.scene.answers[own];
      return given.atLeastOne && ticks.length === 0 && !typed
        ? refuse(step, 'form-tick-one')
        : answer(step, ticks);
    },
  };
}

/** Tells whether nothing is ticked or typed so far. */
function isUntouched(step: Step, own: string | undefined): boolean {
  return ticksOf(step).length === 0 && (own === undefined || linesOf(step.scene.answers[own]).length === 0);
}

/** Reads the ticks so far; a question gone back to starts from its answer. */
export function ticksOf<Subject>(asked: Asked<Subject>): string[] {
  return readStoredList(asked.scene.answers[begunKey(asked.question)] ?? previousAnswer(asked));
}

function tickRows(asked: Asked, shown: Option[], page: number): InlineKeyboardButton[][] {
  const ticked = new Set(ticksOf(asked));
  return shown.map(({ value, label }) => {
    const is = ticked.has(value);
    return [button(asked, `${is ? '☑' : '☐'} ${label}`, ops.tick, `${page}.${is ? 0 : 1}.${value}`)];
  });
}

/** An option that answers by itself is not one of many. */
const choosing = (step: Step, _value: string) => refuseChoice(step);

/**
 * `page.state.code`: the button says the new state, so that a double tap sets it twice instead of
 * undoing it.
 */
async function tick(step: Step, value: string): Promise<Outcome> {
  const { question, options } = step;
  const [, page = '', state = '', code = ''] = /^(\d+)\.([01])\.(.+)$/.exec(value) ?? [];
  if (!options.some((option) => option.value === code)) return refuseChoice(step);
  const others = ticksOf(step).filter((one) => one !== code);
  const ticks = state === '1' ? [...others, code] : others;
  const saved = write(step, { [begunKey(question)]: ticks }, question.key);
  return showButtons({ ...step, scene: saved }, parsePage(page) ?? 0);
}

const allWords = [
  'tất cả',
  'tất cả các dòng',
  'tất cả tiêu chí',
  'tất cả các tiêu chí',
  'chọn tất cả',
  'chọn hết',
  'hết tất cả',
  'đủ cả',
  'đạt hết',
  'đạt tất cả',
  'all',
  'all of them',
];

/**
 * Ticks by numbers ("1, 3", "2 đến 4") or by words of the lines ("năm sinh, tóm tắt"), and takes
 * ticks back ("bỏ 3", "tất cả trừ 2"). Undefined: the text names no line.
 */
async function tickTyped(
  step: Step,
  text: string,
  meant: string[] | undefined,
): Promise<Outcome | undefined> {
  const { question } = step;
  const keep = (ticks: string[]) => save(step, { [begunKey(question)]: ticks }, question.key);
  const parted = splitRemoved(text);
  const removed = parted && readLines(step, parted.removed);
  const kept = parted?.ticked === '' ? ticksOf(step) : parted && readLines(step, parted.ticked);
  if (Array.isArray(removed) && Array.isArray(kept))
    return keep(kept.filter((one) => !removed.includes(one)));

  const lines = meant && meant.length > 0 ? meant : readLines(step, text);
  if (lines === undefined) return undefined;
  if (lines === 'wrong-list') return refuse(step, 'form-no-such-line', { last: step.options.length });
  return keep([...new Set([...ticksOf(step), ...lines])]);
}

/** Reads which options a text names: by numbers, all of them, or by their words. */
function readLines({ options }: Step, text: string): string[] | 'wrong-list' | undefined {
  const lines = parseLineNumbers(text, { last: options.length });
  if (lines.ok) return lines.value.flatMap((n) => options[n - 1]?.value ?? []);
  if (allWords.some((words) => saysWords(text, words))) return options.map(({ value }) => value);
  if (lines.problem === 'wrong-list') return 'wrong-list';
  const named = findLabels(
    text,
    options.map(({ label, words }) => words ?? label),
    { numbered: true },
  );
  return named?.flatMap((at) => options[at]?.value ?? []);
}

/** Other text is a criterion of the unit's own, added to earlier ones, where those are taken. */
function otherText(step: Step, text: string, own: string | undefined): Promise<Outcome> {
  return own === undefined ? refuseChoice(step) : addOwn(step, text, own);
}

async function addOwn(step: Step, text: string, own: string): Promise<Outcome> {
  const { ctx, question, scene } = step;
  const typed = normalise(text);
  if (lengthOf(typed) < shortestOwn) return refuse(step, 'form-own-too-short', { min: shortestOwn });
  if (isTalkOnly(text) || saysNoLine(text))
    return refuse(step, 'form-talk', { typed: shorten(oneLine(text), 60) });
  const before = scene.answers[own];
  const whole = typeof before === 'string' ? `${before}\n${typed}` : typed;
  const have = lengthOf(whole);
  if (have > longestOwn) return refuse(step, 'form-text-too-long', { max: longestOwn, have });
  const saved = write(step, { [own]: whole }, question.key);
  await ctx.say({
    text: saved.html('form-own-added', { own: shorten(typed, 200) }),
    buttons: [
      ...arrangeRows([doneButton(step), saveButton(step)]),
      [removeOwn({ ...step, scene: saved }, own)],
    ],
    // Further lines can still be ticked.
    keepsMenu: true,
  });
  return 'stay';
}

/** The typed texts in addition to the lines to tick, one a line. */
function linesOf(own: unknown): string[] {
  return typeof own === 'string' && own !== '' ? own.split('\n') : [];
}

/**
 * [Bỏ tiêu chí riêng]: it holds the number of lines, so that a double tap removes one and not two.
 */
function removeOwn(asked: Asked, own: string): InlineKeyboardButton {
  const { scene } = asked;
  return button(asked, scene.t('form-remove-own'), ops.remove, String(linesOf(scene.answers[own]).length));
}

/** Removes the newest line; typed words mean the present line. */
async function takeOwnBack(step: Step, own: string, value: string): Promise<Outcome> {
  const { ctx, scene, question } = step;
  const lines = linesOf(scene.answers[own]);
  const last = lines.at(-1);
  if (last === undefined || (value !== '' && Number(value) !== lines.length)) return 'moved';
  const rest = lines.slice(0, -1).join('\n');
  const saved = write(step, { [own]: rest || undefined }, question.key);
  await ctx.say({ text: saved.html('form-own-removed', { own: shorten(last, 200) }) });
  return 'moved';
}
