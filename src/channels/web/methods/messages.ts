import { z } from 'zod';
import { badRequest } from '../../bot-api/api-error.ts';
import {
  anyMarkup,
  chatId,
  entities,
  formatted,
  keptMarkup,
  messageId,
  parseMode,
  readParameters,
} from '../../bot-api/parameters.ts';
import type { Method } from '../bot-api.ts';
import { post } from '../post.ts';
import { deleteMessage as deleteFromTranscript } from '../transcript.ts';

export const textLength = 4096;

const sending = z.object({
  chat_id: chatId,
  text: z.string(),
  parse_mode: parseMode,
  entities: entities.optional(),
  reply_markup: anyMarkup,
});

export const sendMessage: Method = async (api, { parameters }) => {
  const given = readParameters(sending, parameters);
  const { text, entities } = formatted(given.text, given, textLength, 'message text');
  if (text === '') throw badRequest('message text is empty');
  return await post(api, given.chat_id, {
    text,
    ...(entities.length > 0 && { entities }),
    reply_markup: keptMarkup(given.reply_markup),
  });
};

const deleting = z.object({ chat_id: chatId, message_id: messageId });

export const deleteMessage: Method = async ({ db }, { parameters }) => {
  const { chat_id, message_id } = readParameters(deleting, parameters);
  const done = await deleteFromTranscript(db.pool, chat_id, message_id);
  if (!done) throw badRequest('message to delete not found');
  return true;
};
