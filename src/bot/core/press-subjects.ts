import { isDraftOf } from '../../drafts/draft.ts';
import type { DomainErrorCode } from '../../errors.ts';
import { ofOffices } from '../../people/office-scope.ts';
import { type Access, listUnitsWithin, type OfUnit } from '../../people/rights.ts';
import type { BotContext } from './context.ts';

/** The object of a button: of a unit, or of one person; under a plan, where it belongs to one. */
export type PressSubject = (OfUnit | { mine: boolean }) & { planId?: number };

/** A kind of object that buttons name by id: how its owner is found, and the refusal for others. */
interface Subjects {
  /** Finds the existing ones of these ids. */
  find(ctx: BotContext, ids: number[]): Promise<PressSubject[]>;
  /**
   * The refusal for a person whose right does not reach it; left out: the button counts as an old
   * one.
   */
  refusal?: DomainErrorCode;
  /** The right to know that it exists: such people read `not-allowed` instead. */
  seeing?: Access;
}

const among = (ids: number[]) => ({ where: { id: { in: ids } } });

async function findUnits({ house }: BotContext, ids: number[]): Promise<OfUnit[]> {
  const units = await house.db.prisma.unit.findMany(among(ids));
  return units.map(({ id }) => ({ unitId: id }));
}

/** Of several units the one that the person may see stands for the activity. */
async function findActivityStories({ house, person }: BotContext, ids: number[]): Promise<OfUnit[]> {
  const found = await house.db.prisma.activity.findMany({
    ...among(ids),
    select: {
      unitId: true,
      exemplars: { select: { exemplar: { select: { unitId: true, status: true } } } },
    },
  });
  const within = listUnitsWithin(person, 'seeActivities');
  return found.map(({ unitId, exemplars }) => {
    const units = [unitId, ...exemplars.map(({ exemplar }) => exemplar.unitId)];
    const seen = units.find((id) => id !== null && within !== 'all' && within.includes(id));
    const shown = seen ?? unitId;
    return {
      unitId: shown ?? exemplars[0]?.exemplar.unitId ?? null,
      ofOffice: shown === null,
      approved: exemplars.some(({ exemplar }) => exemplar.status === 'approved'),
    };
  });
}

/** A kind of object that a button can be about. */
export type SubjectKind =
  | 'unit'
  | 'ownCriterion'
  | 'documents'
  | 'exemplar'
  | 'filing'
  | 'fosteringStep'
  | 'activity'
  | 'activityStory'
  | 'help'
  | 'nomination'
  | 'proposal'
  | 'awardDecision'
  | 'person'
  | 'draft'
  | 'standingReport'
  | 'askedReport'
  | 'nudge';

