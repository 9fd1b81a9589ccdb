import { type Args, t } from '../../i18n.ts';
import { formatDate } from '../../plan/calendar.ts';
import type { LocalDate, Plan } from '../../plan/plan.ts';
import { weighMoment } from '../../stories/pick-moments.ts';
import { sayStoryEvent } from '../../stories/say-event.ts';
import type { StoryEvent } from '../../stories/story-events.ts';

/** One line of the timeline on paper. */
export interface PrintedMoment {
  day: string;
  part: string;
  words: string;
  /** How much it tells: lines of little weight are left out first. */
  weight: number;
}

const say = (key: string, args?: Args) => t('vi', key, args);

/** Writes each moment as a line, whole: nothing of it is left out. */
export function listSheetRows(events: StoryEvent[], plan: Plan): PrintedMoment[] {
  return events.map((event) => writeRow(event, plan, true));
}

/**
 * Writes the moments in fewer lines: activities of a year in one, and so the steps of fostering.
 * Long texts are shortened.
 */
export function condenseRows(events: StoryEvent[], plan: Plan): PrintedMoment[] {
  const ofYear = Map.groupBy(events.filter(isCounted), (event) => `${event.event} ${yearIn(event.on)}`);
  return events.flatMap((event) => {
    const group = isCounted(event) ? ofYear.get(`${event.event} ${yearIn(event.on)}`) : undefined;
    if (!group || group.length === 1) return [writeRow(event, plan, false)];
    // The year's line stands where its last moment does.
    if (group.at(-1) !== event) return [];
    return [
      {
        ...{ day: say('story-sheet-year', { year: yearIn(event.on) }), weight: weighMoment(event) },
        part: say(`story-part-${event.event}`),
        words: event.event === 'step' ? countSteps(group) : countActivities(group),
      },
    ];
  });
}

function writeRow(event: StoryEvent, plan: Plan, whole: boolean): PrintedMoment {
  return {
    ...{ day: formatDate(event.on), part: say(`story-part-${event.event}`), weight: weighMoment(event) },
    words: sayStoryEvent({ locale: 'vi', plan, whole }, event),
  };
}

function isCounted({ event }: StoryEvent): boolean {
  return event === 'step' || event === 'activity';
}

function yearIn(day: LocalDate): string {
  return day.slice(0, 4);
}

function countSteps(events: StoryEvent[]): string {
  const states = events.flatMap((one) => (one.event === 'step' ? [one.state] : []));
  return (['done', 'late', 'ahead'] as const)
    .flatMap((state) => {
      const n = states.filter((one) => one === state).length;
      return n > 0 ? [say(`story-sheet-steps-${state}`, { n })] : [];
    })
    .join(', ');
}

function countActivities(events: StoryEvent[]): string {
  const activities = events.flatMap((one) => (one.event === 'activity' ? [one.of] : []));
  const sum = (field: 'reached' | 'broadcasts' | 'minutes') =>
    activities.reduce((total, one) => total + (one[field] ?? 0), 0);
  const kinds = [...Map.groupBy(activities, ({ kind }) => kind)].map(
    ([kind, of]) => `${of.length} ${say(`activity-kind-${kind}`).toLowerCase()}`,
  );
  const figures = (['reached', 'broadcasts', 'minutes'] as const).flatMap((field) => {
    const n = sum(field);
    return n > 0 ? [say(`activity-${field}-shown`, { n })] : [];
  });
  return figures.length > 0 ? `${kinds.join(', ')} (${figures.join(', ')})` : kinds.join(', ');
}
