import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sessionCookie } from './cookie.ts';

const key = randomBytes(32);
const cookie = sessionCookie(key, false);
const sent = (header: string) => header.split(';')[0] ?? '';

test('what was written is read back, also among other cookies', () => {
  const value = sent(cookie.write('abc_-123'));
  expect(cookie.read(value)).toBe('abc_-123');
  expect(cookie.read(`a=b; ${value}; dien-hinh-2=x`)).toBe('abc_-123');
});

test('no letter of it can be changed, and no other key makes one', () => {
  const value = sent(cookie.write('abc123'));
  for (let at = value.indexOf('=') + 1; at < value.length - 1; at++) {
    const other = value[at] === 'A' ? 'B' : 'A';
    expect(cookie.read(value.slice(0, at) + other + value.slice(at + 1))).toBeUndefined();
  }
  expect(sessionCookie(randomBytes(32), false).read(value)).toBeUndefined();
});

test.each([
  undefined,
  '',
  'dien-hinh',
  'dien-hinh=',
  'dien-hinh=.',
  'dien-hinh=abc',
  'dien-hinh=abc.',
  'x=y',
])('%j is nobody', (header) => expect(cookie.read(header)).toBeUndefined());

test('a false cookie before the true one does not hide it', () => {
  expect(cookie.read(`dien-hinh=planted.x; ${sent(cookie.write('mine'))}`)).toBe('mine');
});

test('over https it is for https alone and for this host alone', () => {
  const secure = sessionCookie(key, true).write('abc');
  expect(secure).toMatch(
    /^__Host-dien-hinh=abc\.[\w-]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
  expect(cookie.write('abc')).toMatch(/^dien-hinh=.*; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(cookie.read(sent(secure))).toBeUndefined();
});
