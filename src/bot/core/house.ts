import type { Logger } from 'pino';
import type { Channel } from '../../channels/channel.ts';
import type { Clock } from '../../clock.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';

/** What the bot's features work with. Built once in `app.ts`. */
export interface House {
  db: Database;
  plan: Plan;
  clock: Clock;
  files: FileStore;
  log: Logger;
  mode: 'rehearsal' | 'production';
  /** Set by CLOCK_START beside a token: health warns of it. */
  clockMoved: boolean;
  /** A backup is made every night: health warns when none is. */
  nightlyBackup: boolean;
  channels: Channel[];
  /** Folder for files on their way out. */
  tempDir: string;
  /** Runs the sending of a delivery soon. */
  deliverSoon(deliveryIds: number[]): Promise<void>;
}
