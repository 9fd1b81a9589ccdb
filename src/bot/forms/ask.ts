import type { InlineKeyboardButton } from 'grammy/types';
import type { WantedFiles } from '../../channels/expecting.ts';
import { filesOfDraft } from '../../exemplars/attachments.ts';
import { shorten } from '../../forms/shorten.ts';
import { escapeHtml } from '../../i18n.ts';
import { formData, type Op, ops, rowsOf } from './buttons.ts';
import type { AnswerKind, Form, Option, Question, Reply, Scene } from './form.ts';
import { removeOwnButton } from './own-lines.ts';
import { asList, placeOf, previousAnswer, questionBefore, ticksOf } from './position.ts';
import { reviewText } from './review-screen.ts';

/** A message shows 4,096 characters; entities of HTML count as what they show. */
const room = 3900;
const soFarLength = 600;
/** As many as fit are shown at once: every category of a plan, all criteria, all lines to mend. More are turned like pages. */
const mostAtOnce = 20;
const optionsPerPage = 8;

/** The message that asks a question: place, question, answer so far, buttons. */
export async function askReply(form: Form, scene: Scene, question: Question, page = 0): Promise<Reply> {
  const { n, of } = placeOf(form, scene, question);
  const place = of > 1 && !question.unnumbered ? `<b>${n}/${of}</b> ` : '';
  const answer = question.answer;
  const lines = [place + (await question.ask(scene))];
  if (answer.kind === 'confirm') lines.push(reviewText(form, scene, room - (lines[0]?.length ?? 0)));
  const soFar =
    answer.kind === 'files'
      ? await filesSoFar(scene, answer.max)
      : answerSoFar(question, scene, await optionsOf(question, scene));
  if (soFar) lines.push(soFar);
  const text = lines.join('\n\n');

  if (answer.kind === 'phone') {
    return { text, keyboard: phoneKeyboard(form, scene, question), waitsFor: 'words' };
  }
  return {
    text,
    buttons: await questionButtons(form, scene, question, page),
    waitsFor: takesWords(answer) ? 'words' : 'choice',
    ...(question.wantsNumber && { wantsNumber: true }),
    ...(answer.kind === 'files' && { wantsFiles: wantedFiles(scene, question, answer.max) }),
  };
}

/** Whether words of one's own are an answer. */
export function takesWords(answer: AnswerKind): boolean {
  return (
    answer.kind === 'text' ||
    answer.kind === 'paragraphs' ||
    (answer.kind === 'ticks' && answer.own !== undefined)
  );
}

/** Files for this question of this draft, for channels that take them on a page. */
export function wantedFiles({ draft }: Scene, question: Question, max: number): WantedFiles {
  return { draftId: draft.id, rev: draft.rev, max, arrived: formData(draft.id, question.key, ops.arrived) };
}

/** Buttons under a question; the same again after each tick or page. */
export async function questionButtons(
  form: Form,
  scene: Scene,
  question: Question,
  page: number,
): Promise<InlineKeyboardButton[][]> {
  const press = (text: string, op: Op, value = ''): InlineKeyboardButton => ({
    text,
    callback_data: formData(scene.draft.id, question.key, op, value),
  });
  const answer = question.answer;
  const rows: InlineKeyboardButton[][] = [];

  if (answer.kind === 'confirm') {
    rows.push([press(answer.sendLabel(scene), ops.choose, 'send')]);
    rows.push([
      ...(answer.editable ? [press(scene.t('form-edit'), ops.edit)] : []),
      press(scene.t('form-save'), ops.save),
    ]);
    rows.push([press(scene.t('form-cancel'), ops.cancel)]);
    return rows;
  }

  const options = await optionsOf(question, scene);
  const perPage = options.length > mostAtOnce ? optionsPerPage : mostAtOnce;
  const shown = options.slice(page * perPage, (page + 1) * perPage);
  if (answer.kind === 'ticks') {
    const ticked = new Set(ticksOf(scene, question));
    rows.push(
      ...shown.map((o) => [
        press(
          `${ticked.has(o.value) ? '☑' : '☐'} ${o.label}`,
          ops.tick,
          `${page}.${ticked.has(o.value) ? 0 : 1}.${o.value}`,
        ),
      ]),
    );
  } else {
    rows.push(...rowsOf(shown.map((o) => press(o.label, ops.choose, o.value))));
  }
  rows.push(...pageRow(scene, Math.ceil(options.length / perPage), page, press));

  const nav: InlineKeyboardButton[] = [];
  if (answer.kind === 'ticks' || answer.kind === 'paragraphs' || answer.kind === 'files') {
    rows.push([press(scene.t('form-done'), ops.done)]);
  }
  const hasFiles =
    answer.kind === 'files' && (await filesOfDraft(scene.house.db.pool, scene.draft)).length > 0;
  if (canKeep(question, scene, options)) nav.push(press(scene.t('form-keep'), ops.keep));
  if (questionBefore(form, scene, question)) nav.push(press(scene.t('form-back'), ops.back));
  if (question.optional) nav.push(press(scene.t('form-skip'), ops.skip));
  if (form.savable !== false) nav.push(press(scene.t('form-save'), ops.save));
  // After the others: where buttons are numbered, those keep their numbers.
  if (hasFiles) nav.push(press(scene.t('form-remove-file'), ops.remove));
  if (answer.kind === 'ticks' && answer.own && scene.answers[answer.own])
    nav.push(removeOwnButton(scene, question, scene.answers[answer.own]));
  for (let i = 0; i < nav.length; i += 2) rows.push(nav.slice(i, i + 2));
  return rows;
}

