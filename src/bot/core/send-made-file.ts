import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Api, InputFile } from 'grammy';
import { formatFileSize } from '../../channels/plain/sizes.ts';
import { type MadeFor, sendMadeFor } from '../../chat-files/made-for.ts';
import { keepBytes } from '../../store/keep-bytes.ts';
import type { BotContext } from './context.ts';

/** The chat that a file goes to. */
export interface FileChat {
  api: Api;
  channel: string;
  chatId: number;
}

/** A finished file: in the temporary folder, or in memory. */
export type FileToSend = { filename: string } & ({ path: string } | { bytes: Uint8Array });

/** The words below a file, and the person and question that it answers. */
export interface AboutFile {
  /** HTML. */
  caption?: string | undefined;
  /** Links to it open for that alone; left out: for its chat. */
  madeFor?: MadeFor | undefined;
}

/** The words and the settings that a sent file needs. */
export type FileSender = Pick<BotContext, 'house' | 'locale' | 'html'>;

/** Returns the chat of an update. */
export function chatOfUpdate(ctx: BotContext): FileChat {
  return { api: ctx.api, channel: ctx.channel.name, chatId: ctx.chat?.id ?? 0 };
}

/**
 * Sends a finished file into a chat. One that is larger than a chat takes goes as a signed link;
 * where this server has no address, one sentence refuses it. The file stays where it is.
 */
export async function sendMadeFile(
  chat: FileChat,
  by: FileSender,
  file: FileToSend,
  { caption, madeFor }: AboutFile = {},
): Promise<void> {
  await sendMadeFor(madeFor, async () => {
    if ((await sizeOf(file)) <= by.house.largestDocument) await sendDocument(chat, file, caption);
    else await sendWords(chat, [...(caption ? [caption] : []), await sayLarge(chat, by, file)]);
  });
}

async function sendDocument({ api, chatId }: FileChat, file: FileToSend, caption?: string): Promise<void> {
  const content = 'path' in file ? createReadStream(file.path) : file.bytes;
  await api.sendDocument(chatId, new InputFile(content, file.filename), {
    ...(caption !== undefined && { caption, parse_mode: 'HTML' as const }),
  });
}

async function sendWords({ api, chatId }: FileChat, texts: string[]): Promise<void> {
  const html = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;
  await api.sendMessage(chatId, texts.join('\n\n'), html);
}

/** Keeps a file under a signed link and says it. Without an address there is none. */
async function sayLarge({ channel, chatId }: FileChat, by: FileSender, file: FileToSend): Promise<string> {
  const { links, files } = by.house;
  if (!links)
    return by.html('file-too-large', {
      name: file.filename,
      size: formatFileSize(await sizeOf(file), by.locale),
    });
  const content = 'path' in file ? createReadStream(file.path) : Readable.from([Buffer.from(file.bytes)]);
  const kept = await links.keep({ channel, chatId }, await keepBytes(files, 'links', file.filename, content));
  return by.html('report-by-link', {
    name: kept.name,
    size: formatFileSize(kept.size, by.locale),
    address: await links.fileAddress(kept),
    days: links.fileDays,
  });
}

async function sizeOf(file: FileToSend): Promise<number> {
  return 'path' in file ? (await stat(file.path)).size : file.bytes.length;
}
