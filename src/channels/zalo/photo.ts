import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Logger } from 'pino';
import { addChatFile, findFileOfChannel } from '../../chat-files/chat-files.ts';
import type { Clock } from '../../clock.ts';
import { DomainError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { KeptFile } from '../../store/keep-bytes.ts';
import { keepBytes } from '../../store/keep-bytes.ts';

const timeoutMs = 15_000;
/** What may be attached; more is cut off and refused where it is attached. */
const mostBytes = 20 * 1024 * 1024 + 1;
const mostRedirects = 3;

export interface PhotoDeps {
  db: Pick<Database, 'pool' | 'prisma'>;
  files: FileStore;
  clock: Clock;
  log: Logger;
  /** Addresses without TLS too: only where Zalo itself is a stand-in. */
  http: boolean;
}

/**
 * Photos that people send: a message is stored without waiting for its photo, which is fetched at
 * once all the same.
 */
export interface ZaloPhotos {
  /**
   * Remembers where a photo is and begins to fetch it, because its address may expire. Its file id,
   * the same for the same message.
   */
  note(photo: { messageId: string; chatId: number; address: string }): Promise<string>;
  /**
   * The file behind an id. A photo that is on its way is waited for; one that could not be fetched
   * is tried once more. Throws `storage-full`.
   */
  find(id: string): Promise<KeptFile | undefined>;
}

export function zaloPhotos(deps: PhotoDeps): ZaloPhotos {
  const { clock, log } = deps;
  const { pool, prisma } = deps.db;
  const onTheirWay = new Map<string, Promise<KeptFile | undefined>>();

  const bring = (id: string): Promise<KeptFile | undefined> => {
    const begun = onTheirWay.get(id);
    if (begun) return begun;
    const photo = fetchNoted(deps, id)
      .catch((error: unknown) => {
        log.warn(
          { reason: error instanceof Error ? error.name : 'unknown' },
          'a photo on Zalo could not be fetched',
        );
        // The photo stays noted: sent again, or asked for again, it is fetched once there is room.
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
    find: async (id) => (await findFileOfChannel(prisma, 'zalo', id)) ?? (await bring(id)),
  };
}

/** Undefined when no such photo is waited for; throws when it cannot be fetched. */
async function fetchNoted(deps: PhotoDeps, id: string): Promise<KeptFile | undefined> {
  const { db, files, clock } = deps;
  const { rows } = await db.pool.query<{ chatId: number; address: string }>(
    'SELECT chat_id AS "chatId", address FROM zalo_photo WHERE id = $1',
    [id],
  );
  const [noted] = rows;
  // Perhaps another process has just brought it.
  if (!noted) return await findFileOfChannel(db.prisma, 'zalo', id);
  const body = await open(noted.address, deps.http);
  const bytes = await keepBytes(files, 'links', 'anh.jpg', Readable.from(atMost(body)));
  const at = clock.now();
  await addChatFile(db.prisma, { id, channel: 'zalo', chatId: noted.chatId, bytes, at, received: true });
  await db.pool.query('DELETE FROM zalo_photo WHERE id = $1', [id]);
  const kept = await findFileOfChannel(db.prisma, 'zalo', id);
  // Another process was faster: these bytes are nobody's.
  if (kept?.storageKey !== bytes.storageKey) await files.remove(bytes.storageKey);
  return kept;
}

/**
 * Follows redirects by hand: none may lead from https to this machine's own neighbours, who speak
 * no https.
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
