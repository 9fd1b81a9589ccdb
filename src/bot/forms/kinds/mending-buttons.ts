import type { InlineKeyboardButton } from 'grammy/types';
import { type ComposedText, partsOf, readComposed } from '../../../drafts/composed-text.ts';
import { saysWords } from '../../../text/courtesy.ts';
import { type FormPress, ops } from '../buttons.ts';
import type { Asked } from '../form.ts';
import { canKeep, previousAnswer } from '../position.ts';
import { begunKey } from '../step.ts';
import { button } from './option-rows.ts';

/** What [Viết thêm] and [Viết lại từ đầu] carry. */
export const writings = { more: 'more', anew: 'anew' } as const;

/** Returns the text that was begun since the earlier answer. */
export function composedOf({ scene, question }: Asked): ComposedText | undefined {
  return readComposed(scene.answers[begunKey(question)]);
}

/** Returns the earlier answer, where it is a text to add to; undefined: there is none. */
export function earlierText(asked: Asked): string | undefined {
  const earlier = previousAnswer(asked);
  return typeof earlier === 'string' && earlier !== '' && canKeep(asked) ? earlier : undefined;
}

/** Builds [Viết thêm] and [Viết lại từ đầu], as long as neither was chosen. */
export function writingRow(asked: Asked): InlineKeyboardButton[][] {
  if (earlierText(asked) === undefined || composedOf(asked)?.chosen) return [];
  const { scene } = asked;
  return [
    [
      button(asked, scene.t('form-write-more'), ops.choose, writings.more),
      button(asked, scene.t('form-write-anew'), ops.choose, writings.anew),
    ],
  ];
}

/**
 * Builds [Bỏ đoạn cuối], where there is something to take back. It says how many parts there are,
 * so that a double tap takes one back and not two.
 */
export function takeBackButton(asked: Asked): InlineKeyboardButton[] {
  const text = composedOf(asked);
  const n = text === undefined ? 0 : partsToTakeBack(text);
  return n > 0 ? [button(asked, asked.scene.t('form-remove-piece'), ops.remove, String(n))] : [];
}

/** Counts the parts that [Bỏ đoạn cuối] can take: of the earlier text none until [Viết thêm]. */
export function partsToTakeBack(text: ComposedText): number {
  return text.chosen ? partsOf(text) : text.pieces.length;
}

/** Reads the typed label of one of these buttons. */
export function namedWriting(text: string, asked: Asked): Pick<FormPress, 'op' | 'value'> | undefined {
  const { scene } = asked;
  const says = (key: string) => saysWords(text, scene.t(key));
  if (writingRow(asked).length > 0) {
    if (says('form-write-more')) return { op: ops.choose, value: writings.more };
    if (says('form-write-anew')) return { op: ops.choose, value: writings.anew };
  }
  if (takeBackButton(asked).length > 0 && says('form-remove-piece')) return { op: ops.remove, value: '' };
  return undefined;
}
