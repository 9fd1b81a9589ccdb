import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { connect } from './database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const at = new Date('2021-08-18T01:00:00.000Z');
const unit = (code: string) => ({
  code,
  name: code,
  short: code,
  officeId: 1,
  position: 1,
  createdAt: at,
});

describe('one pool for SQL and Prisma', () => {
  it('shows the same rows to both', async () => {
    await db.prisma.unit.create({ data: unit('GLAR') });
    const { rows } = await db.pool.query('SELECT code, created_at FROM unit');
    expect(rows).toEqual([{ code: 'GLAR', created_at: at }]);
    expect(db.pool.totalCount).toBeGreaterThan(0);
  });

  it('reads counts and ids as numbers and days as midnight UTC', async () => {
    const { rows } = await db.pool.query(
      `SELECT count(*) AS n, 4503599627370496::int8 AS id, DATE '2021-08-31' AS day, NULL::int8 AS none FROM unit`,
    );
    expect(rows).toEqual([{ n: 1, id: 4503599627370496, day: new Date('2021-08-31T00:00:00Z'), none: null }]);
  });

  it('leaves the parsers of other users of pg alone', async () => {
    const chat = await db.prisma.webChat.create({ data: { label: 'x', createdAt: at } });
    expect(typeof chat.chatId).toBe('bigint');
  });
});

describe('a server that is set to another time zone', () => {
  it('changes no instant, neither through Prisma nor through SQL', async () => {
    const name = new URL(db.url).pathname.slice(1);
    await db.pool.query(`ALTER DATABASE ${name} SET timezone = 'Asia/Ho_Chi_Minh'`);
    const abroad = connect({ url: db.url, log: pino({ level: 'silent' }) });
    try {
      const stored = await abroad.prisma.unit.create({ data: unit('DAKDOA') });
      const read = await abroad.prisma.unit.findUniqueOrThrow({ where: { id: stored.id } });
      expect(read.createdAt).toEqual(at);
      const { rows } = await abroad.pool.query(
        `SELECT created_at, created_at::text AS text FROM unit WHERE code = 'DAKDOA'`,
      );
      expect(rows).toEqual([{ created_at: at, text: '2021-08-18 01:00:00+00' }]);
    } finally {
      await abroad.close();
    }
  });

  it('keeps the options in its address', async () => {
    const url = new URL(db.url);
    url.searchParams.set('options', '-c statement_timeout=4321');
    const other = connect({ url: url.href, log: pino({ level: 'silent' }) });
    try {
      const { rows } = await other.pool.query(
        `SELECT current_setting('statement_timeout') AS timeout, current_setting('TimeZone') AS zone`,
      );
      expect(rows).toEqual([{ timeout: '4321ms', zone: 'UTC' }]);
    } finally {
      await other.close();
    }
  });
});
