import { expect } from 'vitest';
import type { MovableClock } from '../../src/clock.ts';
import { describePlanKinds } from '../../src/duties/plan-kinds.ts';
import { listStandings } from '../../src/duties/standing.ts';
import { readLateness, registrationTime } from '../../src/exemplars/lateness.ts';
import { planNudges } from '../../src/nudges/planner.ts';
import type { LoadedPlan, Plan } from '../../src/plan/plan.ts';
import { createWorkingCalendar } from '../../src/plan/working-calendar.ts';
import { openPlans } from '../../src/plans/plans.ts';
import type { Database } from '../../src/store/database.ts';
import { applyUnitChanges } from '../../src/unit-changes/apply-changes.ts';
import { recordUnitChange, undoUnitChange } from '../../src/unit-changes/record-change.ts';
import { type Day, dayAt, instantAt, readMinute, writeDay } from './days.ts';
import { firstDay, type History, type HistoryEvent, kinds, type PlanSeed } from './histories.ts';
import {
  lastDayFor,
  latenessOf,
  listModelStandings,
  type Model,
  type ModelPlan,
  type ModelUnit,
  registrationTimeOf,
} from './model.ts';
import { listModelNudges, nameStage } from './nudges.ts';
import { listTimes } from './occurrences.ts';
import { changeUnits, type ModelChange } from './unit-changes.ts';

/** Number of comparisons with something in them: a test of a silent office would hold as well. */
export interface Compared {
  standings: number;
  lateness: number;
  nudges: number;
  changes: number;
}

/** What a history needs of the world. */
interface World {
  db: Database;
  clock: MovableClock;
  /** A plan file whose duties, quotas and ladder the histories replace. */
  base: Plan;
  compared: Compared;
}

const people = 4;
let made = 0;

/** Plays a history on the program and on the model, and compares them at every look. */
export async function playHistory(world: World, history: History): Promise<void> {
  const office = await openOffice(world, history);
  try {
    let day = firstDay;
    for (const step of [
      ...history.steps,
      { days: 3, minute: 600, event: { do: 'look', onMoved: false } as const },
    ]) {
      day += step.days;
      if (step.event.do === 'look' && step.event.onMoved) day = office.findMovedDay(day);
      // Time moves forward only: a second step on a day comes after the first.
      const at = instantAt(day, step.minute);
      const now = at > world.clock.now() ? at : new Date(world.clock.now().getTime() + 60_000);
      day = dayAt(now);
      world.clock.set(now);
      await office.carryOutChanges();
      await office.happen(step.event);
      if (step.event.do === 'look') await office.compare();
    }
  } finally {
    await office.close();
  }
}

