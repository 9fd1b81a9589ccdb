import type { ForceReply, ReplyKeyboardMarkup } from 'grammy/types';
import type { WireMessage } from './wire.ts';

/** A chat's messages by id, as far as they have come. */
export type Transcript = ReadonlyMap<number, WireMessage>;

/**
 * With `messages` added: of one message the highest version counts, in whatever order they come.
 */
export function merge(transcript: Transcript, messages: WireMessage[]): Transcript {
  const news = messages.filter(({ id, version }) => (transcript.get(id)?.version ?? -1) < version);
  if (news.length === 0) return transcript;
  const merged = new Map(transcript);
  for (const message of news) {
    if ((merged.get(message.id)?.version ?? -1) < message.version) merged.set(message.id, message);
  }
  return merged;
}

/** In the order in which they were written. */
export function inOrder(transcript: Transcript): WireMessage[] {
  return [...transcript.values()].sort((a, b) => a.id - b.id);
}

/**
 * What the last message that said something about it asks of the keyboard: also one that is deleted
 * by now.
 */
export function keyboardOf(messages: WireMessage[]): ReplyKeyboardMarkup | ForceReply | undefined {
  for (const { reply_markup: markup } of messages.toReversed()) {
    if (markup && !('inline_keyboard' in markup)) return 'remove_keyboard' in markup ? undefined : markup;
  }
  return undefined;
}
