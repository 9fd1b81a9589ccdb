import type { ShownMessage } from '../standin/zalo/chat.ts';
import type { Content, ZaloEvent } from '../standin/zalo/events.ts';
import { fileBehind, upload, uploadFormBehind } from '../standin/zalo/follow-links.ts';
import { lineOf, menuOnScreen, standsBeside } from '../standin/zalo/menu-on-screen.ts';
import type { World } from '../standin/zalo/world.ts';
import type { ChatPerson, SeenMessage } from './chat.ts';
import { endOfFit, fits } from './fits.ts';
import { transcriptText } from './transcript-text.ts';

export interface ZaloProfile {
  /** Shown name. */
  name: string;
  /** 20 hex digits; new ones when left out. */
  id?: string;
  /** How long expected messages are waited for, in milliseconds; 45 s when left out. */
  patience?: number;
  /**
   * Milliseconds without anything new after which an older menu counts as the newest; 1 s when left
   * out.
   */
  settle?: number;
  /** Whether crashes are expected: chooses a line again when the app lost its step. */
  pressesAgain?: boolean;
  /** Waits until nothing newer can come; instead of `settle`. */
  settled?(end?: AbortSignal): Promise<void>;
}

/**
 * A person on Zalo, who can only type, send pictures and open links. `buttons` of a message are the
 * labels of its menu while that menu is the newest in the chat.
 */
export interface ZaloPerson extends ChatPerson {
  readonly channel: 'zalo';
  /** 20 hex digits, which are also the id of the chat. */
  readonly id: string;
  /** Events caused by this person, oldest first. */
  readonly events: ZaloEvent[];
  /** The bot's chat actions, oldest first: `typing`. */
  readonly actions: readonly string[];
  /** Sends a document into the chat: the bot is told only that something came. */
  sendsUnsupported(): Promise<void>;
  sendsSticker(): Promise<void>;
  sendsVoice(): Promise<void>;
}

/** Longer messages may be one part of an even longer one, with the menu on the last part. */
const maybeOnePart = 1000;

function nothingNewer(settled: (end: AbortSignal) => Promise<void>, found: AbortSignal): AbortSignal {
  const end = new AbortController();
  settled(found).then(() => end.abort());
  return end.signal;
}

