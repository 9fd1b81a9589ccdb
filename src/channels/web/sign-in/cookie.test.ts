import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSessionCookie } from './cookie.ts';

const key = randomBytes(32);
const cookie = createSessionCookie(key, false);
const sent = (header: string) => header.split(';')[0] ?? '';

test('a written cookie is read back, also among other cookies', () => {
  const value = sent(cookie.write('abc_-123'));
  expect(cookie.read(value)).toBe('abc_-123');
  expect(cookie.read(`a=b; ${value}; dien-hinh-2=x`)).toBe('abc_-123');
});

test('no letter of it can be changed, and another key cannot make one', () => {
  const value = sent(cookie.write('abc123'));
  for (let at = value.indexOf('=') + 1; at < value.length - 1; at++) {
    const other = value[at] === 'A' ? 'B' : 'A';
    expect(cookie.read(value.slice(0, at) + other + value.slice(at + 1))).toBeUndefined();
  }
  expect(createSessionCookie(randomBytes(32), false).read(value)).toBeUndefined();
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
])('%j names no session', (header) => expect(cookie.read(header)).toBeUndefined());

test('a forged cookie before the true one does not hide it', () => {
  expect(cookie.read(`dien-hinh=planted.x; ${sent(cookie.write('mine'))}`)).toBe('mine');
});

test('over https it is for https only and for this host only', () => {
  const secure = createSessionCookie(key, true).write('abc');
  expect(secure).toMatch(
    /^__Host-dien-hinh=abc\.[\w-]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
  expect(cookie.write('abc')).toMatch(/^dien-hinh=.*; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(cookie.read(sent(secure))).toBeUndefined();
});