async function openOffice({ db, clock, base, compared }: World, history: History) {
  clock.set(instantAt(firstDay, 0));
  const { pool, prisma } = db;
  const insert = async (sql: string, values: unknown[]): Promise<number> => {
    const { rows } = await pool.query<{ id: number }>(`${sql} returning id`, values);
    return rows[0]?.id ?? 0;
  };
  const [off, working] = [new Set(history.daysOff), new Set(history.workingDays)];
  const model: Model = {
    ...{ plans: [], units: [], exemplars: [], filings: [], moves: [], roles: [], told: [] },
    // 1/1/1970 was a Thursday.
    isWorkingDay: (day) => working.has(day) || !(off.has(day) || (day + 4) % 7 === 0 || (day + 4) % 7 === 6),
  };
  const calendar = createWorkingCalendar({
    daysOff: history.daysOff.map(writeDay),
    workingDays: history.workingDays.map(writeDay),
  });

  for (const seed of history.plans) {
    made += 1;
    const content = writePlan(base, seed, `P${made}`);
    const id = await insert('insert into plan (office_id, code) values (1, $1)', [content.code]);
    await pool.query(
      `insert into plan_version (plan_id, number, content, hash, loaded_at) values ($1, 1, $2, repeat('0', 64), now())`,
      [id, JSON.stringify(content)],
    );
    model.plans.push(asModelPlan(id, seed));
  }
  const place = (unitId: number, planId: number, kind: string) =>
    pool.query('insert into plan_unit (plan_id, unit_id, kind, position) values ($1, $2, $3, $2)', [
      ...[planId, unitId, kind],
    ]);
  for (const { kind, plans } of history.units) {
    made += 1;
    const id = await insert(
      `insert into unit (office_id, code, name, short, position, created_at) values (1, $1, $1, $1, $2, now())`,
      [`U${made}`, made],
    );
    const places = new Map(
      model.plans.filter((_, i) => plans[i] || i === 0).map((plan) => [plan.id, { kind }]),
    );
    for (const planId of places.keys()) await place(id, planId, kind);
    model.units.push({ id, active: true, tookOver: [], places });
  }
  const persons: number[] = [];
  for (let i = 0; i < people; i++)
    persons.push(await insert('insert into person (created_at) values ($1)', [clock.now()]));
  const [officer = 0] = persons;
  const join = async (person: number, unit: ModelUnit, role: 'liaison' | 'head', since: Date) => {
    await pool.query('insert into membership (person_id, unit_id, role, since) values ($1, $2, $3, $4)', [
      ...[person, unit.id, role, since],
    ]);
    model.roles.push({ person, unit, role, since });
  };
  for (const [i, unit] of model.units.entries())
    for (const [n, role] of (['liaison', 'head'] as const).entries())
      await join(pick(persons, i + n), unit, role, instantAt(firstDay - 60, 0));

  const ids = new Set(model.plans.map(({ id }) => id));
  const known = await openPlans(db, '');
  const readPlans = async (): Promise<LoadedPlan[]> => {
    await known.refresh();
    return known.all().filter(({ id }) => ids.has(id));
  };
  const readPlanKinds = async () => (await readPlans()).map(describePlanKinds);
  const waiting: (Omit<ModelChange, 'made'> & { id: number })[] = [];
  const active = () => model.units.filter((unit) => unit.active);
  const zone = base.zone;

  /** Tells the model what the program has carried out, in the order of the days. */
  const followChanges = async (now: Date) => {
    waiting.sort((a, b) => a.day - b.day || a.id - b.id);
    for (const change of waiting.splice(0)) {
      if (change.day > dayAt(now)) {
        waiting.push(change);
        continue;
      }
      const { appliedAt, units } = await prisma.unitChange.findUniqueOrThrow({ where: { id: change.id } });
      expect(appliedAt, 'a change whose day has come is carried out').not.toBeNull();
      changeUnits(model, { ...change, made: units }, now);
      compared.changes += 1;
    }
  };

  const happen = async (event: HistoryEvent): Promise<void> => {
    const now = clock.now();
    switch (event.do) {
      case 'look':
        return;
      case 'register': {
        const unit = pickSome(active(), event.unit);
        const plan = pickSome(
          model.plans.filter(({ id }) => unit?.places.has(id)),
          event.plan,
        );
        if (!unit || !plan) return;
        const loaded = (await readPlans()).find(({ id }) => id === plan.id);
        if (!loaded) throw new Error('a plan is gone');
        const time = registrationTimeOf(model, plan, unit, now);
        expect(registrationTime(loaded, unit.id, now)).toBe(time);
        for (let i = 0; i < event.count; i++) {
          made += 1;
          const id = await insert(exemplarSql, [`E${made}`, unit.id, plan.id, time, now, officer]);
          const how = { at: now, status: 'submitted' as const, mended: [] };
          model.exemplars.push({ id, plan: plan.id, unit, countsFor: unit, time, ...how });
        }
        return;
      }
      case 'decide': {
        const one = pickSome(model.exemplars, event.exemplar);
        // Only what was returned is sent again.
        if (!one || (event.to === 'submitted' && one.status !== 'returned')) return;
        if (event.to === 'submitted') {
          one.mended.push(now);
          await pool.query(
            `insert into exemplar_change (exemplar_id, at, person_id, channel, action) values ($1, $2, $3, 'web', 'resubmit')`,
            [one.id, now, officer],
          );
        }
        one.status = event.to;
        await pool.query(decideSql, [one.id, event.to, now]);
        return;
      }
      case 'file': {
        const unit = pickSome(active(), event.unit);
        const plan = pickSome(
          model.plans.filter(({ id }) => unit?.places.has(id)),
          event.plan,
        );
        const duty = pickSome(plan?.duties.filter(({ way }) => way !== 'registration') ?? [], event.duty);
        const time = duty && pickSome(begunTimes(duty.rule, dayAt(now)), event.time);
        if (!unit || !plan || !duty || !time) return;
        const id = await insert(
          `insert into filing (plan_id, unit_id, duty, occurrence, filed_at, filed_by_id, channel) values ($1, $2, $3, $4, $5, $6, 'web')`,
          [plan.id, unit.id, duty.code, time.name, now, officer],
        );
        model.filings.push({
          ...{ id, plan: plan.id, unit, duty: duty.code, time: time.name, at: now, status: 'submitted' },
        });
        return;
      }
      case 'judge': {
        const one = pickSome(model.filings, event.filing);
        if (!one) return;
        one.status = event.to;
        await pool.query(
          `update filing set status = $2, decided_at = $3,
             decision_reason = case when $2 = 'returned'::filing_status then 'Cần bổ sung số liệu' end where id = $1`,
          [one.id, event.to, now],
        );
        return;
      }
      case 'move': {
        const plan = pick(model.plans, event.plan);
        const duty = pick(plan.duties, event.duty);
        const time = pickSome(begunTimes(duty.rule, dayAt(now)), event.time);
        const unit = event.unit === null ? undefined : pickSome(active(), event.unit);
        if (!time || (event.unit !== null && !unit?.places.has(plan.id))) return;
        const last = lastDayFor(model, plan.id, duty.code, time, unit) ?? dayAt(now);
        const to: Day = last + event.days;
        await pool.query(
          `insert into due_move (plan_id, duty, occurrence, unit_id, last_day, exact, reason, at, by_id, channel)
           values ($1, $2, $3, $4, $5::date, $6, 'Mưa lũ kéo dài nhiều ngày', $7, $8, 'web')`,
          [plan.id, duty.code, time.name, unit?.id ?? null, writeDay(to), event.exact, now, officer],
        );
        const of = { plan: plan.id, duty: duty.code, time: time.name };
        model.moves.push({ ...of, ...(unit && { unit }), day: to, exact: event.exact });
        return;
      }
      case 'join': {
        const [person, unit] = [pick(persons, event.person), pickSome(active(), event.unit)];
        const held = model.roles.some(
          (one) => one.person === person && one.unit === unit && one.role === event.role && !one.until,
        );
        if (unit && !held) await join(person, unit, event.role, now);
        return;
      }
      case 'leave': {
        const role = pickSome(
          model.roles.filter(({ until }) => !until),
          event.role,
        );
        if (!role) return;
        role.until = now;
        await pool.query(
          'update membership set until = $4 where person_id = $1 and unit_id = $2 and role = $3 and until is null',
          [role.person, role.unit.id, role.role, now],
        );
        return;
      }
      case 'change':
        return change(event, now);
    }
  };

  const change = async (event: Extract<HistoryEvent, { do: 'change' }>, now: Date) => {
    const free = active().filter((unit) => !waiting.some(({ before }) => before.includes(unit)));
    const wanted = { created: 0, renamed: 1, merged: 2, split: 1, closed: 1 }[event.action];
    const before = [...new Set(event.units.slice(0, wanted).flatMap((n) => pickSome(free, n) ?? []))];
    const day = dayAt(now) + event.inDays;
    if (before.length < wanted || before.some(({ since }) => since !== undefined && since > day)) return;
    made += 1;
    const count = { created: 1, renamed: 0, merged: 1, split: 2 + (event.units[2] % 2), closed: 0 }[
      event.action
    ];
    const quota = event.least === undefined ? {} : { quota: { min: event.least, max: null } };
    const divided =
      event.action === 'split' && event.divide ? divide(model, before, persons, count) : undefined;
    const after = Array.from({ length: count }, (_, i) => {
      const name = `N${made}X${i}`;
      const exemplars = divided?.exemplars[i]?.map(({ id }) => id);
      const chosen = divided ? { people: divided.people[i] ?? [], exemplars: exemplars ?? [] } : {};
      return { code: name, name, short: name, kind: event.kind, ...quota, ...chosen };
    });
    const renamed = [{ name: `Tên mới ${made}`, short: `T${made}` }];
    const draftId = await insert(
      `insert into draft (form, opened_by, person_id, created_at, updated_at) values ('unit-change', $1, $2, $3, $3)`,
      [`m${made}`, officer, now],
    );
    const recorded = await recordUnitChange(
      { db, plans: await readPlanKinds(), zone },
      {
        ...{
          action: event.action,
          on: writeDay(day),
          ground: 'Nghị quyết',
          before: before.map(({ id }) => id),
        },
        ...{ after: event.action === 'renamed' ? renamed : after, draftId, at: now },
        by: { personId: officer, channel: 'web' },
      },
    );
    if (!recorded) throw new Error('a change was recorded twice');
    const { action, kind, least } = event;
    waiting.push({ id: recorded.id, action, day, before, kind, least, divided });
    await followChanges(now);
  };

  const compare = async () => {
    const now = clock.now();
    const plans = await readPlans();
    for (const plan of plans) {
      const standings = await listStandings({ db, plan, now });
      const found = standings.map(({ unitId, duty, occurrence, due, status, doneAt, counted }) =>
        line([`u${unitId}`, duty, occurrence, due?.lastDay, status, doneAt, counted]),
      );
      const expected = listModelStandings(model, now)
        .filter((one) => one.plan.id === plan.id)
        .map(({ unit, duty, time, lastDay, status, doneAt, counted }) =>
          line([
            ...[`u${unit.id}`, duty.code, time.name, lastDay === undefined ? undefined : writeDay(lastDay)],
            ...[status, doneAt, counted],
          ]),
        );
      expect(found.sort(), `standings of plan ${plan.id}`).toEqual(expected.sort());
      compared.standings += expected.length;
    }
    const read = await readLateness(
      pool,
      plans,
      model.exemplars.map(({ id }) => id),
    );
    for (const one of model.exemplars) {
      expect(read.get(one.id), `lateness of exemplar ${one.id}`).toEqual(latenessOf(model, one));
      compared.lateness += 1;
    }
    await compareNudges(plans, now);
  };

  const compareNudges = async (plans: LoadedPlan[], now: Date) => {
    const due = listModelNudges(model, now);
    const { rows: newest } = await pool.query<{ id: number }>('select coalesce(max(id), 0) as id from nudge');
    const { deliveries } = await planNudges({ db, plans, calendar, clock });
    const told = await prisma.nudge.findMany({ where: { id: { gt: newest[0]?.id ?? 0 } } });
    const found = told.map(({ personId, planId, unitId, duty, occurrence, lastDay, stage }) =>
      line([`p${personId}`, planId, `u${unitId}`, duty, occurrence, lastDay, stage]),
    );
    const expected = due.map(({ person, plan, unit, duty, time, lastDay, offset }) =>
      line([`p${person}`, plan, `u${unit.id}`, duty, time, new Date(writeDay(lastDay)), nameStage(offset)]),
    );
    expect(found.sort(), 'nudges').toEqual(expected.sort());
    // One message a person, for all plans and units.
    expect(deliveries).toBe(new Set(due.map(({ person }) => person)).size);
    expect(new Set(told.map(({ deliveryId }) => deliveryId)).size).toBe(deliveries);
    expect(await planNudges({ db, plans, calendar, clock })).toEqual({ deliveries: 0 });
    model.told.push(...due);
    compared.nudges += due.length;
  };

  return {
    happen,
    compare,
    async carryOutChanges() {
      const now = clock.now();
      await applyUnitChanges({ db, plans: await readPlanKinds(), now, zone });
      await followChanges(now);
    },
    /** Finds the next day to which a due was moved; the given day where there is none. */
    findMovedDay(day: Day): Day {
      const coming = model.moves.map((move) => move.day).filter((one) => one >= day);
      return coming.length > 0 ? Math.min(...coming) : day;
    },
    /** Leaves no change of units for the next history. */
    async close() {
      const open = await prisma.unitChange.findMany({ where: { appliedAt: null, undoneAt: null } });
      const by = { personId: officer, channel: 'web' };
      for (const { id } of open) await undoUnitChange(db, { id, by, at: clock.now() });
    },
  };
}

