import { localDate } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';
import type { Story } from './story.ts';

/** A moment of a story, on its day. */
export type StoryEvent = { on: LocalDate } & (
  | { event: 'review'; of: Story['changes'][number] }
  | { event: 'step'; of: Story['steps'][number]; state: 'done' | 'late' | 'ahead' }
  | { event: 'activity'; of: Story['activities'][number] }
  | { event: 'evaluation'; of: Story['evaluations'][number] }
  | { event: 'proposal'; of: Story['proposals'][number] }
);

/**
 * Lists the moments of a story by day, up to `today` and the steps still to come. Steps that were
 * dropped are left out: they did not happen.
 */
export function listStoryEvents(story: Story, zone: string, today: LocalDate): StoryEvent[] {
  const events: StoryEvent[] = [
    ...story.changes.map((of) => ({ on: localDate(of.at, zone), event: 'review' as const, of })),
    ...story.steps.flatMap((of) => {
      if (of.droppedAt !== null) return [];
      const on = of.doneOn ?? of.dueOn;
      const state = of.doneOn !== null ? 'done' : of.dueOn < today ? 'late' : 'ahead';
      return [{ on, event: 'step', of, state } as const];
    }),
    ...story.activities.map((of) => ({
      on: of.heldOn.toISOString().slice(0, 10),
      event: 'activity' as const,
      of,
    })),
    ...story.evaluations.map((of) => ({
      on: localDate(of.evaluatedAt, zone),
      event: 'evaluation' as const,
      of,
    })),
    ...story.proposals.map((of) => ({ on: localDate(of.proposedAt, zone), event: 'proposal' as const, of })),
  ];
  // Sorting keeps the order of what happened on one day.
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
