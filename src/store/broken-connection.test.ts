import { describe, expect, it } from 'vitest';
import { isBrokenConnection } from './broken-connection.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('isBrokenConnection', () => {
  it.each<[about: string, error: unknown]>([
    ['a server that Prisma cannot reach', withCode('P1001')],
    ['a server that closed the connection of Prisma', withCode('P1017')],
    ['a server that recovers, in words alone', new Error('the database system is in recovery mode')],
    ['a server that shuts down, in words alone', new Error('the database system is shutting down')],
    ['a statement that was interrupted', new Error('terminating connection due to administrator command')],
    ['a raw statement of Prisma', new Error('\nRaw query failed. Code: `57P01`. Message: `terminating`')],
    ['words of Prisma', new Error("Can't reach database server at 127.0.0.1:1")],
    ['a transaction that found no connection', new Error('Unable to start a transaction in the given time.')],
    ['a refused connection, in words alone', new Error('connect ECONNREFUSED 127.0.0.1:5432')],
    ['a reset while reading, in words alone', new Error('read ECONNRESET')],
  ])('knows %s', (_about, error) => {
    expect(isBrokenConnection(error)).toBe(true);
  });

  it.each<[about: string, error: unknown]>([
    ['a mistake of ours', new TypeError("Cannot read properties of undefined (reading 'id')")],
    ['a statement that took too long', withCode('57014')],
    ['a constraint that refuses', withCode('23505')],
    [
      'a raw statement that Prisma refuses',
      new Error('Raw query failed. Code: `42P01`. Message: `no table`'),
    ],
    ['a text that quotes such words', new Error('bad answer: terminating connection')],
  ])('does not take %s for one', (_about, error) => {
    expect(isBrokenConnection(error)).toBe(false);
  });
});
