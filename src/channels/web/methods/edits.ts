import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { badRequest } from '../../bot-api/api-error.ts';
import {
  chatId,
  editMarkup,
  entities,
  formatted,
  keptMarkup,
  messageId,
  parseMode,
  readParameters,
} from '../../bot-api/parameters.ts';
import type { BotApi, Method } from '../bot-api.ts';
import { shownMessage } from '../shown-message.ts';
import { changeMessage } from '../transcript.ts';
import { findWebChat } from '../web-chats.ts';
import type { MessageBody } from '../wire.ts';
import { captionLength } from './files.ts';
import { textLength } from './messages.ts';

const place = { chat_id: chatId, message_id: messageId, reply_markup: editMarkup };
const markupEdit = z.object(place);
const textEdit = z.object({
  ...place,
  text: z.string(),
  parse_mode: parseMode,
  entities: entities.optional(),
});
const captionEdit = z.object({
  ...place,
  caption: z.string().default(''),
  parse_mode: parseMode,
  caption_entities: entities.optional(),
});

export const editMessageText: Method = async (api, { parameters }) => {
  const given = readParameters(textEdit, parameters);
  const { text, entities } = formatted(given.text, given, textLength, 'message text');
  if (text === '') throw badRequest('message text is empty');
  return await edit(api, given, (body) => {
    if (body.text === undefined) throw badRequest('there is no text in the message to edit');
    return {
      ...body,
      text,
      entities: entities.length > 0 ? entities : undefined,
      reply_markup: keptMarkup(given.reply_markup),
    };
  });
};

export const editMessageCaption: Method = async (api, { parameters }) => {
  const given = readParameters(captionEdit, parameters);
  const { text, entities } = formatted(
    given.caption,
    { parse_mode: given.parse_mode, entities: given.caption_entities },
    captionLength,
    'message caption',
  );
  return await edit(api, given, (body) => {
    if (!body.document && !body.photo) throw badRequest('there is no caption in the message to edit');
    return {
      ...body,
      caption: text || undefined,
      caption_entities: entities.length > 0 ? entities : undefined,
      reply_markup: keptMarkup(given.reply_markup),
    };
  });
};

export const editMessageReplyMarkup: Method = async (api, { parameters }) => {
  const given = readParameters(markupEdit, parameters);
  return await edit(api, given, (body) => ({ ...body, reply_markup: keptMarkup(given.reply_markup) }));
};

async function edit(
  api: BotApi,
  { chat_id, message_id }: { chat_id: number; message_id: number },
  change: (body: MessageBody) => MessageBody,
) {
  const chat = await findWebChat(api.db.pool, chat_id);
  if (!chat) throw badRequest('chat not found');
  const edit_date = Math.floor(api.clock.now().getTime() / 1000);
  const message = await changeMessage(api.db.pool, chat_id, message_id, (body) => {
    if (body.reply_markup && !('inline_keyboard' in body.reply_markup)) {
      throw badRequest("message can't be edited");
    }
    const changed = withoutGaps(change(body));
    if (isDeepStrictEqual(changed, body)) {
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    return { ...changed, edit_date };
  });
  if (!message) throw badRequest('message to edit not found');
  return shownMessage(message, chat, api.me);
}

/** As it comes back from the database: without keys that have no value. */
function withoutGaps(body: MessageBody): MessageBody {
  return JSON.parse(JSON.stringify(body));
}
