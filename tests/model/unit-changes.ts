import type { Day } from './days.ts';
import { lastDayFor, type Model, type ModelExemplar, type ModelRole, type ModelUnit } from './model.ts';
import { listTimes } from './occurrences.ts';

/** A change of units in the model, on its day. */
export interface ModelChange {
  action: 'created' | 'renamed' | 'merged' | 'split' | 'closed';
  day: Day;
  before: ModelUnit[];
  /** The ids of the units that it makes; the first takes over. */
  made: number[];
  /** Kind of what it makes, and a quota of its own in the first plan. */
  kind: string;
  least?: number | undefined;
  /** People of each part of a divided unit, and exemplars that leave the heir for it. */
  divided?: { people: number[][]; exemplars: ModelExemplar[][] } | undefined;
}

/** Carries out a change: what follows goes to the first unit made, and no person gains anything. */
export function changeUnits(model: Model, change: ModelChange, now: Date): void {
  const { action, day, before } = change;
  if (action === 'renamed') return;
  const made = change.made.map((id, i) => {
    const unit: ModelUnit = {
      ...{ id, active: true, since: day, places: placesOf(model, change) },
      tookOver: i === 0 ? [...before] : [],
    };
    if (action === 'split' && before[0]) unit.partOf = before[0];
    model.units.push(unit);
    return unit;
  });
  for (const unit of before) unit.active = false;
  const [heir] = made;
  if (heir) {
    for (const one of model.exemplars) {
      if (before.includes(one.unit)) one.unit = heir;
      if (before.includes(one.countsFor)) one.countsFor = heir;
    }
    for (const one of model.told.filter(({ unit }) => before.includes(unit)))
      model.told.push({ ...one, unit: heir });
    for (const unit of made) handOverDues(model, before, unit);
  }
  for (const role of model.roles.filter(({ unit, until }) => before.includes(unit) && !until)) {
    role.until = now;
    for (const unit of made.filter((_, i) => serves(change, role.person, i)))
      giveRole(model, role, unit, now);
  }
  for (const [i, unit] of made.entries())
    for (const one of change.divided?.exemplars[i] ?? [])
      if (one.unit === heir) moveTo(model, one, unit, day);
}

/** Undivided people go to the heir; a person whom no part lists serves each. */
function serves({ divided }: ModelChange, person: number, part: number): boolean {
  if (!divided) return part === 0;
  return divided.people[part]?.includes(person) || !divided.people.flat().includes(person);
}

function giveRole(model: Model, { person, role }: ModelRole, unit: ModelUnit, since: Date): void {
  const has = model.roles.some(
    (one) => one.person === person && one.unit === unit && one.role === role && !one.until,
  );
  if (!has) model.roles.push({ person, role, unit, since });
}

/** An exemplar goes on counting for the heir where the part does not owe the registration. */
function moveTo(model: Model, one: ModelExemplar, part: ModelUnit, day: Day): void {
  const duty = model.plans
    .find(({ id }) => id === one.plan)
    ?.duties.find(({ way }) => way === 'registration');
  const time = duty && listTimes(duty.rule).find(({ name }) => name === one.time);
  const lastDay = duty && time && lastDayFor(model, one.plan, duty.code, time, part);
  if (one.countsFor === one.unit && (lastDay === undefined || lastDay >= day)) one.countsFor = part;
  one.unit = part;
}

/** A new unit takes part in the plans in which one before it did; with none before it, in all. */
function placesOf(model: Model, { before, kind, least }: ModelChange): ModelUnit['places'] {
  const plans = model.plans.filter(
    ({ id }) => before.length === 0 || before.some(({ places }) => places.has(id)),
  );
  return new Map(
    plans.map(({ id }) => [id, { kind, ...(id === model.plans[0]?.id && least !== undefined && { least }) }]),
  );
}

/** The latest day that one of them had holds: exact where that of each was. */
function handOverDues(model: Model, before: ModelUnit[], to: ModelUnit): void {
  for (const plan of model.plans)
    for (const { code: duty, rule } of plan.duties)
      for (const time of listTimes(rule)) {
        const partners = before.filter(({ places }) => places.has(plan.id));
        const own = partners.flatMap((unit) => ownMove(model, plan.id, duty, time.name, unit) ?? []);
        if (own.length === 0) continue;
        const day = Math.max(...own.map((one) => one.day));
        const exact = own.length === partners.length && own.every((one) => one.exact);
        model.moves.push({ plan: plan.id, duty, time: time.name, unit: to, day, exact });
      }
}

/** A unit's own day, unless a later one for all replaced it. */
function ownMove(model: Model, plan: number, duty: string, time: string, unit: ModelUnit) {
  const moves = model.moves.filter((one) => one.plan === plan && one.duty === duty && one.time === time);
  const own = moves.findLastIndex((one) => one.unit === unit);
  const replaced = moves.some((one, i) => i > own && !one.unit && one.exact);
  return replaced ? undefined : moves[own];
}
