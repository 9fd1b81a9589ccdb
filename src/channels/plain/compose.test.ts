import { describe, expect, it } from 'vitest';
import { compose, type Tail } from './compose.ts';
import { plainKeyboard } from './menu.ts';
import { mergeList } from './merge-list.ts';

const plain = (text: string) => ({ text, entities: [] });
const inline = (...texts: string[]) => ({
  inline_keyboard: texts.map((text) => [{ text, callback_data: text }]),
});
const tail = (labels: string[], more: Partial<Tail> = {}): Tail => ({
  keyboard: plainKeyboard(inline(...labels), more.letters ?? false),
  letters: false,
  unsure: false,
  ...more,
});
const said = (text: string, given: Tail, longest = 2000) =>
  compose(plain(text), given, 'vi', { longest }).map((part) => part.text);

describe('a message', () => {
  it('without buttons is its text', () => {
    expect(said('Đã lưu.', tail([]))).toEqual(['Đã lưu.']);
  });

  it('with buttons ends with the menu', () => {
    expect(said('Đối tượng?', tail(['Tập thể', 'Cá nhân']))).toEqual([
      'Đối tượng?\n\nGõ số để chọn:\n1. Tập thể\n2. Cá nhân',
    ]);
  });

  it('with letters says that they are letters', () => {
    expect(said('Số người?', tail(['Quay lại'], { letters: true }))[0]).toMatch(/chữ cái.*:\nA\. Quay lại$/);
  });

  it('carries its menu on the last part, whole', () => {
    const long = 'dòng dài '.repeat(100).trim();
    for (let longest = 300; longest < 1100; longest += 37) {
      const parts = said(long, tail(['Tập thể', 'Cá nhân']), longest);
      expect(parts.every((part) => part.length <= longest)).toBe(true);
      expect(parts.at(-1)).toMatch(/Gõ số để chọn:\n1\. Tập thể\n2\. Cá nhân$/);
      expect(parts.slice(0, -1).join(' ')).not.toContain('Gõ số');
    }
  });

  it('says that it may be there twice', () => {
    expect(said('Đối tượng?', tail([], { unsure: true }))[0]).toMatch(
      /^\(Mạng vừa trục trặc.*\)\n\nĐối tượng\?$/s,
    );
  });

  it('shows where to send files', () => {
    expect(said('Minh chứng?', tail(['Xong'], { upload: 'https://a.example/t' }))[0]).toMatch(
      /^Minh chứng\?\n\n.*:\nhttps:\/\/a\.example\/t\n\nGõ số để chọn:\n1\. Xong$/s,
    );
  });

  it('may be a menu alone', () => {
    expect(said('', tail(['Xong']))).toEqual(['Gõ số để chọn:\n1. Xong']);
  });
});

describe('a list that its buttons repeat', () => {
  const text = plain('Tiêu chí? Chọn các dòng, xong thì chọn Xong.\n\n1. có tinh thần tương thân\n2. giữ gìn an ninh');
  const choices = (...labels: string[]) => plainKeyboard(inline(...labels), false).choices;

  it('becomes the menu, each line in full', () => {
    const merged = mergeList(text, choices('☐ 1. có tinh thần…', '☑ 2. giữ gìn an ninh', 'Xong'));
    expect(merged.text.text).toBe('Tiêu chí? Chọn các dòng, xong thì chọn Xong.');
    expect(merged.choices.map(({ mark, label }) => `${mark}. ${label}`)).toEqual([
      '1. ☐ có tinh thần tương thân',
      '2. ☑ giữ gìn an ninh',
      '3. Xong',
    ]);
  });

  it.each([
    ['a button has no line', ['☐ 1. có tinh thần…', '☐ 3. việc khác']],
    ['the words differ', ['☐ 1. tinh thần', '☐ 2. giữ gìn an ninh']],
    ['the buttons have no numbers', ['Xong', 'Quay lại']],
  ])('stays when %s', (_name, labels) => {
    const given = choices(...labels);
    expect(mergeList(text, given)).toEqual({ text, choices: given });
  });
});
