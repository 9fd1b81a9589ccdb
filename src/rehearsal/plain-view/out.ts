import { addFoundEntities } from '../../channels/bot-api/found-entities.ts';
import { type FormattedText, parseHtml } from '../../channels/bot-api/html-text.ts';
import { describePhoto } from '../../channels/bot-api/kept-file.ts';
import type { PlainOut, SentMessage } from '../../channels/plain/plain-channel.ts';
import { htmlLength, toHtml } from '../../channels/plain/to-html.ts';
import { publishChatEvent } from '../../channels/web/chat-events.ts';
import { postMessage } from '../../channels/web/post.ts';
import type { WebApi } from '../../channels/web/web-api.ts';
import { textLength } from '../../channels/zalo/out.ts';
import type { MessageBody } from '../../page/wire.ts';

/**
 * Creates a plain channel over the transcript: texts as long as Zalo accepts them, and pictures.
 */
export function createTranscriptOut(api: WebApi): PlainOut {
  const put = async (chatId: number, body: Omit<MessageBody, 'date'>): Promise<SentMessage> => {
    // Read before the message is visible: every answer has a later time.
    const date = api.clock.now().getTime();
    // An earlier reply keyboard must not come back after this message.
    const { message_id } = await postMessage(api, chatId, {
      ...body,
      reply_markup: { remove_keyboard: true },
    });
    return { messageId: message_id, date };
  };
  return {
    name: 'web',
    textLength,
    measure: htmlLength,
    me: async () => api.me,
    sendText: (chatId, part) => put(chatId, asReceived(part)),
    async sendPicture(chatId, _address, { text }, file) {
      const { text: caption, entities } = addFoundEntities({ text, entities: [] });
      return await put(chatId, {
        photo: describePhoto(file),
        ...(caption !== '' && { caption, caption_entities: entities }),
      });
    },
    typing: (chatId) => publishChatEvent(api.db.pool, { chat: chatId, typing: 'typing' }),
  };
}

/** The text after four tags; addresses in it can be pressed. */
function asReceived(part: FormattedText): FormattedText {
  const { text, styled } = toHtml(part);
  return addFoundEntities(styled ? parseHtml(text) : { text, entities: [] });
}