/** Whether "keep as it is" answers the question: there is an earlier answer that still can be given, and the person came back to it. */
export function canKeep(question: Question, scene: Scene, options: Option[]): boolean {
  const value = previousAnswer(scene, question);
  return value !== undefined && !question.unnumbered && canStay(question, scene, value, options);
}

/** What was sent back is asked again with what stood there: another subject has other categories meanwhile. */
function canStay(
  { key, answer: { kind } }: Question,
  { answers }: Scene,
  value: unknown,
  options: Option[],
): boolean {
  const codes = kind === 'ticks' ? asList(value) : kind === 'choice' ? [value] : [];
  return (
    key in answers || value === null || codes.every((code) => options.some((option) => option.value === code))
  );
}

/** The options of a question; none where it has none. */
export async function optionsOf({ answer }: Question, scene: Scene): Promise<Option[]> {
  return 'options' in answer && answer.options ? answer.options(scene) : [];
}

/** Which files are there: one sent by mistake is seen, and one that never came is missed. */
async function filesSoFar(scene: Scene, max: number): Promise<string | undefined> {
  const files = await filesOfDraft(scene.house.db.pool, scene.draft);
  if (files.length === 0) return undefined;
  const names = files.map(({ name }) => shorten(name, 60)).join('”, “');
  return scene.html('form-files-so-far', { n: files.length, max, names });
}

/** The answer that "keep as it is" keeps, and the text begun since: [Xong] takes that one instead. */
function answerSoFar(question: Question, scene: Scene, options: Option[]): string | undefined {
  if (question.answer.kind === 'confirm') return undefined;
  const quoted = (words: string) => escapeHtml(shorten(words, soFarLength));
  const words = inWords(question, scene, options);
  const begun = question.answer.kind === 'paragraphs' ? scene.answers[`~${question.key}`] : undefined;
  const lines = words === undefined ? [] : [`${scene.html('form-so-far')} ${quoted(words)}`];
  if (typeof begun === 'string') {
    const label = words === undefined ? 'form-so-far' : 'form-begun-anew';
    lines.push(`${scene.html(label)} ${quoted(begun)}`);
    if (words !== undefined) lines.push(scene.html('form-begun-choose'));
  }
  return lines.length > 0 ? lines.join('\n\n') : undefined;
}

/** The earlier answer as people know it, never as a code; undefined when there is none that still can be given. */
function inWords(question: Question, scene: Scene, options: Option[]): string | undefined {
  const value = previousAnswer(scene, question);
  if (value === undefined || !canStay(question, scene, value, options)) return undefined;
  if (value === null) return scene.t('form-skipped');
  const codes: unknown[] = Array.isArray(value) ? value : [value];
  const labels = options.filter((option) => codes.includes(option.value)).map(({ label }) => label);
  return question.show?.(value, scene) ?? (labels.length > 0 ? labels.join(', ') : String(value));
}

function phoneKeyboard(form: Form, scene: Scene, question: Question): NonNullable<Reply['keyboard']> {
  const nav = [
    ...(questionBefore(form, scene, question) ? [{ text: scene.t('form-back') }] : []),
    ...(question.optional ? [{ text: scene.t('form-skip') }] : []),
  ];
  return {
    keyboard: [[{ text: scene.t('form-share-phone'), request_contact: true }], nav],
    resize_keyboard: true,
    one_time_keyboard: true,
  };
}

function pageRow(
  scene: Scene,
  pages: number,
  page: number,
  press: (text: string, op: Op, value?: string) => InlineKeyboardButton,
): InlineKeyboardButton[][] {
  if (pages <= 1) return [];
  const row: InlineKeyboardButton[] = [];
  if (page > 0) row.push(press(scene.t('form-page-before'), ops.page, String(page - 1)));
  if (page < pages - 1)
    row.push(press(scene.t('form-page-after', { n: page + 2, of: pages }), ops.page, String(page + 1)));
  return [row];
}
