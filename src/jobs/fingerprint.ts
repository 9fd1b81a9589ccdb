import { crc32 } from 'node:zlib';
import type { Message, Update } from 'grammy/types';

/**
 * The data kept of a handled message. It is its id in the chat, and 32 bits that tell whether an
 * edit changed it. Its words cannot be recovered from them.
 */
export interface Fingerprint {
  messageId: number;
  said: number;
}

/** Takes the fingerprint of an update's message; undefined for updates without one. */
export function fingerprintOf({ message, edited_message }: Update): Fingerprint | undefined {
  const given = message ?? edited_message;
  return given && { messageId: given.message_id, said: crc32(wordsAndFiles(given)) | 0 };
}

function wordsAndFiles({ text, caption, document, photo }: Message): string {
  return JSON.stringify([text, caption, document?.file_unique_id, photo?.at(-1)?.file_unique_id]);
}
