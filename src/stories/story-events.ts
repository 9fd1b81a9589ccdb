import { localDate } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';
import { namePlanOfPart, type Story } from './story.ts';

/** A moment of a story, on its day. */
export type StoryEvent = {
  on: LocalDate;
  /** Its plan, where the exemplar has several. */
  plan?: string | undefined;
} & (
  | { event: 'review'; of: Story['changes'][number] }
  | { event: 'step'; of: Story['steps'][number]; state: 'done' | 'late' | 'ahead' }
  | { event: 'activity'; of: Story['activities'][number] }
  | { event: 'evaluation'; of: Story['evaluations'][number] }
  | { event: 'proposal' | 'award'; of: Story['proposals'][number] }
  | { event: 'nomination'; of: Story['nominations'][number] }
  | { event: 'carry'; of: Story['carried'][number] }
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
      const plan = namePlanOfPart(story, of.planId);
      const state = of.doneOn !== null ? 'done' : of.dueOn < today ? 'late' : 'ahead';
      return [{ on, event: 'step', of, state, plan } as const];
    }),
    ...story.activities.map((of) => ({
      on: of.heldOn.toISOString().slice(0, 10),
      event: 'activity' as const,
      of,
      plan: namePlanOfPart(story, of.planId),
    })),
    ...story.evaluations.map((of) => ({
      on: localDate(of.evaluatedAt, zone),
      event: 'evaluation' as const,
      of,
      plan: namePlanOfPart(story, of.planId),
    })),
    ...story.proposals.map((of) => ({
      on: localDate(of.proposedAt, zone),
      event: 'proposal' as const,
      of,
      plan: namePlanOfPart(story, of.planId),
    })),
    ...story.proposals.flatMap((of) =>
      of.decision
        ? [{ on: of.decision.decidedOn.toISOString().slice(0, 10), event: 'award' as const, of }]
        : [],
    ),
    ...story.nominations.map((of) => ({
      on: localDate(of.decidedAt ?? of.nominatedAt, zone),
      event: 'nomination' as const,
      of,
      plan: namePlanOfPart(story, of.planId),
    })),
    ...story.carried.map((of) => ({ on: localDate(of.at, zone), event: 'carry' as const, of })),
  ];
  // Sorting keeps the order of what happened on one day.
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
