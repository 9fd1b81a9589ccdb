import { chatOfQuery } from '../../jobs/update-ids.ts';
import { badRequest } from './api-error.ts';

/** As `chatOfQuery`; 400 in Telegram's words when it names none. */
export function knownChatOfQuery(queryId: string): number {
  const chat = chatOfQuery(queryId);
  if (chat !== undefined) return chat;
  throw badRequest('query is too old and response timeout expired or query ID is invalid');
}
