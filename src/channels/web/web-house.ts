import type { FastifyRequest } from 'fastify';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { Wakes } from './wakes.ts';
import type { PersonToBe } from './wire.ts';

/** What a rehearsal adds to the web chat: people to be, and a clock that can be moved. */
export interface Rehearsal {
  /** In the order in which they are shown. `role` is a code of the house, or words to show as they are. */
  people(): Promise<Omit<PersonToBe, 'unread'>[]>;
  clock: {
    now(): Date;
    /** IANA name of the time zone in which the date is shown. */
    zone: string;
    /** Moves the clock on by an hour, by a day, or to the next due date. */
    move(step: 'hour' | 'day' | 'due'): Promise<void>;
  };
}

/** What the web channel is made of. */
export interface WebChannelDeps {
  db: Pick<Database, 'pool' | 'url'>;
  files: FileStore;
  clock: Clock;
  log: Logger;
  /** Undefined in production: then neither people to be nor a clock can be reached, whatever the network asks. */
  rehearsal?: Rehearsal | undefined;
  /** Production: the chat of whoever is signed in with this request. Without it (and without a rehearsal) there is no web chat. */
  visitor?: ((request: FastifyRequest) => Promise<number | undefined>) | undefined;
}

/** As the routes see it. */
export interface WebHouse extends WebChannelDeps {
  me: UserFromGetMe;
  wakes: Wakes;
}
