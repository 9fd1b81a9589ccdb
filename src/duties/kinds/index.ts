import type { Duty, Plan } from '../../plan/plan.ts';
import { awardsDuty } from './awards.ts';
import { filingDuty } from './filing.ts';
import type { DutyKind } from './kind.ts';
import { optionalDuty } from './optional.ts';
import { registrationDuty } from './registration.ts';
import { reportDuty } from './report.ts';
import { interimDuty, nominationsDuty, summaryDuty } from './summary.ts';

/** Every way of fulfilling a duty, by its word in the plan. */
export const dutyKinds: Record<Duty['fulfilledBy'], DutyKind> = {
  registration: registrationDuty,
  filing: filingDuty,
  report: reportDuty,
  interim: interimDuty,
  summary: summaryDuty,
  nominations: nominationsDuty,
  optional: optionalDuty,
  // Behind the document's: it reads that evidence too.
  awards: awardsDuty,
};

/** Finds the duty that registration fulfils: a plan has one (`cross-check-duties.ts`). */
export function findRegistrationDuty(plan: Plan): Duty | undefined {
  return findFulfilledBy(plan, 'registration');
}

/** Finds the duty that the annual report fulfils; undefined: the plan asks for none. */
export function findReportDuty(plan: Plan): Duty | undefined {
  return findFulfilledBy(plan, 'report');
}

/** Finds the duty that nominations fulfil; undefined: the plan asks for none. */
export function findNominationsDuty(plan: Plan): Duty | undefined {
  return findFulfilledBy(plan, 'nominations');
}

function findFulfilledBy({ duties }: Plan, way: Duty['fulfilledBy']): Duty | undefined {
  return duties.find(({ fulfilledBy }) => fulfilledBy === way);
}

/** The duties that `/tongket` writes, by their words in the plan. */
export const summaryKinds = ['interim', 'summary', 'nominations'] as const;

/** A word of `summaryKinds`. */
export type SummaryKind = (typeof summaryKinds)[number];

/** Tells which kind of summary fulfils a duty; undefined: another thing does. */
export function findSummaryKind(plan: Plan, duty: string): SummaryKind | undefined {
  const way = plan.duties.find(({ code }) => code === duty)?.fulfilledBy;
  return summaryKinds.find((kind) => kind === way);
}

/** Finds how a duty of the plan is fulfilled; undefined for a duty that the plan does not have. */
export function findDutyKind(plan: Plan, duty: string): DutyKind | undefined {
  const rule = plan.duties.find(({ code }) => code === duty);
  return rule && dutyKinds[rule.fulfilledBy];
}
