import type { LocalDate } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { ActivityKind, ExemplarStatus, Role } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';

/** What a person says about an activity. */
export interface ActivityFacts {
  kind: ActivityKind;
  /** The unit that did it; null: the office itself, or its publicist. */
  unitId: number | null;
  heldOn: LocalDate;
  /** Where it was; of publicity the medium. */
  place: string;
  reached: number | null;
  broadcasts: number | null;
  minutes: number | null;
  link: string | null;
  note: string | null;
}

/** An activity as it is shown (Plan 101, II.3–II.5, V.2). */
export interface Activity extends ActivityFacts {
  id: number;
  planId: number;
  unitName: string | null;
  loggedAt: Date;
  loggedBy: string | null;
  loggedAs: Role;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  exemplars: { id: number; code: string; name: string; unitId: number; status: ExemplarStatus }[];
  /** Number of its files. */
  files: number;
  /** The newest line of its history: who mends it names the state that they saw. */
  changeId: number;
}

const shown = {
  id: true,
  planId: true,
  kind: true,
  unitId: true,
  unit: { select: { name: true } },
  heldOn: true,
  place: true,
  reached: true,
  broadcasts: true,
  minutes: true,
  link: true,
  note: true,
  loggedAt: true,
  loggedBy: { select: { name: true } },
  loggedAs: true,
  withdrawnAt: true,
  withdrawReason: true,
  exemplars: {
    select: { exemplar: { select: { id: true, code: true, name: true, unitId: true, status: true } } },
    orderBy: { exemplarId: 'asc' },
  },
  changes: { select: { id: true }, orderBy: { id: 'desc' }, take: 1 },
  _count: { select: { attachments: { where: { removedAt: null } } } },
} as const satisfies Prisma.ActivitySelect;

/** Finds an activity, also a withdrawn one; undefined when there is none. */
export async function activityById(reader: Reader, id: number): Promise<Activity | undefined> {
  const row = await reader.activity.findUnique({ where: { id }, select: shown });
  return row ? describe(row) : undefined;
}

/** A filter of activities; parts that are left out allow all. Withdrawn ones are not listed. */
export interface ActivityFilter {
  /** Units that did it, or of whose exemplars it was about one. */
  unitIds?: number[];
  exemplarId?: number;
  loggedAs?: Role;
}

function filtered(filter: ActivityFilter): Prisma.ActivityWhereInput {
  const { unitIds, exemplarId, loggedAs } = filter;
  return {
    withdrawnAt: null,
    ...(loggedAs && { loggedAs }),
    ...(exemplarId !== undefined && { exemplars: { some: { exemplarId } } }),
    ...(unitIds && {
      OR: [{ unitId: { in: unitIds } }, { exemplars: { some: { exemplar: { unitId: { in: unitIds } } } } }],
    }),
  };
}

/** Lists a page of activities, the newest first, with the total. */
export async function pageActivities(
  reader: Reader,
  filter: ActivityFilter & { limit: number; offset: number },
): Promise<{ items: Activity[]; total: number }> {
  const { limit, offset } = filter;
  const where = filtered(filter);
  const rows = await reader.activity.findMany({
    where,
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
    take: limit,
    // A forged button may ask for a page beyond what a query can skip.
    skip: Math.min(offset, 2_000_000_000),
    select: shown,
  });
  return { items: rows.map(describe), total: await reader.activity.count({ where }) };
}

/** Counts activities. */
export function countActivities(reader: Reader, filter: ActivityFilter): Promise<number> {
  return reader.activity.count({ where: filtered(filter) });
}

/** Lists activities of the same kind and day about one of the same exemplars. */
export async function findSimilarActivities(
  reader: Reader,
  like: Pick<ActivityFacts, 'kind' | 'heldOn'> & { exemplarIds: number[]; exceptId?: number | undefined },
): Promise<Activity[]> {
  const rows = await reader.activity.findMany({
    where: {
      withdrawnAt: null,
      kind: like.kind,
      heldOn: new Date(like.heldOn),
      exemplars: { some: { exemplarId: { in: like.exemplarIds } } },
      ...(like.exceptId !== undefined && { id: { not: like.exceptId } }),
    },
    orderBy: { id: 'asc' },
    take: 3,
    select: shown,
  });
  return rows.map(describe);
}

function describe(row: Prisma.ActivityGetPayload<{ select: typeof shown }>): Activity {
  const { unit, heldOn, loggedBy, exemplars, changes, _count, ...rest } = row;
  return {
    ...rest,
    unitName: unit?.name ?? null,
    heldOn: heldOn.toISOString().slice(0, 10),
    loggedBy: loggedBy.name,
    exemplars: exemplars.map(({ exemplar }) => exemplar),
    files: _count.attachments,
    changeId: changes[0]?.id ?? 0,
  };
}
