import type { Prisma } from '../../src/store/generated/client.ts';

/** Ids of the objects of a unit that buttons name, one of each kind. */
export type UnitObjects = Record<
  | 'exemplar'
  | 'filing'
  | 'criterion'
  | 'fostering step'
  | 'activity'
  | 'help'
  | 'nomination'
  | 'proposal'
  | 'award decision',
  number
>;

/**
 * Puts one object of each kind that buttons name under the first plan, for a unit. `approved`: an
 * exemplar that was approved, with publicity of the office.
 */
export async function layUnitObjects(
  db: Prisma.TransactionClient,
  given: { unitId: number; personId: number; at: Date; n: number; approved?: boolean },
): Promise<UnitObjects> {
  const { unitId, personId, at, n, approved = false } = given;
  const of = { planId: 1, unitId };
  const duty = approved ? 'annualReport' : 'implementationPlan';
  const occurrence = approved ? '2021' : '';
  const exemplar = await db.exemplar.create({
    data: {
      ...{ ...of, code: `THU-2021-00${n}`, year: 2021, subject: 'collective', category: 'community' },
      ...{ name: `Làng ${n}`, searchName: `lang ${n}`, place: 'Làng', difficultArea: false },
      ...{ directLabour: true, summary: 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo.', criteria: [] },
      ...{ impact: 'Có thể nhân rộng.', endorsedOn: new Date('2021-08-17') },
      ...(approved ? { status: 'approved', decidedAt: at } : { status: 'submitted' }),
      ...{ submittedAt: at, submittedById: personId },
    },
  });
  const filing = await db.filing.create({
    data: { ...of, duty, occurrence, filedAt: at, filedById: personId, channel: 'web' },
  });
  const criterion = await db.ownCriterion.create({
    data: {
      ...{ ...of, text: `Giữ được đội cồng chiêng ${n}`, addedAt: at, addedById: personId },
      addedVia: 'web',
    },
  });
  const plan = await db.fosteringPlan.upsert({
    where: { planId_unitId: of },
    create: { ...of, lead: 'Chủ tịch', savedAt: at, byId: personId },
    update: {},
  });
  const step = await db.fosteringStep.create({
    data: { fosteringPlanId: plan.id, kind: 'nurture', what: 'Tập huấn', who: 'Hội Nông dân', dueOn: at },
  });
  const activity = await db.activity.create({
    data: {
      ...{ planId: 1, kind: approved ? 'publicity' : 'visit', heldOn: at, place: 'Làng' },
      ...{ unitId: approved ? null : unitId, loggedAs: approved ? 'publicist' : 'liaison' },
      ...{ loggedAt: at, loggedById: personId, channel: 'web' },
      exemplars: { create: { exemplarId: exemplar.id } },
    },
  });
  const help = await db.helpRequest.create({
    data: {
      ...{ ...of, text: 'Cần loa', askedAt: at, askedById: personId, channel: 'web' },
      madeBy: `draft:${900_000 + n}`,
    },
  });
  const nomination = await db.nomination.create({
    data: {
      ...{ ...of, exemplarId: exemplar.id, grounds: 'Giữ rừng ba năm', nominatedAt: at },
      nominatedById: personId,
    },
  });
  const proposal = await db.awardProposal.create({
    data: {
      ...{ ...of, exemplarId: exemplar.id, year: 2021, form: 'merit', level: 'district' },
      ...{ grounds: 'Giữ rừng ba năm', proposedAt: at },
    },
  });
  const decision = await db.awardDecision.create({
    data: {
      ...{ planId: 1, number: `${n}/QĐ-UBND`, decidedOn: at, body: 'UBND huyện', level: 'district' },
      ...{ recordedAt: at, recordedById: personId, channel: 'web' },
    },
  });
  return {
    ...{ exemplar: exemplar.id, filing: filing.id, criterion: criterion.id, 'fostering step': step.id },
    ...{ activity: activity.id, help: help.id, nomination: nomination.id, proposal: proposal.id },
    'award decision': decision.id,
  };
}