const exemplarSql = `
  insert into exemplar (code, unit_id, plan_id, year, occurrence, subject, category, name, search_name, place, difficult_area,
    direct_labour, summary, impact, endorsed_on, status, submitted_at, submitted_by_id, criteria, movements)
  values ($1, $2, $3, 2021, $4, 'collective', 'community', $1, $1, 'Làng', false, false, 'Tóm tắt', 'Hiệu quả', '2021-01-01',
    'submitted', $5, $6, '{}', '{}')`;

const decideSql = `
  update exemplar set status = $2, decided_at = case when $2 <> 'submitted'::exemplar_status then $3::timestamptz end
  where id = $1`;

/**
 * Chooses for the parts of a unit: every third person is listed nowhere and serves each part, and
 * exemplars go round the parts.
 */
function divide(model: Model, before: ModelUnit[], persons: number[], parts: number) {
  const ofPart = <T>(all: T[], part: number) => all.filter((_, i) => i % parts === part);
  const exemplars = model.exemplars.filter(({ unit }) => before.includes(unit));
  const chosen = persons.filter((_, i) => i % 3 !== 0);
  return {
    people: Array.from({ length: parts }, (_, i) => ofPart(chosen, i)),
    exemplars: Array.from({ length: parts }, (_, i) => (i === 0 ? [] : ofPart(exemplars, i))),
  };
}

