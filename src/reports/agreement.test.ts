import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { added, readTable, type Value } from '../../tests/documents/read-table.ts';
import { calendar, fillDistrict, plan101, seeded, type Unit } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { nameDuty } from '../duties/say.ts';
import { listStandings } from '../duties/standing.ts';
import { type Locale, t } from '../i18n.ts';
import { localDate } from '../plan/calendar.ts';
import type { DeliveryStatus } from '../store/generated/enums.ts';
import { byUnit } from './by-unit.ts';
import { detail } from './detail.ts';
import { phoneList } from './phone-list.ts';
import { unreachedWords } from './phone-list-columns.ts';
import type { Report } from './report.ts';

const now = new Date('2022-03-10T02:00:00Z');
const outcomes: [DeliveryStatus, ...DeliveryStatus[]] = [
  'sent',
  'blocked',
  'unconnected',
  'failed',
  'dropped',
  'pending',
];
const createdAt = new Date('2021-08-18T01:00:00Z');

let tempDir = '';
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-agreement-'));
});
afterAll(() => rm(tempDir, { recursive: true }));

/**
 * Adds people of all sorts: several for a unit or none, heads, blocked or never connected, nudged
 * with every outcome.
 */
async function fillPeople(db: TestDatabase, units: Unit[], seed: number): Promise<void> {
  const random = seeded(seed * 31);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  let made = 0;
  for (const unit of units) {
    for (let n = Math.floor(random() * 3); n > 0; n--) {
      made++;
      const accounts = Array.from({ length: Math.floor(random() * 3) }, (_, index) => ({
        channel: index === 0 ? 'telegram' : 'zalo',
        externalId: `p${made}`,
        chatId: made,
        reachable: random() < 0.5,
        createdAt,
      }));
      const person = await db.prisma.person.create({
        data: {
          name: `Người ${made}`,
          phone: random() < 0.7 ? `0905${String(made).padStart(6, '0')}` : null,
          createdAt,
          accounts: { create: accounts },
          memberships: {
            create: {
              unitId: unit.id,
              role: pick(['liaison', 'liaison', 'head']),
              since: createdAt,
              until: random() < 0.1 ? new Date('2022-01-01T00:00:00Z') : null,
            },
          },
        },
      });
      for (let nudges = Math.floor(random() * 3); nudges > 0; nudges--) {
        const at = new Date(Date.UTC(2021, 7, 24) + Math.floor(random() * 90) * 86_400_000);
        const status = pick(outcomes);
        await db.prisma.delivery.create({
          data: {
            key: `test:${made}:${nudges}`,
            personId: person.id,
            kind: 'nudge',
            status,
            createdAt: at,
            settledAt: status === 'pending' ? null : at,
            nudges: {
              create: {
                duty: 'registration',
                planId: 1,
                lastDay: new Date('2021-08-24'),
                unitId: unit.id,
                stage: `round-${nudges}`,
                personId: person.id,
                createdAt: at,
              },
            },
          },
        });
      }
    }
  }
}

async function make(db: TestDatabase, report: Report, year: number, locale: Locale = 'vi') {
  const made = await report.make(
    { db, plan: plan101, calendar, tempDir },
    { year, locale, by: 'Lê Thị Thu', now },
  );
  const figure = (key: string, args = {}) =>
    Number(made.figures.find(({ label }) => label === t(locale, key, args))?.value);
  return { made, figure, table: await readTable(made.path) };
}

/** The people to phone, found one by one: lines as the sheet shows them. */
async function toPhone(db: TestDatabase, units: Unit[]): Promise<Value[][]> {
  // The ladder has not begun for the dues of December, and has reached the heads for everything
  // overdue.
  const standings = (await listStandings({ db, plan: plan101, now })).filter(
    ({ status }) => status === 'overdue',
  );
  const lines: Value[][] = [];
  for (const unit of units) {
    const owed = standings.filter(({ unitId }) => unitId === unit.id);
    if (owed.length === 0) continue;
    const members = await db.prisma.membership.findMany({
      where: {
        unitId: unit.id,
        role: { in: ['liaison', 'head'] },
        OR: [{ until: null }, { until: { gt: now } }],
      },
      include: { person: { include: { accounts: true } } },
      orderBy: { personId: 'asc' },
    });
    const duties = owed.map((one) => nameDuty(plan101, 'vi', one)).join('; ');
    const due = owed.map((one) => one.due?.lastDay ?? '').sort()[0];
    if (members.length === 0) {
      lines.push([unit.name, null, null, null, duties, due ?? null, unreachedWords.nobody, null]);
    }
    for (const { person, role } of members) {
      const settled = await db.prisma.delivery.findMany({
        where: { personId: person.id, status: { notIn: ['pending', 'dropped'] } },
        orderBy: { id: 'desc' },
      });
      const sent = settled
        .filter(({ status }) => status === 'sent')
        .map(({ settledAt }) => settledAt?.getTime() ?? 0);
      const reachable = person.accounts.some((account) => account.reachable);
      if (reachable && settled[0]?.status !== 'failed') continue;
      const why = reachable ? 'failed' : person.accounts.length > 0 ? 'blocked' : 'unconnected';
      lines.push([
        unit.name,
        person.name,
        t('vi', `role-${role}`),
        person.phone,
        duties,
        due ?? null,
        unreachedWords[why],
        sent.length > 0 ? localDate(new Date(Math.max(...sent)), plan101.zone) : null,
      ]);
    }
  }
  return lines;
}

