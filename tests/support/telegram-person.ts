import { type Account, type StoredMessage, shown, type Version } from '../standin/telegram/chat.ts';
import type { StoredFile } from '../standin/telegram/files.ts';
import {
  type FromPerson,
  personBlocks,
  personEdits,
  personPresses,
  personSends,
} from '../standin/telegram/from-person.ts';
import { commandsFor } from '../standin/telegram/methods/commands.ts';
import type { WireUpdate } from '../standin/telegram/update-queue.ts';
import type { World } from '../standin/telegram/world.ts';
import type { ChatPerson, SeenMessage } from './chat.ts';
import { endOfFit, fits } from './fits.ts';
import { askedAgain, findButton } from './telegram-button.ts';
import { transcriptText } from './transcript-text.ts';
import { waitInChat } from './wait-in-chat.ts';

export interface PersonProfile {
  /** First name on Telegram. */
  name: string;
  lastName?: string;
  username?: string;
  id?: number;
  /** `vi` when left out. */
  languageCode?: string;
  /** The number that "share phone number" gives when it is pressed by `presses`. */
  phone?: string;
  /** How long expected messages are waited for, in milliseconds; 45 s when left out. */
  patience?: number;
  /**
   * Milliseconds without anything new after which `presses` takes an older button; 1 s when left
   * out.
   */
  settle?: number;
  /** Whether crashes are expected: presses a button again when the app lost its step. */
  pressesAgain?: boolean;
  /** Waits until nothing newer can come; instead of `settle`. */
  settled?(end?: AbortSignal): Promise<void>;
}

/** A person on Telegram: the actions of every channel, and those of Telegram alone. */
export interface TelegramPerson extends ChatPerson {
  readonly channel: 'telegram';
  /** User id, which is also the id of the chat. */
  readonly id: number;
  /** Updates caused by this person, oldest first. */
  readonly updates: WireUpdate[];
  /** As `says`: `/start X` and the like. */
  command(text: string): Promise<void>;
  /** Sends several files as one album: as many messages in one group. */
  sendsAlbum(files: { name: string; content: Uint8Array }[], options?: { photo?: boolean }): Promise<void>;
  /** Shares another person's contact from the address book. */
  sharesContactOf(other: { name: string; phone: string; id?: number }): Promise<void>;
  /** Changes the text of the last message this person wrote. */
  editsLast(text: string): Promise<void>;
  /**
   * Puts a message of the bot into the chat that an earlier release sent: its buttons can be
   * pressed.
   */
  remembers(message: EarlierMessage): void;
  /** Blocks the bot: it gets 403 from now on. */
  blocks(): void;
  unblocks(): void;
  /** Small windows of text shown for pressed buttons, oldest first. */
  toasts(): string[];
  /** Waits for such a window, newer than the last one matched. */
  seesToast(what: string | RegExp): Promise<string>;
  /** The commands in the menu, without slashes. */
  commandMenu(): string[];
}

/** A message with buttons as an earlier release sent it. */
export interface EarlierMessage {
  message: number;
  text: string;
  buttons: { text: string; callback_data?: string }[];
}

