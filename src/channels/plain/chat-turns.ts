/** One thing at a time in each chat, within this process. */
export interface ChatTurns {
  /** Runs `work` after all that was begun before in this chat. */
  take<T>(chatId: number, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way in this chat, or after `mostMs`. */
  quiet(chatId: number, mostMs: number): Promise<void>;
}

/** Turns by chat; nothing is kept of a chat in which nothing is under way. */
export function chatTurns(): ChatTurns {
  const last = new Map<number, Promise<unknown>>();
  return {
    async take(chatId, work) {
      const mine = (last.get(chatId) ?? Promise.resolve()).then(work, work);
      last.set(chatId, mine);
      try {
        return await mine;
      } finally {
        if (last.get(chatId) === mine) last.delete(chatId);
      }
    },
    async quiet(chatId, mostMs) {
      const current = last.get(chatId);
      if (!current) return;
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, mostMs);
      await Promise.race([current.catch(() => undefined), late.promise]);
      clearTimeout(timer);
    },
  };
}
