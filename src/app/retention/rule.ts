import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { History } from '../../store/generated/enums.ts';

/** The dependencies of erasing. */
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
  /** How long the rows are kept. */
  after: Period;
  /**
   * The clock that wrote the compared instants: the app's, which a rehearsal moves, or the
   * database's.
   */
  clock: 'app' | 'database';
}

/**
 * One rule of retention for rows: which rows of a table expire, and how they are erased. `due` and
 * `set` are SQL about the row `t`; `given.before` is the instant before which a row is due,
 * `given.now` the present one.
 */
export interface RowRule extends Named {
  table: string;
  /** Columns of the primary key; `id` when left out. */
  key?: string;
  due: string;
  /** The change of the row; when left out, the row is deleted. */
  set?: string;
  /**
   * Whether the row has bytes in the file store, under `storage_key`: they are removed with the
   * last such row.
   */
  bytes?: true;
  /**
   * Lines of a history that point at the row. They stay and lose that pointer first, by the audited
   * function `erase_from_history`.
   */
  pointedAtBy?: { history: History; column: string };
  /** Whether a rehearsal, whose clock jumps over months, skips it. */
  productionOnly?: true;
}

/**
 * One rule of retention that is more than a condition on a table. Returns the number of erased
 * rows.
 */
export interface StepRule extends Named {
  run(deps: RetentionDeps, before: Date): Promise<number>;
}

/** One rule of retention. */
export type RetentionRule = RowRule | StepRule;

const minuteMs = 60_000;

/** Returns the instant before which a rule is due at `now`. */
export function dueBefore(after: Period, now: Date): Date {
  return new Date(now.getTime() - minutesOf(after) * minuteMs);
}

function minutesOf(after: Period): number {
  if ('minutes' in after) return after.minutes;
  return 'hours' in after ? after.hours * 60 : after.days * 1440;
}
