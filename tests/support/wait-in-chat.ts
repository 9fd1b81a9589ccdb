import type { Chat } from '../standin/telegram/chat.ts';

/**
 * Returns the result of `look`, now or after a later change of the chat; throws the text of
 * `explain` after `patience` milliseconds. It does not poll: each change of the chat calls it.
 */
export function waitInChat<T>(
  chat: Chat,
  look: () => T | undefined,
  patience: number,
  explain: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (found === undefined) return;
      stop();
      resolve(found);
    };
    const stop = () => {
      clearTimeout(timer);
      unlisten();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${explain()}\n(waited ${patience} ms)`));
    }, patience);
    const unlisten = chat.listen(check);
    check();
  });
}
