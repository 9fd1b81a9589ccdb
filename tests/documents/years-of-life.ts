import { describePlanKinds } from '../../src/duties/plan-kinds.ts';
import type { LoadedPlan } from '../../src/plan/plan.ts';
import type { Database } from '../../src/store/database.ts';
import {
  type ActivityKind,
  type DeliveryStatus,
  EvaluationResult,
  type ExemplarAction,
  type ExemplarStatus,
} from '../../src/store/generated/enums.ts';
import { applyUnitChanges } from '../../src/unit-changes/apply-changes.ts';
import { loaded } from '../support/loaded.ts';
import { layUnits, plan101, register, seeded, type Unit } from './sample.ts';
import { honour } from './sample-honours.ts';
import { fillPeople } from './sample-people.ts';

const day = 86_400_000;
/** A second plan over half of the units. */
export const otherPlan: LoadedPlan = { ...loaded(plan101, 2), code: '202/KH-UBND' };
const plans = [plan101, otherPlan];

/** Possible fates of a registration: the state after the last of its steps. */
const fates: [ExemplarStatus, ExemplarAction[]][] = [
  ['submitted', ['submit']],
  ['submitted', ['submit', 'return', 'resubmit']],
  ['submitted', ['submit', 'approve', 'reopen']],
  ['approved', ['submit', 'approve']],
  ['approved', ['submit', 'approve']],
  ['approved', ['submit', 'return', 'resubmit', 'approve']],
  ['returned', ['submit', 'return']],
  ['rejected', ['submit', 'reject']],
  ['withdrawn', ['submit', 'withdraw']],
];
const needsReason: ExemplarAction[] = ['return', 'reject', 'withdraw', 'reopen'];
const outcomes: DeliveryStatus[] = ['sent', 'sent', 'sent', 'blocked', 'unconnected', 'failed', 'dropped'];
const activityKinds: ActivityKind[] = ['publicity', 'publicity', 'visit', 'experience_report', 'training'];

/** The last moment of the sample. */
export const endOfLife = new Date('2023-11-20T02:00:00Z');

/**
 * Fills an empty database with three years of two plans, from a fixed seed: exemplars of every fate
 * with their histories, documents, evaluations, proposals, activities and nudges, while units are
 * renamed, merged and divided.
 */
