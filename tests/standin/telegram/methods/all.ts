import { answerCallbackQuery } from './answer-callback-query.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts';
import { deleteMessage, editMessageCaption, editMessageReplyMarkup, editMessageText } from './edit.ts';
import { getFile } from './get-file.ts';
import { getUpdates } from './get-updates.ts';
import type { Handler } from './handler.ts';
import { getChatMember, leaveChat } from './membership.ts';
import {
  description,
  getChatMenuButton,
  getMe,
  name,
  setChatMenuButton,
  shortDescription,
} from './profile.ts';
import { sendChatAction, sendDocument, sendMediaGroup, sendMessage, sendPhoto } from './send.ts';
import { deleteWebhook, getWebhookInfo, setWebhook } from './webhook.ts';

/** The methods that the stand-in knows; all others of the Bot API are answered 501. */
export const handlers = new Map<string, Handler>(
  Object.entries({
    answerCallbackQuery,
    deleteMessage,
    deleteMyCommands,
    deleteWebhook,
    editMessageCaption,
    editMessageReplyMarkup,
    editMessageText,
    getChatMember,
    getChatMenuButton,
    getFile,
    getMe,
    getMyCommands,
    getMyDescription: description.get,
    getMyName: name.get,
    getMyShortDescription: shortDescription.get,
    getUpdates,
    getWebhookInfo,
    leaveChat,
    sendChatAction,
    sendDocument,
    sendMediaGroup,
    sendMessage,
    sendPhoto,
    setChatMenuButton,
    setMyCommands,
    setMyDescription: description.set,
    setMyName: name.set,
    setMyShortDescription: shortDescription.set,
    setWebhook,
  }),
);
