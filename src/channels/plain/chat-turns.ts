/** One thing at a time in each chat, within this process. */
export interface ChatTurns {
  /** Runs `work` after all that was begun before in this chat. */
  take<T>(chatId: number, work: () => Promise<T>): Promise<T>;
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
  };
}
