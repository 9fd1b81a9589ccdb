import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChoice } from './choose.ts';
import { buildPlainKeyboard, type LiveMenu } from './menu.ts';

const shownAt = 1_000_000;
const now = 2_000_000;
const menuOf = (labels: string[], letters = false, more: Partial<LiveMenu> = {}): LiveMenu => ({
  messageId: 7,
  shownAt,
  until: now + 1,
  choices: buildPlainKeyboard(
    { inline_keyboard: labels.map((text) => [{ text, callback_data: text }]) },
    letters,
  ).choices,
  ...more,
});
const menu = menuOf(['Tập thể', 'Cá nhân', '☐ Đăng ký', '← Quay lại']);
const press = (typed: string, menus: Parameters<typeof findChoice>[0] = { menu }, sentAt = now) =>
  findChoice(menus, typed, sentAt, now)?.choice.data;

describe('the choice that a typed text presses', () => {
  it.each([
    ['1', 'Tập thể'],
    [' 2 ', 'Cá nhân'],
    ['2.', 'Cá nhân'],
    ['(2)', 'Cá nhân'],
    ['02', 'Cá nhân'],
    ['２', 'Cá nhân'],
    ['Tập thể', 'Tập thể'],
    ['tap the', 'Tập thể'],
    ['TẬP THỂ.', 'Tập thể'],
    ['Tập thể'.normalize('NFD'), 'Tập thể'],
    ['2. Cá nhân', 'Cá nhân'],
    ['dang ky', '☐ Đăng ký'],
    ['quay lai', '← Quay lại'],
    ['số 2', 'Cá nhân'],
    ['So 2', 'Cá nhân'],
    ['mục 1', 'Tập thể'],
    ['nút 2', 'Cá nhân'],
    ['bấm số 1 ạ', 'Tập thể'],
    ['cái 2', 'Cá nhân'],
    ['chọn 2', 'Cá nhân'],
    ['tổ 2', undefined],
    ['0', undefined],
    ['5', undefined],
    ['1 2', undefined],
    ['12', undefined],
    ['tập thể nhé', 'Tập thể'],
    ['1 ạ', 'Tập thể'],
    ['dạ 2 nha chị', 'Cá nhân'],
    ['em chọn số 2 ạ', 'Cá nhân'],
    ['câu 1 ạ', 'Tập thể'],
    ['1️⃣', 'Tập thể'],
    ['2 👍', 'Cá nhân'],
    ['"Cá nhân" ạ', 'Cá nhân'],
    ['quay lại giúp em với', '← Quay lại'],
    ['2. cá nhân ạ', 'Cá nhân'],
    ['ddawng kys', '☐ Đăng ký'],
    ['1 và 2 nhé', undefined],
    ['ạ', undefined],
    ['tập thể lớp 5', undefined],
    ['', undefined],
    ['☐', undefined],
    ['/dangky', undefined],
  ])('%j', (typed, pressed) => {
    expect(press(typed)).toBe(pressed);
  });

  it.each([
    ['a', 'Quay lại'],
    ['B', 'Bỏ qua'],
    ['b)', 'Bỏ qua'],
    ['B ạ', 'Bỏ qua'],
    ['dạ a nhé', 'Quay lại'],
    ['25 người ạ', undefined],
    ['1975 ạ', undefined],
    ['2', undefined],
    ['25', undefined],
    ['bo qua', 'Bỏ qua'],
    ['C', undefined],
  ])('with letters: %j', (typed, pressed) => {
    expect(press(typed, { menu: menuOf(['Quay lại', 'Bỏ qua'], true) })).toBe(pressed);
  });

  it('no choice when two labels read alike', () => {
    expect(press('an', { menu: menuOf(['Ân', 'Ăn']) })).toBeUndefined();
  });

  it('two lines with the same label count as one when they press the same', () => {
    const choices = [menu, menuOf(['Xong'], true)].flatMap((one) => one.choices);
    const joined = menuOf([], false, { choices: [...choices, { mark: '5', label: 'Xong', data: 'Xong' }] });
    expect(press('xong', { menu: joined })).toBe('Xong');
  });

  it('no choice without a menu, or once it has expired', () => {
    expect(press('1', {})).toBeUndefined();
    expect(press('1', { menu: menuOf(['A'], false, { until: now - 1 }) })).toBeUndefined();
  });

  it('the previous menu, when the text was typed before the live one was shown', () => {
    const previous = menuOf(['Cũ'], false, { messageId: 3, shownAt: 1 });
    expect(findChoice({ menu, previous }, '1', 0, now)).toBeUndefined();
    const early = findChoice({ menu, previous }, '1', shownAt - 1, now);
    expect(early?.menu.messageId).toBe(3);
    expect(findChoice({ menu, previous }, '1', shownAt, now)?.menu.messageId).toBe(7);
    expect(findChoice({ menu }, '1', shownAt - 1, now)).toBeUndefined();
  });
});

it('every line can be pressed by its mark, and by its label when that is unique', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-zđăâ]{3,12}( [a-z]{3,8})?$/), { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      (labels, letters) => {
        const one = menuOf(labels, letters);
        for (const { mark, label } of one.choices) expect(press(mark, { menu: one })).toBe(label);
      },
    ),
  );
});
