import { buildBadRequest } from '../../bot-api/api-error.ts';
import { calls, readText } from '../../bot-api/calls.ts';
import { readMarkup, readParameters } from '../../bot-api/parameters.ts';
import { postMessage } from '../post.ts';
import { removeMessage as deleteFromTranscript } from '../transcript.ts';
import type { WebMethod } from '../web-api.ts';

/** Sends a text into the chat. */
export const sendMessage: WebMethod = async (api, { parameters }) => {
  const given = readParameters(calls.sendMessage, parameters);
  const { text, entities } = readText(given);
  return await postMessage(api, given.chat_id, {
    text,
    ...(entities.length > 0 && { entities }),
    reply_markup: readMarkup(given.reply_markup),
  });
};

/** Deletes a message of the chat. */
export const deleteMessage: WebMethod = async ({ db }, { parameters }) => {
  const { chat_id, message_id } = readParameters(calls.deleteMessage, parameters);
  const done = await deleteFromTranscript(db.pool, chat_id, message_id);
  if (!done) throw buildBadRequest('message to delete not found');
  return true;
};