function begunTimes(rule: PlanSeed['duties'][number]['due'], today: Day) {
  return listTimes(rule).filter(({ begins }) => begins === undefined || begins <= today);
}

function writePlan(base: Plan, { least, duties, ladder }: PlanSeed, code: string): Plan {
  const text = { vi: 'Việc', en: 'Duty' };
  return {
    ...{ ...base, code, categories: base.categories.slice(0, 1), movements: [], passesTo: [], ladder },
    unitKinds: kinds.map((kind) => ({
      ...{ code: kind, name: { vi: kind, en: kind }, words: 'ít nhất' },
      quota: { min: least[kind], max: null, expected: null },
    })),
    duties: duties.map(({ way, owedBy, ...duty }) => ({
      ...duty,
      owedBy,
      name: text,
      clause: 'V',
      fulfilledBy: way,
    })),
  };
}

function asModelPlan(id: number, { least, duties, ladder }: PlanSeed): ModelPlan {
  const { at, from = at, until, lastDayUntil = until } = ladder;
  return {
    ...{ id, least },
    duties: duties.map(({ code, way, owedBy, due }) => ({ code, way, owedBy, rule: due })),
    ladder: {
      ...ladder,
      ...{ at: readMinute(at), from: readMinute(from), until: readMinute(until) },
      lastDayUntil: readMinute(lastDayUntil),
    },
  };
}

/** One line of a comparison, easy to read where two differ. */
function line(parts: (string | number | Date | null | undefined)[]): string {
  return parts.map((part) => (part instanceof Date ? part.toISOString() : (part ?? '–'))).join(' ');
}

function pick<T>(from: T[], n: number): T {
  const found = from[n % from.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

function pickSome<T>(from: T[], n: number): T | undefined {
  return from.length === 0 ? undefined : pick(from, n);
}
