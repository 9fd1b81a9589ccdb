import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { createLog, placesOf } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('trace', { write: (line) => lines.push(line) }));
  return lines.join('');
}

const secret = 'Nguyễn Thị Lan 0905123456';

describe('the log', () => {
  it('is JSON lines with an ISO time and the message', () => {
    const line = logged((log) => log.info({ count: 3 }, 'ready'));
    expect(JSON.parse(line)).toEqual({
      level: 30,
      time: expect.stringMatching(/Z$/),
      count: 3,
      msg: 'ready',
    });
  });

  const database = new DatabaseError(`duplicate key: ${secret}`, 10, 'error');
  database.code = '23505';
  database.detail = `Key (phone)=(${secret}) already exists.`;
  database.where = secret;
  const telegram = Object.assign(new Error(`refused: ${secret}`), {
    error_code: 403,
    payload: { text: secret },
  });
  const errors: [what: string, error: unknown, shown: object][] = [
    ['an error', new TypeError(secret), { name: 'TypeError' }],
    [
      'an error whose message looks like a stack',
      new Error(`x\n    at ${secret}\n    at home (${secret}:1:1)`),
      { name: 'Error' },
    ],
    ['what PostgreSQL says', database, { name: 'error', code: '23505' }],
    ['what Telegram says', telegram, { name: 'Error', code: 403 }],
    ['a cause', new Error('outer', { cause: new RangeError(secret) }), { cause: { name: 'RangeError' } }],
    ['something thrown that is no error', secret, { name: 'string' }],
  ];
  it.each(errors)(
    'tells of %s its name, code and place, and nothing that it quotes',
    (_what, error, shown) => {
      const line = logged((log) => log.error({ err: error }, 'failed'));
      expect(line).not.toContain('0905123456');
      expect(line).not.toContain('Lan');
      expect(JSON.parse(line).err).toMatchObject(shown);
    },
  );

  it('says where it came from', () => {
    expect(placesOf(new Error('here'))[0]).toMatch(/log\.test\.ts:\d+:\d+\)?$/);
    expect(placesOf(new Error(''))[0]).toMatch(/log\.test\.ts/);
    expect(placesOf('no error')).toEqual([]);
  });
});
