import { Readable } from 'node:stream';
import { describeDocument } from '../../channels/bot-api/kept-file.ts';
import {
  addOwnMessage,
  findByClientKey,
  listChanges,
  listMessagesBefore,
  readLatestVersion,
} from '../../channels/web/transcript.ts';
import { buildPressUpdate, buildWebMessageUpdate } from '../../channels/web/updates.ts';
import { findWebChat, setPlain } from '../../channels/web/web-chats.ts';
import { addChatFile } from '../../chat-files/chat-files.ts';
import { chatKeyOf, type Inbound } from '../../jobs/inbound.ts';
import type { MessageBody, WireMessage } from '../../page/wire.ts';
import { keepBytes } from '../../store/keep-bytes.ts';
import type { Heard, Journal } from './journal.ts';
import type { PlayStage } from './stage.ts';

const language = 'vi';
/** Messages of a chat that are read at once: none of the script brings more. */
const most = 300;

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
  /** Reads the newest messages of the chat, the oldest first. */
  earlier(): Promise<WireMessage[]>;
}

/**
 * Opens the chat of a sample person, with buttons. Every action is one of the journal. Throws when
 * there is no such chat.
 */
export async function openStageChat(
  { house, accept, inbox }: PlayStage,
  chatId: number,
  journal: Journal,
): Promise<StageChat> {
  const { pool, prisma } = house.db;
  const chat = await findWebChat(pool, chatId);
  if (!chat) throw new Error(`no chat ${chatId}`);
  let last = await journal.perform(async () => {
    if (chat.plain) await setPlain(pool, chatId, false);
    return { seen: await readLatestVersion(pool, chatId), messages: [] };
  });

  const hears = async (inbound: Inbound): Promise<Heard> => {
    await accept('web', [inbound]);
    await inbox.handled(chatKeyOf('web', inbound.update));
    const changes = await listChanges(pool, chatId, last.seen, most);
    return {
      seen: changes.at(-1)?.version ?? last.seen,
      messages: changes.filter(({ fromBot, deleted }) => fromBot && !deleted).sort((a, b) => a.id - b.id),
    };
  };
  const writes = async (write: () => Promise<Omit<MessageBody, 'date'>>): Promise<void> => {
    last = await journal.perform(async (key) => {
      const at = house.clock.now();
      const message =
        (await findByClientKey(pool, chatId, key)) ??
        (await addOwnMessage(pool, chatId, at, { client_key: key, ...(await write()) }));
      if (!message) throw new Error(`no chat ${chatId}`);
      return hears(buildWebMessageUpdate(message, key, chat, house.me, language));
    });
  };

  return {
    chatId,
    says: (text) => writes(async () => ({ text })),
    sendsFile: (name, content) =>
      writes(async () => {
        const bytes = await keepBytes(house.files, 'web', name, Readable.from([Buffer.from(content)]));
        const at = house.clock.now();
        const file = await addChatFile(prisma, { channel: 'web', chatId, bytes, at, received: true });
        return { document: describeDocument(file) };
      }),
    async presses({ message, data }) {
      last = await journal.perform((key) =>
        hears(buildPressUpdate(message, data, key, chat, house.me, language)),
      );
    },
    heard: () => last.messages,
    buttons: (data) => last.messages.toReversed().flatMap((message) => buttonsOf(message, data)),
    earlier: () => listMessagesBefore(pool, chatId, undefined, most),
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
