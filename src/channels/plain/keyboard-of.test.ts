import { expect, it } from 'vitest';
import { rebuildKeyboard } from './keyboard-of.ts';
import { buildPlainKeyboard } from './menu.ts';

it.each([
  ['buttons', ['Tập thể', 'Cá nhân']],
  ['buttons with numbers of their own', ['☐ 1. Gương mẫu', '☑ 2. Nổi trội', '3. Khác', 'Xong']],
])('%s come back as they were', (_name, labels) => {
  const markup = { inline_keyboard: labels.map((text, i) => [{ text, callback_data: `d${i}` }]) };
  for (const letters of [false, true]) {
    expect(rebuildKeyboard(buildPlainKeyboard(markup, letters).choices)).toEqual(markup);
  }
});

it("a reply keyboard's words come back; a phone number is typed as before", () => {
  const keyboard = [[{ text: 'Chia sẻ số', request_contact: true as const }], [{ text: 'Bỏ qua' }]];
  expect(rebuildKeyboard(buildPlainKeyboard({ keyboard }, true).choices)).toEqual({
    keyboard: [[{ text: 'Bỏ qua' }]],
    resize_keyboard: true,
  });
});

it('a button includes the details below its line', () => {
  const choice = { mark: '2', label: 'Rút lại', detail: 'Lê Thị Mai', data: 'd' };
  expect(rebuildKeyboard([choice])).toEqual({
    inline_keyboard: [[{ text: 'Rút lại – Lê Thị Mai', callback_data: 'd' }]],
  });
});
