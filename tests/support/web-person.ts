import { setTimeout as pause } from 'node:timers/promises';
import { findReplyKeyboard } from '../../src/page/transcript.ts';
import type { PressAnswer, WireMessage } from '../../src/page/wire.ts';
import type { ChatPerson, SeenMessage } from './chat.ts';
import { endOfFit, fits } from './fits.ts';
import { transcriptText } from './transcript-text.ts';
import { serverEvents } from './web-events.ts';

export interface WebPersonOptions {
  /** Address of the app, such as http://127.0.0.1:8080. */
  url: string;
  chatId: number;
  name: string;
  /** Sent with every request: the cookie of a signed-in person. */
  headers?: Record<string, string>;
  /** The number that pressing "share phone number" gives. */
  phone?: string;
  /** Whether everything is sent a second time, as if the answer to the first was lost. */
  twice?(): boolean;
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

/** A person at the web chat: the actions of the page, over the same addresses. */
export interface WebPerson extends ChatPerson {
  readonly channel: 'web';
  readonly id: number;
  /** Small windows of text shown for pressed buttons, oldest first. */
  toasts(): string[];
  /** Waits for such a window, newer than the last one matched. */
  seesToast(what: string | RegExp): Promise<string>;
  /** The commands in the menu, without slashes. */
  commandMenu(): Promise<string[]>;
  /** Closes the page. */
  leaves(): Promise<void>;
}

interface Held {
  message: WireMessage;
  /** The count of events when it last changed. */
  seq: number;
  /** When its text last changed: an edit of the buttons alone does not count. */
  textSeq: number;
  /** Buttons of all its states, newest last: an old screen can still be pressed. */
  looks: { text: string; data: string }[][];
}

/** Opens the web chat for one person. */
export function webPerson(options: WebPersonOptions): WebPerson {
  const { url, chatId, name, headers = {}, patience = 45_000, settle = 1000 } = options;
  const chat = `${url}/api/chats/${chatId}`;
  const held = new Map<number, Held>();
  const toasts: { seq: number; text: string }[] = [];
  const listeners = new Set<() => void>();
  const closed = new AbortController();
  let seq = 0;
  let version = 0;
  let lastAction = 0;
  /**
   * The version of a message that was seen last, and how far into its text; an action reads it to
   * its end.
   */
  const matched = { seq: 0, to: Number.POSITIVE_INFINITY };
  let matchedFile = 0;
  let matchedToast = 0;
  let lastPressed: string | undefined;

  const take = (message: WireMessage) => {
    version = Math.max(version, message.version);
    const before = held.get(message.id);
    if (before && before.message.version >= message.version) return;
    seq += 1;
    const sameText = before && textOf(before.message) === textOf(message);
    held.set(message.id, {
      message,
      seq,
      textSeq: sameText ? before.textSeq : seq,
      looks: [...(before?.looks ?? []), inlineOf(message)],
    });
  };
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const listening = (async () => {
    while (!closed.signal.aborted) {
      try {
        const events = serverEvents(`${chat}/events?after=${version}`, { signal: closed.signal, headers });
        for await (const { event, data } of events) {
          if (event === 'messages') {
            const messages: WireMessage[] = JSON.parse(data);
            messages.forEach(take);
          }
          if (event === 'answered') {
            const { text }: PressAnswer = JSON.parse(data);
            seq += 1;
            if (text) toasts.push({ seq, text });
          }
          changed();
        }
      } catch {
        // The app is down or starts again: as the page does, come back until it answers.
        await pause(100, undefined, { signal: closed.signal }).catch(() => undefined);
      }
    }
  })();

  /**
   * Finds where a message contains `what`, after the text seen last: one message may say several
   * things.
   */
  const seenIn = (one: Held, what: string | RegExp) => {
    if (!one.message.fromBot || one.textSeq < matched.seq) return [];
    const from = one.textSeq === matched.seq ? matched.to : 0;
    const to = from === Number.POSITIVE_INFINITY ? undefined : endOfFit(textOf(one.message), what, from);
    return to === undefined ? [] : [{ one, to }];
  };
  const inOrder = () => [...held.values()].sort((a, b) => a.message.id - b.message.id);
  const seen = () => inOrder().filter(({ message }) => !message.deleted);
  const see = ({ message }: Held): SeenMessage => {
    const file = message.document?.file_name ?? (message.photo && 'photo.jpg');
    return {
      id: message.id,
      fromBot: message.fromBot,
      text: textOf(message),
      buttons: labelsOf(message),
      keyboard: keyboardLabels(message),
      ...(file && { file }),
    };
  };
  const explain = (what: string) =>
    `${name} ${what}\n${transcriptText(seen().map(see), toasts)}\n(waited ${patience} ms)`;

  /**
   * Returns the result of `look`, now or after a later event. Undefined after `limit` milliseconds.
   */
  const wait = <T>(look: () => T | undefined, limit: number, end?: AbortSignal): Promise<T | undefined> =>
    new Promise((resolve) => {
      const finish = (found: T | undefined) => {
        clearTimeout(timer);
        listeners.delete(check);
        resolve(found);
      };
      const check = () => {
        const found = look();
        if (found !== undefined) finish(found);
      };
      const timer = setTimeout(() => finish(undefined), limit);
      listeners.add(check);
      end?.addEventListener('abort', () => finish(undefined), { once: true });
      check();
    });
  const waitFor = async <T>(look: () => T | undefined, what: string): Promise<T> => {
    const found = await wait(look, patience);
    if (found === undefined) throw new Error(explain(what));
    return found;
  };

  /** Sends until the app has accepted it: the key makes sending again harmless. */
  const post = async (path: string, init: RequestInit): Promise<Response> => {
    const late = AbortSignal.timeout(patience);
    // Not when the app has answered: the bot's reply may be here before that.
    lastAction = seq;
    matched.to = Number.POSITIVE_INFINITY;
    for (;;) {
      try {
        const response = await fetch(chat + path, { ...init, method: 'POST' });
        if (response.ok) {
          if (options.twice?.()) await fetch(chat + path, { ...init, method: 'POST' });
          return response;
        }
        if (response.status < 500) throw new Refused(`${path}: ${response.status} ${await response.text()}`);
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      if (late.aborted) throw new Error(explain(`cannot reach ${path}`));
      await pause(100);
    }
  };
  const postJson = (path: string, body: unknown) =>
    post(path, { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } });
  const press = async (id: number, data: string) => {
    await postJson('/presses', { key: crypto.randomUUID(), message: id, data });
  };
  const write = async (said: { text: string } | { phone: string }) => {
    const response = await postJson('/messages', { key: crypto.randomUUID(), ...said });
    take(JSON.parse(await response.text()));
    changed();
  };

  const keyboard = () => {
    const markup = findReplyKeyboard(inOrder().map(({ message }) => message));
    return markup && 'keyboard' in markup ? markup.keyboard.flat() : [];
  };
  const findButton = (label: string) => {
    const words = label.normalize('NFC');
    const inline = seen()
      .flatMap((one) => inlineOf(one.message).map((button) => ({ ...button, one })))
      .filter(({ text }) => text.normalize('NFC') === words)
      .sort((a, b) => b.one.seq - a.one.seq)[0];
    const key = keyboard().find((button) => labelOf(button).normalize('NFC') === words);
    const keySeq = inOrder().findLast(({ message }) => keyboardLabels(message).length > 0)?.seq ?? 0;
    if (key && keySeq > (inline?.one.seq ?? 0)) {
      return {
        kind: 'key' as const,
        contact: typeof key !== 'string' && 'request_contact' in key,
        seq: keySeq,
      };
    }
    return (
      inline && { kind: 'inline' as const, id: inline.one.message.id, data: inline.data, seq: inline.one.seq }
    );
  };
  /** Presses again where the app says that the step is over and asks for it: a crash lost it. */
  const pressAgain = () => {
    if (!options.pressesAgain || lastPressed === undefined) return;
    const over = seen().some(
      ({ message, textSeq }) =>
        message.fromBot && textSeq > lastAction && textOf(message).normalize().startsWith('Bước này đã qua.'),
    );
    const button = over ? findButton(lastPressed) : undefined;
    if (button?.kind !== 'inline' || button.seq <= lastAction) return;
    // Where it cannot be sent, what the person waits for does not come: that says so.
    press(button.id, button.data).catch(() => undefined);
  };
  /** Waits until the page shows all messages of the server. */
  const caughtUp = async (limit: number) => {
    const response = await fetch(`${chat}/messages`, { headers });
    if (!response.ok) return;
    const page: { version: number } = JSON.parse(await response.text());
    await wait(() => (version >= page.version ? true : undefined), limit);
  };
  /** Ends once nothing newer can come and the page shows everything. */
  const allIsShown = (end: AbortSignal): AbortSignal => {
    const shown = new AbortController();
    const look = async () => {
      await options.settled?.(end);
      if (!end.aborted) await caughtUp(settle);
    };
    look()
      .catch(() => undefined)
      .finally(() => shown.abort());
    return shown.signal;
  };
  /**
   * One that came after the last action at once; an older one once nothing new has come for a
   * while.
   */
  const chooseButton = async (label: string) => {
    const late = AbortSignal.timeout(patience);
    const fresh = () => {
      pressAgain();
      const button = findButton(label);
      return button && button.seq > lastAction ? button : undefined;
    };
    for (let changed = true; ; ) {
      const before = seq;
      // Where nothing has changed, all is seen already: what comes by itself is waited for.
      const known = changed && options.settled !== undefined;
      const found = new AbortController();
      const newer = known ? await wait(fresh, patience, allIsShown(found.signal)) : await wait(fresh, settle);
      found.abort();
      changed = seq !== before;
      const button = newer ?? (changed ? undefined : findButton(label));
      if (button) return button;
      if (late.aborted) throw new Error(explain(`finds no button "${label}"`));
    }
  };

  return {
    name,
    channel: 'web',
    hasButtons: true,
    id: chatId,
    async says(text) {
      await write({ text });
    },
    async presses(label) {
      const button = await chooseButton(label);
      if (button.kind === 'inline') {
        lastPressed = label;
        await press(button.id, button.data);
        return;
      }
      if (!button.contact) return write({ text: label });
      if (!options.phone) throw new Error(`${name} has no phone; use sharesPhone`);
      await write({ phone: options.phone });
    },
    async pressesOn(message, label) {
      const words = label.normalize('NFC');
      const looks = held.get(message.id)?.looks ?? [];
      const button = looks
        .toReversed()
        .flat()
        .find(({ text }) => text.normalize('NFC') === words);
      if (!button) throw new Error(explain(`never saw a button "${label}" on message ${message.id}`));
      await press(message.id, button.data);
    },
    async sendsFile(fileName, content, { caption } = {}) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(content)]), fileName);
      const query = new URLSearchParams({ key: crypto.randomUUID(), ...(caption && { caption }) });
      const response = await post(`/files?${query}`, {
        body: form,
        headers: { ...headers, 'x-requested-with': 'page' },
      });
      take(JSON.parse(await response.text()));
      changed();
      return '';
    },
    async sharesPhone(phone) {
      await waitFor(
        () => keyboard().find((button) => typeof button !== 'string' && 'request_contact' in button),
        'finds no button to share the phone number',
      );
      await write({ phone });
    },
    async sees(what) {
      const found = await waitFor(
        () => {
          const [first] = seen()
            .flatMap((one) => seenIn(one, what))
            .sort((a, b) => a.one.textSeq - b.one.textSeq);
          if (!first) pressAgain();
          return first;
        },
        `does not see ${String(what)}`,
      );
      Object.assign(matched, { seq: found.one.textSeq, to: found.to });
      return see(found.one);
    },
    async receivesFile(fileName) {
      const found = await waitFor(
        () =>
          seen().find(({ message }) => {
            const file = see({ message, seq: 0, textSeq: 0, looks: [] }).file;
            return message.fromBot && message.id > matchedFile && file && fits(file, fileName, true);
          }),
        `gets no file ${String(fileName)}`,
      );
      matchedFile = found.message.id;
      const id = found.message.document?.file_id ?? found.message.photo?.at(-1)?.file_id;
      const response = await fetch(`${chat}/files/${id}`, { headers });
      if (!response.ok) throw new Error(`the file does not come: ${response.status}`);
      return {
        name: see(found).file ?? '',
        caption: found.message.caption ?? '',
        bytes: new Uint8Array(await response.arrayBuffer()),
      };
    },
    async transcript() {
      // A person who is signed out or finds the server gone still sees the page's messages.
      if (!closed.signal.aborted) await caughtUp(patience).catch(() => undefined);
      return seen().map(see);
    },
    toasts: () => toasts.map(({ text }) => text),
    async seesToast(what) {
      const toast = await waitFor(
        () => toasts.find(({ seq: at, text }) => at > matchedToast && fits(text, what)),
        `sees no window with ${String(what)}`,
      );
      matchedToast = toast.seq;
      return toast.text;
    },
    async commandMenu() {
      const response = await fetch(`${chat}/commands`, { headers });
      const commands: { command: string }[] = JSON.parse(await response.text());
      return commands.map(({ command }) => command);
    },
    async leaves() {
      closed.abort();
      await listening;
    },
  };
}

class Refused extends Error {}

function textOf(message: WireMessage): string {
  return message.text ?? message.caption ?? '';
}

function inlineOf({ reply_markup: markup }: WireMessage): { text: string; data: string }[] {
  if (!markup || !('inline_keyboard' in markup)) return [];
  return markup.inline_keyboard
    .flat()
    .flatMap((button) =>
      'callback_data' in button ? [{ text: button.text, data: button.callback_data }] : [],
    );
}

/** Labels of all inline buttons, links too. */
function labelsOf({ reply_markup: markup }: WireMessage): string[] {
  return markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat().map(({ text }) => text) : [];
}

function keyboardLabels({ reply_markup: markup }: WireMessage): string[] {
  return markup && 'keyboard' in markup ? markup.keyboard.flat().map(labelOf) : [];
}

function labelOf(button: string | { text: string }): string {
  return typeof button === 'string' ? button : button.text;
}
