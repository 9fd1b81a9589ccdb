import { expect, test } from 'vitest';
import { type Locale, t } from '../../i18n.ts';
import { fitsLength } from '../../text/normalise.ts';
import { readLineToEdit } from '../forms/button-words.ts';
import { type ReasonFor, reasonLength, reasonQuestion } from './reason-question.ts';
import { otherReason } from './registering/only-open-lines.ts';

const reasons: Record<ReasonFor, string> = {
  return: 'số hộ',
  reject: 'khen thưởng',
  reopen: 'Duyệt nhầm',
  document: 'chữ ký',
  nil: 'chưa có điển hình',
  nominees: 'chưa nổi bật',
  delegate: 'ba năm liền',
  due: 'thêm thời gian',
  person: 'Chuyển công tác',
  ground: 'Nghị quyết',
  'step-dropped': 'dịch bệnh',
  'step-reopened': 'Đánh dấu nhầm',
  activity: 'Ghi nhầm',
  award: 'số liệu',
  plan: 'kế hoạch mới',
};

test.each(
  (['vi', 'en'] satisfies Locale[]).flatMap((locale) =>
    Object.entries(reasons).map(([of, words]): [Locale, string, string] => [locale, of, words]),
  ),
)('each reason has an example of its own that would be taken: %s, %s', (locale, of, words) => {
  const example = t(locale, `reason-example-${of}`);
  expect(example).toContain(words);
  expect(fitsLength(example, reasonLength)).toBe(true);
});

test.each([
  'Gõ nhầm số quyết định.',
  'Sửa năm sinh cho đúng',
  'Sai địa bàn',
  'Ghi nhầm ngày họp',
  'Đổi người đại diện',
])('“%s” is a reason, though elsewhere it wishes to change a line', (text) => {
  expect(readLineToEdit(text)).toBeDefined();
  expect(reasonQuestion('award', () => '').answer.tellsWhy).toBe(true);
  expect(otherReason.answer.tellsWhy).toBe(true);
});
