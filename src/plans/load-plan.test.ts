import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { stoppedClock } from '../clock.ts';
import { loadUnits, parsePlan } from '../plan/load.ts';
import { loadRoster } from '../units/units.ts';
import { comparePlans } from './compare-plans.ts';
import { loadPlanText, previewPlan } from './load-plan.ts';
import { openPlans } from './plans.ts';
import { sayDifference } from './say-difference.ts';

const file = 'prisma/plans/101-kh-ubnd.yaml';
const text = readFileSync(file, 'utf8');
const at = new Date('2021-08-18T01:00:00Z');

/** The plan file with one place changed. */
function changed(from: string, to: string, of = text): string {
  if (!of.includes(from)) throw new Error(`the plan has no "${from}"`);
  return of.replace(from, to);
}

let db: TestDatabase;
const opened: TestDatabase[] = [];
beforeEach(async () => {
  db = await freshDatabase({ poolSize: 2 });
  opened.push(db);
});
afterAll(() => Promise.all(opened.map((one) => one.drop())));

const load = (content: string) => loadPlanText(db, { name: 'ke-hoach.yaml', text: content }, { at });

/** Plan 101 with its units, one exemplar and one document. */
async function startWork(): Promise<void> {
  await load(text);
  await loadRoster(db.pool, loadUnits('prisma/units/dak-doa.yaml', parsePlan(text, file)), { planId: 1, at });
  await db.pool.query(`insert into person (id, name, created_at) values (1, 'A', $1)`, [at]);
  await db.pool.query(
    `insert into exemplar (code, plan_id, unit_id, year, subject, category, criteria, movements, name, search_name, place,
       difficult_area, direct_labour, summary, impact, endorsed_on, status, submitted_at, submitted_by_id)
     values ('GLAR-2021-001', 1, 1, 2021, 'collective', 'community', '{ge-1,co-2}', '{new-rural}', 'Làng', 'lang', 'Làng', false, false,
       't', 'h', '2021-08-01', 'submitted', $1, 1)`,
    [at],
  );
  await db.pool.query(
    `insert into filing (plan_id, unit_id, duty, occurrence, filed_at, filed_by_id, channel)
     values (1, 1, 'annualReport', '2021', $1, 1, 'web')`,
    [at],
  );
}

