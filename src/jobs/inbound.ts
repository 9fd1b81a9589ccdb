import type { Update } from 'grammy/types';

/** An update from a channel, before it is stored. */
export interface Inbound {
  /**
   * A name for the update within its channel that never changes: the same key is the same update.
   */
  key: string;
  /** In the format of the Bot API. */
  update: Update;
}

/**
 * Stores updates. Resolves once they are in the database: only then may a channel acknowledge them.
 * A key that was stored before is ignored.
 */
export type Accept = (channel: string, updates: Inbound[]) => Promise<void>;

/** Returns the key of an update's chat: `telegram:123`. Never empty, for any kind of update. */
export function chatKeyOf(channel: string, update: Update): string {
  const chat =
    update.message?.chat ??
    update.edited_message?.chat ??
    update.callback_query?.message?.chat ??
    update.my_chat_member?.chat;
  const id = chat?.id ?? update.callback_query?.from.id ?? `update-${update.update_id}`;
  return `${channel}:${id}`;
}
