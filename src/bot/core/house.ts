import type { Logger } from 'pino';
import type { Channel } from '../../channels/channel.ts';
import type { Clock } from '../../clock.ts';
import type { Plan } from '../../plan/plan.ts';
import type { WorkingCalendar } from '../../plan/working-calendar.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';

/** The dependencies of the bot's features, built once in `app.ts`. */
export interface House {
  db: Database;
  plan: Plan;
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
  /** Schedules the sending of deliveries. */
  deliverSoon(deliveryIds: number[]): Promise<void>;
}
