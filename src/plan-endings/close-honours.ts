import { listProposalsById } from '../awards/proposal.ts';
import { stepProposals } from '../awards/proposal-steps.ts';
import { tellUnitsOfAwards } from '../awards/tell-units.ts';
import { tellUnitOfNomination } from '../nominations/tell-unit-of-nomination.ts';
import type { SettlesWork } from './ending.ts';
import { openNominations, openProposals } from './open-work.ts';

const steps = {
  proposed: { action: 'decline', to: 'not_forwarded' },
  forwarded: { action: 'refuse', to: 'refused' },
} as const;

/** Ends the award proposals without a result, with the reason; their units are told. */
export const closeProposals: SettlesWork = async (tx, { plan, reason, by }) => {
  const deliveries: number[] = [];
  for (const state of ['proposed', 'forwarded'] as const) {
    const { action, to } = steps[state];
    const open = await tx.prisma.awardProposal.findMany({
      where: { AND: [openProposals(plan.id), { state }] },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    const held = await listProposalsById(
      tx.prisma,
      open.map(({ id }) => id),
    );
    const [changeId] = await stepProposals(tx, held, { action, to, reason, decisionId: null }, by);
    if (changeId === undefined) continue;
    deliveries.push(...(await tellUnitsOfAwards(tx.prisma, held, { news: action, changeId, at: by.at })));
  }
  return deliveries;
};

/** Leaves the nominations that were not decided out of the delegates; their units are told. */
export const closeNominations: SettlesWork = async ({ prisma }, { plan, reason, by }) => {
  const open = await prisma.nomination.findMany({ where: openNominations(plan.id), orderBy: { id: 'asc' } });
  const deliveries: number[] = [];
  for (const nomination of open) {
    const { id } = nomination;
    const { count } = await prisma.nomination.updateMany({
      where: { ...openNominations(plan.id), id },
      data: { state: 'not_chosen', decidedAt: by.at, decidedById: by.personId, reason },
    });
    if (count === 0) continue;
    const change = await prisma.nominationChange.create({
      data: { nominationId: id, ...by, action: 'drop', reason },
      select: { id: true },
    });
    const news = { news: 'drop' as const, changeId: change.id, at: by.at };
    deliveries.push(...(await tellUnitOfNomination(prisma, nomination, news)));
  }
  return deliveries;
};
