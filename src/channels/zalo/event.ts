import { z } from 'zod';

/** A person's message on Zalo, as far as it can be read. */
export interface ZaloMessage {
  messageId: string;
  chatId: string;
  fromId: string;
  /** Whether a bot wrote it: our own echo, or another's. */
  fromBot: boolean;
  name: string;
  /** Zalo's time in milliseconds since 1970; undefined when it is missing. */
  sentAt: number | undefined;
  content:
    | { kind: 'text'; text: string }
    | { kind: 'image'; address: string; caption: string }
    /**
     * Stickers, voice, documents (which arrive as `unsupported`, without content) and future kinds.
     */
    | { kind: 'other' };
}

/** An event of the Bot Platform. */
export type ZaloEvent =
  | { kind: 'message'; message: ZaloMessage }
  /**
   * Nothing to do: an empty probe, or an event that is not a message to the bot. `name` for the
   * log.
   */
  | { kind: 'nothing'; name: string }
  | { kind: 'unreadable' };

/** Strict, so that every id that is read can be stored. */
const id = z.union([z.string().regex(/^[\x21-\x7e]{1,64}$/), z.int()]).transform(String);
const words = z.string().optional().catch(undefined);

const message = z.looseObject({
  message_id: id,
  date: z.coerce.number().catch(0),
  chat: z.looseObject({ id, chat_type: words }),
  from: z.looseObject({ id, is_bot: z.boolean().optional().catch(undefined), display_name: words }),
  text: words,
  caption: words,
  photo_url: words,
  photo: words,
});
const event = z.looseObject({ event_name: words, message: z.unknown().optional() });

/** Reads an event, bare as Zalo really sends it or in the documented `{ok, result}`. */
export function readEvent(body: unknown): ZaloEvent {
  if (!isObject(body))
    return { kind: body === undefined || body === null ? 'nothing' : 'unreadable', name: 'empty' };
  const inner = isObject(body.result) ? body.result : body;
  const read = event.safeParse(inner);
  if (!read.success) return { kind: 'unreadable' };
  const name = (read.data.event_name ?? 'unnamed').slice(0, 60);
  if (read.data.message === undefined || read.data.message === null) return { kind: 'nothing', name };
  const found = message.safeParse(read.data.message);
  if (!found.success) return { kind: 'unreadable' };
  const { message_id, date, chat, from, text, caption = '', photo_url, photo } = found.data;
  // Registering is between one person and the office: messages in groups are ignored.
  if (chat.chat_type !== undefined && chat.chat_type.toUpperCase() !== 'PRIVATE')
    return { kind: 'nothing', name };
  const address = photo_url ?? photo;
  return {
    kind: 'message',
    message: {
      messageId: message_id,
      chatId: chat.id,
      fromId: from.id,
      fromBot: from.is_bot ?? false,
      name: from.display_name ?? '',
      sentAt: date > 0 ? latest(date) : undefined,
      content:
        address !== undefined
          ? { kind: 'image', address, caption }
          : text !== undefined && text.trim() !== ''
            ? { kind: 'text', text }
            : { kind: 'other' },
    },
  };
}

/** Converts a date of Zalo to milliseconds; seconds would be recognised by their size. */
export function milliseconds(date: number): number {
  return isSeconds(date) ? date * 1000 : date;
}

/**
 * The end of the second: text typed in the second in which a menu was shown counts as an answer to
 * it.
 */
function latest(date: number): number {
  return isSeconds(date) ? date * 1000 + 999 : date;
}

function isSeconds(date: number): boolean {
  return date > 0 && date < 100_000_000_000;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
