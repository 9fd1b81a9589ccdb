import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../store/generated/client.ts';
import type { KeptBytes, KeptFile } from '../store/keep-bytes.ts';
import { currentMadeFor, type MadeFor, madeFor as madeForOfRow } from './made-for.ts';

/**
 * A file that passed through a chat: a document on its way out, or what a person sent. An
 * attachment is a copy with a life of its own.
 */
export interface ChatFile extends KeptFile {
  channel: string;
  chatId: number;
  /** When it became a file of its chat. */
  sentAt: Date;
  /** Whom and what it was made for; undefined: any file of its chat. */
  madeFor?: MadeFor | undefined;
}

/** A file to be written down; its bytes are in the store already. */
export interface NewChatFile {
  /** The id it has to have; a new one when left out. */
  id?: string;
  channel: string;
  chatId: number;
  bytes: KeptBytes;
  at: Date;
  /** The person sent it. */
  received?: boolean;
  /** A link opens it until then. */
  expiresAt?: Date;
}

/**
 * Writes down a file of a chat. A second one with the same id changes nothing. The same bytes may
 * become a file of several chats.
 */
export async function addChatFile(
  prisma: PrismaClient,
  { id = randomUUID(), channel, chatId, bytes, at, received = false, expiresAt }: NewChatFile,
): Promise<ChatFile> {
  const { name, mime, size, storageKey } = bytes;
  const file = { id, channel, name, mime, size, storageKey };
  const madeFor = received ? undefined : currentMadeFor();
  await prisma.chatFile.createMany({
    data: {
      ...file,
      ...{ chatId, received, createdAt: at, expiresAt: expiresAt ?? null },
      ...(madeFor && { madeFor }),
    },
    skipDuplicates: true,
  });
  return { ...file, chatId, sentAt: at, madeFor };
}

/** Finds the file with this id in any chat, as long as it is stored. */
export async function findChatFile(prisma: PrismaClient, id: string): Promise<ChatFile | undefined> {
  const found = await prisma.chatFile.findUnique({ where: { id } });
  if (!found) return undefined;
  const { channel, chatId, name, mime, size, storageKey, createdAt } = found;
  return {
    ...{ id, channel, chatId: Number(chatId), name, mime, size, storageKey, sentAt: createdAt },
    madeFor: found.madeFor === null ? undefined : madeForOfRow.parse(found.madeFor),
  };
}

/** Finds the file with this id when it is one of this channel's. */
export async function findFileOfChannel(
  prisma: PrismaClient,
  channel: string,
  id: string,
): Promise<ChatFile | undefined> {
  const file = await findChatFile(prisma, id);
  return file?.channel === channel ? file : undefined;
}
