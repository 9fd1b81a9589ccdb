import type { LoadedPlan } from '../../plan/plan.ts';
import type { CalendarDays } from '../../plan/working-calendar.ts';
import type { MadeReport, ReportRequest } from '../report.ts';
import type { ThreadFailure } from './failure.ts';

/** The order of a report: plain data, which a thread can be given. */
export interface ReportOrder {
  /** The code of the report. */
  report: string;
  /** The address of the database, with its password. */
  url: string;
  plan: LoadedPlan;
  calendar: CalendarDays;
  /** An existing folder for the finished file. */
  tempDir: string;
  request: ReportRequest;
}

/** A message to the thread. `id` numbers the orders of one thread. */
export type ToThread = { id: number; make: ReportOrder } | { id: number; cancel: true };

/** A message of the thread about an order. */
export type FromThread =
  | { id: number; read: number; of: number }
  | { id: number; made: MadeReport }
  | { id: number; failed: ThreadFailure };
