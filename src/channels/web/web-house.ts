import type { FastifyInstance } from 'fastify';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { DomainError } from '../../errors.ts';
import type { Locale } from '../../i18n.ts';
import type { Accept } from '../../jobs/inbound.ts';
import type { PlainLinks } from '../../links/links.ts';
import type { SelectablePerson } from '../../page/wire.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { ChatEvents } from './chat-events.ts';
import type { PageNames } from './page-texts.ts';
import type { PlainView } from './plain-view.ts';
import type { Visitors } from './sign-in/visitors.ts';
import type { WebApi } from './web-api.ts';

/**
 * The additions of a rehearsal to the web chat. It has selectable people, a clock that can be
 * moved, and chats shown without buttons.
 */
export interface Rehearsal {
  /** Lists them in the order to show. `role` is a role's code, or words to show as they are. */
  people(): Promise<Omit<SelectablePerson, 'unread'>[]>;
  clock: {
    now(): Date;
    /** IANA name of the time zone in which the date is shown. */
    zone: string;
    /** Moves the clock forwards by an hour, by a day, or to the next due date. */
    move(step: 'hour' | 'day' | 'due'): Promise<void>;
    /** Moves the clock forwards to a moment. */
    moveTo(moment: Date): Promise<void>;
  };
  /** Links to this server, which a chat without buttons shows in place of files. */
  links: PlainLinks;
}

/**
 * The parts of a rehearsal that the web channel calls: `src/rehearsal` implements them, and this
 * channel is below it.
 */
export interface RehearsalParts {
  /** Creates the view of chats without buttons. */
  view(api: WebApi & { log: Logger; links: PlainLinks }): PlainView;
  /** Adds the rehearsal's own routes. Its work starts and stops with the channel. */
  routes(
    http: FastifyInstance,
    house: WebHouse,
    rehearsal: Rehearsal,
    parts: { view: PlainView; accept: Accept },
  ): { start(): Promise<void>; stop(): Promise<void> };
}

/** The settings of signing in. */
export interface SignIn {
  /** Public address of this server behind a proxy, without a slash at its end. */
  publicUrl: string | undefined;
  /** Returns the sentence for a refused code. */
  say(error: DomainError, locale: Locale): string;
}

/** The dependencies of the web channel. */
export interface WebChannelDeps {
  db: Pick<Database, 'pool' | 'prisma' | 'url'>;
  files: FileStore;
  clock: Clock;
  log: Logger;
  /** The office's names, which the page's texts use. */
  names(locale: Locale): PageNames;
  /** Undefined in production: then no request can choose a person or move the clock. */
  rehearsal?: (Rehearsal & RehearsalParts) | undefined;
  /**
   * Production: how people sign in. Ignored in a rehearsal; without either there is no web chat.
   */
  signIn?: SignIn | undefined;
}

/** The dependencies of the routes. */
export interface WebHouse extends WebChannelDeps {
  me: UserFromGetMe;
  chatEvents: ChatEvents;
  /** In production: finds the signed-in person. */
  visitors?: Visitors | undefined;
  /** In a rehearsal: chats shown as on a channel without buttons. */
  plain?: PlainView | undefined;
}
