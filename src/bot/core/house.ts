import type { Logger } from 'pino';
import type { Channel } from '../../channels/channel.ts';
import type { Clock } from '../../clock.ts';
import { describePlanKinds } from '../../duties/plan-kinds.ts';
import type { PlainLinks } from '../../links/links.ts';
import type { LoadedPlan, UnitKind } from '../../plan/plan.ts';
import type { WorkingCalendar } from '../../plan/working-calendar.ts';
import type { Plans } from '../../plans/plans.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { PlanKinds } from '../../unit-changes/change.ts';
import type { LongWork } from './long-work.ts';

/** The dependencies of the bot's features, built once in `app.ts`. */
export interface House {
  db: Database;
  plans: Plans;
  /** The plan that speaks for the office where no other is meant. */
  readonly plan: LoadedPlan;
  /** The offices whose plans these are; undefined: every office's, as with one office. */
  officeIds?: number[] | undefined;
  /** On which days the office works. */
  calendar: WorkingCalendar;
  clock: Clock;
  files: FileStore;
  log: Logger;
  mode: 'rehearsal' | 'production';
  /** Whether CLOCK_START is set together with a token: health warns of it. */
  clockMoved: boolean;
  /** Whether a backup is made every night: health warns when none is. */
  nightlyBackup: boolean;
  channels: Channel[];
  /** Address at which phones reach this server, no slash at its end; undefined: not known. */
  publicUrl?: (() => string) | undefined;
  /** Folder for files that are being sent. */
  tempDir: string;
  /** Work that goes on after its turn. */
  longWork: LongWork;
  /** Signed links to files; undefined where the server's address is not known. */
  links?: PlainLinks | undefined;
  /** Maximum size of a document on every channel, in bytes: a larger one is a link, or parts. */
  largestDocument: number;
  /** Schedules the sending of deliveries. */
  deliverSoon(deliveryIds: number[]): Promise<void>;
}

/** Lists the open plans with their kinds of units; the one that leads comes first. */
export function listPlanKinds({ plan, plans }: Pick<House, 'plan' | 'plans'>): PlanKinds[] {
  const others = plans.open().filter(({ id }) => id !== plan.id);
  return [plan, ...others].map(describePlanKinds);
}

/**
 * Lists the kinds of units of the open plans, each once: those of the leading plan first, in its
 * words.
 */
export function listUnitKinds({ plan, plans }: Pick<House, 'plan' | 'plans'>): UnitKind[] {
  const all = [plan, ...plans.open()].flatMap(({ unitKinds }) => unitKinds);
  return all.filter(({ code }, i) => all.findIndex((one) => one.code === code) === i);
}

/** Finds the plan that something belongs to, also a closed one. */
export function planOf(house: Pick<House, 'plan' | 'plans'>, { planId }: { planId: number }): LoadedPlan {
  return house.plans.find(planId) ?? house.plan;
}

/**
 * Returns these dependencies with another plan as the leading one, for forms and screens about it.
 */
export function inPlan(house: House, { planId }: { planId: number | undefined }): House {
  const plan = planId === undefined ? undefined : house.plans.find(planId);
  return !plan || plan.id === house.plan.id ? house : { ...house, plan };
}
