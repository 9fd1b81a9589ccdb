import type { FastifyInstance } from 'fastify';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { DomainError } from '../../errors.ts';
import type { Locale } from '../../i18n.ts';
import type { PlainLinks } from '../../links/links.ts';
import type { SelectablePerson } from '../../page/wire.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { PlainView } from './plain-view.ts';
import type { Visitors } from './sign-in/visitors.ts';
import type { Wakes } from './wakes.ts';
import type { WebApi } from './web-api.ts';

/**
 * What a rehearsal adds to the web chat: people to be, a clock that can be moved, and any chat
 * shown without buttons.
 */
export interface Rehearsal {
  /**
   * In the order in which they are shown. `role` is a code of the house, or words to show as they
   * are.
   */
  people(): Promise<Omit<SelectablePerson, 'unread'>[]>;
  clock: {
    now(): Date;
    /** IANA name of the time zone in which the date is shown. */
    zone: string;
    /** Moves the clock on by an hour, by a day, or to the next due date. */
    move(step: 'hour' | 'day' | 'due'): Promise<void>;
  };
  /** To this very server: what a chat without buttons shows in place of files. */
  links: PlainLinks;
}

/**
 * The code of a rehearsal that the web channel calls: `src/rehearsal` has it, and this channel
 * stands below.
 */
export interface RehearsalParts {
  /** Makes the view of chats without buttons. */
  view(api: WebApi & { log: Logger; links: PlainLinks }): PlainView;
  /** Adds the rehearsal's own routes. */
  routes(http: FastifyInstance, house: WebHouse, rehearsal: Rehearsal, view: PlainView): void;
}

/** What signing in takes from the house. */
export interface SignIn {
  /** How browsers reach this server, when it stands behind a proxy: without a slash at its end. */
  publicUrl: string | undefined;
  /** The sentence of a refused code. */
  say(error: DomainError, locale: Locale): string;
}

/** What the web channel is made of. */
export interface WebChannelDeps {
  db: Pick<Database, 'pool' | 'prisma' | 'url'>;
  files: FileStore;
  clock: Clock;
  log: Logger;
  /**
   * Undefined in production: then neither people to be nor a clock can be reached, whatever the
   * network asks.
   */
  rehearsal?: (Rehearsal & RehearsalParts) | undefined;
  /** Production: how one signs in. Ignored in a rehearsal; without either there is no web chat. */
  signIn?: SignIn | undefined;
}

/** As the routes see it. */
export interface WebHouse extends WebChannelDeps {
  me: UserFromGetMe;
  wakes: Wakes;
  /** Production: who is signed in. */
  visitors?: Visitors | undefined;
  /** Rehearsal: chats shown as on a channel without buttons. */
  plain?: PlainView | undefined;
}
