import { type Day, dayAt, instantAt, minuteAt } from './days.ts';
import { lastDayFor, listModelStandings, type Model, type ModelPlan, type Told } from './model.ts';
import { listTimes } from './occurrences.ts';

/** A stage of the ladder, on its working day. */
interface ModelStage {
  offset: number;
  day: Day;
}

/** Lists what must be told now, if the planner runs: to whom, of what, at which stage. */
export function listModelNudges(model: Model, now: Date): Told[] {
  const speaking = model.plans.filter((plan) => speaks(model, plan, now));
  if (speaking.length === 0) return [];
  const today = dayAt(now);
  const found: (Told & { soon: boolean })[] = [];
  for (const { plan, unit, duty, time, lastDay, status } of listModelStandings(model, now)) {
    if (lastDay === undefined || (status !== 'missing' && status !== 'overdue')) continue;
    const struck = instantAt(today, plan.ladder.at);
    const reached = speaking.includes(plan) ? latestStage(model, plan, lastDay, now) : undefined;
    // A stage that begins later today is told with what is told now: one message a day.
    const soon =
      now < struck && model.isWorkingDay(today) ? latestStage(model, plan, lastDay, struck) : undefined;
    for (const stage of [reached, soon]) {
      if (!stage) continue;
      const { offset } = stage;
      for (const { person, role, since, until } of model.roles.filter((one) => one.unit === unit)) {
        if (since > now || (until && until <= now)) continue;
        if (since >= instantAt(stage.day, plan.ladder.at)) continue;
        if (role === 'head' && offset < plan.ladder.headsFrom) continue;
        const about = { person, plan: plan.id, unit, duty: duty.code, time: time.name, lastDay };
        if (model.told.some((one) => isSame(one, about) && one.offset >= offset)) continue;
        found.push({ ...about, offset, soon: stage !== reached && offset !== reached?.offset });
      }
    }
  }
  const told = found.filter((one) => found.some(({ person, soon }) => person === one.person && !soon));
  const later = (one: Told) => told.some((other) => isSame(other, one) && other.offset > one.offset);
  const last = told.filter((one) => !later(one));
  return last.filter(
    (one, i) => last.findIndex((other) => isSame(other, one) && other.offset === one.offset) === i,
  );
}

/** Names a stage as the ledger does. */
export function nameStage(offset: number): string {
  if (offset === 0) return 'last-day';
  return offset < 0 ? `before-${-offset}` : `after-${offset}`;
}

function isSame(a: Omit<Told, 'offset'>, b: Omit<Told, 'offset'>): boolean {
  const keys = ['person', 'plan', 'unit', 'duty', 'time', 'lastDay'] as const;
  return keys.every((key) => a[key] === b[key]);
}

/** On working days, within the plan's hours; longer on a day that is the last of a duty. */
function speaks(model: Model, plan: ModelPlan, now: Date): boolean {
  const today = dayAt(now);
  const { from, until, lastDayUntil } = plan.ladder;
  const isLast = plan.duties.some(({ code, rule }) =>
    listTimes(rule).some((time) =>
      [undefined, ...model.units].some((unit) => lastDayFor(model, plan.id, code, time, unit) === today),
    ),
  );
  const minute = minuteAt(now);
  return model.isWorkingDay(today) && minute >= from && minute <= (isLast ? lastDayUntil : until);
}

/** The latest stage that has begun: of two on one day the later. */
function latestStage(model: Model, plan: ModelPlan, lastDay: Day, now: Date): ModelStage | undefined {
  return listStages(model, plan, lastDay, dayAt(now))
    .filter(({ day }) => instantAt(day, plan.ladder.at) <= now)
    .at(-1);
}

/** Every stage of a due up to a day, written out one by one. */
function listStages(model: Model, plan: ModelPlan, lastDay: Day, upTo: Day): ModelStage[] {
  const { before, lastDay: onLastDay, after, everyDaysAfter } = plan.ladder;
  const offsets = [...before.map((days) => -days), ...(onLastDay ? [0] : []), ...after];
  for (let next = (offsets.at(-1) ?? 0) + everyDaysAfter; lastDay + next <= upTo; next += everyDaysAfter)
    offsets.push(next);
  return offsets.map((offset) => {
    let day = lastDay + offset;
    while (!model.isWorkingDay(day)) day += offset <= 0 ? -1 : 1;
    return { offset, day };
  });
}
