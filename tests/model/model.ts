import type { DueRule } from '../../src/plan/plan.ts';
import { type Day, dayAt } from './days.ts';
import { listTimes, type Time } from './occurrences.ts';

/**
 * The office as `domain.md` describes it, in a few plain rules over plain lists. It is slow, simple
 * and independent of the program: no SQL, no function of `src`.
 */
export interface Model {
  plans: ModelPlan[];
  units: ModelUnit[];
  exemplars: ModelExemplar[];
  filings: ModelFiling[];
  moves: ModelMove[];
  roles: ModelRole[];
  told: Told[];
  isWorkingDay(day: Day): boolean;
}

/** A plan: what it asks for, and when it reminds. */
export interface ModelPlan {
  id: number;
  /** The least number of exemplars by kind of unit. */
  least: Record<string, number>;
  duties: ModelDuty[];
  ladder: {
    at: number;
    from: number;
    until: number;
    lastDayUntil: number;
    before: number[];
    lastDay: boolean;
    after: number[];
    everyDaysAfter: number;
    headsFrom: number;
  };
}

/** A duty of a plan. */
export interface ModelDuty {
  code: string;
  way: 'registration' | 'filing' | 'optional';
  owedBy: 'all' | string[];
  rule: DueRule;
}

/** A unit with its kind in each plan, and the units before it. */
export interface ModelUnit {
  id: number;
  active: boolean;
  /** Its first day; undefined: it was there before the plans. */
  since?: Day;
  /** Units from which it took over. */
  tookOver: ModelUnit[];
  /** The unit of which it is a part. */
  partOf?: ModelUnit;
  places: Map<number, { kind: string; least?: number }>;
}

/** An exemplar as it stands. */
export interface ModelExemplar {
  id: number;
  plan: number;
  unit: ModelUnit;
  /** The unit for whose registration it counts. */
  countsFor: ModelUnit;
  time: string;
  at: Date;
  status: 'submitted' | 'approved' | 'returned' | 'rejected' | 'withdrawn';
  /** When it was sent again. */
  mended: Date[];
}

/** One version of a document. */
export interface ModelFiling {
  id: number;
  plan: number;
  unit: ModelUnit;
  duty: string;
  time: string;
  at: Date;
  status: 'submitted' | 'accepted' | 'returned';
}

/** A last day that an officer set; without a unit, for all. */
export interface ModelMove {
  plan: number;
  duty: string;
  time: string;
  unit?: ModelUnit;
  day: Day;
  exact: boolean;
}

/** A role of a person in a unit. */
export interface ModelRole {
  person: number;
  unit: ModelUnit;
  role: 'liaison' | 'head';
  since: Date;
  until?: Date;
}

/** A stage of the ladder of one duty that a person was told. */
export interface Told {
  person: number;
  plan: number;
  unit: ModelUnit;
  duty: string;
  time: string;
  lastDay: Day;
  offset: number;
}

/** A duty of a unit as it stands. */
export interface ModelStanding {
  plan: ModelPlan;
  unit: ModelUnit;
  duty: ModelDuty;
  time: Time;
  lastDay?: Day;
  status: 'done' | 'doneLate' | 'missing' | 'overdue' | 'unset' | 'optional';
  doneAt?: Date;
  counted?: number;
}

/** Lists what every unit owes by `now` and where it stands. */
export function listModelStandings(model: Model, now: Date): ModelStanding[] {
  const today = dayAt(now);
  return model.plans.flatMap((plan) =>
    plan.duties.flatMap((duty) =>
      listTimes(duty.rule)
        .filter(({ begins }) => begins === undefined || begins <= today)
        .flatMap((time) =>
          model.units
            .filter((unit) => unit.active && owes(model, plan, duty, time, unit))
            .map((unit) => standingOf(model, plan, duty, time, unit, today)),
        ),
    ),
  );
}

function owes(model: Model, plan: ModelPlan, duty: ModelDuty, time: Time, unit: ModelUnit): boolean {
  const place = unit.places.get(plan.id);
  if (!place || (duty.owedBy !== 'all' && !duty.owedBy.includes(place.kind))) return false;
  const lastDay = lastDayFor(model, plan.id, duty.code, time, unit);
  return lastDay === undefined || lastDay >= owesFrom(unit);
}

/** A unit owes nothing due before it began, unless it took over from one that owed it. */
function owesFrom(unit: ModelUnit): Day {
  if (unit.tookOver.length > 0) return Math.min(...unit.tookOver.map(owesFrom));
  return unit.since ?? Number.NEGATIVE_INFINITY;
}

function standingOf(
  model: Model,
  plan: ModelPlan,
  duty: ModelDuty,
  time: Time,
  unit: ModelUnit,
  today: Day,
): ModelStanding {
  const lastDay = lastDayFor(model, plan.id, duty.code, time, unit);
  const counted = duty.way === 'registration' ? countFor(model, plan, time, unit) : undefined;
  const doneAt =
    duty.way === 'registration'
      ? enoughAt(model, plan, time, unit)
      : handedInAt(model, plan.id, duty.code, time, unit);
  const base = { plan, unit, duty, time, lastDay, counted, doneAt };
  if (doneAt) return { ...base, status: isAfter(doneAt, lastDay) ? 'doneLate' : 'done' };
  if (duty.way === 'optional') return { ...base, status: 'optional' };
  if (lastDay === undefined) return { ...base, status: 'unset' };
  return { ...base, status: today > lastDay ? 'overdue' : 'missing' };
}