describe('a plan file', () => {
  it('is stored once, however often and by how many it is loaded', async () => {
    const loads = await Promise.all([load(text), load(text), load(text)]);
    expect(loads.filter(({ known }) => !known)).toHaveLength(1);
    expect(await db.prisma.planVersion.count()).toBe(1);
    const plans = await openPlans(db, '101/KH-UBND');
    expect(plans.leading()).toMatchObject({ id: 1, code: '101/KH-UBND', closed: false });
  });

  it('passes the office’s work to another body on its day', async () => {
    const passing = `passesTo:
  - from: 2025-07-01
    bodies: { office: { vi: Sở Nội vụ, en: the Department of Home Affairs } }

subjects:`;
    await load(changed('subjects:', passing));
    const clock = stoppedClock(new Date('2025-06-30T23:59:00+07:00'));
    const plans = await openPlans(db, '101/KH-UBND', clock);
    expect(plans.leading().bodies.office.vi).toBe('Phòng Nội vụ');
    clock.set(new Date('2025-07-01T00:00:00+07:00'));
    expect([plans.leading(), plans.find(1), ...plans.open()].map((plan) => plan?.bodies.office.vi)).toEqual([
      ...['Sở Nội vụ', 'Sở Nội vụ', 'Sở Nội vụ'],
    ]);
    expect(plans.leading().bodies.issuer).toBe('Phòng Nội vụ');
  });

  it('becomes a new version, which says what differs', async () => {
    await load(text);
    const next = changed(
      'date: 2021-08-25',
      'date: 2021-09-01',
      changed('min: 10, max: 15', 'min: 8, max: 15'),
    );
    const plans = await openPlans(db, '101/KH-UBND');
    const { number, differences } = await load(next);
    expect(number).toBe(2);
    expect(differences.map((one) => sayDifference('vi', one))).toEqual([
      'Chỉ tiêu của Xã: 10–15 thành 8–15',
      'Ngày cuối của Đăng ký điển hình tiên tiến: 24/8/2021 thành 31/8/2021',
    ]);
    expect(plans.leading().unitKinds.find(({ code }) => code === 'commune')?.quota.min).toBe(10);
    await plans.refresh();
    expect(plans.leading().unitKinds.find(({ code }) => code === 'commune')?.quota.min).toBe(8);
  });

  it('that is older does not undo a newer version', async () => {
    await load(text);
    await load(changed('date: 2021-08-25', 'date: 2021-09-01'));
    expect(await load(text)).toMatchObject({ known: true, number: 1 });
    expect(await db.prisma.planVersion.count()).toBe(2);
  });

  it('with another code is another plan, for the units whose kind it has', async () => {
    await startWork();
    const other = changed('code: 101/KH-UBND', 'code: 205/KH-UBND');
    expect(await previewPlan(db, { name: 'x', text: other })).toMatchObject({ planId: undefined, number: 1 });
    const { planId = 0 } = await load(other);
    expect(planId).not.toBe(1);
    expect(await db.prisma.planUnit.count({ where: { planId } })).toBe(53);
    const plans = await openPlans(db, '101/KH-UBND');
    expect(plans.open().map(({ code }) => code)).toEqual(['101/KH-UBND', '205/KH-UBND']);
    expect(plans.leading().code).toBe('101/KH-UBND');
  });

  it.each([
    [
      'a category in use',
      (plan: string) => plan.replaceAll('code: community', 'code: hamlet'),
      'categories: "community" is the category of 1 exemplar(s)',
    ],
    [
      'a criterion that was ticked',
      (plan: string) => changed('code: co-2', 'code: co-22', plan),
      '"co-2" was ticked for 1 exemplar(s)',
    ],
    [
      'a movement that exemplars came from',
      (plan: string) => changed('code: new-rural', 'code: new-country', plan),
      'movements: "new-rural" is the movement of 1 exemplar(s)',
    ],
    [
      'a kind of unit',
      (plan: string) => plan.replaceAll('township', 'town'),
      'unitKinds: "township" is the kind of 1 unit(s)',
    ],
    [
      'a duty with documents',
      (plan: string) => changed('code: annualReport', 'code: yearReport', plan),
      'duties: "annualReport" of 2021 has 1 document(s)',
    ],
    [
      'a time of a duty with documents',
      (plan: string) => changed('month: 12, from: 2021,', 'month: 12, from: 2022,', plan),
      '"annualReport" of 2021 has 1 document(s)',
    ],
    [
      'the subject of a category in use',
      (plan: string) => plan.replace(/(code: community\n\s+subject: )collective/, '$1individual'),
      'was collective and has 1 exemplar(s)',
    ],
  ])('is refused when it drops %s, with the line', async (_, change, says) => {
    await startWork();
    const refused = await load(change(text)).catch((error: unknown) => error);
    expect(String(refused)).toMatch(/ke-hoach\.yaml:\d+: /);
    expect(String(refused)).toContain(says);
    expect(await db.prisma.planVersion.count()).toBe(1);
  });

  it('is refused when its plan is closed', async () => {
    await load(text);
    await db.prisma.plan.updateMany({ data: { closedAt: at } });
    await expect(load(changed('date: 2021-08-25', 'date: 2021-09-01'))).rejects.toThrow('is closed');
    const plans = await openPlans(db, '101/KH-UBND');
    expect([plans.open(), plans.all().length]).toEqual([[], 1]);
  });
});

it.each([
  [
    'interimSummary',
    'due: { rule: unset }',
    'due: { rule: on, date: 2023-06-30 }',
    'Ngày cuối của Sơ kết giai đoạn: chưa ấn định thành 30/6/2023',
  ],
  ['the points of the ranking', 'yearKept: 3', 'yearKept: 4', 'Sửa Hội nghị điển hình, điểm xếp hạng'],
  ['the points of a level', 'district: 2,', 'district: 3,', 'Sửa Hội nghị điển hình, điểm xếp hạng'],
  [
    'the number of delegates',
    '  weights:\n    yearKept',
    '  delegates: 40\n  weights:\n    yearKept',
    'Sửa Hội nghị điển hình, điểm xếp hạng',
  ],
  ['the office', 'vi: Phòng Nội vụ', 'vi: Phòng Văn hóa – Xã hội', 'Sửa Tên các cơ quan'],
  ['the ladder', 'before: [14, 7, 3, 1]', 'before: [7, 1]', 'Sửa Lịch nhắc việc'],
  [
    'a name',
    'vi: Kế hoạch triển khai,',
    'vi: Kế hoạch thực hiện,',
    'Việc phải nộp “Kế hoạch triển khai” thành “Kế hoạch thực hiện”',
  ],
  [
    'a criterion',
    'giữ gìn an ninh trật tự ở địa phương',
    'giữ gìn an ninh, trật tự ở địa phương',
    'Tiêu chí “giữ gìn an ninh trật tự ở địa phương” thành “giữ gìn an ninh, trật tự ở địa phương”',
  ],
])('says what differs in %s', (_, from, to, says) => {
  const found = comparePlans(parsePlan(text, file), parsePlan(changed(from, to), file));
  expect(found.map((one) => sayDifference('vi', one))).toEqual([says]);
});
