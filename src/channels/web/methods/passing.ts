/** What the browser is told and nobody keeps. */
import { z } from 'zod';
import { badRequest } from '../../bot-api/api-error.ts';
import { chatId, flag, readParameters } from '../../bot-api/parameters.ts';
import type { Method } from '../bot-api.ts';
import { chatOfQuery } from '../updates.ts';
import { tell } from '../wakes.ts';

const answer = z.object({
  callback_query_id: z.string(),
  text: z.string().max(200, 'MESSAGE_TOO_LONG').optional(),
  show_alert: flag.default(false),
});

export const answerCallbackQuery: Method = async ({ db }, { parameters }) => {
  const { callback_query_id, text, show_alert } = readParameters(answer, parameters);
  const chat = chatOfQuery(callback_query_id);
  if (chat === undefined) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  await tell(db.pool, {
    chat,
    answered: { query: callback_query_id, ...(text && { text }), ...(show_alert && { alert: true }) },
  });
  return true;
};

const action = z.object({
  chat_id: chatId,
  action: z.enum(['typing', 'upload_photo', 'upload_document', 'find_location', 'choose_sticker']),
});

export const sendChatAction: Method = async ({ db }, { parameters }) => {
  const given = readParameters(action, parameters);
  await tell(db.pool, { chat: given.chat_id, typing: given.action });
  return true;
};