/** Puts a person on the stand-in. They can be written to once they have sent something. */
export function zaloPerson(world: World, profile: ZaloProfile & { id: string }): ZaloPerson {
  const { id, name, patience = 45_000, settle = 1000 } = profile;
  const chat = world.chatOf({ id, displayName: name });
  const events: ZaloEvent[] = [];
  let matched = 0;
  /** How far into the text of that message; an action reads it to its end. */
  let matchedTo = Number.POSITIVE_INFINITY;
  let matchedFile = 0;
  let lastAction = 0;
  /** The label of the last line that was chosen. */
  let chosen: string | undefined;

  const sends = (content: Content, shown: Parameters<World['personSends']>[2]) => {
    events.push(world.personSends(chat, content, shown));
    lastAction = chat.messages.length;
    matchedTo = Number.POSITIVE_INFINITY;
  };
  const types = (text: string) => sends({ kind: 'text', text }, { text });
  const fromBot = (after: number) => chat.messages.filter((one) => one.fromBot && one.place > after);

  /** The newest menu, and the previous one when the newest only adds to it. */
  const liveMenus = () => {
    const newest = menuBefore(chat.messages.length + 1);
    const beside = newest && standsBeside(newest.text) && menuBefore(newest.place);
    return [newest, beside].flatMap((one) => one || []);
  };
  const menuBefore = (end: number) => {
    const message = chat.messages
      .slice(0, end - 1)
      .findLast((one) => one.fromBot && menuOnScreen(one.text).length > 0);
    return message && { place: message.place, text: message.text, lines: menuOnScreen(message.text) };
  };
  /** The live menu on this message or on a later part of it. */
  const ownMenu = (message: ShownMessage) =>
    liveMenus().find(({ place }) => place === message.place || isLaterPart(message, place));
  /** The parts of a long message follow each other; the menu is on the last. */
  const isLaterPart = (first: ShownMessage, place: number) =>
    place > first.place &&
    chat.messages
      .slice(first.place - 1, place - 1)
      .every((one) => one.fromBot && one.text.length > maybeOnePart && menuOnScreen(one.text).length === 0);
  const see = (message: ShownMessage): SeenMessage => {
    const menu = ownMenu(message);
    const file = message.picture === 'black' ? '(ảnh đen)' : message.picture?.name;
    return {
      id: message.place,
      fromBot: message.fromBot,
      text: message.text,
      buttons: menu?.lines.map(({ label }) => label) ?? [],
      keyboard: [],
      ...(file !== undefined && { file }),
    };
  };
  /**
   * Finds where a message contains `what`, after the text seen last: one message may say several
   * things.
   */
  const seenIn = (message: ShownMessage, what: string | RegExp) => {
    const from = message.place === matched ? matchedTo : 0;
    // The menu below does not count as a further statement.
    const said = from === 0 ? message.text : message.text.replace(/\n\nGõ [^\n]+:\n[\s\S]*$/, '');
    const to = from === Number.POSITIVE_INFINITY ? undefined : endOfFit(said, what, from);
    return to === undefined ? [] : [{ message, to }];
  };
  const fails = (what: string): never => {
    throw new Error(`${name} ${what}\n${transcriptText(chat.messages.map(see))}\n(waited ${patience} ms)`);
  };
  const waitFor = async <T>(look: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> =>
    (await chat.until(look, patience)) ?? fails(what);

  /**
   * Returns the result of `look`, now or after a later message; undefined when nothing newer can
   * come, or has come for a while where the test does not know that.
   */
  const whileMore = async <T>(
    look: () => T | undefined | Promise<T | undefined>,
    quietMs = settle,
  ): Promise<T | undefined> => {
    if (!profile.settled) return chat.until(look, quietMs);
    const found = new AbortController();
    const result = await chat.until(look, patience, nothingNewer(profile.settled, found.signal));
    found.abort();
    return result;
  };

  const lineFor = (label: string) => {
    for (const { place, lines } of liveMenus()) {
      const line = lineOf(lines, label);
      if (line) return { ...line, place };
    }
    return undefined;
  };
  /** Chooses again where the app says that the step is over and asks for it: a crash lost it. */
  const chooseAgain = () => {
    if (!profile.pressesAgain || chosen === undefined) return;
    const over = fromBot(lastAction).some(({ text }) => text.startsWith('Bước này đã qua.'));
    const line = over ? lineFor(chosen) : undefined;
    if (line && line.place > lastAction) types(line.mark);
  };
  /**
   * A menu that came after the last action is the newest at once. An older one is used when nothing
   * has come for a while: a longer while if the bot has not answered at all, as people wait for an
   * answer before they continue.
   */
  const findLine = async (label: string) => {
    const late = AbortSignal.timeout(patience);
    const fresh = () => {
      chooseAgain();
      const line = lineFor(label);
      return line && line.place > lastAction ? line : undefined;
    };
    for (let changed = true; !late.aborted; ) {
      const before = chat.messages.length;
      const quietMs = fromBot(lastAction).length > 0 ? settle : settle * 5;
      // Where nothing has changed, all is seen already: what comes by itself is waited for.
      const newer = changed ? await whileMore(fresh, quietMs) : await chat.until(fresh, quietMs);
      changed = chat.messages.length !== before;
      const line = newer ?? (changed ? undefined : lineFor(label));
      if (line) return line;
    }
    return fails(`finds no line "${label}" in the newest menu`);
  };

  const presses = async (label: string) => {
    const { mark, place } = await findLine(label);
    // A person who chooses from a menu has read as far as that.
    matched = Math.max(matched, place);
    chosen = label;
    types(mark);
  };

  const uploads = async (fileName: string, content: Uint8Array) => {
    let form = await whileMore(() => uploadFormBehind(fromBot(0)));
    if (!form) {
      // As people do who have no link yet: they send the document, and are told where to put it.
      sends({ kind: 'unsupported' }, { text: `(${fileName})` });
      form = await waitFor(() => uploadFormBehind(fromBot(lastAction)), 'is given no link to upload a file');
    }
    lastAction = chat.messages.length;
    matchedTo = Number.POSITIVE_INFINITY;
    return await upload(form, fileName, content);
  };

  return {
    name,
    channel: 'zalo',
    hasButtons: false,
    id,
    events,
    actions: chat.actions,

    async says(text) {
      types(text.trim());
    },
    presses,
    // An old menu's numbers mean the newest one by now: so its words are typed.
    async pressesOn(message, label) {
      const shown = chat.messages[message.id - 1];
      const own = shown && ownMenu(shown);
      const line =
        lineOf(own?.lines ?? menuOnScreen(shown?.text ?? ''), label) ??
        fails(`never saw "${label}" in the menu of message ${message.id}`);
      matched = Math.max(matched, own?.place ?? 0);
      types(own ? line.mark : line.label);
    },

    async sendsFile(fileName, content, { photo, caption } = {}) {
      if (!photo) {
        if (caption) throw new Error('a document on Zalo goes by the upload page, which takes no caption');
        return uploads(fileName, content);
      }
      const kept = world.keepPhoto(fileName, content);
      sends(
        { kind: 'image', photo_url: kept.url, ...(caption && { caption }) },
        { text: caption ?? '', picture: kept.photo },
      );
      return '';
    },
    async sharesPhone(phone) {
      types(phone);
    },
    async sendsUnsupported() {
      sends({ kind: 'unsupported' }, { text: '(tài liệu)' });
    },
    async sendsSticker() {
      sends(
        { kind: 'sticker', sticker: 'bfe458bf64fa8da4d4eb', url: 'https://example.com/sticker.png' },
        { text: '(nhãn dán)' },
      );
    },
    async sendsVoice() {
      sends({ kind: 'voice', voice_url: 'https://example.com/voice.aac' }, { text: '(tin thoại)' });
    },

    async sees(what) {
      const { message, to } = await waitFor(
        () => {
          const [seen] = fromBot(matched - 1).flatMap((one) => seenIn(one, what));
          if (!seen) chooseAgain();
          return seen;
        },
        `does not see ${String(what)}`,
      );
      matched = message.place;
      matchedTo = to;
      const mayGoOn = message.text.length > maybeOnePart && menuOnScreen(message.text).length === 0;
      if (mayGoOn) await whileMore(() => see(message).buttons[0]);
      return see(message);
    },

    async receivesFile(wanted) {
      const { message, file } = await waitFor(
        async () => {
          for (const one of fromBot(matchedFile)) {
            const found = await fileBehind(one, (fileName) => fits(fileName, wanted, true));
            if (found) return { message: one, file: found };
          }
          return undefined;
        },
        `gets no file ${String(wanted)}`,
      );
      matchedFile = message.place;
      return { name: file.name, caption: message.text, bytes: file.bytes };
    },

    async transcript() {
      return chat.messages.map(see);
    },
  };
}
