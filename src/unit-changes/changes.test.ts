import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { atLength } from '../../tests/support/which-run.ts';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { listStandings } from '../duties/standing.ts';
import { at, createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import type { UnitAction } from '../store/generated/enums.ts';
import { applyUnitChanges } from './apply-changes.ts';
import type { PlanKinds, UnitAfter } from './change.ts';
import { countHoldings } from './preview-change.ts';
import { recordUnitChange, undoUnitChange } from './record-change.ts';

let world: NudgeWorld;
let officer: number;
let plans: PlanKinds[];
const zone = 'Asia/Ho_Chi_Minh';
const ground = 'Nghị quyết về sắp xếp đơn vị hành chính cấp xã';
let drafts = 0;

beforeEach(async () => {
  world = await createNudgeWorld();
  officer = await world.person('Hạnh');
  await world.member(officer, null, 'officer');
  plans = [describePlanKinds(world.plan)];
});
afterEach(() => world.db.drop());

const commune = (code: string, name: string, more: Partial<UnitAfter> = {}): UnitAfter => ({
  ...{ code, name, short: name.replace('Xã ', ''), kind: 'commune' },
  ...more,
});

async function change(action: UnitAction, before: number[], after: UnitAfter[], on = '2021-08-18') {
  drafts += 1;
  const now = world.clock.now();
  const draft = await world.db.prisma.draft.create({
    data: { form: 'unit', openedBy: `u${drafts}`, createdAt: now, updatedAt: now, personId: officer },
  });
  const by = { personId: officer, channel: 'web' };
  const entry = { action, on, ground, before, after, draftId: draft.id, by, at: now };
  return recordUnitChange({ db: world.db, plans, zone }, entry);
}

const unitOf = (code: string) => world.db.prisma.unit.findUniqueOrThrow({ where: { code } });
const apply = () => applyUnitChanges({ db: world.db, plans, now: world.clock.now(), zone });

describe('a merger', () => {
  let glar: number;
  let trang: number;
  let liaison: number;
  beforeEach(async () => {
    glar = await world.unit('Xã Glar');
    trang = await world.unit('Xã Trang');
    liaison = await world.person('Bình');
    await world.member(liaison, glar);
    await world.member(liaison, trang);
  });

  it('hands over people, invitations, drafts, exemplars; codes stay, work happens once', async () => {
    const head = await world.person('Hùng');
    await world.member(head, trang, 'head');
    await world.register(glar, liaison, 6);
    await world.register(trang, liaison, 5);
    const { prisma } = world.db;
    await prisma.invitation.create({
      data: {
        code: 'ABCD2345',
        role: 'head',
        unitId: glar,
        createdAt: at('2021-08-18'),
        expiresAt: at('2021-09-01'),
      },
    });
    await prisma.draft.create({
      data: {
        ...{ form: 'register', openedBy: 'x', personId: liaison, answers: { unit: String(glar) } },
        ...{ subject: { unitId: trang }, createdAt: at('2021-08-18'), updatedAt: at('2021-08-18') },
      },
    });
    const codes = (await prisma.exemplar.findMany({ orderBy: { id: 'asc' } })).map(({ code }) => code);
    expect(await countHoldings(prisma, [glar, trang], 0)).toEqual({
      ...{ people: 2, invitations: 1, drafts: 1, exemplars: 11, dues: 0 },
    });

    expect(await change('merged', [glar, trang], [commune('GLARTRANG', 'Xã Glar Trang')])).toMatchObject({
      applied: true,
    });
    const made = await unitOf('GLARTRANG');
    const living = await prisma.membership.findMany({
      where: { until: null, unitId: { not: null } },
      orderBy: { personId: 'asc' },
    });
    expect(living.map((one) => [one.personId, one.role, one.unitId])).toEqual([
      [liaison, 'liaison', made.id],
      [head, 'head', made.id],
    ]);
    const exemplars = await prisma.exemplar.findMany({ orderBy: { id: 'asc' } });
    expect(exemplars.map(({ code }) => code)).toEqual(codes);
    expect(exemplars.every(({ unitId }) => unitId === made.id)).toBe(true);
    expect(exemplars.filter(({ originUnitId }) => originUnitId === glar)).toHaveLength(6);
    expect(await prisma.invitation.findFirst()).toMatchObject({ unitId: made.id });
    expect(await prisma.draft.findFirst({ where: { form: 'register' } })).toMatchObject({
      subject: { unitId: made.id },
      answers: { unit: String(made.id) },
    });
    expect(await prisma.unit.findUniqueOrThrow({ where: { id: glar } })).toMatchObject({
      ...{ active: false, until: new Date('2021-08-17'), successorId: made.id },
    });
    expect(await countHoldings(prisma, [glar, trang], 0)).toMatchObject({ people: 0, exemplars: 0 });
    expect(await apply()).toBe(0);
    // The quota of a commune: eleven exemplars of two communes are enough.
    const standings = await listStandings({ ...world, now: world.clock.now() });
    expect(standings.find(({ duty }) => duty === 'registration')).toMatchObject({
      ...{ unitId: made.id, status: 'done', counted: 11, quota: { min: 10, max: 15 } },
    });
  });

  it('a document of one is not enough; of both, or of the new unit, it is', async () => {
    const statusAfter = async () => {
      const standings = await listStandings({ ...world, now: world.clock.now() });
      return standings.find(({ duty }) => duty === 'implementationPlan')?.status;
    };
    await world.file(glar, liaison, 'implementationPlan');
    await change('merged', [glar, trang], [commune('MOI', 'Xã Mới')]);
    expect(await statusAfter()).toBe('missing');
    await world.file(trang, liaison, 'implementationPlan');
    expect(await statusAfter()).toBe('done');
    await world.db.prisma.$executeRaw`delete from filing`;
    await world.file((await unitOf('MOI')).id, liaison, 'implementationPlan');
    expect(await statusAfter()).toBe('done');
  });

  it('an officer’s own quota holds instead of the kind’s', async () => {
    await change('merged', [glar, trang], [commune('MOI', 'Xã Mới', { quota: { min: 2, max: 5 } })]);
    const standings = await listStandings({ ...world, now: world.clock.now() });
    expect(standings.find(({ duty }) => duty === 'registration')).toMatchObject({ missing: 2 });
  });

  it('nudges follow: no stage is told again, a reminder asked for still comes', async () => {
    world.goTo('2021-08-20');
    await world.planNow();
    const [nudge] = await world.db.prisma.delivery.findMany();
    await world.db.prisma.snooze.create({ data: { deliveryId: nudge?.id ?? 0, remindAt: at('2021-08-23') } });
    await change('merged', [glar, trang], [commune('MOI', 'Xã Mới')], '2021-08-20');
    expect(await world.planNow()).toEqual({ deliveries: 0 });
    world.goTo('2021-08-23');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    const { id } = await unitOf('MOI');
    const told = await world.db.prisma.nudge.findMany({ where: { unitId: id }, select: { stage: true } });
    expect(new Set(told.map(({ stage }) => stage))).toEqual(
      new Set(['before-3', 'before-1', 'again-2021-08-23']),
    );
  });

  it('waits for its day and can be taken back until then, not later', async () => {
    const waiting = await change('merged', [glar, trang], [commune('MOI', 'Xã Mới')], '2021-09-01');
    expect(waiting).toMatchObject({ applied: false });
    await expect(change('renamed', [glar], [{ name: 'Xã Khác', short: 'Khác' }])).rejects.toMatchObject({
      code: 'unit-changing',
    });
    const by = { personId: officer, channel: 'web' };
    await undoUnitChange(world.db, { id: waiting?.id ?? 0, by, at: world.clock.now() });
    world.goTo('2021-09-01');
    expect(await apply()).toBe(0);
    const again = await change('merged', [glar, trang], [commune('MOI', 'Xã Mới')], '2021-09-06');
    world.goTo('2021-09-06', '00:05');
    expect(await Promise.all([apply(), apply()])).toContain(1);
    expect(await unitOf('MOI')).toMatchObject({ since: new Date('2021-09-06'), active: true });
    await expect(
      undoUnitChange(world.db, { id: again?.id ?? 0, by, at: at('2021-09-06') }),
    ).rejects.toMatchObject({
      code: 'unit-change-over',
    });
  });

  it.each([
    ['a unit that is gone', [9999], 'NEU', 'unit-unknown'],
    ['a code that is taken', [], 'U2', 'unit-code-taken'],
  ])('%s is refused', async (_, more, code, error) => {
    const taken = await world.db.prisma.unit.findUniqueOrThrow({ where: { id: trang } });
    const wanted = error === 'unit-code-taken' ? taken.code : code;
    await expect(change('merged', [glar, trang, ...more], [commune(wanted, 'Xã Mới')])).rejects.toMatchObject(
      { code: error },
    );
  });
});

test('an officer changes, and takes back, the units of their own office alone', async () => {
  const glar = await world.unit('Xã Glar');
  const waiting = await change('closed', [glar], [], '2021-09-01');
  const { id: officeId } = await world.db.prisma.office.create({ data: { code: 'phu-xuan' } });
  await world.db.prisma.membership.updateMany({ where: { personId: officer }, data: { officeId } });
  await expect(change('renamed', [glar], [{ name: 'Xã Khác', short: 'Khác' }])).rejects.toMatchObject({
    code: 'unit-unknown',
  });
  const by = { personId: officer, channel: 'web' };
  await expect(
    undoUnitChange(world.db, { id: waiting?.id ?? 0, by, at: world.clock.now() }),
  ).rejects.toMatchObject({ code: 'unit-change-over' });
  await change('created', [], [commune('MOI', 'Xã Mới')]);
  expect(await unitOf('MOI')).toMatchObject({ officeId });
});

describe('a code that a coming change has promised to a unit', () => {
  const ways: [way: string, action: UnitAction, after: UnitAfter[]][] = [
    ['added', 'created', [commune('MOI', 'Xã Khác')]],
    ['merged into', 'merged', [commune('MOI', 'Xã Khác')]],
    ['split off first', 'split', [commune('MOI', 'Xã Khác'), commune('HAI', 'Xã Hai')]],
    ['split off second', 'split', [commune('HAI', 'Xã Hai'), commune('MOI', 'Xã Khác')]],
  ];
  it.each(ways)('is no code for a unit that is %s', async (_, action, after) => {
    const before = [await world.unit('Xã Glar'), await world.unit('Xã Trang'), await world.unit('Xã Hà')];
    await change('created', [], [commune('MOI', 'Xã Mới')], '2021-09-01');
    const of = before.slice(0, { created: 0, merged: 2, split: 1, renamed: 1, closed: 1 }[action]);
    for (const on of ['2021-08-18', '2021-09-01', '2021-12-01'])
      await expect(change(action, of, after, on)).rejects.toMatchObject({
        ...{ code: 'unit-code-taken', args: { code: 'MOI' } },
      });
    world.goTo('2021-12-02');
    expect(await apply()).toBe(1);
  });

  it('is given to one of two officers who choose it at the same instant', async () => {
    const both = await Promise.allSettled([
      change('created', [], [commune('MOI', 'Xã Mới')], '2021-09-01'),
      change('created', [], [commune('MOI', 'Xã Khác')], '2021-10-01'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'unit-code-taken' },
    });
  });
});

test('a change that cannot be carried out does not delay the others of the day', async () => {
  const glar = await world.unit('Xã Glar');
  await change('created', [], [commune('MOI', 'Xã Mới')], '2021-09-01');
  await change('renamed', [glar], [{ name: 'Xã Đak Đoa', short: 'Đak Đoa' }], '2021-09-01');
  const taker = await world.unit('Xã Trang');
  // A file of units took the code before the day came.
  await world.db.prisma.unit.update({ where: { id: taker }, data: { code: 'MOI' } });
  world.goTo('2021-09-01');
  await expect(apply()).rejects.toThrow('code');
  expect(await world.db.prisma.unit.findUnique({ where: { id: glar } })).toMatchObject({
    name: 'Xã Đak Đoa',
  });
  await world.db.prisma.unit.update({ where: { id: taker }, data: { code: 'TRANG' } });
  expect(await apply()).toBe(1);
  expect(await unitOf('MOI')).toMatchObject({ name: 'Xã Mới' });
});

test('a new name changes no role and no code', async () => {
  const glar = await world.unit('Xã Glar');
  const before = await world.db.prisma.unit.findUniqueOrThrow({ where: { id: glar } });
  await change('renamed', [glar], [{ name: 'Xã Đak Đoa', short: 'Đak Đoa' }]);
  const after = await world.db.prisma.unit.findUniqueOrThrow({ where: { id: glar } });
  expect(after).toEqual({
    ...{ ...before, name: 'Xã Đak Đoa', short: 'Đak Đoa' },
    formerNames: ['Xã Glar'],
  });
});

test('a division: the first part takes over, the other owes no past duty', async () => {
  const glar = await world.unit('Xã Glar');
  const liaison = await world.person('Bình');
  await world.member(liaison, glar);
  await world.register(glar, liaison, 3);
  world.goTo('2021-10-01');
  await change('split', [glar], [commune('MOT', 'Xã Một'), commune('HAI', 'Xã Hai')], '2021-10-01');
  const [one, two] = [await unitOf('MOT'), await unitOf('HAI')];
  const { prisma } = world.db;
  expect(await prisma.exemplar.count({ where: { unitId: one.id } })).toBe(3);
  expect(await prisma.membership.count({ where: { unitId: two.id } })).toBe(0);
  const owed = await listStandings({ ...world, now: world.clock.now() }, { unitIds: [two.id] });
  expect(owed.map(({ duty }) => duty)).not.toContain('registration');
  expect(owed.map(({ duty }) => duty)).toContain('annualReport');
});

test('a closed unit gives its people nothing, and its invitations end', async () => {
  const glar = await world.unit('Xã Glar');
  const liaison = await world.person('Bình');
  await world.member(liaison, glar);
  await world.db.prisma.invitation.create({
    data: {
      code: 'ABCD2345',
      role: 'head',
      unitId: glar,
      createdAt: at('2021-08-18'),
      expiresAt: at('2021-09-01'),
    },
  });
  await change('closed', [glar], []);
  expect(await world.db.prisma.membership.count({ where: { unitId: { not: null }, until: null } })).toBe(0);
  expect(await world.db.prisma.invitation.findFirst()).toMatchObject({ withdrawnAt: world.clock.now() });
  expect(await listStandings({ ...world, now: world.clock.now() })).toEqual([]);
});

/** One step of a random history: which units, and what happens to them. */
const steps = fc.array(
  fc.record({
    action: fc.constantFrom<UnitAction>('merged', 'merged', 'split', 'renamed', 'closed', 'created'),
    picks: fc.tuple(fc.nat(), fc.nat()),
    later: fc.boolean(),
  }),
  { minLength: 3, maxLength: 9 },
);

test('over any history people reach the heirs of their units, and no other', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { maxLength: 8 }),
      async (history, roles) => {
        const mine = new Map<number, Set<number>>();
        const start: number[] = [];
        for (let i = 0; i < 4; i++) start.push(await world.unit(`Xã ${made}-${i}`));
        const people: number[] = [];
        for (let i = 0; i < 5; i++) people.push(await world.person(`Người ${made}-${i}`));
        for (const [who, where] of roles) {
          const [person, unit] = [people[who] ?? 0, start[where] ?? 0];
          if (mine.get(person)?.has(unit)) continue;
          await world.member(person, unit);
          mine.set(person, new Set([...(mine.get(person) ?? []), unit]));
        }
        for (const { action, picks, later } of history) {
          const active = (
            await world.db.prisma.unit.findMany({ where: { active: true }, orderBy: { id: 'asc' } })
          ).filter(({ id }) => id >= (start[0] ?? 0));
          const count = action === 'merged' ? 2 : action === 'created' ? 0 : 1;
          const before = [
            ...new Set(picks.slice(0, count).map((n) => active[n % Math.max(active.length, 1)]?.id ?? 0)),
          ];
          if (before.length !== count || before.includes(0)) continue;
          made += 1;
          const unit = (n: number) => commune(`N${made}X${n}`, `Xã mới ${made}-${n}`);
          const after =
            action === 'closed'
              ? []
              : action === 'split'
                ? [unit(1), unit(2)]
                : action === 'renamed'
                  ? [{ name: `Tên ${made}`, short: `T${made}` }]
                  : [unit(1)];
          await change(action, before, after, later ? '2021-08-19' : '2021-08-18').catch((error) => {
            if (!['unit-changing', 'unit-day-too-early'].includes(error.code)) throw error;
          });
          if (later) {
            world.goTo('2021-08-19');
            await apply();
            world.goTo('2021-08-18');
          }
        }
        // Who may reach a unit now: exactly the heirs of what each had, without those that closed.
        const units = new Map((await world.db.prisma.unit.findMany()).map((one) => [one.id, one]));
        const heirOf = (id: number): number | undefined => {
          const unit = units.get(id);
          if (!unit || unit.active) return unit?.id;
          return unit.successorId === null ? undefined : heirOf(unit.successorId);
        };
        for (const person of people) {
          const living = await world.db.prisma.membership.findMany({
            where: { personId: person, until: null },
          });
          const expected = new Set([...(mine.get(person) ?? [])].flatMap((id) => heirOf(id) ?? []));
          expect(new Set(living.map(({ unitId }) => unitId))).toEqual(expected);
        }
      },
    ),
    { numRuns: atLength ? 50 : 10 },
  );
}, 120_000);
