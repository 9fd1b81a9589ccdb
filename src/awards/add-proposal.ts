import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { isAwardHeld, type ProposedAward } from '../plan/awards.ts';
import { formatDate, localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { listProposalsById, type Proposal } from './proposal.ts';
import type { ActsOnAwards } from './proposal-steps.ts';
import { tellUnitsOfAwards } from './tell-units.ts';

/** A proposal that an officer makes on behalf of the unit that has the exemplar. */
export interface AddedProposal extends ProposedAward {
  exemplarId: number;
  year: number;
  grounds: string;
  draftId: number;
}

/**
 * Adds a proposal on behalf of a unit, which its history says; the unit is told. A later report of
 * the unit does not withdraw it. The same draft again adds nothing. Throws `draft-gone`,
 * `plan-closed`, `exemplar-not-found` for one that is not approved under the plan,
 * `award-not-held`, and `proposal-there` for one that the unit has proposed for the same.
 */
export async function addProposal(
  { db, plan }: { db: Database; plan: LoadedPlan },
  { draftId, ...wanted }: AddedProposal,
  by: ActsOnAwards,
): Promise<{ proposal: Proposal; deliveries: number[] }> {
  const { exemplarId, year, form, title, level } = wanted;
  const today = localDate(by.at, plan.zone);
  const found = await db.prisma.exemplar.findUnique({
    where: { id: exemplarId },
    select: { unitId: true },
  });
  if (!found) throw new DomainError('exemplar-not-found');
  return transact(db, async ({ prisma, sql }) => {
    await lockUnit(sql, found.unitId);
    const draft = await holdDraft(prisma, draftId);
    const exemplar = await prisma.exemplar.findFirst({
      where: {
        ...{ id: exemplarId, status: 'approved' },
        OR: [{ planId: plan.id }, { carried: { some: { planId: plan.id } } }],
      },
      select: { unitId: true, code: true },
    });
    if (!exemplar) throw new DomainError('exemplar-not-found');
    const { unitId, code } = exemplar;
    const same = { planId: plan.id, unitId, exemplarId, year, form, title, level };
    const there = await prisma.awardProposal.findFirst({
      where: { ...same, state: { not: 'withdrawn' } },
      select: { id: true },
    });
    const [known] = there ? await listProposalsById(prisma, [there.id]) : [];
    if (draft?.state === 'done' && known) return { proposal: known, deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await requireOpenPlan(sql, plan.id);
    if (known) throw new DomainError('proposal-there', { code });
    if (!isAwardHeld(plan, wanted, today))
      throw new DomainError('award-not-held', { code, day: formatDate(today) });
    const { id, changes } = await prisma.awardProposal.create({
      data: {
        ...{ ...same, grounds: wanted.grounds, source: 'office', proposedAt: by.at },
        changes: {
          create: {
            ...{ ...by, action: 'propose' },
            after: { form, title, level, grounds: wanted.grounds, onBehalf: true },
          },
        },
      },
      select: { id: true, changes: { select: { id: true } } },
    });
    const [proposal] = await listProposalsById(prisma, [id]);
    if (!proposal) throw new Error('the proposal was just made');
    const occasion = { news: 'behalf', changeId: changes[0]?.id ?? 0, at: by.at } as const;
    const deliveries = await tellUnitsOfAwards(prisma, [proposal], occasion);
    await endHeldDraft(prisma, draftId, 'done', by.at, { proposalId: id });
    return { proposal, deliveries };
  });
}
