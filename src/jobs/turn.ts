import type { Update } from 'grammy/types';
import type { Draft, DraftWriter } from '../drafts/draft.ts';
import type { KnownPerson } from '../people/known-person.ts';
import type { SentRecord } from './sent-record.ts';
import type { ShownButtons } from './shown-buttons.ts';

/** One update being handled: everything that was read for it, and everything it leaves behind. */
export interface Turn extends DraftWriter {
  inboxId: number;
  channel: string;
  /** As `telegram:8123`; all rows that this update writes carry it. */
  updateKey: string;
  chatKey: string;
  update: Update;
  attempt: number;
  /** The state of its messages so far, in their order. */
  sent: SentRecord[];
  /** Whether this attempt was cancelled: it must send nothing more. */
  over?: boolean;
  account: {
    id: number;
    locale: string | null;
    /** Fingerprint of the command menu that this chat shows; null when none was set. */
    menuHash?: string | null;
  } | null;
  person: KnownPerson | null;
  /** The draft of the form that this chat fills in, as it was read with the update. */
  claimedDraft?: Draft | undefined;
  /** The draft as this turn has just changed it, so that it need not be read again. */
  draft?: Draft | undefined;
  /** Id of the draft whose question this chat answers, or that it was offered to continue. */
  formDraftId?: number | undefined;
  /** The buttons last shown in this chat; the end of the turn stores them. */
  shown?: ShownButtons | undefined;
  /** Id of the person whose other channels wait until this turn has ended. */
  leasedPersonId?: number;
  /** Accounts whose roles or language this turn changed: their menus of commands are updated. */
  menusOf?: number[];
  /** The conversation's log; written back together with "this update is done". */
  conversation: unknown;
}
