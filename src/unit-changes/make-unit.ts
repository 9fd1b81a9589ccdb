import type { LocalDate } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { PlanKinds, UnitAfter } from './change.ts';

/** A unit to make, and the units before it. */
export interface NewUnit {
  unit: UnitAfter;
  officeId: number;
  /** Units that end with the change. */
  before: number[];
  /** Whether it takes over from them. */
  heir: boolean;
  /** Whether it is a part of the unit before it. */
  part: boolean;
  plans: PlanKinds[];
  day: LocalDate;
  now: Date;
}

/** Makes a unit and lets it take part in the plans in which those before it did. */
export async function makeUnit(tx: Prisma.TransactionClient, making: NewUnit): Promise<number> {
  const { unit, officeId, before, heir, part, plans, day, now } = making;
  const { _max } = await tx.unit.aggregate({ _max: { position: true } });
  const position = (_max.position ?? -1) + 1;
  const { code = '', name, short } = unit;
  const since = new Date(day);
  const { id } = await tx.unit.create({
    data: {
      ...{ officeId, code, name, short, position, since, createdAt: now },
      owesFrom: heir ? await findFirstOwed(tx, before) : since,
      partOfId: part ? (before[0] ?? null) : null,
    },
    select: { id: true },
  });
  for (const [i, plan] of plans.entries()) {
    const took = await tx.planUnit.findFirst({
      where: { planId: plan.id, unitId: { in: before } },
      orderBy: { position: 'asc' },
    });
    const given = unit.kind !== undefined && plan.kinds.includes(unit.kind) ? unit.kind : took?.kind;
    if (given === undefined || (before.length > 0 && !took)) continue;
    const quota = i === 0 ? unit.quota : undefined;
    await tx.planUnit.create({
      data: {
        planId: plan.id,
        unitId: id,
        kind: given,
        position: took?.position ?? position,
        since,
        ...(quota && { min: quota.min, max: quota.max }),
      },
    });
  }
  return id;
}

/** What one of the units before it owed passes to the heir. Null: everything. */
async function findFirstOwed(tx: Prisma.TransactionClient, before: number[]): Promise<Date | null> {
  const all = await tx.unit.findMany({ where: { id: { in: before } }, select: { owesFrom: true } });
  const days = all.flatMap(({ owesFrom }) => owesFrom ?? []).sort((a, b) => a.getTime() - b.getTime());
  return days.length === before.length ? (days[0] ?? null) : null;
}
