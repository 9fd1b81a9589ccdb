import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedList } from '../../src/reports/signed-list/signed-list.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { convert, pages, pageText, words } from './office.ts';
import { calendar, fillDistrict, plan101 } from './sample.ts';

const pointsPerMillimetre = 72 / 25.4;

let folder = '';
let db: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-signed-'));
  db = await freshDatabase();
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true });
});

test('the list of every kind of unit prints as Word and Excel, with nothing cut off', async () => {
  const units = await fillDistrict(db, plan101, 7);
  const counted = await db.prisma.exemplar.groupBy({
    by: ['unitId'],
    where: { year: 2021, status: { in: ['submitted', 'approved'] } },
    _count: { id: true },
  });
  const most = (kind: string) =>
    units
      .filter((unit) => unit.kind === kind)
      .map((unit) => ({ unit, lines: counted.find((one) => one.unitId === unit.id)?._count.id ?? 0 }))
      .sort((a, b) => b.lines - a.lines)[0];
  for (const { code } of plan101.unitKinds) {
    const { unit, lines } = most(code) ?? {};
    if (!unit || lines === undefined) throw new Error(`no unit of ${code}`);
    const made = await signedList.make(
      { db, plan: plan101, calendar, tempDir: folder },
      {
        year: 2021,
        unitIds: [unit.id],
        unitLabel: unit.name,
        locale: 'vi',
        by: 'Lê Thị Thu',
        now: new Date('2022-02-05T02:05:00Z'),
      },
    );
    expect(made.rows).toBe(lines);
    for (const path of [made.path, made.also?.[0]?.path ?? '']) {
      const pdf = await convert(path, 'pdf');
      const { count, width, height } = await pages(pdf);
      expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
      const all = await words(pdf);
      const numbers = all.filter(({ left, text }) => left < 36 * pointsPerMillimetre && /^\d+$/.test(text));
      expect(numbers.length, `${unit.name} ${path}`).toBe(lines);
      for (const { left, right, text } of all) {
        expect(left, text).toBeGreaterThanOrEqual(29 * pointsPerMillimetre);
        expect(right, text).toBeLessThanOrEqual(width - 14 * pointsPerMillimetre);
      }
      const paper = path.endsWith('.docx') ? count : count - 1;
      for (let page = 2; page < paper; page++) expect(await pageText(pdf, page)).toMatch(/^\s*A\s+B\s+1/m);
      expect(await pageText(pdf, paper)).toContain('(Ký, họ tên, đóng dấu)');
    }
  }
});
