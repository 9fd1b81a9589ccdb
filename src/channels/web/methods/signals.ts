/** Methods whose effect is sent to the browsers and not stored. */
import { calls } from '../../bot-api/calls.ts';
import { knownChatOfQuery } from '../../bot-api/ids.ts';
import { readParameters } from '../../bot-api/parameters.ts';
import { publishChatEvent } from '../chat-events.ts';
import type { WebMethod } from '../web-api.ts';

/** Answers a pressed button, with words or without. */
export const answerCallbackQuery: WebMethod = async ({ db }, { parameters }) => {
  const { callback_query_id, text, show_alert } = readParameters(calls.answerCallbackQuery, parameters);
  await publishChatEvent(db.pool, {
    chat: knownChatOfQuery(callback_query_id),
    answered: { query: callback_query_id, ...(text && { text }), ...(show_alert && { alert: true }) },
  });
  return true;
};

/** Shows that the bot is typing. */
export const sendChatAction: WebMethod = async ({ db }, { parameters }) => {
  const given = readParameters(calls.sendChatAction, parameters);
  await publishChatEvent(db.pool, { chat: given.chat_id, typing: given.action });
  return true;
};
