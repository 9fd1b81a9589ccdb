import { z } from 'zod';
import type { Reader } from '../store/reader.ts';
import { type Difference, differenceSchema } from './compare-plans.ts';

/** A plan as /kehoach lists it. */
export interface PlanView {
  id: number;
  closedAt: Date | null;
  closedBy: string | null;
  /** The record of its open work, stored when it closed; null: none. */
  ending: unknown;
  versions: number;
  loadedAt: Date | null;
  /** Units that take part today: those that ended are left out. */
  units: number;
  exemplars: number;
  /** Exemplars of earlier plans that it began with. */
  carried: number;
}

/** Lists the plans of the database, the oldest first. */
export async function listPlanViews(reader: Reader): Promise<PlanView[]> {
  const rows = await reader.plan.findMany({
    where: { versions: { some: {} } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      closedAt: true,
      closedBy: { select: { name: true } },
      ending: true,
      versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, loadedAt: true } },
      _count: { select: { units: { where: { unit: { active: true } } }, exemplars: true, carried: true } },
    },
  });
  return rows.map(({ closedBy, versions, _count, ...plan }) => ({
    ...plan,
    ..._count,
    closedBy: closedBy?.name ?? null,
    versions: versions[0]?.number ?? 0,
    loadedAt: versions[0]?.loadedAt ?? null,
  }));
}

/** A version of a plan, with what it changed. */
export interface PlanVersionView {
  number: number;
  loadedAt: Date;
  /** Null: the program loaded it, from its file. */
  loadedBy: string | null;
  differences: Difference[];
}

/** Lists the versions of a plan, the newest first. */
export async function listPlanVersions(reader: Reader, planId: number): Promise<PlanVersionView[]> {
  const rows = await reader.planVersion.findMany({
    where: { planId },
    orderBy: { number: 'desc' },
    select: { number: true, loadedAt: true, differences: true, loadedBy: { select: { name: true } } },
  });
  return rows.map(({ differences, loadedBy, ...version }) => ({
    ...version,
    loadedBy: loadedBy?.name ?? null,
    // A later release may compare more: what this one does not know is left out.
    differences: z.array(differenceSchema).safeParse(differences).data ?? [],
  }));
}
