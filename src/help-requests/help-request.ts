import { z } from 'zod';
import type { Prisma } from '../store/generated/client.ts';
import { type HelpAction, HelpState } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';

/** A unit's request for help as it is shown (Plan 101, II.3). */
export interface HelpRequest {
  id: number;
  planId: number;
  unitId: number;
  unitName: string;
  exemplar: { id: number; code: string; name: string } | null;
  text: string;
  state: HelpState;
  askedAt: Date;
  askedBy: string | null;
  askedById: number;
  /** The latest words to the unit about it. */
  note: string | null;
  /** Its steps, the oldest first. */
  steps: HelpStep[];
}

/** A step in the life of a request. */
export interface HelpStep {
  at: Date;
  by: string | null;
  action: HelpAction;
  reason: string | null;
  /** Of a request that a later plan took over: the codes of the two plans. */
  from?: string | undefined;
  to?: string | undefined;
}

const ofPlan = z.object({ plan: z.string() }).partial().catch({});

const shown = {
  id: true,
  planId: true,
  unitId: true,
  unit: { select: { name: true } },
  exemplar: { select: { id: true, code: true, name: true } },
  text: true,
  state: true,
  askedAt: true,
  askedBy: { select: { name: true } },
  askedById: true,
  note: true,
  changes: {
    select: {
      ...{ at: true, person: { select: { name: true } }, action: true, reason: true },
      ...{ before: true, after: true },
    },
    orderBy: { id: 'asc' },
  },
} as const satisfies Prisma.HelpRequestSelect;

/** Finds a request for help; undefined when there is none. */
export async function helpRequestById(reader: Reader, id: number): Promise<HelpRequest | undefined> {
  const row = await reader.helpRequest.findUnique({ where: { id }, select: shown });
  return row ? describe(row) : undefined;
}

/** A filter of requests; parts that are left out allow all. */
export interface HelpFilter {
  unitIds?: number[] | undefined;
  /** Whether only those that wait are listed: not closed, under a plan that is open. */
  unsettled?: boolean;
}

function filtered({ unitIds, unsettled }: HelpFilter): Prisma.HelpRequestWhereInput {
  return {
    ...(unitIds && { unitId: { in: unitIds } }),
    ...(unsettled && { state: { not: HelpState.closed }, plan: { closedAt: null } }),
  };
}

/**
 * Lists a page of requests, with the total. Those that no officer has taken up come first, then
 * taken and closed ones, each group from the oldest on.
 */
export async function pageHelpRequests(
  reader: Reader,
  filter: HelpFilter & { limit: number; offset: number },
): Promise<{ items: HelpRequest[]; total: number }> {
  const where = filtered(filter);
  const rows = await reader.helpRequest.findMany({
    where,
    orderBy: [{ state: 'asc' }, { askedAt: 'asc' }, { id: 'asc' }],
    take: filter.limit,
    // A forged button may ask for a page beyond what a query can skip.
    skip: Math.min(filter.offset, 2_000_000_000),
    select: shown,
  });
  return { items: rows.map(describe), total: await reader.helpRequest.count({ where }) };
}

/** Counts the requests under a plan that no officer has taken up. */
export function countOpenHelp(reader: Reader, planId: number): Promise<number> {
  return reader.helpRequest.count({ where: { planId, state: HelpState.open } });
}

function describe(row: Prisma.HelpRequestGetPayload<{ select: typeof shown }>): HelpRequest {
  const { unit, askedBy, changes, ...rest } = row;
  return {
    ...rest,
    unitName: unit.name,
    askedBy: askedBy.name,
    steps: changes.map(({ person, before, after, ...step }) => ({
      ...{ ...step, by: person.name },
      ...{ from: ofPlan.parse(before).plan, to: ofPlan.parse(after).plan },
    })),
  };
}
