import type { Locale } from '../../../i18n.ts';
import { sayWaiting } from '../../../nudges/say-waiting.ts';
import { countWaiting } from '../../../nudges/waiting.ts';
import type { House } from '../../core/house.ts';

/** The waiting work of every open plan, in words (HTML). */
export interface AllWaiting {
  /** Undefined: nothing waits. */
  text: string | undefined;
  /** Whether anything waits to be reviewed. */
  inQueue: boolean;
  /** Whether any unit waits for help. */
  help: boolean;
  /** Whether any unit is overdue with a duty. */
  late: boolean;
  /** Whether any step of a fostering plan is overdue. */
  steps: boolean;
}

/** Counts and writes the waiting work: one line for each plan, named where several are open. */
export async function sayAllWaiting(house: House, personId: number, locale: Locale): Promise<AllWaiting> {
  const { db, plans, clock } = house;
  const open = plans.open();
  const lines: string[] = [];
  let inQueue = false;
  let help = false;
  let late = false;
  let steps = false;
  for (const plan of open) {
    const waiting = await countWaiting({ db, plan, now: clock.now() }, personId);
    inQueue ||= waiting.exemplars + waiting.documents > 0;
    help ||= waiting.help > 0;
    late ||= waiting.overdue.some(({ units }) => units > 0);
    steps ||= waiting.steps.steps > 0;
    const line = sayWaiting(plan, locale, waiting);
    if (line !== undefined) lines.push(open.length > 1 ? `${plan.code}: ${line}` : line);
  }
  return { text: lines.length > 0 ? lines.join('\n') : undefined, inQueue, help, late, steps };
}
