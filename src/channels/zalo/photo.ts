import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { addLinkedFile, findLinkedFile } from '../../links/linked-files.ts';
import type { FileStore } from '../../store/files.ts';
import { keepBytes } from '../bot-api/keep-bytes.ts';

const timeoutMs = 15_000;
/** What may be attached; more is cut off and refused where it is attached. */
const mostBytes = 20 * 1024 * 1024 + 1;
/** Attachments are copied when they are attached; a photo that no question asked for need not stay long. */
const keptDays = 8;

export interface PhotoDeps {
  pool: Pool;
  files: FileStore;
  clock: Clock;
  log: Logger;
}

/** The file id of the photo of a message: the same message always gives the same. */
export function photoIdOf(messageId: string): string {
  return createHash('sha256').update(`zalo-photo\n${messageId}`).digest('hex').slice(0, 32);
}

/**
 * Fetches a photo at once, because its address may expire, and keeps it as a file of this chat. Returns its file id and
 * size; when it cannot be fetched, the id leads nowhere and the form asks for it again.
 */
export async function fetchPhoto(
  deps: PhotoDeps,
  photo: { messageId: string; chatId: number; address: string },
): Promise<{ id: string; size: number | undefined }> {
  const { pool, files, clock, log } = deps;
  const id = photoIdOf(photo.messageId);
  const known = await findLinkedFile(pool, id);
  if (known) return { id, size: known.size };
  try {
    const url = new URL(photo.address);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('not a web address');
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    const bytes = await keepBytes(files, 'links', 'anh.jpg', Readable.from(atMost(response.body)));
    const at = clock.now();
    const expires = new Date(at.getTime() + keptDays * 86_400_000);
    await addLinkedFile(pool, { ...bytes, id, channel: 'zalo', chatId: photo.chatId, at, expires });
    return { id, size: bytes.size };
  } catch (error) {
    log.warn(
      { reason: error instanceof Error ? error.name : 'unknown' },
      'a photo on Zalo could not be fetched',
    );
    return { id, size: undefined };
  }
}

async function* atMost(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    yield chunk;
    if (size > mostBytes) return;
  }
}
