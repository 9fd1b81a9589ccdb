import type { ProposedAward } from '../plan/awards.ts';
import type { Prisma } from '../store/generated/client.ts';

/** What a unit proposes for one of its exemplars. */
export interface WantedProposal extends ProposedAward {
  exemplarId: number;
  grounds: string;
}

/** The columns that make two proposals of a report the same. */
const sameness = ['exemplarId', 'form', 'title', 'level'] as const;

/**
 * Writes the award proposals of a unit's report of a year, with their history, in a transaction of
 * the caller. One that the report has no more is withdrawn, unless officers have begun with it.
 * Unchanged ones are left alone.
 */
export async function saveProposals(
  tx: Prisma.TransactionClient,
  of: { planId: number; unitId: number; year: number },
  wanted: WantedProposal[],
  { at, ...by }: { personId: number; channel: string; at: Date },
): Promise<void> {
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
    } else if (known.grounds !== one.grounds) {
      await tx.awardProposal.update({
        where: { id: known.id },
        data: {
          grounds: one.grounds,
          changes: {
            create: {
              ...{ at, ...by, action: 'change' as const },
              before: { grounds: known.grounds },
              after: { grounds: one.grounds },
            },
          },
        },
      });
    }
  }
  for (const { id, state, ...one } of there) {
    if (state !== 'proposed' || wanted.some((other) => isSame(one, other))) continue;
    await tx.awardProposal.update({
      where: { id },
      data: { state: 'withdrawn', changes: { create: { at, ...by, action: 'withdraw' } } },
    });
  }
}
