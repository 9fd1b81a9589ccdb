import type { Answers } from '../../../drafts/draft.ts';
import { parseLineNumbers } from '../../../drafts/parse/parse-line-numbers.ts';
import { findLabelPart } from '../../../text/find-label-part.ts';
import { findLabels } from '../../../text/find-labels.ts';
import { shorten } from '../../../text/shorten.ts';
import { readLineToEdit } from '../button-words.ts';
import { arrangeRows, formData, ops } from '../buttons.ts';
import type { Asked, Outcome, Reply, Step } from '../form.ts';
import { chosenLinesKey, questionsOf, sceneFor } from '../position.ts';
import { type ReviewLine, reviewLines } from '../review-screen.ts';
import { begunKey, refuse, refuseChoice, save, stepOver, write } from '../step.ts';
import { button } from './option-rows.ts';

/** An entry of the list of lines: a line, or a member of a list with all its lines behind it. */
interface Entry {
  label: string;
  /** Key of the line's question; `@` and the key of the member. */
  goto: string;
  /** Keys of the questions behind it. */
  keys: string[];
}

/** Lists the lines of the review screen that can be changed: the open ones. */
async function linesToChange({ form, scene }: Asked): Promise<ReviewLine[]> {
  const lines = await reviewLines(form, scene);
  return lines.filter(({ question }) => !form.locks?.locked(question, scene));
}

/**
 * Lists the entries that the person sees. Lines of a repeated group stand behind their member of
 * the list, until it is chosen.
 */
async function entriesOf(asked: Asked): Promise<Entry[]> {
  const lines = await linesToChange(asked);
  const opened = memberOf(asked);
  const own = ({ question, label }: ReviewLine): Entry => ({
    label: question.about ? question.label(sceneFor(asked.scene, question)) : label,
    ...{ goto: question.key, keys: [question.key] },
  });
  if (opened !== undefined)
    return lines.filter(({ question }) => question.about?.item.key === opened).map(own);
  const members = Map.groupBy(lines, ({ question }) =>
    question.about ? `@${question.about.item.key}` : question.key,
  );
  return [...members].flatMap(([goto, behind]): Entry[] => {
    const [line, ...more] = behind;
    if (!line) return [];
    const { item } = line.question.about ?? {};
    if (!item || more.length === 0) return [{ ...own(line), label: line.label }];
    return [{ label: shorten(item.label, 60), goto, keys: behind.map(({ question }) => question.key) }];
  });
}

/**
 * Asks which line to change; with a `member` of a list, which of its lines. Until a line is chosen,
 * typed numbers mean the lines of this list.
 */
export async function askWhichLine(step: Step, member?: string): Promise<Outcome> {
  const list = member === undefined ? 'edit' : `edit@${member}`;
  const scene = write(step, { [begunKey(step.question)]: list }, step.question.key);
  await step.ctx.say(await editList({ ...step, scene: { ...step.scene, ...scene } }));
  return 'stay';
}

/** Tells whether the list of lines is what the person sees. */
export function choosesLine({ scene, question }: Asked): boolean {
  return listShown({ scene, question })?.startsWith('edit') ?? false;
}

function listShown({ scene, question }: Pick<Asked, 'scene' | 'question'>): string | undefined {
  const shown = scene.answers[begunKey(question)];
  return typeof shown === 'string' ? shown : undefined;
}

/** The member of a list whose lines the person sees. */
function memberOf(asked: Asked): string | undefined {
  return /^edit@(.+)$/.exec(listShown(asked) ?? '')?.[1];
}

async function editList(step: Step): Promise<Reply> {
  const { scene, question, form } = step;
  const { locks } = form;
  return {
    text: scene.html('form-edit-which'),
    buttons: [
      ...arrangeRows(
        (await entriesOf(step)).map((entry) => ({
          text: entry.label,
          callback_data: formData(scene.draft.id, question.key, ops.goto, entry.goto),
        })),
      ),
      ...(locks?.any(scene) ? [[button(step, locks.label(scene), ops.goto, locks.opener)]] : []),
      [{ text: scene.t('form-back'), callback_data: formData(scene.draft.id, question.key, ops.again) }],
    ],
  };
}

/**
 * Goes to the lines that a text names: "tóm tắt", "năm sinh và địa bàn", and by their numbers while
 * the list stands there. Several are asked one after the other.
 */
export async function goToTypedLines(step: Step, text: string): Promise<Outcome> {
  const entries = await entriesOf(step);
  const numbered = choosesLine(step) && !step.ctx.can.buttons;
  const numbers = numbered ? parseLineNumbers(text, { last: entries.length }) : undefined;
  const labels = entries.map(({ label }) => label);
  const words = (typed: string) => findLabels(typed, labels, { numbered });
  const named = numbers?.ok
    ? numbers.value.map((n) => n - 1)
    : (words(text) ?? words(readLineToEdit(text) ?? ''));
  const chosen = (named ?? []).flatMap((at) => entries[at] ?? []);
  const [only, ...others] = chosen;
  if (only?.goto.startsWith('@') && others.length === 0) return askWhichLine(step, only.goto.slice(1));
  const keys = chosen.flatMap((entry) => entry.keys);
  const inOrder = entries.flatMap((entry) => entry.keys).filter((key) => keys.includes(key));
  const [first, ...more] = inOrder;
  if (first === undefined) return refuseChoice(step);
  return save(step, { [begunKey(step.question)]: undefined, ...chosenAfter(step, first, more) }, first);
}

/**
 * Goes back to a line that is answered and that the text wants to change, from any question: "sửa
 * tên". Undefined: it names none.
 */
export async function goToLineToEdit(step: Step, text: string): Promise<Outcome | undefined> {
  const { leadsToLines, tellsWhy } = step.question.answer;
  const line = leadsToLines || tellsWhy ? undefined : readLineToEdit(text);
  if (line === undefined) return undefined;
  const lines = (await linesToChange(step)).filter(({ question }) => question.key !== step.question.key);
  const at = findLabelPart(
    line,
    lines.map(({ label }) => label),
  );
  const found = at === undefined ? undefined : lines[at];
  return found && save(step, {}, found.question.key);
}

/** The lines still to be asked after `first`, with the other questions of their lines. */
function chosenAfter({ form, scene }: Asked, first: string, more: string[]): Answers {
  const lines = [first, ...more];
  const parts = questionsOf(form, scene).filter(({ partOf = '' }) => lines.includes(partOf));
  const then = [...more, ...parts.map(({ key }) => key)];
  return { [chosenLinesKey]: then.length > 0 ? then : undefined };
}

/**
 * Goes to a line of the review screen, or shows the lines of a member of a list (`@12`). A button
 * may be older than the lock on its line: then it opens nothing.
 */
export async function goToLine(step: Step, key: string): Promise<Outcome> {
  const { form, scene, question } = step;
  const { locks } = form;
  const questions = questionsOf(form, scene);
  if (key.startsWith('@')) {
    const member = key.slice(1);
    const known = questions.some(({ about }) => about?.item.key === member);
    return known ? askWhichLine(step, member) : stepOver(step);
  }
  const target = questions.find((one) => one.key === key);
  if (!target) return stepOver(step);
  if (!locks?.locked(target, scene))
    return save(step, { [begunKey(question)]: undefined, ...chosenAfter(step, key, []) }, key);
  return refuse(step, 'form-line-locked', { line: target.label(scene), opener: locks.label(scene) });
}
