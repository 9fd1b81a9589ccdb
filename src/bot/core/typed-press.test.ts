import { describe, expect, it, test } from 'vitest';
import { removeShownButtons, type ShownButtons, showNewButtons } from '../../jobs/shown-buttons.ts';
import { findLabelByPart, findWholeLabel } from './typed-press.ts';

const buttonsOf = (...labels: string[]) => labels.map((label) => ({ label, data: `press:${label}` }));
const shown: ShownButtons = {
  messageId: 9,
  at: 1000,
  buttons: buttonsOf(
    'Đăng ký điển hình',
    'Danh sách của đơn vị',
    'Kế hoạch triển khai (hạn 24/8/2021)',
    'Không duyệt',
    'Xem 3 tệp',
    '📎 Minh chứng',
    'Tiếp tục',
  ),
  before: buttonsOf('Nhắc lại ngày mai', 'Đã rõ'),
};
const whole = (text: string, sentAt = 1001) => findWholeLabel(shown, text, sentAt)?.label;
const part = (text: string, sentAt = 1001) =>
  findLabelByPart(shown, text, sentAt, (data) => data === 'press:Không duyệt')?.label;

test.each([
  ['danh sach cua don vi', 'Danh sách của đơn vị'],
  ['“Đăng ký điển hình”', 'Đăng ký điển hình'],
  ['"TIẾP TỤC" ạ', 'Tiếp tục'],
  ['minh chứng', '📎 Minh chứng'],
  ['không duyệt nhé anh', 'Không duyệt'],
  ['Đã rõ 👍', 'Đã rõ'],
  ['danh sách', undefined],
  ['duyệt', undefined],
  ['ạ', undefined],
  ['Anh A Nhưk tiếp tục làm trưởng thôn', undefined],
])('the whole label "%s" presses %s', (text, label) => expect(whole(text)).toBe(label));

test.each([
  ['kế hoạch triển khai', 'Kế hoạch triển khai (hạn 24/8/2021)'],
  ['ke hoach', 'Kế hoạch triển khai (hạn 24/8/2021)'],
  ['của đơn vị ạ', 'Danh sách của đơn vị'],
  ['xem tệp', 'Xem 3 tệp'],
  ['điển hình', 'Đăng ký điển hình'],
  ['không', undefined],
  ['duyệt', undefined],
  ['rõ', undefined],
  ['24/8/2021', undefined],
  ['nhắc lại', undefined],
])('the part "%s" presses %s', (text, label) => expect(part(text)).toBe(label));

describe('a number typed', () => {
  const list: ShownButtons = {
    ...shown,
    buttons: buttonsOf('1. 34/QĐ-UBND', '2. 77/QĐ-CTN', '12. Xã Glar', 'Trang 2/2 ›', '3 tệp'),
  };
  const typed = (text: string) => findLabelByPart(list, text, 1001, () => false)?.label;
  it.each([
    ['1', '1. 34/QĐ-UBND'],
    ['2.', '2. 77/QĐ-CTN'],
    ['số 2', '2. 77/QĐ-CTN'],
    ['12 nhé', '12. Xã Glar'],
    ['dòng 1 ạ', '1. 34/QĐ-UBND'],
    ['3', undefined],
    ['1, 2', undefined],
    ['99', undefined],
    ['34', undefined],
  ])('“%s” presses the button with that number: %s', (text, label) => expect(typed(text)).toBe(label));
});

describe('when a label was typed', () => {
  it('presses nothing of buttons that came later', () => {
    expect(whole('Tiếp tục', 999)).toBeUndefined();
    expect(whole('Đã rõ', 999)).toBe('Đã rõ');
    expect(part('kế hoạch', 999)).toBeUndefined();
  });

  it('presses none of two that read alike and differ', () => {
    const twice = { ...shown, buttons: [...buttonsOf('Xem'), { label: 'xem', data: 'other' }] };
    expect(findWholeLabel(twice, 'xem', 1001)).toBeUndefined();
    const same = { ...shown, buttons: [...buttonsOf('Xem'), ...buttonsOf('Xem')] };
    expect(findWholeLabel(same, 'xem', 1001)?.data).toBe('press:Xem');
  });
});

describe('the shown buttons of a chat', () => {
  const first = showNewButtons(undefined, { messageId: 1, at: 1, buttons: buttonsOf('Một') });
  it('are those of the newest message, and those they replaced', () => {
    const next = showNewButtons(first, { messageId: 2, at: 2, buttons: buttonsOf('Hai') });
    expect(next).toEqual({ messageId: 2, at: 2, buttons: buttonsOf('Hai'), before: buttonsOf('Một') });
  });
  it('stay next to those of a message that keeps them', () => {
    const next = showNewButtons(first, { messageId: 2, at: 2, buttons: buttonsOf('Hai') }, true);
    expect(next?.buttons).toEqual(buttonsOf('Hai', 'Một'));
  });
  it('are forgotten after two messages of a form', () => {
    const asked = showNewButtons(first, { messageId: 2, at: 2, buttons: [] });
    expect(asked?.before).toEqual(buttonsOf('Một'));
    expect(showNewButtons(asked, { messageId: 3, at: 3, buttons: [] })).toBeUndefined();
  });
  it('go when their message loses them', () => {
    expect(removeShownButtons(first, 'press:Một')).toBeUndefined();
    expect(removeShownButtons(first, 'press:Hai')).toBe(first);
  });
});
