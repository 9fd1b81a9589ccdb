import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../tests/support/database.ts';
import { byteHolders } from './byte-holders.ts';
import { keptForGood } from './kept.ts';
import { dueBefore, type Period } from './rule.ts';
import { retentionRules } from './rules.ts';

async function schema(sql: string): Promise<string[]> {
  const db = await freshDatabase({ poolSize: 1 });
  try {
    return (await db.pool.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  } finally {
    await db.drop();
  }
}

const tables = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations' order by 1`;

describe('the rules of retention', () => {
  it('cover every table of the schema, or it is kept for a written reason', async () => {
    const decided = new Set([
      ...retentionRules.map(({ name }) => name.split('.')[0]),
      ...Object.keys(keptForGood),
    ]);
    const all = await schema(tables);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((table) => !decided.has(table))).toEqual([]);
  });

  it('name no table that does not exist', async () => {
    const all = new Set(await schema(tables));
    const named = [
      ...Object.keys(keptForGood),
      ...retentionRules.flatMap((rule) => ('table' in rule ? [rule.table] : [])),
    ];
    expect(named.filter((table) => !all.has(table))).toEqual([]);
  });

  it('have unique names that begin with their table', () => {
    const names = retentionRules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const rule of retentionRules) if ('table' in rule) expect(rule.name.split('.')[0]).toBe(rule.table);
  });

  it('know every table that names bytes of the file store', async () => {
    const holders = await schema(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name ~ '(storage|file|bytes)_key$' order by 1`,
    );
    expect(holders).toEqual([...byteHolders].sort());
    for (const table of byteHolders) {
      const deleting = retentionRules.filter((rule) => 'table' in rule && rule.table === table && !rule.set);
      expect(deleting.map((rule) => 'bytes' in rule && rule.bytes)).not.toContain(undefined);
    }
  });

  it('are listed in the installation guide, each with its period', () => {
    const guide = readFileSync('docs/cai-dat.md', 'utf8').normalize('NFC');
    const lines = guide.split('\n');
    const listed = [...guide.matchAll(/^\|.*`([a-z_]+\.[a-z-]+)`/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...retentionRules.map(({ name }) => name), ...ofFiles].sort());
    for (const { name, after } of retentionRules) {
      const line = lines.find((one) => one.includes(`\`${name}\``));
      expect(line, name).toContain(inVietnamese(after));
    }
  });

  it.each([
    [{ days: 7 }, '2021-08-11T08:00:00.000Z'],
    [{ hours: 22 }, '2021-08-17T10:00:00.000Z'],
    [{ minutes: 15 }, '2021-08-18T07:45:00.000Z'],
    [{ minutes: 0 }, '2021-08-18T08:00:00.000Z'],
  ])('count back %j', (after, before) => {
    expect(dueBefore(after, new Date('2021-08-18T08:00:00Z')).toISOString()).toBe(before);
  });
});

/** Names in the log for the results of the daily comparison, and for work without a table. */
const ofFiles = ['files.without-row', 'files.without-bytes', 'files.temporary'];

function inVietnamese(after: Period): string {
  if ('days' in after) return `${after.days} ngày`;
  if ('hours' in after) return 'trong 1 ngày';
  return after.minutes === 0 ? 'hết hạn' : `${after.minutes} phút`;
}