function isAfter(at: Date, lastDay: Day | undefined): boolean {
  return lastDay !== undefined && dayAt(at) > lastDay;
}

/** Of the general day and the unit's own the later holds; an exact one replaces what was before. */
export function lastDayFor(
  model: Model,
  plan: number,
  duty: string,
  time: Time,
  unit?: ModelUnit,
): Day | undefined {
  let general = time.lastDay;
  let own: ModelMove | undefined;
  for (const move of model.moves) {
    if (move.plan !== plan || move.duty !== duty || move.time !== time.name) continue;
    if (!move.unit) {
      general = move.day;
      if (move.exact) own = undefined;
    } else if (move.unit === unit) own = move;
  }
  if (!own) return general;
  return own.exact || general === undefined ? own.day : Math.max(own.day, general);
}

function handedIn(model: Model, plan: number, time: string, unit: ModelUnit): ModelExemplar[] {
  return model.exemplars
    .filter((one) => one.plan === plan && one.time === time && one.countsFor === unit)
    .filter(({ status }) => status !== 'withdrawn')
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function countFor(model: Model, plan: ModelPlan, time: Time, unit: ModelUnit): number {
  const counting = ['submitted', 'approved'];
  return handedIn(model, plan.id, time.name, unit).filter(({ status }) => counting.includes(status)).length;
}

function leastOf(plan: ModelPlan, unit: ModelUnit): number {
  const place = unit.places.get(plan.id);
  return place?.least ?? plan.least[place?.kind ?? ''] ?? 0;
}

/** Enough exemplars count; it was done when as many had been handed in first. */
function enoughAt(model: Model, plan: ModelPlan, time: Time, unit: ModelUnit): Date | undefined {
  const least = leastOf(plan, unit);
  if (countFor(model, plan, time, unit) < least) return undefined;
  return handedIn(model, plan.id, time.name, unit)[least - 1]?.at;
}

/**
 * A document is in unless its newest version was returned and none was ever accepted; it came with
 * its first version. A unit without one of its own has it when all before it had.
 */
function handedInAt(model: Model, plan: number, duty: string, time: Time, unit: ModelUnit): Date | undefined {
  const versions = model.filings.filter(
    (one) => one.plan === plan && one.duty === duty && one.time === time.name && one.unit === unit,
  );
  if (versions.length > 0) {
    const isIn =
      versions.at(-1)?.status !== 'returned' || versions.some(({ status }) => status === 'accepted');
    return isIn ? versions[0]?.at : undefined;
  }
  const before = unit.partOf ? [unit.partOf] : unit.tookOver.filter(({ places }) => places.has(plan));
  const all = before.map((one) => handedInAt(model, plan, duty, time, one));
  if (all.length === 0 || all.includes(undefined)) return undefined;
  return new Date(Math.max(...all.map((at) => at?.getTime() ?? 0)));
}

/** Where an exemplar stands to the due of its unit's list. */
export function latenessOf(model: Model, exemplar: ModelExemplar) {
  const plan = model.plans.find(({ id }) => id === exemplar.plan);
  const duty = plan?.duties.find(({ way }) => way === 'registration');
  const time = duty && listTimes(duty.rule).find(({ name }) => name === exemplar.time);
  if (!plan || !duty || !time) throw new Error('an exemplar of no registration');
  const lastDay = lastDayFor(model, plan.id, duty.code, time, exemplar.countsFor);
  if (!isAfter(exemplar.at, lastDay)) {
    const after = exemplar.mended.filter((at) => isAfter(at, lastDay));
    return { lateness: 'onTime', supplementedAt: after.at(-1) ?? null };
  }
  const inTime = handedIn(model, plan.id, time.name, exemplar.countsFor).filter(
    ({ at }) => !isAfter(at, lastDay),
  );
  const enough = inTime.length >= leastOf(plan, exemplar.countsFor);
  return { lateness: enough ? 'extra' : 'late', supplementedAt: null };
}

/** An exemplar counts for the first time of the registration that is not over, or for the last. */
export function registrationTimeOf(model: Model, plan: ModelPlan, unit: ModelUnit, at: Date): string {
  const duty = plan.duties.find(({ way }) => way === 'registration');
  const begun = (duty ? listTimes(duty.rule) : []).filter(
    ({ begins }) => begins === undefined || begins <= dayAt(at),
  );
  const open = begun.find((time) => !isAfter(at, lastDayFor(model, plan.id, duty?.code ?? '', time, unit)));
  return (open ?? begun.at(-1) ?? (duty && listTimes(duty.rule)[0]))?.name ?? '';
}
