import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calendar, plan101, smallPlan } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { stoppedClock } from '../clock.ts';
import { instantOf } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import type { Role } from '../store/generated/enums.ts';
import { planMorningLines } from './morning-line.ts';

const moment = (date: string, time: string) => instantOf(date, time, 'Asia/Ho_Chi_Minh');
const clock = stoppedClock(moment('2021-08-18', '08:00'));
const joined = moment('2021-08-18', '08:00');

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await person('Hạnh', ['officer']);
  await person('Thọ', ['manager']);
  await person('Cả Hai', ['manager', 'officer']);
  await person('Lan', ['publicist']);
});
beforeEach(() => db.prisma.delivery.deleteMany());
afterAll(() => db.drop());

async function person(name: string, roles: Role[], since = joined, until?: Date): Promise<void> {
  await db.prisma.person.create({
    data: {
      name,
      createdAt: joined,
      memberships: { create: roles.map((role) => ({ role, officeId: 1, since, until })) },
    },
  });
}

async function planAt(date: string, time: string, plan: Plan = plan101): Promise<number> {
  clock.set(moment(date, time));
  return (await planMorningLines({ db, plans: [plan], calendar, clock })).deliveries;
}

async function told(): Promise<string[]> {
  const rows = await db.prisma.delivery.findMany({ include: { person: true } });
  return rows.map((row) => row.person.name ?? '').sort();
}

const officers = ['Cả Hai', 'Hạnh'];
const all = [...officers, 'Thọ'];

describe('who is told on which morning', () => {
  it.each([
    ['Thursday at eight', '2021-08-19', '08:00', officers],
    ['Thursday a minute before', '2021-08-19', '07:59', []],
    ['Thursday, late: the process was down', '2021-08-19', '15:40', officers],
    ['Thursday at night', '2021-08-19', '20:30', []],
    ['Friday', '2021-08-20', '08:00', officers],
    ['Saturday', '2021-08-21', '08:00', []],
    ['Sunday', '2021-08-22', '10:00', []],
    ['Monday: managers too, and who is both once', '2021-08-23', '08:00', all],
    ['another year, a Monday', '2024-12-30', '09:00', all],
    ['the day they joined, after eight', '2021-08-18', '09:00', []],
  ])('%s', async (_, date, time, names) => {
    expect(await planAt(date, time)).toBe(names.length);
    expect(await told()).toEqual(names);
  });

  it('the hour is the plan’s', async () => {
    expect(await planAt('2021-08-20', '07:29', smallPlan)).toBe(0);
    expect(await planAt('2021-08-20', '07:30', smallPlan)).toBe(2);
  });

  it('the hour is the earliest of the open plans, and without a plan there is none', async () => {
    const late = { ...smallPlan, ladder: { ...smallPlan.ladder, at: '09:15' } };
    const planned = async (time: string, plans: Plan[]) => {
      clock.set(moment('2021-08-20', time));
      return (await planMorningLines({ db, plans, calendar, clock })).deliveries;
    };
    expect(await planned('08:10', [])).toBe(0);
    expect(await planned('08:10', [late])).toBe(0);
    expect(await planned('07:45', [plan101, late])).toBe(0);
    expect(await planned('07:45', [plan101, smallPlan])).toBe(2);
    expect(await planned('09:30', [late, plan101])).toBe(0);
  });

  it('is not sent to officers whose role has ended or begins tomorrow', async () => {
    await person('Đã Nghỉ', ['officer'], joined, moment('2021-08-19', '17:00'));
    await person('Sắp Vào', ['officer'], moment('2021-08-20', '08:30'), moment('2021-08-21', '00:00'));
    await planAt('2021-08-20', '09:00');
    expect(await told()).toEqual(officers);
  });
});

describe('nothing is written twice', () => {
  it('by running again, at any hour of the day', async () => {
    expect(await planAt('2021-08-23', '08:00')).toBe(3);
    for (const time of ['08:00', '09:00', '13:00', '20:00']) expect(await planAt('2021-08-23', time)).toBe(0);
    expect(await planAt('2021-08-24', '08:00')).toBe(2);
  });

  it('by several processes at the same moment', async () => {
    clock.set(moment('2021-08-23', '08:00'));
    const made = await Promise.all(
      Array.from({ length: 8 }, () => planMorningLines({ db, plans: [plan101], calendar, clock })),
    );
    expect(made.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(3);
    expect(await told()).toEqual(all);
  });

  it('after a week of downtime there is one line, today’s', async () => {
    await planAt('2021-08-20', '14:00');
    expect(await planAt('2021-08-27', '11:00')).toBe(2);
    expect(await db.prisma.delivery.count()).toBe(4);
  });
});
