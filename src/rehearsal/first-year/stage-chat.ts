import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { describeDocument } from '../../channels/bot-api/kept-file.ts';
import { addOwnMessage, listChanges, readLatestVersion } from '../../channels/web/transcript.ts';
import { buildPressUpdate, buildWebMessageUpdate } from '../../channels/web/updates.ts';
import { findWebChat, setPlain } from '../../channels/web/web-chats.ts';
import { addChatFile } from '../../chat-files/chat-files.ts';
import { chatKeyOf, type Inbound } from '../../jobs/inbound.ts';
import type { MessageBody, WireMessage } from '../../page/wire.ts';
import { keepBytes } from '../../store/keep-bytes.ts';
import type { YearStage } from './stage.ts';

const language = 'vi';

/** A button under a message of the bot. */
export interface StageButton {
  message: WireMessage;
  label: string;
  data: string;
}

/** One sample person's chat, in which the person writes and presses as on the page. */
export interface StageChat {
  readonly chatId: number;
  says(text: string): Promise<void>;
  sendsFile(name: string, content: Uint8Array): Promise<void>;
  presses(button: StageButton): Promise<void>;
  /** The bot's messages since the person's last action, the oldest first. */
  heard(): WireMessage[];
  /** The buttons of these messages whose data fits, the newest message first. */
  buttons(data: RegExp): StageButton[];
}

/** Opens the chat of a sample person, with buttons. Throws when there is no such chat. */
export async function openStageChat({ house, accept, inbox }: YearStage, chatId: number): Promise<StageChat> {
  const { pool, prisma } = house.db;
  await setPlain(pool, chatId, false);
  const chat = await findWebChat(pool, chatId);
  if (!chat) throw new Error(`no chat ${chatId}`);
  let seen = await readLatestVersion(pool, chatId);
  let messages: WireMessage[] = [];

  const handed = async (inbound: Inbound): Promise<void> => {
    await accept('web', [inbound]);
    await inbox.handled(chatKeyOf('web', inbound.update));
    const changes = await listChanges(pool, chatId, seen, 200);
    seen = changes.at(-1)?.version ?? seen;
    messages = changes.filter(({ fromBot, deleted }) => fromBot && !deleted).sort((a, b) => a.id - b.id);
  };
  const writes = async (content: Omit<MessageBody, 'date'>): Promise<void> => {
    const key = `year-${randomUUID()}`;
    const message = await addOwnMessage(pool, chatId, house.clock.now(), { client_key: key, ...content });
    if (!message) throw new Error(`no chat ${chatId}`);
    await handed(buildWebMessageUpdate(message, key, chat, house.me, language));
  };

  return {
    chatId,
    says: (text) => writes({ text }),
    async sendsFile(name, content) {
      const bytes = await keepBytes(house.files, 'web', name, Readable.from([Buffer.from(content)]));
      const at = house.clock.now();
      const file = await addChatFile(prisma, { channel: 'web', chatId, bytes, at, received: true });
      await writes({ document: describeDocument(file) });
    },
    presses: ({ message, data }) =>
      handed(buildPressUpdate(message, data, `year-${randomUUID()}`, chat, house.me, language)),
    heard: () => messages,
    buttons: (data) => messages.toReversed().flatMap((message) => buttonsOf(message, data)),
  };
}

function buttonsOf(message: WireMessage, data: RegExp): StageButton[] {
  const { reply_markup: markup } = message;
  const rows = markup && 'inline_keyboard' in markup ? markup.inline_keyboard : [];
  return rows.flat().flatMap((button) => {
    if (!('callback_data' in button) || !data.test(button.callback_data)) return [];
    return [{ message, label: button.text, data: button.callback_data }];
  });
}
