import type { Clock } from '../clock.ts';
import type { Plan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { type NudgeMessage, nudgeMessage } from './message.ts';
import { itemsOf } from './owed-items.ts';
import { type Recipient, recipients } from './recipients.ts';

/** What sending by hand would do, before anybody presses the button. */
export interface NudgePreview {
  /** Units that have not done the duty. */
  units: number;
  /** People whom a message would reach. */
  people: number;
  /**
   * Whom to phone: people without a reachable account, and units (`personId` null) that have
   * nobody.
   */
  unconnected: Recipient[];
  /** The message that the first of them would get. */
  example?: NudgeMessage;
}

/**
 * What `sendByHand` would do now for this duty (year 0: one-off). For officers: it shows phone
 * numbers.
 */
export async function previewNudge(
  deps: { db: Database; plan: Plan; clock: Clock },
  of: { duty: string; year: number; note?: string },
): Promise<NudgePreview> {
  const { db, plan } = deps;
  const now = deps.clock.now();
  const told = await recipients(db.pool, plan, now, of);
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
    .map(({ unitId }) => ({ unitId, duty: of.duty, year: of.year }));
  const example = nudgeMessage(plan, now, await itemsOf(db.pool, plan, now, personId, about), of.note);
  return example ? { ...preview, example } : preview;
}