/** For each kind, how to find its owner. */
export const subjects: Record<SubjectKind, Subjects> = {
  unit: { find: findUnits, refusal: 'unit-unknown', seeing: 'joined' },
  ownCriterion: {
    find: async ({ house }, ids) =>
      house.db.prisma.ownCriterion.findMany({ ...among(ids), select: { unitId: true, planId: true } }),
    refusal: 'own-criterion-unknown',
    seeing: 'seeUnit',
  },
  /** The documents of a unit. */
  documents: { find: findUnits, refusal: 'filing-not-found' },
  exemplar: {
    find: async ({ house }, ids) => {
      const found = await house.db.prisma.exemplar.findMany({
        ...among(ids),
        select: { unitId: true, status: true, planId: true },
      });
      return found.map(({ status, ...one }) => ({ ...one, approved: status === 'approved' }));
    },
    refusal: 'exemplar-not-found',
    seeing: 'seeExemplars',
  },
  /** An activity of the unit that did it, or of the office. */
  activity: {
    find: async ({ house }, ids) => {
      const found = await house.db.prisma.activity.findMany({
        ...among(ids),
        select: {
          ...{ unitId: true, planId: true, loggedAs: true },
          exemplars: { select: { exemplar: { select: { unitId: true } } }, take: 1 },
        },
      });
      return found.map(({ unitId, planId, loggedAs, exemplars }) => ({
        planId,
        // The office of an activity of no unit is that of its exemplars.
        unitId: unitId ?? exemplars[0]?.exemplar.unitId ?? null,
        ofOffice: unitId === null,
        approved: loggedAs === 'publicist',
      }));
    },
    refusal: 'activity-not-found',
    seeing: 'seeActivities',
  },
  /** An activity for those who may see it: its unit, and the units of its exemplars. */
  activityStory: { find: findActivityStories, refusal: 'activity-not-found' },
  help: {
    find: async ({ house }, ids) =>
      house.db.prisma.helpRequest.findMany({ ...among(ids), select: { unitId: true, planId: true } }),
    refusal: 'help-not-found',
    seeing: 'seeHelp',
  },
  nomination: {
    find: async ({ house }, ids) =>
      house.db.prisma.nomination.findMany({ ...among(ids), select: { unitId: true, planId: true } }),
    refusal: 'nomination-not-found',
    seeing: 'seeConference',
  },
  /** A proposal of the unit that has the exemplar. */
  proposal: {
    find: async ({ house }, ids) => {
      const found = await house.db.prisma.awardProposal.findMany({
        ...among(ids),
        select: { planId: true, exemplar: { select: { unitId: true } } },
      });
      return found.map(({ planId, exemplar }) => ({ planId, ...exemplar }));
    },
    refusal: 'proposal-not-found',
    seeing: 'seeAwards',
  },
  /** A decision under a plan of the person's offices. */
  awardDecision: {
    find: async ({ house }, ids) => {
      const found = await house.db.prisma.awardDecision.findMany({ ...among(ids), select: { planId: true } });
      return found
        .filter(({ planId }) => house.plans.find(planId))
        .map(({ planId }) => ({ planId, unitId: null, ofOffice: true }));
    },
    refusal: 'award-decision-not-found',
    seeing: 'seeAwards',
  },
  filing: {
    find: async ({ house }, ids) =>
      house.db.prisma.filing.findMany({ ...among(ids), select: { unitId: true, planId: true } }),
    refusal: 'filing-not-found',
    seeing: 'seeUnit',
  },
  fosteringStep: {
    find: async ({ house }, ids) => {
      const found = await house.db.prisma.fosteringStep.findMany({
        ...among(ids),
        select: { fosteringPlan: { select: { unitId: true, planId: true } } },
      });
      return found.map(({ fosteringPlan }) => fosteringPlan);
    },
    refusal: 'fostering-step-unknown',
    seeing: 'seeUnit',
  },
  person: {
    find: async ({ house }, ids) => {
      const found = await house.db.prisma.person.findMany({
        where: { id: { in: ids }, ...(house.officeIds && ofOffices(house.officeIds)) },
        select: { id: true },
      });
      return found.map(() => ({ unitId: null }));
    },
    refusal: 'person-unknown',
  },
  draft: {
    find: async ({ house, person, turn }, ids) => {
      const found = await house.db.prisma.draft.findMany({
        ...among(ids),
        select: { personId: true, chatKey: true },
      });
      return found.map((draft) => ({ mine: isDraftOf(draft, person?.id, turn.chatKey) }));
    },
    refusal: 'draft-gone',
  },
  standingReport: {
    find: async ({ house, person }, ids) => {
      const found = await house.db.prisma.standingReport.findMany({
        ...among(ids),
        select: { personId: true },
      });
      return found.map(({ personId }) => ({ mine: personId === person?.id }));
    },
  },
  askedReport: {
    find: async ({ house, person }, ids) => {
      const found = await house.db.prisma.askedReport.findMany({
        ...among(ids),
        select: { personId: true },
      });
      return found.map(({ personId }) => ({ mine: personId === person?.id }));
    },
  },
  nudge: {
    find: async ({ house, person }, ids) => {
      const found = await house.db.prisma.delivery.findMany({
        where: { id: { in: ids }, kind: 'nudge' },
        select: { personId: true },
      });
      return found.map(({ personId }) => ({ mine: personId === person?.id }));
    },
  },
};
