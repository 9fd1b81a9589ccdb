import type { Logger } from 'pino';
import type { Channel } from '../../channels/channel.ts';
import type { Clock } from '../../clock.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';

/** The dependencies of the bot's features, built once in `app.ts`. */
export interface House {
  db: Database;
  plan: Plan;
  clock: Clock;
  files: FileStore;
  log: Logger;
  mode: 'rehearsal' | 'production';
  /** Whether CLOCK_START is set together with a token: health warns of it. */
  clockMoved: boolean;
  /** A backup is made every night: health warns when none is. */
  nightlyBackup: boolean;
  channels: Channel[];
  /** Folder for files on their way out. */
  tempDir: string;
  /** Runs the sending of a delivery soon. */
  deliverSoon(deliveryIds: number[]): Promise<void>;
}
