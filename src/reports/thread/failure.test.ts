import { expect, it } from 'vitest';
import { DomainError } from '../../errors.ts';
import { isBrokenConnection } from '../../store/broken-connection.ts';
import { isDiskFull } from '../../store/disk-room.ts';
import { describeFailure, restoreFailure } from './failure.ts';

const coded = (code: string, message = 'write') => Object.assign(new Error(message), { code });
/** Sends an error to the other thread, as `postMessage` does. */
const send = (error: unknown) => restoreFailure(structuredClone(describeFailure(error)));

it.each<[string, Error, { full: boolean; broken: boolean }]>([
  ['a full disk', coded('ENOSPC'), { full: true, broken: false }],
  ['a full quota', coded('EDQUOT'), { full: true, broken: false }],
  ['a full disk below', new Error('pipeline', { cause: coded('ENOSPC') }), { full: true, broken: false }],
  ['a server that stops', coded('57P01'), { full: false, broken: true }],
  ['a refused connection', coded('ECONNREFUSED'), { full: false, broken: true }],
  ['a bug', new TypeError('x is undefined'), { full: false, broken: false }],
])('%s is the same in the other thread', (_, error, { full, broken }) => {
  const sent = send(error);
  expect([isDiskFull(sent), isBrokenConnection(sent)]).toEqual([full, broken]);
  expect(sent).toMatchObject({ name: error.name, message: error.message, stack: error.stack });
});

it('a refusal keeps its code and words', () => {
  const sent = send(new DomainError('plan-closed', { plan: '101/KH-UBND' }));
  expect(sent).toBeInstanceOf(DomainError);
  expect(sent).toMatchObject({ code: 'plan-closed', args: { plan: '101/KH-UBND' } });
});