export async function liveYears(db: Database, seed: number): Promise<void> {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const between = (from: string, to: string) =>
    new Date(Date.parse(from) + Math.floor(random() * (Date.parse(to) - Date.parse(from))));
  const { prisma } = db;
  const { units, liaison } = await layUnits(db, plan101);
  await prisma.plan.create({ data: { id: otherPlan.id, officeId: 1, code: otherPlan.code } });
  await prisma.planUnit.createMany({
    data: units
      .filter((_, i) => i % 2 === 0)
      .map(({ id, kind, position }) => ({ planId: otherPlan.id, unitId: id, kind, position })),
  });
  await fillPeople(db, units, seed);

  await registerBetween('2021-08-19', '2022-02-20');
  await change('2022-03-01', 'renamed', ['Xã Glar'], [{ name: 'Xã Glar Mới', short: 'Glar Mới' }]);
  await registerBetween('2022-03-02', '2022-06-20');
  const merging = ['Xã Trang', 'Xã Tân Bình', 'Xã Kon Gang'];
  await change('2022-07-01', 'merged', merging, [
    { code: 'DDM', name: 'Xã Đak Đoa Mới', short: 'Đak Đoa Mới', kind: 'commune' },
  ]);
  await registerBetween('2022-07-02', '2023-01-05');
  const divided = await unitNamed('Xã Hà Bầu');
  const going = await prisma.exemplar.findMany({ where: { unitId: divided.id }, orderBy: { id: 'asc' } });
  await change(
    '2023-01-10',
    'split',
    ['Xã Hà Bầu'],
    [
      { code: 'HBA', name: 'Xã Hà Bầu Một', short: 'Hà Bầu Một', kind: 'commune' },
      {
        ...{ code: 'HBB', name: 'Xã Hà Bầu Hai', short: 'Hà Bầu Hai', kind: 'commune' },
        exemplars: going.filter((_, i) => i % 2 === 1).map(({ id }) => id),
      },
    ],
  );
  await registerBetween('2023-01-11', '2023-09-20');
  await file();
  await follow();
  await honour(db, { plans, liaison, until: endOfLife, seed });
  await nudge();

  async function unitNamed(name: string) {
    return prisma.unit.findFirstOrThrow({ where: { name } });
  }

  async function change(
    on: string,
    action: 'renamed' | 'merged' | 'split',
    before: string[],
    after: object[],
  ): Promise<void> {
    const ids: number[] = [];
    for (const name of before) ids.push((await unitNamed(name)).id);
    await prisma.unitChange.create({
      data: {
        ...{ officeId: 1, action, on: new Date(on), ground: 'Nghị quyết số 12/NQ-HĐND', before: ids },
        ...{ after, units: [], byId: liaison, channel: 'web', madeBy: `draft:${on.replaceAll('-', '')}` },
        recordedAt: new Date(Date.parse(on) - 10 * day),
      },
    });
    const now = new Date(`${on}T00:00:00+07:00`);
    await applyUnitChanges({ db, plans: plans.map(describePlanKinds), now, zone: plan101.zone });
  }

  /** Registers exemplars of the units of that time, for either plan, with what becomes of them. */
  async function registerBetween(from: string, to: string): Promise<void> {
    const there = await prisma.unit.findMany({
      where: { active: true },
      include: { plans: true },
      orderBy: { position: 'asc' },
    });
    for (const plan of plans) {
      for (const unit of there) {
        const part = unit.plans.find(({ planId }) => planId === plan.id);
        if (!part) continue;
        for (let n = Math.floor(random() * 3.4); n > 0; n--)
          await registerOne(plan, { ...unit, kind: part.kind }, between(from, to));
      }
    }
  }

  async function registerOne(plan: LoadedPlan, unit: Unit, submittedAt: Date): Promise<void> {
    const [status, steps] = pick(fates);
    const category = pick(plan.categories);
    const year = new Date(submittedAt.getTime() + 7 * 3_600_000).getUTCFullYear();
    const number = (await prisma.exemplar.count({ where: { year } })) + 1;
    await register(db, plan, liaison, [
      {
        ...{ unit, number, year, status, submittedAt, subject: category.subject, category: category.code },
        ...{ difficultArea: random() < 0.4, directLabour: random() < 0.5 },
      },
    ]);
    const { id } = await prisma.exemplar.findFirstOrThrow({ orderBy: { id: 'desc' } });
    let at = submittedAt.getTime();
    for (const action of steps) {
      const reason = needsReason.includes(action) ? 'Bổ sung số liệu cụ thể của mô hình' : null;
      await prisma.exemplarChange.create({
        data: {
          ...{ exemplarId: id, at: new Date(at), personId: liaison, channel: 'web', action },
          ...(reason && { reason }),
        },
      });
      if (action !== steps.at(-1)) at += Math.floor((1 + random() * 25) * day);
    }
    const decided = status === 'approved' || status === 'returned' || status === 'rejected';
    await prisma.exemplar.update({
      where: { id },
      data: {
        ...{ planId: plan.id, decidedAt: decided ? new Date(at) : null },
        ...{ decidedById: decided ? liaison : null },
      },
    });
  }

  /** Hands documents in: some accepted, some returned, some twice. */
  async function file(): Promise<void> {
    for (const { id } of units)
      for (const [duty, occurrence, from] of [
        ['implementationPlan', '', '2021-08-19'],
        ['annualReport', '2021', '2021-11-25'],
        ['annualReport', '2022', '2022-11-25'],
      ] as const)
        for (let n = Math.floor(random() * 2.5); n > 0; n--) {
          const filedAt = new Date(Date.parse(from) + random() * 40 * day);
          const status = pick(['submitted', 'accepted', 'returned'] as const);
          const decidedAt = status === 'submitted' ? null : new Date(filedAt.getTime() + 2 * day);
          await prisma.filing.create({
            data: {
              ...{ unitId: id, planId: 1, duty, occurrence, filedAt, filedById: liaison, channel: 'web' },
              ...{ status, decidedAt, decidedById: decidedAt && liaison },
              ...(status === 'returned' && { decisionReason: 'Thiếu chữ ký của thủ trưởng' }),
            },
          });
        }
  }

  /** Evaluates approved exemplars, tells of them. */
  async function follow(): Promise<void> {
    const approved = await prisma.exemplar.findMany({
      where: { status: 'approved' },
      orderBy: { id: 'asc' },
    });
    for (const { id: exemplarId, unitId, planId, year: first } of approved) {
      for (let year = first; year < 2023; year++) {
        if (random() < 0.3) continue;
        const of = { planId, exemplarId, unitId, year };
        const evaluatedAt = between(`${year}-12-01`, `${year}-12-28`);
        const result = pick(Object.values(EvaluationResult));
        const spread = result === 'spread' ? { spreadTo: 'Làng Dôr 2', spreadCount: 3 } : {};
        await prisma.evaluation.create({ data: { ...of, result, ...spread, evaluatedAt } });
      }
    }
    for (let n = 0; n < 150; n++) {
      const planId = pick([1, 1, 2]);
      const about = approved.filter((one) => one.planId === planId);
      const heldOn = between('2021-09-15', '2023-11-15');
      const kind = pick(activityKinds);
      const withdrawn = random() < 0.15;
      const told = kind === 'publicity' ? { broadcasts: Math.floor(random() * 9) + 1, minutes: 12 } : {};
      await prisma.activity.create({
        data: {
          ...{ planId, kind, heldOn, channel: 'web', place: `Nơi ${n % 7}`, ...told },
          reached: random() < 0.5 ? Math.floor(random() * 300) + 1 : null,
          ...{ loggedAt: heldOn, loggedById: liaison, loggedAs: 'officer' },
          ...(withdrawn && { withdrawnAt: heldOn, withdrawReason: 'Ghi nhầm sang xã khác' }),
          exemplars: {
            create: [...new Set([pick(about).id, pick(about).id])].map((exemplarId) => ({ exemplarId })),
          },
        },
      });
    }
  }

  /** Reminds people of several duties of several units in one message. */
  async function nudge(): Promise<void> {
    const people = await prisma.person.findMany({ where: { memberships: { some: {} } } });
    const sortsOfDuties = [
      ['registration', ''],
      ['implementationPlan', ''],
      ['annualReport', '2021'],
      ['annualReport', '2022'],
    ] as const;
    for (let n = 0; n < 120; n++) {
      const person = pick(people);
      const createdAt = between('2021-08-23', '2023-11-01');
      const about = new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(units).id));
      const duties = new Set([pick(sortsOfDuties), pick(sortsOfDuties)]);
      await prisma.delivery.create({
        data: {
          ...{ key: `life:${n}`, personId: person.id, kind: 'nudge', status: pick(outcomes), createdAt },
          settledAt: new Date(createdAt.getTime() + 60_000),
          nudges: {
            create: [...about].flatMap((unitId) =>
              [...duties].map(([duty, occurrence]) => ({
                ...{ planId: 1, duty, occurrence, unitId, personId: person.id, createdAt },
                ...{ stage: `round-9${n}`, lastDay: new Date('2021-08-24') },
              })),
            ),
          },
        },
      });
    }
  }
}
