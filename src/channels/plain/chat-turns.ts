/** One thing at a time in each chat, within this process. */
export interface ChatTurns<Chat = number> {
  /** Runs `work` after all that was begun before in this chat. */
  take<T>(chat: Chat, work: () => Promise<T>): Promise<T>;
}

/** Turns by chat; nothing is kept of a chat in which nothing is under way. */
export function chatTurns<Chat = number>(): ChatTurns<Chat> {
  const last = new Map<Chat, Promise<unknown>>();
  return {
    async take(chat, work) {
      const mine = (last.get(chat) ?? Promise.resolve()).then(work, work);
      last.set(chat, mine);
      try {
        return await mine;
      } finally {
        if (last.get(chat) === mine) last.delete(chat);
      }
    },
  };
}
