import { addChatFile, type ChatFile, findChatFile } from '../chat-files/chat-files.ts';
import type { Clock } from '../clock.ts';
import type { WantedFiles } from '../drafts/expecting.ts';
import type { Locale } from '../i18n.ts';
import { hasLostAccess } from '../people/lost-access.ts';
import type { Database } from '../store/database.ts';
import type { KeptBytes } from '../store/keep-bytes.ts';
import { isStillFor, writeBinding } from './file-binding.ts';
import { readExpiry, readFileId, readFileToken, writeFileToken } from './file-token.ts';
import { loadLinkKey } from './key.ts';
import { readUploadToken, type UploadToken, writeUploadToken } from './upload-token.ts';

const fileDays = 7;
const uploadDays = 3;
const dayMs = 86_400_000;

/** The path of file links below PUBLIC_URL. */
export const fileLinkPath = '/tep';
/** The path of upload links below PUBLIC_URL. */
export const uploadLinkPath = '/tai-len';

/** Tells whether a path is that of a signed link, which needs no other permission. */
export function isSignedLink(path: string): boolean {
  return path.startsWith(`${fileLinkPath}/`) || path.startsWith(`${uploadLinkPath}/`);
}

/** The links that replace files in a chat without files. */
export interface PlainLinks {
  /** How long a file's link works, in days. */
  fileDays: number;
  /** Stores a file of this chat. */
  keep(chat: { channel: string; chatId: number }, bytes: KeptBytes): Promise<ChatFile>;
  /** Finds the file with this id. */
  find(id: string): Promise<ChatFile | undefined>;
  /** Returns the address of the file. */
  fileAddress(file: ChatFile): Promise<string>;
  /** Returns the address of a page that takes files for this draft and question. */
  uploadAddress(
    chat: { channel: string; chatId: number },
    wanted: WantedFiles,
    locale: Locale,
  ): Promise<string>;
}

/** The file of a link, as long as it is kept. */
export type OpenedLink = { file: ChatFile; expired: boolean } | { file?: undefined; expired: true };

/** Makes and reads signed links. Links expire by the app's clock. */
export interface Links extends PlainLinks {
  /** Tells whether the person who got the file has lost access to it. */
  isRevoked(file: ChatFile): Promise<boolean>;
  /**
   * Reads a token and finds its file; undefined when the token is not that of this file. Without a
   * file it has expired, and the file was erased since.
   */
  openFile(token: string): Promise<OpenedLink | undefined>;
  readUpload(token: string): Promise<(UploadToken & { expired: boolean }) | undefined>;
}

/**
 * Creates the signed links to this server at `publicUrl`. It has no slash at its end, and may be
 * known only once the server listens. The key is read from the database at first use.
 */
export function createSignedLinks(deps: {
  db: Pick<Database, 'pool' | 'prisma'>;
  clock: Clock;
  publicUrl: () => string;
}): Links {
  const { db, clock, publicUrl } = deps;
  const { pool } = db;
  let known: Promise<Buffer> | undefined;
  const key = () => {
    known ??= loadLinkKey(pool).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const inDays = (days: number) => Math.floor((clock.now().getTime() + days * dayMs) / 1000);
  const isPast = (expires: number) => clock.now().getTime() > expires * 1000;
  const withExpiry = <T extends { expires: number }>(token: T | undefined) =>
    token && { ...token, expired: isPast(token.expires) };

  return {
    fileDays,
    async keep(chat, bytes) {
      const at = clock.now();
      // A day longer than its link, so that a download of the last hour can end.
      const expiresAt = new Date(at.getTime() + (fileDays + 1) * dayMs);
      return await addChatFile(db.prisma, { ...chat, bytes, at, expiresAt });
    },
    find: (id) => findChatFile(db.prisma, id),
    isRevoked: async (file) => (await hasLostAccess(pool, file)) || !(await isStillFor(db, file)),
    async openFile(token) {
      const id = readFileId(token);
      const file = id === undefined ? undefined : await findChatFile(db.prisma, id);
      if (!file) return isPast(readExpiry(token) ?? Number.POSITIVE_INFINITY) ? { expired: true } : undefined;
      const read = withExpiry(readFileToken(await key(), token, writeBinding(file)));
      return read && { file, expired: read.expired };
    },
    async fileAddress(file) {
      const read = { id: file.id, expires: inDays(fileDays) };
      const token = writeFileToken(await key(), read, writeBinding(file));
      return `${publicUrl()}${fileLinkPath}/${token}/${encodeURIComponent(file.name)}`;
    },
    async uploadAddress({ channel, chatId }, wanted, locale) {
      const token = writeUploadToken(await key(), {
        channel,
        chatId,
        locale,
        draftId: wanted.draftId,
        rev: wanted.rev,
        max: wanted.max,
        part: wanted.part,
        arrived: wanted.arrived,
        expires: inDays(uploadDays),
      });
      return `${publicUrl()}${uploadLinkPath}/${token}`;
    },
    readUpload: async (token) => withExpiry(readUploadToken(await key(), token)),
  };
}