/** Puts a person on the stand-in. They can be written to once they have sent something. */
export function telegramPerson(world: World, profile: PersonProfile & { id: number }): TelegramPerson {
  const account: Account = {
    id: profile.id,
    first_name: profile.name,
    ...(profile.lastName && { last_name: profile.lastName }),
    ...(profile.username && { username: profile.username }),
    language_code: profile.languageCode ?? 'vi',
  };
  const chat = world.chatOf(account);
  const patience = profile.patience ?? 45_000;
  const updates: WireUpdate[] = [];
  /** The state of a message when it was returned to the test: an old screen. */
  const screens = new WeakMap<SeenMessage, Version>();
  /**
   * The version of a message that was seen last, and how far into its text; an action reads it to
   * its end.
   */
  const matched = { seq: 0, to: Number.POSITIVE_INFINITY };
  let matchedFile = 0;
  let matchedToast = 0;
  let lastAction = 0;
  let lastPressed: string | undefined;

  const did = (update: WireUpdate) => {
    updates.push(update);
    lastAction = chat.seq;
    // Answers from here on are in another message.
    matched.to = Number.POSITIVE_INFINITY;
  };
  const sends = (content: FromPerson) => did(personSends(world, chat, content));
  const waitFor = <T>(look: () => T | undefined, what: string) =>
    waitInChat(
      chat,
      look,
      patience,
      () => `${profile.name} ${what}\n${transcriptText(messages(), chat.toasts)}`,
    );

  const see = (message: StoredMessage): SeenMessage => {
    const version = shown(message);
    const seen = {
      id: message.id,
      fromBot: message.fromBot,
      text: version.text,
      buttons: version.inline.flat().map(({ text }) => text),
      keyboard: message.keyboard?.flat().map(({ text }) => text) ?? [],
      ...(message.file && { file: message.file.name }),
    };
    screens.set(seen, version);
    return seen;
  };
  const messages = () => chat.messages.filter(({ deleted }) => !deleted).map(see);
  const fromBot = () => chat.messages.filter((message) => message.fromBot && !message.deleted);

  /**
   * Finds where a message contains `what`, after the text seen last: one message may say several
   * things.
   */
  const seenIn = (message: StoredMessage, what: string | RegExp) => {
    const { text, textSeq: seq } = shown(message);
    if (seq < matched.seq) return [];
    const from = seq === matched.seq ? matched.to : 0;
    const to = from === Number.POSITIVE_INFINITY ? undefined : endOfFit(text, what, from);
    return to === undefined ? [] : [{ message, seq, to }];
  };

  /** Presses again where the app says that the step is over and asks for it: a crash lost it. */
  const pressAgain = () => {
    const button = profile.pressesAgain ? askedAgain(chat, lastPressed, lastAction) : undefined;
    if (button?.kind === 'inline') did(personPresses(world, chat, button.message, button.data));
  };

  const shareContact = (phone: string) => {
    if (chat.keyboard?.oneTime) chat.hideKeyboard();
    sends({
      contact: { phone_number: phone, first_name: account.first_name, user_id: account.id },
    });
  };

  return {
    name: profile.name,
    channel: 'telegram',
    hasButtons: true,
    id: account.id,
    updates,

    async says(text) {
      // As a phone does: blank ends removed, long texts split.
      for (const part of splitText(text.trim())) sends({ text: part });
    },
    async command(text) {
      await this.says(text);
    },

    async presses(label) {
      const button = await findButton({
        chat,
        label,
        last: profile.pressesAgain ? lastPressed : undefined,
        since: lastAction,
        settle: profile.settle ?? 1000,
        settled: profile.settled,
        patience,
        explain: () => transcriptText(messages(), chat.toasts),
      });
      if (button.kind === 'inline') {
        did(personPresses(world, chat, button.message, button.data));
        lastPressed = button.text;
        if (button.text !== label.normalize('NFC')) await this.presses(label);
      } else if (button.contact) {
        if (!profile.phone) throw new Error(`${profile.name} has no phone; use sharesPhone`);
        shareContact(profile.phone);
      } else {
        if (chat.keyboard?.oneTime) chat.hideKeyboard();
        sends({ text: label });
      }
    },

    async pressesOn(message, label) {
      const stored = chat.messages.find(({ id }) => id === message.id);
      const looks = [screens.get(message), ...(stored?.versions.toReversed() ?? [])];
      const data = looks
        .flatMap((version) => version?.inline.flat() ?? [])
        .find((button) => button.text.normalize() === label.normalize())?.callback_data;
      if (!stored || data === undefined) {
        throw new Error(`no button "${label}" was ever on message ${message.id}: ${message.text}`);
      }
      did(personPresses(world, chat, stored, data));
    },

    async sendsFile(name, content, options = {}) {
      const file = storeFile(world, name, content, options.photo);
      sends({ file, text: options.caption });
      return '';
    },
    async sendsAlbum(files, options = {}) {
      const mediaGroup = `${account.id}${world.nextMessageId()}`;
      for (const { name, content } of files) {
        sends({ file: storeFile(world, name, content, options.photo), mediaGroup });
      }
    },

    async sharesPhone(phone) {
      await waitFor(
        () => chat.keyboard?.rows.flat().find((button) => button.request_contact),
        'finds no button to share the phone number',
      );
      shareContact(phone);
    },
    async sharesContactOf(other) {
      sends({
        contact: {
          phone_number: other.phone,
          first_name: other.name,
          ...(other.id && { user_id: other.id }),
        },
      });
    },
    async editsLast(text) {
      const message = chat.messages.findLast((one) => !one.fromBot && !one.deleted);
      if (!message) throw new Error(`${profile.name} has written nothing yet`);
      did(personEdits(world, chat, message, text));
    },

    async sees(what) {
      const found = await waitFor(
        () => {
          const [seen] = fromBot()
            .flatMap((one) => seenIn(one, what))
            .sort((a, b) => a.seq - b.seq);
          if (!seen) pressAgain();
          return seen;
        },
        `does not see ${String(what)}`,
      );
      Object.assign(matched, { seq: found.seq, to: found.to });
      return see(found.message);
    },

    async receivesFile(name) {
      const message = await waitFor(
        () =>
          fromBot().find(
            (one) => one.file && one.versions[0].seq > matchedFile && fits(one.file.name, name, true),
          ),
        `gets no file ${String(name)}`,
      );
      matchedFile = message.versions[0].seq;
      const { file } = message;
      if (!file) throw new Error('the file is gone');
      return { name: file.name, caption: shown(message).text, bytes: file.bytes };
    },

    async transcript() {
      return messages();
    },

    remembers({ message, text, buttons }) {
      chat.started = true;
      chat.add(
        { id: message, fromBot: true, date: world.now() },
        { text, entities: [] },
        { inline: buttons.map((button) => [button]), removesKeyboard: false },
      );
    },
    blocks() {
      did(personBlocks(world, chat, true));
    },
    unblocks() {
      did(personBlocks(world, chat, false));
    },
    toasts: () => chat.toasts.map(({ text }) => text),
    async seesToast(what) {
      const toast = await waitFor(
        () => chat.toasts.find(({ seq, text }) => seq > matchedToast && fits(text, what)),
        `sees no window with ${String(what)}`,
      );
      matchedToast = toast.seq;
      return toast.text;
    },
    commandMenu: () => commandsFor(world, account.id, account.language_code).map(({ command }) => command),
  };
}

function storeFile(world: World, name: string, bytes: Uint8Array, photo?: boolean): StoredFile {
  return world.files.add(photo ? 'photo' : 'document', { name, bytes });
}

function splitText(text: string): string[] {
  const parts: string[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    if (last === undefined || last.length + character.length > 4096) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts;
}
