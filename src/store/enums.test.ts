import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, expectTypeOf, it } from 'vitest';
import type { SubjectCode } from '../plan/plan.ts';
import * as enums from './generated/enums.ts';

const members = Object.values(enums).map((one) => new Set<string>(Object.values(one)));

/** The plan imports nothing, and the browser's program none of the server. */
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !/^src\/(plan|page|store\/generated)\//.test(file));

/** Finds unions and lists of several members of one enum, typed out by hand. */
function typedByHand(code: string): string[] {
  const unions = code.matchAll(/(?<!(?:Exclude|Extract)<\w+,\s*)(?<!'\s*\|\s*)'\w+'(?:\s*\|\s*'\w+')+/g);
  const lists = code.matchAll(/z\.enum\(\[([^\]]*)\]/g);
  return [...unions, ...lists]
    .map(([text]) => text)
    .filter((text) => {
      const words = [...text.matchAll(/'(\w+)'/g)].map(([, word = '']) => word);
      return words.length > 1 && members.some((one) => words.every((word) => one.has(word)));
    });
}

it.each([
  [`state: 'open' | 'done';`, [`'open' | 'done'`]],
  [`role?:\n  | 'liaison'\n  | 'head'`, [`'liaison'\n  | 'head'`]],
  [`z.enum(['sent', 'failed'])`, [`z.enum(['sent', 'failed']`]],
  [`Exclude<DraftState, 'open' | 'done'>`, []],
  [`Extract<Role, 'liaison' | 'head'>`, []],
  [`outcome: 'done' | 'retry' | 'failed'`, []],
  [`status === 'returned' || status === 'rejected'`, []],
])('knows what repeats an enum of the database: %s', (code, found) => {
  expect(typedByHand(code)).toEqual(found);
});

it('no type repeats the members of an enum of the database', () => {
  const found = files.flatMap((file) =>
    typedByHand(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found.filter((one) => !one.startsWith('src/store/enums.test.ts'))).toEqual([]);
});

it('the plan and the database call the subjects the same', () => {
  expectTypeOf<SubjectCode>().toEqualTypeOf<enums.Subject>();
});
