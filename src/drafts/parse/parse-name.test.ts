import { expect, test } from 'vitest';
import { parseName } from './parse-name.ts';

test.each([
  ['  Rơ Châm   H’Yéo ', 'Rơ Châm H’Yéo'],
  ['Câu lạc bộ\ncà phê sạch', 'Câu lạc bộ cà phê sạch'],
  ['Đinh Gơih'.normalize('NFD'), 'Đinh Gơih'],
  ['TỔ 3', 'TỔ 3'],
  ['a'.repeat(200), 'a'.repeat(200)],
  ['ệ'.normalize('NFD').repeat(200), 'ệ'.repeat(200)],
])('%j is kept as %j', (typed, name) => {
  expect(parseName(typed)).toEqual({ ok: true, value: name });
});

test.each([
  ['', 'no-letters'],
  ['12345', 'no-letters'],
  ['👍👍👍', 'no-letters'],
  ['Ai', 'too-short'],
  ['a'.repeat(201), 'too-long'],
])('%j is refused: %s', (typed, problem) => {
  expect(parseName(typed)).toEqual({ ok: false, problem });
});
