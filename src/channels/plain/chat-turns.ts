/** A queue for each chat within this process: one task at a time. */
export interface ChatTurns<Chat = number> {
  /** Runs `work` after all earlier tasks of this chat. */
  take<T>(chat: Chat, work: () => Promise<T>): Promise<T>;
}

/** Creates the queues; idle chats take no memory. */
export function createChatTurns<Chat = number>(): ChatTurns<Chat> {
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
