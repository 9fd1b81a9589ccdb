import type { Update } from 'grammy/types';

/** An update on its way in. */
export interface Inbound {
  /** Names the update within its channel for ever: the same key is the same update. */
  key: string;
  /** Bot API shape. */
  update: Update;
}

/**
 * Stores updates. Resolves once they are in the database: only then may a channel acknowledge them.
 * A key that was stored before is dropped silently.
 */
export type Accept = (channel: string, updates: Inbound[]) => Promise<void>;

/** Key of a chat in the house: `telegram:123`. Never empty, whatever the update is about. */
export function chatKeyOf(channel: string, update: Update): string {
  const chat =
    update.message?.chat ??
    update.edited_message?.chat ??
    update.callback_query?.message?.chat ??
    update.my_chat_member?.chat;
  const id = chat?.id ?? update.callback_query?.from.id ?? `update-${update.update_id}`;
  return `${channel}:${id}`;
}
