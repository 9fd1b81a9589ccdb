import type { Clock } from '../clock.ts';
import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { FilingAction, FilingStatus, Prisma } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { type FilingView, findFiling, newestVersion } from './filing.ts';
import { tellUnit } from './tell-unit.ts';

/** An officer's decision about a document of a unit. `reopen` takes the decision back. */
export type FilingDecision =
  | { action: 'accept' }
  /** `lines`: of an annual report, the lines to mend. */
  | { action: Exclude<FilingAction, 'submit' | 'accept'>; reason: string; lines?: string[] };

const statusAfter = {
  accept: 'accepted',
  return: 'returned',
  reopen: 'submitted',
} as const satisfies Record<FilingDecision['action'], FilingStatus>;

/**
 * Decides on the newest version of a document, or takes the decision back. The unit's notices are
 * written in the same transaction. A returned document opens its duty again (domain, *Filing*).
 * With `draftId` the draft that held the reason is closed too. The same decision by the same
 * officer again changes nothing. Throws `filing-not-found`, `filing-already-decided` with who and
 * when, `filing-superseded` and `draft-gone`.
 */
export async function decideFiling(
  deps: { db: Database; clock: Clock },
  filingId: number,
  decision: FilingDecision,
  by: { personId: number; channel: string; draftId?: number },
): Promise<{ filing: FilingView; deliveries: number[] }> {
  const at = deps.clock.now();
  const deliveries = await transact(deps.db, async ({ prisma: tx, sql }) => {
    const before = await hold(tx, filingId);
    if (by.draftId !== undefined) {
      const draft = await holdDraft(tx, by.draftId);
      if (draft?.state === 'done') return [];
      if (draft?.state !== 'open') throw new DomainError('draft-gone');
      await endHeldDraft(tx, by.draftId, 'done', at, { filingId });
    }
    const status = statusAfter[decision.action];
    if (isDecided(before, status, by.personId)) return [];
    await requireOpenPlan(sql, before.planId);

    const reason = decision.action === 'accept' ? null : decision.reason;
    const open = status === 'submitted';
    await tx.filing.update({
      where: { id: filingId },
      data: {
        status,
        decidedAt: open ? null : at,
        decidedById: open ? null : by.personId,
        decisionReason: open ? null : reason,
        returnedLines: decision.action === 'return' ? (decision.lines ?? []) : [],
        changes: {
          create: { at, personId: by.personId, channel: by.channel, action: decision.action, reason },
        },
      },
    });
    return tellUnit(tx, { filingId, about: decision.action, at });
  });
  const filing = await findFiling(deps.db.prisma, filingId);
  if (!filing) throw new DomainError('filing-not-found');
  return { filing, deliveries };
}

const held = {
  planId: true,
  unitId: true,
  duty: true,
  occurrence: true,
  status: true,
  decidedAt: true,
  decidedById: true,
  decidedBy: { select: { name: true } },
} as const satisfies Prisma.FilingSelect;

type HeldFiling = Prisma.FilingGetPayload<{ select: typeof held }> & { newest: boolean };

/** Locks the filing's unit, so that no version comes in between, and reads the filing. */
async function hold(tx: Prisma.TransactionClient, filingId: number): Promise<HeldFiling> {
  await tx.$queryRaw`
    select 1 from unit where id = (select unit_id from filing where id = ${filingId}) for update`;
  const filing = await tx.filing.findUnique({ where: { id: filingId }, select: held });
  if (!filing) throw new DomainError('filing-not-found');
  const { planId, unitId, duty, occurrence } = filing;
  const newest = await tx.filing.findFirst({
    where: { planId, unitId, duty, occurrence },
    orderBy: newestVersion,
    select: { id: true },
  });
  return { ...filing, newest: newest?.id === filingId };
}

/** Tells whether the decision is made already; throws when it can no longer be made. */
function isDecided(filing: HeldFiling, status: FilingStatus, personId: number): boolean {
  if (!filing.newest) throw new DomainError('filing-superseded');
  if (status === 'submitted') return filing.status === 'submitted';
  if (filing.status === 'submitted') return false;
  if (filing.status === status && filing.decidedById === personId) return true;
  throw new DomainError('filing-already-decided', {
    status: filing.status,
    who: filing.decidedBy?.name ?? '–',
    when: filing.decidedAt?.toISOString() ?? '',
  });
}
