import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeMadeFor } from '../chat-files/made-for.ts';
import { readFileToken, writeFileToken } from './file-token.ts';
import { sign } from './signature.ts';
import { readUploadToken, type UploadToken, writeUploadToken } from './upload-token.ts';

const key = randomBytes(32);
const file = { id: '0b4d2f0e-5d3e-4a53-9d4b-6c1f0b7a3c11', expires: 1_700_000_000 };
const upload: UploadToken = {
  channel: 'zalo',
  chatId: 5_000_000_000_000_001,
  draftId: 12,
  rev: 3,
  max: 10,
  arrived: 'f:c:files:u',
  locale: 'vi',
  expires: 1_700_000_000,
};

it('a written token is read back', () => {
  expect(readFileToken(key, writeFileToken(key, file))).toEqual(file);
  expect(readUploadToken(key, writeUploadToken(key, upload))).toEqual(upload);
  const ofPart = { ...upload, part: 'evidence@12' };
  expect(readUploadToken(key, writeUploadToken(key, ofPart))).toEqual(ofPart);
});

it('a token with any letter changed, left out or added is invalid', () => {
  for (const [token, read] of [
    [writeFileToken(key, file), readFileToken],
    [writeUploadToken(key, upload), readUploadToken],
  ] as const) {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: token.length - 1 }),
        fc.constantFrom('', 'A', 'z', '0', '-', '_', '.', '=', '%', 'AA'),
        (at, letter) => {
          const changed = token.slice(0, at) + letter + token.slice(at + 1);
          if (changed !== token) expect(read(key, changed)).toBeUndefined();
        },
      ),
    );
  }
});

it('a token of another key, or for another purpose, is invalid', () => {
  expect(readFileToken(randomBytes(32), writeFileToken(key, file))).toBeUndefined();
  const content = `${file.id}.abc`;
  expect(readFileToken(key, `${content}.${sign(key, 'upload', content)}`)).toBeUndefined();
  expect(readFileToken(key, `${content}.${sign(key, 'file', content)}`)).toBeDefined();
});

it('a token is bound to the person and the question', () => {
  const bound = (personId: number, unitIds: number[] | null, period: string, right = 'report') =>
    `zalo:5000000000000001\n${writeMadeFor({ personId, right, unitIds, planId: 1, question: { report: 'tonghop', period, unitId: null } })}`;
  const token = writeFileToken(key, file, bound(7, [1, 2], '2021'));
  expect(readFileToken(key, token, bound(7, [1, 2], '2021'))).toEqual(file);
  for (const other of [
    '',
    bound(8, [1, 2], '2021'),
    bound(7, [1, 2, 3], '2021'),
    bound(7, null, '2021'),
    bound(7, [1, 2], '2022'),
    bound(7, [1, 2], '2021', 'reportPhones'),
    bound(7, [1, 2], '2021').replace('zalo', 'web'),
    bound(7, [1, 2], '2021').replace('0001', '0002'),
  ]) {
    expect(readFileToken(key, token, other), other).toBeUndefined();
    expect(readFileToken(key, writeFileToken(key, file, other), bound(7, [1, 2], '2021'))).toBeUndefined();
  }
});

it.each(['', '.', '..', 'a.b.c', 'a.b', '../../etc/passwd', 'null.null'])('%j is invalid', (token) => {
  expect(readFileToken(key, token)).toBeUndefined();
  expect(readUploadToken(key, token)).toBeUndefined();
});
