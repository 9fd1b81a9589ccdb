import type { Update } from 'grammy/types';
import type { Draft, DraftWriter } from '../drafts/draft.ts';
import type { KnownPerson } from '../people/known-person.ts';
import type { SentRecord } from './sent-record.ts';

/** One update being handled: everything that was read for it, and what it leaves behind. */
export interface Turn extends DraftWriter {
  inboxId: number;
  channel: string;
  /** As `telegram:8123`; everything that this update writes carries it. */
  updateKey: string;
  chatKey: string;
  update: Update;
  attempt: number;
  /** What became of its messages so far, in the order of the messages. */
  sent: SentRecord[];
  /** This attempt was cut off: it must send nothing more. */
  over?: boolean;
  account: {
    id: number;
    locale: string | null;
    /** Fingerprint of the command menu that this chat shows; null when none was set. */
    menuHash?: string | null;
  } | null;
  person: KnownPerson | null;
  /** The draft as this very turn has just written it: need not be read again. */
  draft?: Draft;
  /** Accounts whose roles or language this turn changed: their menus of commands follow it. */
  menusOf?: number[];
  /** The conversation's log; written back together with "this update is done". */
  conversation: unknown;
}
