import type { DutyTime } from '../duties/owed.ts';
import type { NudgeItem } from './item.ts';

/** A button under a nudge, as data: the bot decides its callback data. */
export type NudgeButton =
  /** Registers an exemplar; without `unitId` there are several units to choose from. */
  | { action: 'register'; planId: number; unitId?: number }
  /** Hands in the document of a duty; `unitId` as above. */
  | ({ action: 'file'; planId: number; unitId?: number } & DutyTime)
  /** Shows the fostering plans of the person's units. */
  | { action: 'foster' }
  /** Shows all duties that the person's units owe. */
  | { action: 'dues' }
  | { action: 'snooze' }
  | { action: 'acknowledge' };

const maxFileButtons = 3;

/**
 * Lists the buttons of a nudge about `items`, in the order shown. A head cannot register or file,
 * so gets no button for it. `steps`: some are about fostering. Items without a line or button of
 * their own are listed under `/hannop`.
 */
export function listNudgeButtons(
  items: NudgeItem[],
  { withoutLine, steps }: { withoutLine: number; steps: boolean },
): NudgeButton[] {
  const own = items.filter((item) => item.as === 'liaison');
  const registering = Map.groupBy(
    own.filter(({ standing }) => standing.counted !== undefined),
    ({ standing }) => standing.planId,
  );
  const filing = Map.groupBy(
    own.filter(({ standing }) => standing.counted === undefined),
    ({ standing }) => `${standing.planId} ${standing.duty} ${standing.occurrence}`,
  );
  return [
    ...[...registering].map(([planId, same]) => ({ action: 'register' as const, planId, ...onlyUnit(same) })),
    ...[...filing.values()].slice(0, maxFileButtons).flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const { planId, duty, occurrence } = first.standing;
      return [{ action: 'file' as const, planId, duty, occurrence, ...onlyUnit(same) }];
    }),
    ...(steps ? [{ action: 'foster' as const }] : []),
    ...(withoutLine > 0 || filing.size > maxFileButtons ? [{ action: 'dues' as const }] : []),
    { action: 'snooze' },
    { action: 'acknowledge' },
  ];
}

function onlyUnit(items: NudgeItem[]): { unitId?: number } {
  const [unitId, ...others] = new Set(items.map(({ unit }) => unit.id));
  return unitId !== undefined && others.length === 0 ? { unitId } : {};
}
