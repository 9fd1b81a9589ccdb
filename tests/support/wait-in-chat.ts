import type { Chat } from '../standin/telegram/chat.ts';

/**
 * What `look` finds, now or after some later change of the chat; throws what `explain` says after
 * `patience` milliseconds. Nothing is asked again and again: each change of the chat calls it.
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
