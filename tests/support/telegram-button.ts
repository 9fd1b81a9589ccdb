import { type Chat, type StoredMessage, shown } from '../standin/telegram/chat.ts';

export type Button =
  | { kind: 'inline'; message: StoredMessage; text: string; data: string; seq: number }
  | { kind: 'keyboard'; contact: boolean; seq: number };

/**
 * Finds the newest button with exactly these words that the person can press now. One that appeared
 * or was shown again after the person's last action (`since`) is used at once; an older one only
 * when nothing has come for `settle` milliseconds, because the bot may be about to show the same
 * button again. Throws after `patience` milliseconds. Where the app says that the step of the
 * button `last` is over, and asks for it again, that button is found instead: a crash lost its
 * step.
 */
export function findButton(options: {
  chat: Chat;
  label: string;
  last?: string | undefined;
  since: number;
  settle: number;
  /** Waits until nothing newer can come, where the test knows that; used instead of `settle`. */
  settled?: ((end: AbortSignal) => Promise<void>) | undefined;
  patience: number;
  explain(): string;
}): Promise<Button> {
  const { chat, label, last, since, settle, settled, patience } = options;
  return new Promise((resolve, reject) => {
    let quiet: NodeJS.Timeout | undefined;
    let look = new AbortController();
    const finish = (button: Button) => {
      stop();
      resolve(button);
    };
    const check = () => {
      look.abort();
      clearTimeout(quiet);
      look = new AbortController();
      const { signal } = look;
      const button = askedAgain(chat, last, since) ?? newest(chat, label);
      if (!button) return;
      if (button.seq > since) finish(button);
      else if (settled) settled(signal).then(() => signal.aborted || finish(button));
      else quiet = setTimeout(() => finish(button), settle);
    };
    const stop = () => {
      look.abort();
      clearTimeout(quiet);
      clearTimeout(timer);
      unlisten();
    };
    const timer = setTimeout(() => {
      stop();
      reject(
        new Error(
          `${chat.account.first_name} finds no button "${label}"\n${options.explain()}\n(waited ${patience} ms)`,
        ),
      );
    }, patience);
    const unlisten = chat.listen(check);
    check();
  });
}

/**
 * Finds the button `last` where the app has said since then that its step is over, and has asked
 * for it again: a crash lost the step.
 */
export function askedAgain(chat: Chat, last: string | undefined, since: number): Button | undefined {
  const over = chat.messages.some((message) => {
    const { text, textSeq } = shown(message);
    return message.fromBot && textSeq > since && text.normalize('NFC').startsWith('Bước này đã qua.');
  });
  const button = over && last !== undefined ? newest(chat, last) : undefined;
  return button && button.seq > since ? button : undefined;
}

function newest(chat: Chat, label: string): Button | undefined {
  const words = label.normalize('NFC');
  const found: Button[] = [];
  for (const message of chat.messages) {
    if (message.deleted) continue;
    const { inline, seq } = shown(message);
    const button = inline.flat().find(({ text }) => text.normalize('NFC') === words);
    if (button?.callback_data !== undefined) {
      found.push({ kind: 'inline', message, text: words, data: button.callback_data, seq });
    }
  }
  const key = chat.keyboard?.rows.flat().find(({ text }) => text.normalize('NFC') === words);
  if (chat.keyboard && key) {
    found.push({ kind: 'keyboard', contact: key.request_contact ?? false, seq: chat.keyboard.seq });
  }
  return found.sort((a, b) => b.seq - a.seq)[0];
}
