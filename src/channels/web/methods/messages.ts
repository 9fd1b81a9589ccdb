import { buildBadRequest } from '../../bot-api/api-error.ts';
import { calls, readText } from '../../bot-api/calls.ts';
import { readMarkup, readParameters } from '../../bot-api/parameters.ts';
import { post } from '../post.ts';
import { deleteMessage as deleteFromTranscript } from '../transcript.ts';
import type { WebMethod } from '../web-api.ts';

export const sendMessage: WebMethod = async (api, { parameters }) => {
  const given = readParameters(calls.sendMessage, parameters);
  const { text, entities } = readText(given);
  return await post(api, given.chat_id, {
    text,
    ...(entities.length > 0 && { entities }),
    reply_markup: readMarkup(given.reply_markup),
  });
};

export const deleteMessage: WebMethod = async ({ db }, { parameters }) => {
  const { chat_id, message_id } = readParameters(calls.deleteMessage, parameters);
  const done = await deleteFromTranscript(db.pool, chat_id, message_id);
  if (!done) throw buildBadRequest('message to delete not found');
  return true;
};
