import { parseYesNo } from '../../drafts/parse/parse-yes-no.ts';
import { saysNone } from '../../drafts/parse/say-none.ts';
import { escapeHtml } from '../../i18n.ts';
import { saysWords } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { shorten } from '../../text/shorten.ts';
import { ops } from './buttons.ts';
import type { Asked, Outcome, Question, Read, Scene, Step, Together } from './form.ts';
import { applyPatch, buildAsked, openQuestions, previousAnswer, sceneFor } from './position.ts';
import { begunKey, refuseSaying, save } from './step.ts';

/**
 * *Several answers*: one message that answers a question and those that follow in its group
 * (`Form.together`), a line each. The single answers stay possible at every question.
 */

/** One line of the message, and the question that it answers. */
interface Part {
  question: Question;
  text: string;
}

/**
 * Handles a message that answers several questions at once. Undefined: the message is one answer.
 * All lines are taken or none; a line that cannot be read is named.
 */
export async function handleSeveral(step: Step, text: string): Promise<Outcome | undefined> {
  const { question, scene } = step;
  const group = groupOf(step);
  if (!group || begunKey(question) in scene.answers) return undefined;
  const asked = questionsTogether(step);
  const lines = group.split(text);
  if (asked.length < 2 || lines.length < 2) return undefined;
  const parts = assign(lines, asked, scene);
  if (!parts) return undefined;

  let now: Scene = scene;
  const said: string[] = [];
  for (const [i, part] of parts.entries()) {
    const read = await readPart({ ...step, scene: now }, part, group.fits?.[part.question.key]);
    // A part that fits its question is no second line of the answer before.
    const isSecondLine = !group.fits?.[part.question.key] && isOneAnswer(step, parts);
    if (!read?.ok) return i === 0 || isSecondLine ? undefined : refusePart(step, part, asked, read);
    const own = sceneFor(now, part.question);
    const more = await part.question.saved?.(read.value, own);
    now = { ...now, answers: applyPatch(now.answers, { ...more, [part.question.key]: read.value }) };
    const words = await inWords(part.question, sceneFor(now, part.question), read.value);
    said.push(`<b>${escapeHtml(part.question.label(own))}</b>: ${escapeHtml(shorten(words, 200))}`);
  }
  await step.ctx.say({ text: [scene.html('form-several-noted'), ...said].join('\n') });
  return save(step, changes(scene, now));
}

/**
 * Says at the first question of a group how one message answers several (HTML). Undefined: there
 * are no further ones.
 */
export function sayTogether(asked: Asked): string | undefined {
  const { scene, question } = asked;
  const keys = groupOf(asked)?.keys ?? [];
  const named = questionsTogether(asked).filter(({ key }) => keys.includes(key));
  if (keys[0] !== question.key || named.length < 2) return undefined;
  return scene.html('form-several-how', { labels: labelsOf(named, scene) });
}

function groupOf({ form, question }: Asked): Together | undefined {
  return form.together?.find(({ keys, further = [] }) => [...keys, ...further].includes(question.key));
}

/**
 * Lists the questions that a message may answer now: the present one, and those of its group that
 * follow without an answer.
 */
function questionsTogether(asked: Asked): Question[] {
  const { form, question, scene } = asked;
  const group = groupOf(asked);
  const keys = group ? [...group.keys, ...(group.further ?? [])] : [];
  const open = openQuestions(form, scene).filter(({ key }) => keys.includes(key));
  const at = open.findIndex(({ key }) => key === question.key);
  const isOpen = (one: Question) => previousAnswer({ form, scene, question: one }) === undefined;
  if (at < 0 || !isOpen(question)) return [];
  const following = open.slice(at);
  const until = following.findIndex((one) => !isOpen(one));
  return until < 0 ? following : following.slice(0, until);
}

function labelsOf(questions: Question[], scene: Scene): string {
  return questions.map((one) => one.label(scene)).join(', ');
}

/** Gives each line its question: the one that it names ("Dân tộc: Ba Na"), else the next. */
function assign(lines: string[], asked: Question[], scene: Scene): Part[] | undefined {
  if (lines.length > asked.length) return undefined;
  const named = lines.map((line) => {
    const [, label = '', text = ''] = /^([^:]{2,40}):\s*(\S.*)$/.exec(line) ?? [];
    const question = label === '' ? undefined : asked.find((one) => fold(one.label(scene)) === fold(label));
    return { question, text: question ? text : line };
  });
  const taken = new Set(named.map(({ question }) => question?.key));
  const rest = asked.filter(({ key }) => !taken.has(key));
  const parts = named.map(({ question, text }) => ({ question: question ?? rest.shift(), text }));
  return parts.flatMap(({ question, text }) => (question ? [{ question, text }] : []));
}

/**
 * Two lines whose second is no answer are one answer in two lines, where the question takes words:
 * "Ông A Nhưk" and "Trưởng thôn".
 */
function isOneAnswer({ question }: Step, parts: Part[]): boolean {
  return parts.length === 2 && !question.wantsNumber;
}

/** Says which line is not understood; nothing of the message is stored. */
async function refusePart(
  step: Step,
  part: Part,
  asked: Question[],
  read: Read | undefined,
): Promise<Outcome> {
  const { scene } = step;
  const args = { line: shorten(part.text, 60), label: part.question.label(scene) };
  const lines = [
    scene.html('form-several-unread', args),
    ...(read && !read.ok ? [read.say] : []),
    // The question says it itself where it is the first of its group.
    ...(sayTogether(step) ? [] : [scene.html('form-several-how', { labels: labelsOf(asked, scene) })]),
  ];
  return refuseSaying(step, lines.join('\n'));
}

async function readPart(
  step: Step,
  { question, text }: Part,
  fits?: (text: string) => boolean,
): Promise<Read | undefined> {
  const asked = await buildAsked(step.form, step.scene, question);
  const { answer, optional } = question;
  const skips = saysWords(text, step.scene.t('form-skip')) || /^[-–—]$/.test(text);
  const meant = parseYesNo(text);
  if (optional && (skips || saysNone(text))) return { ok: true, value: null };
  if (fits) return fits(text) ? answer.read?.(text, asked.scene) : undefined;
  const named = answer.named?.(text, asked);
  const chosen = asked.options.find(({ value }) => named?.op === ops.choose && named.value === value);
  if (chosen) return chosen.act ? undefined : { ok: true, value: chosen.value };
  if (asked.options.length > 0) {
    const value = meant.ok ? (meant.value ? 'yes' : 'no') : undefined;
    return asked.options.some((option) => option.value === value) ? { ok: true, value } : undefined;
  }
  return answer.read?.(text, asked.scene);
}

async function inWords(question: Question, scene: Scene, value: unknown): Promise<string> {
  if (value === null) return scene.t('form-skipped');
  return (await question.show?.(value, scene)) ?? String(value);
}

/** The difference between two scenes' answers, as a patch. */
function changes(before: Scene, after: Scene): Scene['answers'] {
  const keys = new Set([...Object.keys(before.answers), ...Object.keys(after.answers)]);
  return Object.fromEntries([...keys].map((key) => [key, after.answers[key]]));
}
