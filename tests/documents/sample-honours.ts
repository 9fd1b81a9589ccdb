import type { LoadedPlan } from '../../src/plan/plan.ts';
import type { Database } from '../../src/store/database.ts';
import type {
  NominationAction,
  NominationState,
  ProposalAction,
  ProposalState,
} from '../../src/store/generated/enums.ts';
import { seeded } from './sample.ts';

const day = 86_400_000;
const reason = 'Thành tích chưa nổi bật';

/** Possible fates of a proposal: the state after the last of its steps. */
const proposalFates: [ProposalState, ProposalAction[]][] = [
  ['proposed', ['propose']],
  ['withdrawn', ['propose', 'withdraw']],
  ['not_forwarded', ['propose', 'decline']],
  ['proposed', ['propose', 'decline', 'reopen']],
  ['forwarded', ['propose', 'forward']],
  ['granted', ['propose', 'forward', 'grant']],
  ['granted', ['propose', 'forward', 'grant']],
  ['refused', ['propose', 'forward', 'refuse']],
];
const nominationFates: [NominationState, NominationAction[]][] = [
  ['nominated', ['nominate']],
  ['withdrawn', ['nominate', 'withdraw']],
  ['chosen', ['nominate', 'choose']],
  ['chosen', ['nominate', 'drop', 'choose']],
  ['not_chosen', ['nominate', 'drop']],
  ['nominated', ['nominate', 'withdraw', 'nominate']],
];
const needsReason: (ProposalAction | NominationAction)[] = ['decline', 'refuse', 'reopen', 'drop'];

/**
 * Proposes approved exemplars for awards and nominates them to the conference, with the history of
 * each step. Some proposals are granted by a decision, some refused, withdrawn or opened again.
 */
export async function honour(
  db: Database,
  { plans, liaison, until, seed }: { plans: LoadedPlan[]; liaison: number; until: Date; seed: number },
): Promise<void> {
  const random = seeded(seed + 1);
  const { prisma } = db;
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const by = { personId: liaison, channel: 'web' };
  // Also those whose approval was taken back: what was proposed for them stays on record.
  const approved = await prisma.exemplar.findMany({
    where: { changes: { some: { action: 'approve' } } },
    include: { changes: { where: { action: 'approve' } } },
    orderBy: { id: 'asc' },
  });
  let decisions = 0;
  for (const exemplar of approved) {
    for (let year = exemplar.year; year < 2023; year++) await propose(exemplar, year);
    if (random() < 0.5) await nominate(exemplar);
  }

  /** The moments of steps, some weeks apart; the last one is before the end. */
  function moments(first: Date, count: number): Date[] {
    const apart = Math.min((5 + random() * 60) * day, (until.getTime() - first.getTime()) / count);
    return Array.from({ length: count }, (_, i) => new Date(first.getTime() + Math.floor(i * apart)));
  }

  async function propose({ id, unitId, planId, changes, subject }: (typeof approved)[number], year: number) {
    const approvedAt = changes[0]?.at;
    const proposedAt = new Date(Date.parse(`${year}-12-01T02:00:00Z`) + Math.floor(random() * 25) * day);
    const plan = plans.find((one) => one.id === planId);
    if (!plan || !approvedAt || approvedAt > proposedAt || random() < 0.25) return;
    const titled = random() < 0.4;
    const awards = titled
      ? plan.awards.titles.filter((one) => one.subject === undefined || one.subject === subject)
      : plan.awards.forms;
    const award = pick(awards);
    const level = pick(award.levels);
    const [state, steps] = pick(proposalFates);
    const times = moments(proposedAt, steps.length);
    const last = times.at(-1) ?? proposedAt;
    const decided = state !== 'proposed' && state !== 'withdrawn';
    const decisionId = state === 'granted' || state === 'refused' ? await decide(planId, level, last) : null;
    await prisma.awardProposal.create({
      data: {
        ...{ planId, exemplarId: id, unitId, year, level, state, proposedAt, decisionId },
        ...(titled ? { title: award.code } : { form: award.code }),
        ...{ grounds: `Giảm ${2 + Math.floor(random() * 20)} hộ nghèo`, decidedAt: decided ? last : null },
        ...((state === 'not_forwarded' || state === 'refused') && { reason }),
        changes: {
          create: steps.map((action, i) => ({
            ...{ ...by, at: times[i] ?? proposedAt, action },
            ...(needsReason.includes(action) && { reason }),
            ...((action === 'grant' || action === 'refuse') && { after: { decisionId } }),
          })),
        },
      },
    });
  }

  async function decide(planId: number, level: string, at: Date): Promise<number> {
    const { id } = await prisma.awardDecision.create({
      data: {
        ...{ planId, level, number: `${++decisions}/QĐ-UBND`, decidedOn: at, body: 'UBND huyện Đak Đoa' },
        ...{ recordedAt: at, recordedById: liaison, channel: 'web' },
      },
    });
    return id;
  }

  async function nominate({ id, unitId, planId, changes }: (typeof approved)[number]) {
    const first = new Date((changes[0]?.at.getTime() ?? 0) + Math.floor((5 + random() * 90) * day));
    if (first >= until) return;
    const [state, steps] = pick(nominationFates);
    const times = moments(first, steps.length);
    const last = times.at(-1) ?? first;
    const decided = state === 'chosen' || state === 'not_chosen';
    const grounds = 'Ba năm liền duy trì tốt, được các làng học theo';
    await prisma.nomination.create({
      data: {
        ...{ planId, exemplarId: id, unitId, state, grounds, nominatedAt: first, nominatedById: liaison },
        ...(decided && { decidedAt: last, decidedById: liaison }),
        ...(state === 'not_chosen' && { reason }),
        changes: {
          create: steps.map((action, i) => ({
            ...{ ...by, at: times[i] ?? first, action },
            ...(action === 'nominate' && { after: { grounds } }),
            ...(needsReason.includes(action) && { reason }),
          })),
        },
      },
    });
  }
}
