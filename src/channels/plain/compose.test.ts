import { describe, expect, it } from 'vitest';
import { compose, type Tail } from './compose.ts';
import { buildPlainKeyboard } from './menu.ts';
import { mergeList } from './merge-list.ts';

const plain = (text: string) => ({ text, entities: [] });
const inline = (...texts: string[]) => ({
  inline_keyboard: texts.map((text) => [{ text, callback_data: text }]),
});
const tail = (labels: string[], more: Partial<Tail> = {}): Tail => ({
  keyboard: buildPlainKeyboard(inline(...labels), more.letters ?? false),
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

  it('carries its menu on the last part, undivided', () => {
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

  it('of boxes says that several may be ticked at once', () => {
    expect(said('Tiêu chí?', tail(['☐ Một', '☑ Hai', 'Xong']))).toEqual([
      'Tiêu chí?\n\nGõ số để chọn, nhiều số một lúc cũng được (ví dụ: 1, 3):\n1. ☐ Một\n2. ☑ Hai\n3. Xong',
    ]);
  });

  it('may be a menu alone', () => {
    expect(said('', tail(['Xong']))).toEqual(['Gõ số để chọn:\n1. Xong']);
  });
});

describe('a list that its buttons repeat', () => {
  const text = plain(
    'Tiêu chí? Chọn các dòng, xong thì chọn Xong.\n\n1. có tinh thần tương thân\n2. giữ gìn an ninh',
  );
  const choices = (...labels: string[]) => buildPlainKeyboard(inline(...labels), false).choices;

  it('becomes the menu, each line in full', () => {
    const merged = mergeList(text, choices('☐ 1. có tinh thần…', '☑ 2. giữ gìn an ninh', 'Xong'));
    expect(merged.text.text).toBe('Tiêu chí? Chọn các dòng, xong thì chọn Xong.');
    expect(merged.choices.map(({ mark, label }) => `${mark}. ${label}`)).toEqual([
      '1. ☐ có tinh thần tương thân',
      '2. ☑ giữ gìn an ninh',
      '3. Xong',
    ]);
  });

  const queue = plain(
    'Chờ duyệt 9–10 trong 10:\n9. GLAR-1 Làng A – Xã Glar, gửi 8/8\n10. GLAR-2 Làng B rất dài – trễ',
  );
  it.each([
    [
      'and more',
      queue,
      ['GLAR-1 Làng A', 'GLAR-2 Làng B…', 'Duyệt tất cả'],
      'Chờ duyệt 9–10 trong 10:\n\nGõ số để chọn:\n1. GLAR-1 Làng A\n___Xã Glar, gửi 8/8\n2. GLAR-2 Làng B…\n___…rất dài – trễ\n3. Duyệt tất cả',
    ],
    [
      'and nothing more',
      plain('Điển hình 1–2 trong 2:\nGLAR-1 Làng A\nGLAR-2 Làng B – chờ duyệt\n\nHết.'),
      ['GLAR-1 Làng A', 'GLAR-2 Làng B'],
      'Điển hình 1–2 trong 2:\n\nHết.\n\nGõ số để chọn:\n1. GLAR-1 Làng A\n2. GLAR-2 Làng B\n___chờ duyệt',
    ],
  ])('becomes the menu when they say the beginning of its lines %s', (_name, given, labels, shown) => {
    const merged = mergeList(given, choices(...labels));
    const keyboard = { ...buildPlainKeyboard(undefined, false), choices: merged.choices };
    const parts = compose(merged.text, { keyboard, letters: false, unsure: false }, 'vi', { longest: 2000 });
    expect(parts.map((part) => part.text.replaceAll('\u00a0', '_'))).toEqual([shown]);
  });

  it.each([
    ['nothing introduces it', 'Xã Glar\nHạn nộp – 24/8', ['Hạn nộp']],
    ['a line goes on otherwise', 'Việc:\nĐăng ký điển hình tiên tiến: còn 8', ['Đăng ký điển hình']],
    ['a line has no button', 'Việc:\nMột – xong\nHai – xong', ['Một']],
    ['the order differs', 'Việc:\nMột – xong\nHai – xong', ['Hai', 'Một']],
  ])('stays without numbers when %s', (_name, words, labels) => {
    const given = choices(...labels);
    expect(mergeList(plain(words), given)).toEqual({ text: plain(words), choices: given });
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
