import { findRegistrationDuty } from '../duties/kinds/index.ts';
import type { DutyStatus } from '../duties/standing.ts';
import { dueOf, isLate } from '../plan/due.ts';
import type { Occurrence } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';

/**
 * The state of a unit's registration (Plan 101, V.1). The states exclude each other. `overdue`:
 * still incomplete after the due, whether anything was handed in or not; `late`: complete now, but
 * completed after the due.
 */
export type Timeliness = 'onTime' | 'late' | 'overdue' | 'short' | 'none' | 'complete';

/** The words of column 12. `short` and `none` are still within their time, or have no date. */
export const timelinessWords: Record<Timeliness, string> = {
  onTime: 'Đúng hạn',
  late: 'Nộp chậm',
  overdue: 'Quá hạn chưa đủ',
  short: 'Chưa nộp đủ',
  none: 'Chưa nộp',
  complete: 'Đã đủ',
};

/** The state of the duty that goes with each: reports are filtered by it. */
export const statesOfTimeliness = {
  onTime: 'done',
  complete: 'done',
  late: 'doneLate',
  overdue: 'overdue',
  short: 'missing',
  none: 'missing',
} as const satisfies Record<Timeliness, DutyStatus>;

/** Lists the states from the worst on: a report of several occurrences shows the worst. */
const fromWorst: Timeliness[] = ['overdue', 'late', 'none', 'short', 'onTime', 'complete'];

/**
 * Returns the worst of the states of several occurrences; undefined for none. A unit with something
 * in one occurrence and nothing in another is short.
 */
export function worstTimeliness(states: Timeliness[]): Timeliness | undefined {
  const worst = fromWorst.find((state) => states.includes(state));
  return worst === 'none' && states.some((state) => state !== 'none') ? 'short' : worst;
}

/** The data that decides a unit's timeliness. */
export interface RegistrationState {
  unitId: number;
  occurrence: Occurrence;
  kind: string;
  /** Exemplars that count. */
  counted: number;
  /** How many are missing to reach the minimum. */
  missing: number;
  /**
   * When as many as the minimum had first been handed in, even if the office returned some since;
   * null before that.
   */
  reachedAt: Date | null;
}

/** Decides the state of a unit's list at `now`; undefined for a kind of unit that owes none. */
export function decideTimeliness(
  plan: LoadedPlan,
  state: RegistrationState,
  now: Date,
): Timeliness | undefined {
  const duty = findRegistrationDuty(plan);
  if (!duty || (duty.owedBy !== 'all' && !duty.owedBy.includes(state.kind))) return undefined;
  const due = dueOf(plan, duty.code, state.occurrence, state.unitId);
  if (state.missing > 0) {
    if (due && isLate(due, now)) return 'overdue';
    return state.counted > 0 ? 'short' : 'none';
  }
  if (!due) return 'complete';
  return state.reachedAt && isLate(due, state.reachedAt) ? 'late' : 'onTime';
}
