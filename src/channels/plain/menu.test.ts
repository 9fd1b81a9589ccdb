import { describe, expect, it } from 'vitest';
import { buildPlainKeyboard } from './menu.ts';

const inline = (...texts: string[]) => ({
  inline_keyboard: texts.map((text, i) => [{ text, callback_data: `d${i}` }]),
});
const lines = (keyboard: ReturnType<typeof buildPlainKeyboard>) =>
  keyboard.choices.map(({ mark, label }) => `${mark}. ${label}`);

describe('inline buttons', () => {
  it.each([
    ['are numbered', ['Tập thể', 'Cá nhân'], false, ['1. Tập thể', '2. Cá nhân']],
    ['are lettered where a number is the answer', ['Quay lại', 'Bỏ qua'], true, ['A. Quay lại', 'B. Bỏ qua']],
    [
      'keep a number of their own',
      ['☐ 1. Gương mẫu', '☑ 2. Nổi trội', 'Xong'],
      false,
      ['1. ☐ Gương mẫu', '2. ☑ Nổi trội', '3. Xong'],
    ],
    [
      'go on behind the highest on a second page, where 1 is still the first line of the list',
      ['☐ 9. Ăn ở sạch', '☐ 10. Đoàn kết', '‹ Trang trước', 'Xong'],
      false,
      ['9. ☐ Ăn ở sạch', '10. ☐ Đoàn kết', '11. ‹ Trang trước', '12. Xong'],
    ],
    [
      'are counted anew when two bring the same number',
      ['1. Một', '1. Hai'],
      false,
      ['1. 1. Một', '2. 1. Hai'],
    ],
    ['with a year are no numbered lines', ['2021', '2022'], false, ['1. 2021', '2. 2022']],
  ])('%s', (_name, labels, letters, shown) => {
    expect(lines(buildPlainKeyboard(inline(...labels), letters))).toEqual(shown);
  });

  it('that repeat in each row say what they are about', () => {
    const rows = [['1. Làng A', 'Bỏ'], ['2. Làng B', 'Bỏ'], ['Xong']].map((row) =>
      row.map((text) => ({ text, callback_data: text })),
    );
    const { choices } = buildPlainKeyboard({ inline_keyboard: rows }, false);
    expect(choices.map(({ mark, label, detail }) => [mark, label, detail])).toEqual([
      ['1', 'Làng A', undefined],
      ['2', 'Làng B', undefined],
      ['3', 'Bỏ', '(1) Làng A'],
      ['4', 'Bỏ', '(2) Làng B'],
      ['5', 'Xong', undefined],
    ]);
  });

  it('keep what they press', () => {
    expect(buildPlainKeyboard(inline('A', 'B'), false).choices.map(({ data }) => data)).toEqual(['d0', 'd1']);
  });

  it('have letters enough', () => {
    const labels = Array.from({ length: 60 }, (_, i) => `Dòng ${i}`);
    const marks = buildPlainKeyboard(inline(...labels), true).choices.map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(60);
    expect([marks[0], marks[25], marks[26], marks[52]]).toEqual(['A', 'Z', 'AA', 'BA']);
  });

  it('with an address become lines with it', () => {
    const keyboard = buildPlainKeyboard(
      {
        inline_keyboard: [
          [
            { text: 'Mở', url: 'https://a.example/x' },
            { text: 'Thôi', callback_data: 'x' },
          ],
        ],
      },
      false,
    );
    expect(keyboard.links).toEqual(['Mở: https://a.example/x']);
    expect(lines(keyboard)).toEqual(['1. Thôi']);
  });
});

describe('reply keyboards', () => {
  it('ask for the number where a phone would share it', () => {
    const keyboard = buildPlainKeyboard(
      { keyboard: [[{ text: 'Chia sẻ số', request_contact: true }], [{ text: 'Quay lại' }, 'Bỏ qua']] },
      true,
    );
    expect(keyboard.asksPhone).toBe(true);
    expect(keyboard.choices).toEqual([
      { mark: 'A', label: 'Quay lại', say: 'Quay lại' },
      { mark: 'B', label: 'Bỏ qua', say: 'Bỏ qua' },
    ]);
  });

  it('are removed', () => {
    expect(buildPlainKeyboard({ remove_keyboard: true }, false)).toMatchObject({ clears: true, choices: [] });
  });
});
