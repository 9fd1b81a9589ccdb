import { cleanFileName } from '../../attachments/file-name.ts';
import { holdsIdentityNumber } from '../../attachments/identity-in-name.ts';
import { DomainError } from '../../errors.ts';
import { filesOfDraft } from '../../exemplars/attachments.ts';
import { fold } from '../../forms/fold.ts';
import { looksLikeIdentityNumber } from '../../forms/parse/identity-number.ts';
import { menuMark } from '../../forms/parse/menu-mark.ts';
import { lengthOf, normalise } from '../../forms/parse/normalise.ts';
import { parseLineNumbers } from '../../forms/parse/parse-line-numbers.ts';
import { parseYesNo } from '../../forms/parse/parse-yes-no.ts';
import { shorten } from '../../forms/shorten.ts';
import { readWords } from '../read-command.ts';
import { sayRefusal } from '../refusal.ts';
import { mayUse } from '../rights.ts';
import { canKeep } from './ask.ts';
import { ops, rowsOf } from './buttons.ts';
import { askForFiles } from './files-arrived.ts';
import type { AnswerKind, Maybe, Question, Read, Scene } from './form.ts';
import { type Input, saysDone } from './input.ts';
import { removeOwnButton } from './own-lines.ts';
import { photoName } from './photo-name.ts';
import { ticksOf } from './position.ts';
import { receiveFile } from './receive-file.ts';
import { sayWithin } from './say-within.ts';
import {
  answer,
  doneButton,
  type Outcome,
  refuse,
  refuseChoice,
  type Step,
  save,
  saveButton,
  write,
} from './step.ts';
import { takePress } from './take-press.ts';

type ChoiceKind = Extract<AnswerKind, { kind: 'choice' }>;

/** A message (text, file, contact …) came to the question. */
export async function takeMessage(step: Step, input: Input): Promise<Outcome> {
  const kind = step.question.answer;
  if (input.kind === 'edited') return refuse(step, 'form-edited-message');
  if (input.kind === 'file') {
    return kind.kind === 'files' ? receive(step, input, kind.max) : refuse(step, noFileHere(step));
  }
  if (input.kind === 'contact' && kind.kind === 'phone')
    return input.contact.user_id === step.ctx.from?.id
      ? read(step, input.contact.phone_number, kind.read)
      : refuse(step, 'form-own-contact');
  if (input.kind === 'other' && !step.ctx.can.documentsIn) return notReceived(step);
  if (input.kind !== 'text')
    return kind.kind === 'files' ? askForFiles(step, kind.max) : refuse(step, 'form-not-understood');
  // Never collected, so never kept, however it comes (domain, "Personal data").
  if (kind.kind !== 'phone' && looksLikeIdentityNumber(input.text))
    return refuse(step, 'form-no-identity-number');
  const skippable = kind.kind === 'text' || kind.kind === 'phone' || kind.kind === 'files';
  if (skippable && step.question.optional && saysNo(input.text)) return takePress(step, ops.skip, '');
  const mark = markInsteadOfAnswer(step.question, input.text);
  if (mark !== undefined) {
    return kind.kind === 'paragraphs'
      ? sayWithin(step, step.scene.html('form-no-such-mark', { mark }))
      : refuse(step, 'form-no-such-mark', { mark });
  }

  switch (kind.kind) {
    case 'text':
    case 'phone':
      return read(step, input.text, kind.read);
    case 'paragraphs':
      return addParagraph(step, input.text, kind.max);
    case 'ticks':
      return tickTyped(step, input.text, kind.own);
    case 'files':
      return saysDone(input.text) ? endFiles(step, kind.max) : askForFiles(step, kind.max);
    case 'choice':
      return chooseTyped(step, input.text, kind);
    case 'confirm':
      return refuseChoice(step);
  }
}

/**
 * The mark of a line that is not there, where the answer is words: who types "5" or "A)" means a line, and never an official
 * text. Where the answer may be a number, a number is one; ticks are told by their numbers.
 */
function markInsteadOfAnswer({ answer, wantsNumber }: Question, text: string): string | undefined {
  const found = menuMark(text);
  const words = answer.kind === 'text' || answer.kind === 'paragraphs';
  const meant = found?.isNumber ? words && !wantsNumber : words || answer.kind === 'ticks';
  return meant ? found?.mark : undefined;
}

/** "không", "không có": what may be skipped is skipped, not kept as an answer. */
function saysNo(text: string): boolean {
  const meant = parseYesNo(text);
  return meant.ok && !meant.value;
}

/** "Files are asked for later" is said only where that is so. */
function noFileHere(step: Step): string {
  return filesFollow(step) ? 'form-no-file-here' : 'form-not-understood';
}

/** Something came that the channel cannot hand on: most likely a document, which has a page of its own. */
async function notReceived(step: Step): Promise<Outcome> {
  const { answer } = step.question;
  if (answer.kind === 'files') return askForFiles(step, answer.max, 'form-file-not-here');
  return refuse(step, filesFollow(step) ? 'form-file-not-yet' : 'plain-only-text');
}

function filesFollow({ form, question }: Step): boolean {
  const rest = form.questions.slice(form.questions.indexOf(question) + 1);
  return rest.some(({ answer }) => answer.kind === 'files');
}