const day = (value: Value | undefined): Value =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);

describe.each([3, 17, 2024])('a random database (%i): caption, sheets and database agree', (seed) => {
  let db: TestDatabase;
  let units: Unit[];
  beforeAll(async () => {
    db = await freshDatabase();
    units = await fillDistrict(db, plan101, seed);
    await fillPeople(db, units, seed);
  });
  afterAll(() => db.drop());

  const count = async (sql: string) => {
    const { rows } = await db.pool.query<{ n: number }>(`select count(*) as n from ${sql}`);
    return rows[0]?.n ?? -1;
  };
  const counting = `status in ('submitted', 'approved')`;

  test.each(['vi', 'en'] as const)(
    'the list and the summary agree, and each says what it counts (%s)',
    async (locale) => {
      const counted: number[] = [];
      for (const year of [2021, 2022]) {
        const list = await make(db, detail, year, locale);
        const ofYear = await count(`exemplar where year = ${year} and ${counting}`);
        counted.push(ofYear);
        const all = await count(`exemplar where year = ${year}`);
        expect([
          list.figure('report-figure-exemplars'),
          list.table.lines.length,
          list.table.grand[1],
        ]).toEqual([all, all, all]);
        expect(list.figure('report-figure-counted', { year })).toBe(ofYear);
        expect(list.table.notes.get('So với Tổng hợp theo đơn vị')).toContain(`(ở danh sách này: ${ofYear})`);

        const summary = await make(db, byUnit, year, locale);
        const upTo = counted.reduce((sum, n) => sum + n, 0);
        const years = year === 2021 ? '2021' : '2021–2022';
        expect(summary.figure('report-figure-submitted', { years })).toBe(upTo);
        expect(summary.table.grand[4]).toBe(upTo);
        expect(added(summary.table.lines, 4)).toBe(upTo);
        expect(summary.table.notes.get(`Riêng năm ${year}`)).toContain(`${ofYear} điển hình được tính`);
      }
      expect(counted[1]).toBeGreaterThan(0);
    },
  );

  test.each(['vi', 'en'] as const)('late and overdue agree with the duties (%s)', async (locale) => {
    const { figure, table } = await make(db, byUnit, 2022, locale);
    const standings = (await listStandings({ db, plan: plan101, now })).filter(({ quota }) => quota);
    const of = (status: string) => standings.filter((one) => one.status === status).length;
    expect(of('overdue')).toBeGreaterThan(5);
    for (const [key, column, status, said] of [
      ['report-figure-units-late', 14, 'doneLate', 'Nộp chậm'],
      ['report-figure-units-overdue', 15, 'overdue', 'Quá hạn chưa đủ'],
    ] as const) {
      expect(figure(key)).toBe(of(status));
      expect(table.grand[column]).toBe(of(status));
      expect(
        added(
          table.totals.map(({ values }) => values),
          column,
        ),
      ).toBe(of(status));
      expect(table.lines.filter((line) => line[13] === said)).toHaveLength(of(status));
    }
  });

  test('the list to phone has each unreached person, once a unit', async () => {
    const { made, figure, table } = await make(db, phoneList, 2022);
    const expected = await toPhone(db, units);
    const lines = table.lines.map((line) => [
      line[1],
      line[3],
      line[4],
      line[5],
      line[6],
      day(line[7]),
      line[8],
      day(line[9]),
    ]);
    const sorted = (all: unknown[][]) => all.map((line) => JSON.stringify(line)).sort();
    expect(sorted(lines)).toEqual(sorted(expected));
    expect(new Set(expected.map((line) => line[6])).size).toBe(4);
    expect([made.rows, figure('report-figure-phone-lines'), table.grand[8]]).toEqual([
      expected.length,
      expected.length,
      expected.length,
    ]);
    for (const { from, to, values } of table.totals) expect(values[8]).toBe(to - from);
    expect(figure('report-figure-phone-units')).toBe(new Set(expected.map(([unit]) => unit)).size);
    for (const [key, why] of Object.entries({
      'report-figure-phone-blocked': unreachedWords.blocked,
      'report-figure-phone-unconnected': unreachedWords.unconnected,
      'report-figure-phone-failed': unreachedWords.failed,
      'report-figure-phone-nobody': unreachedWords.nobody,
    })) {
      expect(figure(key)).toBe(expected.filter((line) => line[6] === why).length);
    }
  });
});
