import type { InlineKeyboardButton } from 'grammy/types';
import { formData, ops } from './buttons.ts';
import type { Question, Scene } from './form.ts';

/** What was typed beside the lines to tick, one a line. */
export function linesOf(own: unknown): string[] {
  return typeof own === 'string' ? own.split('\n') : [];
}

/** [Bỏ tiêu chí riêng]: takes the newest line back; it says of how many, so that a double tap takes one. */
export function removeOwnButton(scene: Scene, question: Question, own: unknown): InlineKeyboardButton {
  const data = formData(scene.draft.id, question.key, ops.remove, String(linesOf(own).length));
  return { text: scene.t('form-remove-own'), callback_data: data };
}
