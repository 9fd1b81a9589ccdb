import type { Clock } from '../clock.ts';
import type { DutyTime } from '../duties/owed.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';
import { buildNudgeMessage, type NudgeMessage } from './message.ts';
import { listItems } from './owed-items.ts';
import { listRecipients, type Recipient } from './recipients.ts';

/** The effect of sending by hand, shown before the button is pressed. */
export interface NudgePreview {
  /** Number of units that have not done the duty. */
  units: number;
  /** Number of people whom a message would reach. */
  people: number;
  /**
   * The people to phone: those without a reachable account, and units (`personId` null) without
   * people.
   */
  unconnected: Recipient[];
  /** The message that the first of them would get. */
  example?: NudgeMessage;
}

/**
 * Shows what `sendByHand` would do now for this duty. For officers only: it
 * contains phone numbers.
 */
export async function previewNudge(
  deps: { db: Database; plan: LoadedPlan; calendar: WorkingCalendar; clock: Clock },
  of: DutyTime & { note?: string | undefined; unitIds?: number[] | undefined },
): Promise<NudgePreview> {
  const { db, plan, calendar } = deps;
  const now = deps.clock.now();
  const told = await listRecipients(db.pool, plan, calendar, now, of);
  const reached = told.filter((one) => one.connected);
  const preview = {
    units: new Set(told.map(({ unitId }) => unitId)).size,
    people: new Set(reached.map(({ personId }) => personId)).size,
    unconnected: told.filter((one) => !one.connected),
  };
  const first = reached[0];
  if (!first || first.personId === null) return preview;
  const { personId } = first;
  const about = reached
    .filter((one) => one.personId === personId)
    .map(({ unitId }) => ({ planId: plan.id, unitId, duty: of.duty, occurrence: of.occurrence }));
  const example = buildNudgeMessage(
    [plan],
    now,
    { items: await listItems(db.pool, plan, now, personId, about) },
    of.note,
  );
  return example ? { ...preview, example } : preview;
}
