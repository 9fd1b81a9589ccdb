import { randomBytes } from 'node:crypto';

/** An id as Zalo gives people, chats and messages: 20 hex digits, in no order. */
export function hexId(): string {
  return randomBytes(10).toString('hex');
}
