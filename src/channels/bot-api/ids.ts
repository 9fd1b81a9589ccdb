import { readChatOfQuery } from '../../jobs/update-ids.ts';
import { buildBadRequest } from './api-error.ts';

/** Reads the chat from a query's id. Throws 400 in Telegram's words when it names none. */
export function knownChatOfQuery(queryId: string): number {
  const chat = readChatOfQuery(queryId);
  if (chat !== undefined) return chat;
  throw buildBadRequest('query is too old and response timeout expired or query ID is invalid');
}
