import type { ForceReply, ReplyKeyboardMarkup } from 'grammy/types';
import type { WireMessage } from './wire.ts';

/** The loaded messages of a chat by id. */
export type Transcript = ReadonlyMap<number, WireMessage>;

/**
 * Adds `messages` to a transcript. The highest version of a message counts, in any order of
 * arrival.
 */
export function mergeMessages(transcript: Transcript, messages: WireMessage[]): Transcript {
  const news = messages.filter(({ id, version }) => (transcript.get(id)?.version ?? -1) < version);
  if (news.length === 0) return transcript;
  const merged = new Map(transcript);
  for (const message of news) {
    if ((merged.get(message.id)?.version ?? -1) < message.version) merged.set(message.id, message);
  }
  return merged;
}

/** Lists the messages in the order in which they were written. */
export function listMessages(transcript: Transcript): WireMessage[] {
  return [...transcript.values()].sort((a, b) => a.id - b.id);
}

/** Finds the reply keyboard set by the last message that mentions one, also a deleted message. */
export function findReplyKeyboard(messages: WireMessage[]): ReplyKeyboardMarkup | ForceReply | undefined {
  for (const { reply_markup: markup } of messages.toReversed()) {
    if (markup && !('inline_keyboard' in markup)) return 'remove_keyboard' in markup ? undefined : markup;
  }
  return undefined;
}
