import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { lastChangeId } from './mending.ts';

/** One submission of an exemplar to the office. */
export interface Submission {
  at: Date;
  who: string | null;
  /** Whether an officer submitted it for the unit. */
  onBehalf: boolean;
}

const sent = z.object({ onBehalf: z.boolean().optional() });

/**
 * Reads from the history who registered an exemplar, and who submitted it last when it was changed
 * since.
 */
export async function sendingsOf(
  db: Database,
  exemplarId: number,
): Promise<{ first?: Submission; last?: Submission }> {
  const rows = await db.prisma.exemplarChange.findMany({
    where: { exemplarId, action: { in: ['submit', 'resubmit'] } },
    orderBy: { id: 'asc' },
    select: { at: true, after: true, person: { select: { name: true } } },
  });
  const sendings = rows.map(({ at, after, person }) => ({
    at,
    who: person?.name ?? null,
    onBehalf: sent.safeParse(after).data?.onBehalf ?? false,
  }));
  const [first, ...again] = sendings;
  const last = again.at(-1);
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}

/**
 * Reads the last line of the history of an exemplar that was never changed since it was registered.
 * A screen without a revision can have shown only that. 0 when it was submitted again since.
 */
export async function firstSent(db: Database, exemplarId: number): Promise<number> {
  const again = await db.prisma.exemplarChange.count({ where: { exemplarId, action: 'resubmit' } });
  return again > 0 ? 0 : await lastChangeId(db.pool, exemplarId);
}
