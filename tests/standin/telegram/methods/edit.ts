import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Chat, type StoredMessage, shown } from '../chat.ts';
import type { FormattedText } from '../html-text.ts';
import { type InlineButton, inlineMarkup, readMarkup } from '../keyboard.ts';
import { badRequest } from '../refusal.ts';
import { captionParams, captionText, messageText, textParams } from '../text-limits.ts';
import { type Wire, wireMessage } from '../wire.ts';
import type { World } from '../world.ts';
import type { Handler } from './handler.ts';

const address = z.object({ chat_id: z.union([z.number(), z.string()]), message_id: z.number() });
const edit = address.extend({ reply_markup: inlineMarkup });

export const editMessageText: Handler = (world, { params }) => {
  const given = edit.extend(textParams.shape).parse(params);
  const content = messageText(given);
  const { inline } = readMarkup(given.reply_markup, { edit: true });
  const { chat, message } = editable(world, given);
  if (message.file) throw badRequest('there is no text in the message to edit');
  return change(world, chat, message, content, inline, world.now());
};

export const editMessageCaption: Handler = (world, { params }) => {
  const given = edit.extend(captionParams.shape).parse(params);
  const content = captionText(given);
  const { inline } = readMarkup(given.reply_markup, { edit: true });
  const { chat, message } = editable(world, given);
  if (!message.file) throw badRequest('there is no caption in the message to edit');
  return change(world, chat, message, content, inline, world.now());
};

export const editMessageReplyMarkup: Handler = (world, { params }) => {
  const given = edit.parse(params);
  const { inline } = readMarkup(given.reply_markup, { edit: true });
  const { chat, message } = editable(world, given);
  return change(world, chat, message, shown(message), inline);
};

export const deleteMessage: Handler = (world, { params }) => {
  const given = address.parse(params);
  const chat = world.writable(given.chat_id);
  const message = chat.find(given.message_id);
  if (!message) throw badRequest('message to delete not found');
  chat.delete(message);
  return true;
};

function editable(world: World, { chat_id, message_id }: z.infer<typeof address>) {
  const chat = world.writable(chat_id);
  const message = chat.find(message_id);
  if (!message) throw badRequest('message to edit not found');
  if (!message.fromBot) throw badRequest("message can't be edited");
  // Telegram cannot edit a message that came with a reply keyboard.
  if (message.keyboard) throw badRequest("message can't be edited");
  return { chat, message };
}

function change(
  world: World,
  chat: Chat,
  message: StoredMessage,
  { text, entities }: FormattedText,
  inline: InlineButton[][],
  date?: number,
): Wire {
  const now = shown(message);
  if (isDeepStrictEqual([text, entities, inline], [now.text, now.entities, now.inline])) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  chat.edit(message, { text, entities }, inline, date);
  return wireMessage(chat, message, world.bot);
}
