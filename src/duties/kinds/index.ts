import type { Duty, Plan } from '../../plan/plan.ts';
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
};

/** Finds the duty that registration fulfils: a plan has one (`cross-check.ts`). */
export function findRegistrationDuty(plan: Plan): Duty | undefined {
  return plan.duties.find(({ fulfilledBy }) => dutyKinds[fulfilledBy] === registrationDuty);
}

/** Finds the duty that the annual report fulfils; undefined: the plan asks for none. */
export function findReportDuty(plan: Plan): Duty | undefined {
  return plan.duties.find(({ fulfilledBy }) => dutyKinds[fulfilledBy] === reportDuty);
}

/** Finds the duty that nominations fulfil; undefined: the plan asks for none. */
export function findNominationsDuty(plan: Plan): Duty | undefined {
  return plan.duties.find(({ fulfilledBy }) => fulfilledBy === 'nominations');
}

/** Finds how a duty of the plan is fulfilled; undefined for a duty that the plan does not have. */
export function findDutyKind(plan: Plan, duty: string): DutyKind | undefined {
  const rule = plan.duties.find(({ code }) => code === duty);
  return rule && dutyKinds[rule.fulfilledBy];
}
