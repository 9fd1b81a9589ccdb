import { isDeepStrictEqual } from 'node:util';
import type { MessageBody } from '../../../page/wire.ts';
import { buildBadRequest } from '../../bot-api/api-error.ts';
import { calls, readCaption, readText } from '../../bot-api/calls.ts';
import { readMarkup, readParameters } from '../../bot-api/parameters.ts';
import { describeMessage } from '../shown-message.ts';
import { changeMessage } from '../transcript.ts';
import type { WebApi, WebMethod } from '../web-api.ts';
import { findWebChat } from '../web-chats.ts';

/** Changes the text of a message. */
export const editMessageText: WebMethod = async (api, { parameters }) => {
  const given = readParameters(calls.editMessageText, parameters);
  const { text, entities } = readText(given);
  return await edit(api, given, (body) => {
    if (body.text === undefined) throw buildBadRequest('there is no text in the message to edit');
    return {
      ...body,
      text,
      entities: entities.length > 0 ? entities : undefined,
      reply_markup: readMarkup(given.reply_markup),
    };
  });
};

/** Changes the caption of a file. */
export const editMessageCaption: WebMethod = async (api, { parameters }) => {
  const given = readParameters(calls.editMessageCaption, parameters);
  const { text, entities } = readCaption(given);
  return await edit(api, given, (body) => {
    if (!body.document && !body.photo) throw buildBadRequest('there is no caption in the message to edit');
    return {
      ...body,
      caption: text || undefined,
      caption_entities: entities.length > 0 ? entities : undefined,
      reply_markup: readMarkup(given.reply_markup),
    };
  });
};

/** Changes the buttons of a message. */
export const editMessageReplyMarkup: WebMethod = async (api, { parameters }) => {
  const given = readParameters(calls.editMessageReplyMarkup, parameters);
  return await edit(api, given, (body) => ({ ...body, reply_markup: readMarkup(given.reply_markup) }));
};

async function edit(
  api: WebApi,
  { chat_id, message_id }: { chat_id: number; message_id: number },
  change: (body: MessageBody) => MessageBody,
) {
  const chat = await findWebChat(api.db.pool, chat_id);
  if (!chat) throw buildBadRequest('chat not found');
  const edit_date = Math.floor(api.clock.now().getTime() / 1000);
  const message = await changeMessage(api.db.pool, chat_id, message_id, (body) => {
    if (body.reply_markup && !('inline_keyboard' in body.reply_markup)) {
      throw buildBadRequest("message can't be edited");
    }
    const changed = withoutGaps(change(body));
    if (isDeepStrictEqual(changed, body)) {
      throw buildBadRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    return { ...changed, edit_date };
  });
  if (!message) throw buildBadRequest('message to edit not found');
  return describeMessage(message, chat, api.me);
}

/** As it comes back from the database: without keys that have no value. */
function withoutGaps(body: MessageBody): MessageBody {
  return JSON.parse(JSON.stringify(body));
}
