import type { Logger } from 'pino';
import type { Channel } from '../channels/channel.ts';
import type { SendLimits } from '../channels/telegram/limits.ts';
import type { Config } from '../config/config.ts';
import type { PreparedDatabase } from '../store/prepare-database.ts';

/** The settings and dependencies of a start. */
export interface AppOptions {
  config: Config;
  log: Logger;
  /** Called with each line that an operator has to read, such as the first officer's code. */
  announce?(line: string): void;
  /** The database, when its preparation began before; by default that of `config`. */
  database?: Promise<PreparedDatabase>;
  /** A stop that comes during the start: the start ends at its next step and throws the reason. */
  signal?: AbortSignal;
  /** For tests: other limits of sending, another time limit, a channel of their own. */
  limits?: SendLimits;
  cutOffMs?: number;
  /** For tests: interval of looking for updates and deliveries whose job died with its worker. */
  sweepMs?: number;
  /** For tests: how long Zalo holds a poll, which a stop waits for. */
  zaloPollSeconds?: number;
  extraChannels?: Channel[];
  /** For tests: a smaller maximum size of a document, in bytes. */
  largestDocument?: number;
  /** For tests: how much of the disk must stay free, in bytes. */
  leastFreeBytes?: number;
  /** For tests: time limit of a request other than an upload. Milliseconds. */
  requestMs?: number;
}
