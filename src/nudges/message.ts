import type { DutyTime } from '../duties/owed.ts';
import { type DutyStanding, isLacking } from '../duties/standing.ts';
import type { UnitRole } from '../people/roles.ts';
import { daysLeft } from '../plan/due.ts';
import type { LoadedPlan, LocalDate, Quota } from '../plan/plan.ts';
import { listNudgeButtons, type NudgeButton } from './buttons.ts';
import type { NudgeItem } from './item.ts';
import type { LateStep } from './late-steps.ts';

/** The duties of one plan that one unit still lacks by one day. */
export interface NudgeLine {
  planId: number;
  unit: string;
  as: UnitRole;
  liaisons: string[];
  /** Exemplars missing to reach the minimum (Plan 101, IV.1). */
  lacks?: { missing: number; counted: number; quota: Quota };
  /** Documents not handed in, or returned since. */
  files: (DutyTime & { returned?: true })[];
}

/** The overdue steps of one unit's fostering (Plan 101, IV.2), the oldest first. */
export interface StepsLine {
  unit: string;
  as: UnitRole;
  liaisons: string[];
  steps: Pick<LateStep, 'what' | 'who' | 'dueOn' | 'days'>[];
  /** Number of further steps. */
  more: number;
}

/**
 * A nudge as data: one message for all duties, units and plans of a person. `say.ts` puts it into
 * words.
 */
export interface NudgeMessage {
  /** The plans of its duties. */
  planIds: number[];
  /** The officer's own words, when sent by hand. */
  note?: string;
  /** The most urgent day first. */
  groups: { lastDay: LocalDate; daysLeft: number; lines: NudgeLine[] }[];
  /** Overdue steps, a line for each unit. */
  fostering: StepsLine[];
  /** Number of duties, and of units with overdue steps, for which there was no room. */
  more: number;
  buttons: NudgeButton[];
}

/** Maximum number of lines in a message: what fits on a phone's screen. */
const maxLines = 8;
/** Maximum number of steps that a line names. */
const maxSteps = 3;

/**
 * Builds the message about what `items` still lack at `now`; undefined when nothing is left to say.
 * `plans`: those of the items.
 */
export function buildNudgeMessage(
  plans: LoadedPlan[],
  now: Date,
  { items, steps = [] }: { items: NudgeItem[]; steps?: LateStep[] },
  note?: string | null,
): NudgeMessage | undefined {
  const lacking = items.filter(({ standing }) => isLacking(standing));
  if (lacking.length === 0 && steps.length === 0) return undefined;

  const groups: NudgeMessage['groups'] = [];
  const seen = new Set<string>();
  let more = 0;
  for (const item of [...lacking].sort(byUrgency)) {
    const { due, planId } = item.standing;
    const plan = plans.find(({ id }) => id === planId);
    const what = `${item.unit.id} ${planId} ${item.standing.duty} ${item.standing.occurrence}`;
    if (!due || !plan || seen.has(what)) continue;
    seen.add(what);

    let group = groups.find(({ lastDay }) => lastDay === due.lastDay);
    let line = group?.lines.find((one) => one.unit === item.unit.name && one.planId === planId);
    if (!line) {
      if (groups.reduce((n, { lines }) => n + lines.length, 0) === maxLines) {
        more += 1;
        continue;
      }
      if (!group) {
        group = { lastDay: due.lastDay, daysLeft: daysLeft(due, now, plan.zone), lines: [] };
        groups.push(group);
      }
      line = { planId, unit: item.unit.name, as: item.as, liaisons: item.liaisons, files: [] };
      group.lines.push(line);
    }
    add(line, item.standing);
  }
  const fostering = listStepsLines(steps);
  const room = Math.max(1, maxLines - groups.reduce((n, { lines }) => n + lines.length, 0));
  more += Math.max(0, fostering.length - room);
  const planIds = [...lacking.map(({ standing }) => standing.planId), ...steps.map(({ planId }) => planId)];
  return {
    planIds: [...new Set(planIds)],
    ...(note ? { note } : {}),
    groups,
    fostering: fostering.slice(0, room),
    more,
    buttons: listNudgeButtons(lacking, { withoutLine: more, steps: steps.length > 0 }),
  };
}

function listStepsLines(steps: LateStep[]): StepsLine[] {
  return [...Map.groupBy(steps, ({ unit }) => unit.id).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { unit, as, liaisons } = first;
    const shown = same.slice(0, maxSteps).map(({ what, who, dueOn, days }) => ({ what, who, dueOn, days }));
    return [{ unit: unit.name, as, liaisons, steps: shown, more: same.length - shown.length }];
  });
}

function add(line: NudgeLine, standing: DutyStanding): void {
  const { counted, missing, quota, duty, occurrence, document } = standing;
  const returned = document?.returnedAt ? { returned: true as const } : {};
  if (counted === undefined || missing === undefined || !quota)
    line.files.push({ duty, occurrence, ...returned });
  else line.lacks = { counted, missing, quota };
}

/** By due first, then in the order of the units' list. */
function byUrgency(a: NudgeItem, b: NudgeItem): number {
  const moment = ({ standing }: NudgeItem) => standing.due?.lastMoment.getTime() ?? Number.POSITIVE_INFINITY;
  return (
    moment(a) - moment(b) ||
    a.unit.position - b.unit.position ||
    a.unit.id - b.unit.id ||
    a.standing.planId - b.standing.planId ||
    Number(a.standing.counted === undefined) - Number(b.standing.counted === undefined)
  );
}
