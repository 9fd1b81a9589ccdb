/** What the browser is told and no table keeps. */
import { calls } from '../../bot-api/calls.ts';
import { knownChatOfQuery } from '../../bot-api/ids.ts';
import { readParameters } from '../../bot-api/parameters.ts';
import { tell } from '../wakes.ts';
import type { WebMethod } from '../web-api.ts';

export const answerCallbackQuery: WebMethod = async ({ db }, { parameters }) => {
  const { callback_query_id, text, show_alert } = readParameters(calls.answerCallbackQuery, parameters);
  await tell(db.pool, {
    chat: knownChatOfQuery(callback_query_id),
    answered: { query: callback_query_id, ...(text && { text }), ...(show_alert && { alert: true }) },
  });
  return true;
};

export const sendChatAction: WebMethod = async ({ db }, { parameters }) => {
  const given = readParameters(calls.sendChatAction, parameters);
  await tell(db.pool, { chat: given.chat_id, typing: given.action });
  return true;
};
