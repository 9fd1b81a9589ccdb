import type { StoredFile } from './files.ts';
import type { FormattedText } from './html-text.ts';
import type { InlineButton, KeyboardButton, Markup } from './keyboard.ts';

/** The state of a message from some moment on; an edit adds another. */
export interface Version extends FormattedText {
  inline: InlineButton[][];
  /** When it began, as a count of events in the chat. */
  seq: number;
  /** When its text began: an edit of the buttons alone does not change it. */
  textSeq: number;
}

/** The keyboard that replaces the phone's own. */
export interface ReplyKeyboard {
  rows: KeyboardButton[][];
  oneTime: boolean;
  seq: number;
}

export interface StoredMessage {
  id: number;
  fromBot: boolean;
  /** Unix seconds. */
  date: number;
  /** Oldest first, never empty. */
  versions: [Version, ...Version[]];
  /** The reply keyboard that came with it. */
  keyboard?: KeyboardButton[][];
  file?: StoredFile;
  mediaGroup?: string;
  contact?: { phone_number: string; first_name: string; user_id?: number };
  replyTo?: number;
  deleted: boolean;
  /** Unix seconds of the last change of its text. */
  editDate?: number;
}

/** A small window of text over the chat: the answer to a pressed button. */
export interface Toast {
  text: string;
  alert: boolean;
  seq: number;
}

export interface Account {
  id: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code: string;
}

export type Chat = ReturnType<typeof createChat>;

/** The present state of a message. */
export function shown(message: StoredMessage): Version {
  return message.versions.at(-1) ?? message.versions[0];
}

/**
 * The private chat of one person with the bot: its messages, its reply keyboard, and its listeners.
 */
export function createChat(account: Account) {
  const messages: StoredMessage[] = [];
  const toasts: Toast[] = [];
  const listeners = new Set<() => void>();
  let seq = 0;
  let keyboard: ReplyKeyboard | undefined;

  const changed = () => {
    for (const listener of [...listeners]) listener();
  };

  return {
    account,
    messages,
    toasts,
    /** A bot cannot write to a person before they have pressed "start". */
    started: false,
    blocked: false,

    /** The keyboard under the input field, if any. */
    get keyboard() {
      return keyboard;
    },
    hideKeyboard(): void {
      keyboard = undefined;
    },
    /** The present moment in the chat, comparable with `Version.seq`. */
    get seq() {
      return seq;
    },
    /** Counts an event, without showing anything. */
    tick(): number {
      seq += 1;
      return seq;
    },

    add(message: Omit<StoredMessage, 'versions' | 'deleted'>, content: FormattedText, markup?: Markup) {
      const at = this.tick();
      const stored: StoredMessage = {
        ...message,
        deleted: false,
        keyboard: markup?.keyboard?.rows,
        versions: [{ ...content, inline: markup?.inline ?? [], seq: at, textSeq: at }],
      };
      messages.push(stored);
      if (markup?.keyboard) keyboard = { ...markup.keyboard, seq: at };
      if (markup?.removesKeyboard) keyboard = undefined;
      changed();
      return stored;
    },

    edit(message: StoredMessage, content: FormattedText, inline: InlineButton[][], date?: number): void {
      const at = this.tick();
      const before = shown(message);
      const textSeq = content.text === before.text ? before.textSeq : at;
      message.versions.push({ ...content, inline, seq: at, textSeq });
      message.editDate = date ?? message.editDate;
      changed();
    },

    delete(message: StoredMessage): void {
      message.deleted = true;
      this.tick();
      changed();
    },

    toast(text: string, alert: boolean): void {
      toasts.push({ text, alert, seq: this.tick() });
      changed();
    },

    /** Finds a message that is not deleted. */
    find(id: number): StoredMessage | undefined {
      return messages.find((message) => message.id === id && !message.deleted);
    },

    /** Calls `listener` after every change until the returned function is called. */
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
