import type { InlineKeyboardButton } from 'grammy/types';
import { escapeHtml } from '../../i18n.ts';
import { shorten } from '../../text/shorten.ts';
import { formData, type Op, ops } from './buttons.ts';
import type { Asked, Reply } from './form.ts';
import { sayPlaceOf } from './place.ts';
import { canKeep, canStay, previousAnswer, questionBefore } from './position.ts';
import { sayTogether } from './several-answers.ts';

/** A message has 4,096 characters; entities of HTML count as the shown character. */
const room = 3900;
const soFarLength = 600;

/** Builds the message that asks a question: place, question, answer so far, buttons. */
export async function askReply(asked: Asked, page = 0): Promise<Reply> {
  const { scene, question } = asked;
  const { answer } = question;
  const together = sayTogether(asked);
  const head = [placeWords(asked) + (await question.ask(scene)), ...(together ? [together] : [])].join('\n');
  const below = answer.below ? await answer.below(asked, room - head.length) : await answerSoFar(asked);
  const text = below ? `${head}\n\n${below}` : head;
  const { waitsFor } = answer;
  if (answer.keyboard) return { text, keyboard: answer.keyboard(asked), waitsFor };
  return {
    text,
    buttons: await questionButtons(asked, page),
    waitsFor,
    ...(question.wantsNumber && { wantsNumber: true }),
    ...(answer.wantsFiles && { wantsFiles: answer.wantsFiles(asked) }),
  };
}

/** "3/12 " before a question; "2/6 GLAR-2021-003 " before one that is repeated for a list. */
function placeWords(asked: Asked): string {
  const { about } = asked.question;
  if (about) {
    const place = about.of > 0 ? `${about.n}/${about.of} ` : '';
    return `<b>${place}${escapeHtml(about.item.label)}</b>${about.item.label.length > 20 ? '\n' : ' '}`;
  }
  const place = sayPlaceOf(asked);
  return place && `<b>${place}</b> `;
}

/** Builds the buttons under a question; the same again after each tick or page. */
export async function questionButtons(asked: Asked, page: number): Promise<InlineKeyboardButton[][]> {
  const { form, scene, question } = asked;
  const { rows, behind = [], common = true } = await question.answer.buttons(asked, page);
  if (!common) return rows;
  const press = (text: string, op: Op): InlineKeyboardButton => ({
    text: scene.t(text),
    callback_data: formData(scene.draft.id, question.key, op),
  });
  const nav = [
    ...(canKeep(asked) ? [press('form-keep', ops.keep)] : []),
    ...(questionBefore(asked) ? [press('form-back', ops.back)] : []),
    ...(question.optional && !(await question.answer.hasPart?.(asked)) ? [press('form-skip', ops.skip)] : []),
    ...(form.savable !== false ? [press('form-save', ops.save)] : []),
    ...behind,
  ];
  const pairs = Array.from({ length: Math.ceil(nav.length / 2) }, (_, i) => nav.slice(i * 2, i * 2 + 2));
  return [...rows, ...pairs];
}

/** The answer that "keep as it is" keeps. */
async function answerSoFar(asked: Asked): Promise<string | undefined> {
  const words = await inWords(asked);
  return words === undefined
    ? undefined
    : `${asked.scene.html('form-so-far')} ${escapeHtml(shorten(words, soFarLength))}`;
}

/**
 * The earlier answer in words, never as a code; undefined when there is none that is still valid.
 */
async function inWords(asked: Asked): Promise<string | undefined> {
  const { scene, question, options } = asked;
  const value = previousAnswer(asked);
  if (value === undefined || !canStay(question, scene, value, options)) return undefined;
  if (value === null) return scene.t('form-skipped');
  const codes: unknown[] = Array.isArray(value) ? value : [value];
  const labels = options.filter((option) => codes.includes(option.value)).map(({ label }) => label);
  const asIs = labels.length > 0 ? labels.join(', ') : String(value);
  return (await question.show?.(value, scene)) ?? asIs;
}
