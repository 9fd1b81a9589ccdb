import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { History } from '../../store/generated/enums.ts';

/** What erasing needs of the app. */
export interface RetentionDeps {
  db: Database;
  files: FileStore;
  clock: Clock;
  log: Logger;
  mode: 'rehearsal' | 'production';
}

/** A period in exactly one unit. */
export type Period = { days: number } | { hours: number } | { minutes: number };

interface Named {
  /** Name in the log and in `docs/cai-dat.md`: the table, then the kind of its rows. */
  name: `${string}.${string}`;
  /** How long it is kept. */
  after: Period;
  /**
   * Clock that wrote the instants it compares: the app's, which a rehearsal moves, or the
   * database's.
   */
  clock: 'app' | 'database';
}

/**
 * One rule of retention over rows: which rows of a table are due, and what becomes of them.
 * `due` and `set` are SQL about the row `t`; `given.before` is the instant before which a row is
 * due, `given.now` the present one.
 */
export interface RowRule extends Named {
  table: string;
  /** Columns of the primary key; `id` when left out. */
  key?: string;
  due: string;
  /** What is changed in the row; the row itself goes when left out. */
  set?: string;
  /** The row has bytes in the file store, under `storage_key`: they go with the last such row. */
  bytes?: true;
  /**
   * Lines of a history that point at the row. They stay and lose that pointer first, on this rule,
   * by the audited function `erase_from_history`.
   */
  pointedAtBy?: { history: History; column: string };
  /** Left out in a rehearsal, whose clock jumps over months. */
  productionOnly?: true;
}

/** One rule of retention that is more than one condition on a table. Gives how many it erased. */
export interface StepRule extends Named {
  run(deps: RetentionDeps, before: Date): Promise<number>;
}

export type RetentionRule = RowRule | StepRule;

const minuteMs = 60_000;

/** Gives the instant before which a rule is due at `now`. */
export function dueBefore(after: Period, now: Date): Date {
  return new Date(now.getTime() - minutesOf(after) * minuteMs);
}

function minutesOf(after: Period): number {
  if ('minutes' in after) return after.minutes;
  return 'hours' in after ? after.hours * 60 : after.days * 1440;
}
