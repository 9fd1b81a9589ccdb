import type { ProposedAward } from '../plan/awards.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { ProposalState } from '../store/generated/enums.ts';

/** What a unit proposes for one of its exemplars. */
export interface WantedProposal extends ProposedAward {
  exemplarId: number;
  grounds: string;
}

/** The columns that make two proposals of a report the same. */
const sameness = ['exemplarId', 'form', 'title', 'level'] as const;

/** The states in which other grounds of the unit count: it may mend what was not forwarded. */
const stillOpen: readonly ProposalState[] = ['proposed', 'not_forwarded'];

/**
 * Writes the award proposals of a unit's report of a year, with their history, in a transaction of
 * the caller. One that the report has no more is withdrawn, unless officers have begun with it or
 * made it themselves. One that was not forwarded is proposed again when its grounds are others.
 * Unchanged ones are left alone.
 */
export async function saveProposals(
  tx: Prisma.TransactionClient,
  of: { planId: number; unitId: number; year: number },
  wanted: WantedProposal[],
  { at, ...by }: { personId: number; channel: string; at: Date },
): Promise<void> {
  // An officer who forwards one at this moment is waited for.
  await tx.$queryRaw`
    select 1 from award_proposal
    where plan_id = ${of.planId} and unit_id = ${of.unitId} and year = ${of.year} order by id for update`;
  const there = await tx.awardProposal.findMany({ where: { ...of, state: { not: 'withdrawn' } } });
  const isSame = (one: ProposedAward & { exemplarId: number }, other: typeof one) =>
    sameness.every((key) => one[key] === other[key]);
  for (const one of wanted) {
    const known = there.find((other) => isSame(one, other));
    const { exemplarId: _, ...after } = one;
    if (!known) {
      await tx.awardProposal.create({
        data: {
          ...{ ...of, ...one, proposedAt: at },
          changes: { create: { at, ...by, action: 'propose', after } },
        },
      });
    } else if (known.grounds !== one.grounds && stillOpen.includes(known.state)) {
      await tx.awardProposal.update({
        where: { id: known.id },
        data: {
          grounds: one.grounds,
          ...{ state: 'proposed', decidedAt: null, reason: null },
          changes: {
            create: {
              ...{ at, ...by, action: 'change' as const },
              before: { grounds: known.grounds, state: known.state },
              after: { grounds: one.grounds, state: 'proposed' },
            },
          },
        },
      });
    }
  }
  for (const { id, state, source, ...one } of there) {
    if (state !== 'proposed' || source === 'office' || wanted.some((other) => isSame(one, other))) continue;
    await tx.awardProposal.update({
      where: { id },
      data: { state: 'withdrawn', changes: { create: { at, ...by, action: 'withdraw' } } },
    });
  }
}
