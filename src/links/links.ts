import { addChatFile, findChatFile } from '../chat-files/chat-files.ts';
import type { Clock } from '../clock.ts';
import type { WantedFiles } from '../drafts/expecting.ts';
import type { Locale } from '../i18n.ts';
import { lostAccess } from '../people/lost-access.ts';
import type { Database } from '../store/database.ts';
import type { KeptBytes, KeptFile } from '../store/keep-bytes.ts';
import { type FileToken, readFileToken, writeFileToken } from './file-token.ts';
import { linkKey } from './key.ts';
import { readUploadToken, type UploadToken, writeUploadToken } from './upload-token.ts';

const fileDays = 7;
const uploadDays = 3;
const dayMs = 86_400_000;

/** Paths of the links below PUBLIC_URL. */
export const filePath = '/tep';
export const uploadPath = '/tai-len';

/** Whether a path is one of theirs: it carries its own right to be there. */
export function isSignedLink(path: string): boolean {
  return path.startsWith(`${filePath}/`) || path.startsWith(`${uploadPath}/`);
}

/** Links that stand for what the chat cannot carry. */
export interface PlainLinks {
  /** How long the link of a file works, in days. */
  fileDays: number;
  /** Keeps a file of this chat. */
  keep(chat: { channel: string; chatId: number }, bytes: KeptBytes): Promise<KeptFile>;
  /** The file with this id. */
  find(id: string): Promise<KeptFile | undefined>;
  /** Address of the file. */
  fileAddress(file: KeptFile): Promise<string>;
  /** Address of a page that takes files for this draft and question. */
  uploadAddress(
    chat: { channel: string; chatId: number },
    wanted: WantedFiles,
    locale: Locale,
  ): Promise<string>;
}

/** Makes and reads signed links. `expired` by the house's clock. */
export interface Links extends PlainLinks {
  /** Whether the person to whom the file was sent may open it no more. */
  isRevoked(id: string): Promise<boolean>;
  readFile(token: string): Promise<(FileToken & { expired: boolean }) | undefined>;
  readUpload(token: string): Promise<(UploadToken & { expired: boolean }) | undefined>;
}

/**
 * Signed links to this server at `publicUrl` (no slash at its end; a function where it is known
 * only once it listens). The key is read from the database at first use.
 */
export function signedLinks(deps: {
  db: Pick<Database, 'pool' | 'prisma'>;
  clock: Clock;
  publicUrl: string | (() => string);
}): Links {
  const { clock, publicUrl } = deps;
  const { pool, prisma } = deps.db;
  const root = typeof publicUrl === 'string' ? () => publicUrl : publicUrl;
  let known: Promise<Buffer> | undefined;
  const key = () => {
    known ??= linkKey(pool).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const inDays = (days: number) => Math.floor((clock.now().getTime() + days * dayMs) / 1000);
  const withExpiry = <T extends { expires: number }>(token: T | undefined) =>
    token && { ...token, expired: clock.now().getTime() > token.expires * 1000 };

  return {
    fileDays,
    async keep(chat, bytes) {
      const at = clock.now();
      // A day longer than its link, so that the last hour's download ends well.
      const expiresAt = new Date(at.getTime() + (fileDays + 1) * dayMs);
      return await addChatFile(prisma, { ...chat, bytes, at, expiresAt });
    },
    find: (id) => findChatFile(prisma, id),
    async isRevoked(id) {
      const file = await findChatFile(prisma, id);
      return file !== undefined && (await lostAccess(pool, file));
    },
    async fileAddress(file: KeptFile) {
      const token = writeFileToken(await key(), { id: file.id, expires: inDays(fileDays) });
      return `${root()}${filePath}/${token}/${encodeURIComponent(file.name)}`;
    },
    async uploadAddress({ channel, chatId }, wanted, locale) {
      const token = writeUploadToken(await key(), {
        channel,
        chatId,
        locale,
        draftId: wanted.draftId,
        rev: wanted.rev,
        max: wanted.max,
        arrived: wanted.arrived,
        expires: inDays(uploadDays),
      });
      return `${root()}${uploadPath}/${token}`;
    },
    readFile: async (token) => withExpiry(readFileToken(await key(), token)),
    readUpload: async (token) => withExpiry(readUploadToken(await key(), token)),
  };
}
