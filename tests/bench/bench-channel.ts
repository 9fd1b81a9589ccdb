import type { InlineKeyboardMarkup, Message, Update } from 'grammy/types';
import { buildBotUser } from '../../src/channels/bot-api/bot-user.ts';
import type { Channel } from '../../src/channels/channel.ts';

/** A message of the bot, as the person's phone would get it. */
export interface Sent {
  method: string;
  chatId: number;
  messageId: number;
  text: string;
  buttons: { text: string; data: string }[];
}

/**
 * A channel that answers every Bot API call in this process and passes it to a listener. Only the
 * network is left out: everything from the inbox to the answer is real.
 */
export function benchChannel(onSent: (sent: Sent) => void): Channel {
  let lastId = 0;
  const answer = (result: unknown) =>
    new Response(JSON.stringify({ ok: true, result }), { headers: { 'content-type': 'application/json' } });
  return {
    name: 'telegram',
    capabilities: { buttons: true, documentsIn: true, documentsOut: true, edit: true, textLength: 4096 },
    token: '1:bench',
    apiRoot: 'http://bench.invalid',
    fetch: async (input, init) => {
      const method = String(input).split('/').at(-1) ?? '';
      if (init?.body && typeof init.body !== 'string') {
        // An upload: a document with its chat in a part of the form.
        const form = Buffer.concat(await Array.fromAsync(init.body as never)).toString('latin1');
        const chatId = Number(/name="?chat_id"?\r\n\r\n(-?\d+)/.exec(form)?.[1] ?? 0);
        lastId += 1;
        onSent({ method, chatId, messageId: lastId, text: '', buttons: [] });
        return answer({
          message_id: lastId,
          date: 0,
          chat: { id: chatId, type: 'private', first_name: 'x' },
        });
      }
      const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
        chat_id?: number;
        message_id?: number;
        text?: string;
        reply_markup?: InlineKeyboardMarkup;
      };
      const chatId = body.chat_id ?? 0;
      if (method === 'sendMessage') lastId += 1;
      const messageId = method === 'sendMessage' ? lastId : (body.message_id ?? 0);
      if (method === 'sendMessage' || method === 'editMessageReplyMarkup') {
        const buttons = (body.reply_markup?.inline_keyboard ?? [])
          .flat()
          .flatMap((b) => ('callback_data' in b ? [{ text: b.text, data: b.callback_data ?? '' }] : []));
        onSent({ method, chatId, messageId, text: body.text ?? '', buttons });
        return answer({
          message_id: messageId,
          date: 0,
          chat: { id: chatId, type: 'private', first_name: 'x' },
          text: body.text,
        });
      }
      return answer(true);
    },
    me: async () => buildBotUser({ id: 1, first_name: 'bench', username: 'bench_bot' }),
    start: async () => {},
    stop: async () => {},
    trouble: () => undefined,
  };
}

let updateId = 0;

/** A text message in Bot API shape. */
export function textUpdate(chatId: number, text: string): Update {
  updateId += 1;
  const command = text.match(/^\/\w+/)?.[0];
  const entities = command
    ? [{ type: 'bot_command' as const, offset: 0, length: command.length }]
    : undefined;
  const message = { message_id: updateId, ...about(chatId), text, entities } as Message & Update.NonChannel;
  return { update_id: updateId, message };
}

/** The press of a button under a message of the bot. */
export function pressUpdate(chatId: number, sent: Sent, label: string): Update {
  updateId += 1;
  const button = sent.buttons.find((b) => b.text.startsWith(label));
  if (!button)
    throw new Error(
      `no button "${label}" under: ${sent.text.slice(0, 80)} [${sent.buttons.map((b) => b.text).join('|')}]`,
    );
  const { from, chat, date } = about(chatId);
  const message = {
    message_id: sent.messageId,
    chat,
    date,
    from,
    text: sent.text,
    reply_markup: { inline_keyboard: [sent.buttons.map((b) => ({ text: b.text, callback_data: b.data }))] },
  } as Message;
  return {
    update_id: updateId,
    callback_query: { id: String(updateId), from, chat_instance: '1', data: button.data, message },
  };
}

function about(chatId: number) {
  return {
    date: Math.floor(Date.now() / 1000),
    chat: { id: chatId, type: 'private' as const, first_name: 'x' },
    from: { id: chatId, is_bot: false, first_name: 'x' },
  };
}