async function read(
  step: Step,
  text: string,
  parse: (text: string, scene: Scene) => Maybe<Read>,
): Promise<Outcome> {
  const result = await parse(text, step.scene);
  if (!result.ok) {
    await step.ctx.say({ text: [result.say, ...commandNamed(step, text)].join('\n') });
    return 'stay';
  }
  const kept = await answer(step, result.value);
  const [hint] = commandNamed(step, text);
  // Not where the draft had gone on elsewhere, and nothing was kept.
  if (hint && step.ctx.turn.draft)
    await step.ctx.say({ text: `${step.scene.html('form-word-kept', { typed: text })} ${hint}` });
  return kept;
}

/** Words that name a command of this person's: how to run it, since nothing is guessed inside a form. */
function commandNamed({ ctx, scene }: Step, text: string): string[] {
  const named = readWords(text, ctx.commands);
  // "Báo cáo viên" names none: nothing may follow the words.
  if (named?.args !== '') return [];
  const command = ctx.commands.find(({ name }) => name === named.name);
  if (!command || !mayUse(ctx.person, command)) return [];
  return [
    scene.html('form-command-meant', {
      command: `/${command.name}`,
      what: scene.t(`command-${command.name}`),
    }),
  ];
}

/** "có", "không ạ" where the buttons say yes and no in other words; and what else the question understands. */
async function chooseTyped(step: Step, text: string, kind: ChoiceKind): Promise<Outcome> {
  const { yes = 'yes', no = 'no' } = kind;
  const meant = parseYesNo(text);
  const value = meant.ok ? (meant.value ? yes : no) : undefined;
  if (step.options.some((option) => option.value === value)) return takePress(step, ops.choose, value ?? '');
  const set = await kind.typed?.(text, step.scene);
  return set ? save(step, set) : refuseChoice(step);
}

async function addParagraph(step: Step, text: string, max: number): Promise<Outcome> {
  const { question, scene } = step;
  const before = scene.answers[`~${question.key}`];
  const whole = normalise(typeof before === 'string' ? `${before}\n${text}` : text);
  const have = lengthOf(whole);
  if (have > max) return sayWithin(step, scene.html('form-text-too-long', { max, have }));
  const saved = await write(step, { [`~${question.key}`]: whole }, question.key);
  if (!saved) return 'moved';
  const instead = canKeep(question, scene, step.options) ? [scene.html('form-begun-choose')] : [];
  return sayWithin(
    step,
    [scene.html('form-text-added', { have, max }), ...commandNamed(step, text), ...instead].join('\n'),
  );
}

/** "Đã gửi": with files it ends the question; without any, what was sent has not arrived. */
async function endFiles(step: Step, max: number): Promise<Outcome> {
  const { length: n } = await filesOfDraft(step.scene.house.db.pool, step.scene.draft);
  if (n > 0) return takePress(step, ops.done, '');
  return step.ctx.can.documentsIn ? askForFiles(step, max) : askForFiles(step, max, 'form-file-not-here');
}

const longestOwn = 2000;
/** Shorter than this no criterion is: it was meant otherwise. */
const shortestOwn = 10;

const saysAll = new Set(['tất cả', 'tất cả các dòng', 'chọn tất cả', 'chọn hết', 'all'].map(fold));

/** Numbers of lines tick them ("1, 3", "2 đến 4"); any other text is a criterion of the unit's own, beside those typed before. */
async function tickTyped(step: Step, text: string, own: string | undefined): Promise<Outcome> {
  const { ctx, question, scene, options } = step;
  const lines = parseLineNumbers(text, { last: options.length });
  if (lines.ok) {
    const codes = lines.value.flatMap((n) => options[n - 1]?.value ?? []);
    const ticks = [...new Set([...ticksOf(scene, question), ...codes])];
    return save(step, { [`~${question.key}`]: ticks }, question.key);
  }
  if (saysAll.has(fold(text)))
    return save(step, { [`~${question.key}`]: options.map(({ value }) => value) }, question.key);
  if (lines.problem === 'wrong-list') return refuse(step, 'form-no-such-line', { last: options.length });
  if (!own) return refuseChoice(step);
  const typed = normalise(text);
  if (lengthOf(typed) < shortestOwn) return refuse(step, 'form-own-too-short', { min: shortestOwn });
  const before = scene.answers[own];
  const whole = typeof before === 'string' ? `${before}\n${typed}` : typed;
  const have = lengthOf(whole);
  if (have > longestOwn) return refuse(step, 'form-text-too-long', { max: longestOwn, have });
  const saved = await write(step, { [own]: whole }, question.key);
  if (!saved) return 'moved';
  await ctx.say({
    text: saved.html('form-own-added', { own: shorten(typed, 200) }),
    buttons: [
      ...rowsOf([doneButton(step), saveButton(step)]),
      [removeOwnButton(step.scene, question, whole)],
    ],
    // Further lines are still to be ticked.
    besides: true,
  });
  return 'stay';
}

async function receive(step: Step, input: Extract<Input, { kind: 'file' }>, max: number): Promise<Outcome> {
  const { ctx, scene } = step;
  try {
    const name = input.file.name ?? (await photoName(scene, input.caption));
    const received = await receiveFile(ctx, scene, { ...input.file, name }, max);
    const { again, storedAs, count: n } = received;
    const shown = again && input.file.name !== undefined ? cleanFileName(name) : storedAs;
    const counts = { n, max, left: max - n };
    const text = scene.html(again ? 'form-file-again' : 'form-file-arrived', { name: shown, ...counts });
    // Photos are called by their caption, but never by such a number.
    const caption = looksLikeIdentityNumber(input.caption ?? '') || holdsIdentityNumber(input.caption ?? '');
    return await sayWithin(step, caption ? `${text}\n${scene.html('form-caption-identity-number')}` : text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return sayWithin(step, sayRefusal(scene, error));
  }
}
