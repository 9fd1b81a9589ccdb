import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Logger } from 'pino';
import { addChatFile, type ChatFile, findFileOfChannel } from '../../chat-files/chat-files.ts';
import type { Clock } from '../../clock.ts';
import { DomainError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import { keepBytes } from '../../store/keep-bytes.ts';

const timeoutMs = 15_000;
/** The limit for attachments; larger files are cut off, and refused when they are attached. */
const mostBytes = 20 * 1024 * 1024 + 1;
const mostRedirects = 3;

/** The dependencies of fetching photos. */
export interface PhotoDeps {
  db: Pick<Database, 'pool' | 'prisma'>;
  files: FileStore;
  clock: Clock;
  log: Logger;
  /** Whether addresses without TLS are allowed: only where Zalo itself is a stand-in. */
  http: boolean;
}

/**
 * Photos that people send. A message is stored without waiting for its photo, but the photo is
 * fetched at once.
 */
export interface ZaloPhotos {
  /**
   * Records the address of a photo and begins to fetch it, because the address may expire. Returns
   * its file id, always the same for the same message.
   */
  note(photo: { messageId: string; chatId: number; address: string }): Promise<string>;
  /**
   * Finds the file of an id. It waits for a photo that is being fetched, and tries a failed one
   * once more. Throws `storage-full`.
   */
  find(id: string): Promise<ChatFile | undefined>;
}

/** Creates the store of photos. */
export function createZaloPhotos(deps: PhotoDeps): ZaloPhotos {
  const { db, clock, log } = deps;
  const { pool } = db;
  const onTheirWay = new Map<string, Promise<ChatFile | undefined>>();

  const bring = (id: string): Promise<ChatFile | undefined> => {
    const begun = onTheirWay.get(id);
    if (begun) return begun;
    const photo = fetchNoted(deps, id)
      .catch((error: unknown) => {
        log.warn(
          { reason: error instanceof Error ? error.name : 'unknown' },
          'a photo on Zalo could not be fetched',
        );
        // The photo stays recorded: sent or requested again, it is fetched once there is room.
        if (error instanceof DomainError) throw error;
        return undefined;
      })
      .finally(() => onTheirWay.delete(id));
    onTheirWay.set(id, photo);
    return photo;
  };

  return {
    async note({ messageId, chatId, address }) {
      const id = createHash('sha256').update(`zalo-photo\n${messageId}`).digest('hex').slice(0, 32);
      await pool.query(
        `INSERT INTO zalo_photo (id, chat_id, address, noted_at) SELECT $1, $2, $3, $4
         WHERE NOT EXISTS (SELECT 1 FROM chat_file WHERE id = $1) ON CONFLICT (id) DO NOTHING`,
        [id, chatId, address, clock.now()],
      );
      bring(id).catch(() => undefined);
      return id;
    },
    find: async (id) => (await findFileOfChannel(db.prisma, 'zalo', id)) ?? (await bring(id)),
  };
}

/** Undefined when no such photo is expected; throws when it cannot be fetched. */
async function fetchNoted(deps: PhotoDeps, id: string): Promise<ChatFile | undefined> {
  const { db, files, clock } = deps;
  const { rows } = await db.pool.query<{ chatId: number; address: string }>(
    'SELECT chat_id AS "chatId", address FROM zalo_photo WHERE id = $1',
    [id],
  );
  const [noted] = rows;
  // Another process may have just fetched it.
  if (!noted) return await findFileOfChannel(db.prisma, 'zalo', id);
  const body = await open(noted.address, deps.http);
  const bytes = await keepBytes(files, 'links', 'anh.jpg', Readable.from(atMost(body)));
  const at = clock.now();
  await addChatFile(db.prisma, { id, channel: 'zalo', chatId: noted.chatId, bytes, at, received: true });
  await db.pool.query('DELETE FROM zalo_photo WHERE id = $1', [id]);
  const kept = await findFileOfChannel(db.prisma, 'zalo', id);
  // Another process was faster: these bytes belong to no file.
  if (kept?.storageKey !== bytes.storageKey) await files.remove(bytes.storageKey);
  return kept;
}

/**
 * Follows redirects by hand: none may lead from https to machines in the local network, which use
 * plain http.
 */
async function open(address: string, http: boolean): Promise<ReadableStream<Uint8Array>> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = new URL(address);
  for (let hop = 0; hop <= mostRedirects; hop++) {
    if (url.protocol !== 'https:' && !(http && url.protocol === 'http:'))
      throw new Error('not an https address');
    const response = await fetch(url, { signal, redirect: 'manual' });
    const location =
      response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) {
      if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
      return response.body;
    }
    await response.body?.cancel();
    url = new URL(location, url);
  }
  throw new Error('too many redirects');
}

async function* atMost(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    yield chunk;
    if (size > mostBytes) return;
  }
}
