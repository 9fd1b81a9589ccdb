import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { z } from 'zod';
import { readMigrations } from '../migration-folder.ts';
import {
  type BackupEnd,
  type BackupHeader,
  backupEndSchema,
  backupFormat,
  backupHeaderSchema,
} from './contents.ts';
import { BackupError } from './error.ts';
import { createUnseal, sealMark } from './seal.ts';

/** One entry of a backup. Its content must be read to the end before the next entry. */
export interface BackupEntry {
  name: string;
  content: Readable;
}

/**
 * Reads a backup entry by entry. Throws `BackupError` when the file is unreadable, is not a backup,
 * is cut short or damaged, or the passphrase is wrong.
 */
export async function* readEntries(
  path: string,
  passphrase: string | undefined,
): AsyncGenerator<BackupEntry> {
  const sealed = await isSealed(path);
  const archive = extract();
  let failure: unknown;
  const feeding = pipeline([
    createReadStream(path),
    ...(sealed ? [createUnseal(passphrase)] : []),
    createGunzip(),
    archive,
  ]).catch((error: unknown) => {
    failure ??= error;
    archive.destroy(error instanceof Error ? error : undefined);
  });
  // A reader of an entry gets the error of a broken file there, not here.
  const explained = async function* (entry: AsyncIterable<unknown>) {
    try {
      yield* entry;
    } catch (error) {
      await feeding;
      throw explain(failure ?? error, path);
    }
  };
  try {
    for await (const entry of archive) {
      yield { name: entry.header.name, content: Readable.from(explained(entry)) };
    }
    await feeding;
  } catch (error) {
    throw explain(failure ?? error, path);
  }
  if (failure) throw explain(failure, path);
}

/**
 * Reads a whole backup without changing anything. It checks header, every table against its
 * checksum, every file, and the end. Throws `BackupError` also when a newer release made it.
 */
export async function verifyBackup(
  path: string,
  passphrase: string | undefined,
): Promise<{ header: BackupHeader; end: BackupEnd }> {
  let header: BackupHeader | undefined;
  let end: BackupEnd | undefined;
  const digests = new Map<string, ReturnType<typeof createHash>>();
  let files = 0;
  for await (const { name, content } of readEntries(path, passphrase)) {
    // The end must be the last entry: anything after it was added later.
    if (end) throw new BackupError(`${path} is damaged: something stands behind its end`);
    if (!header) {
      header = await readHeader(path, name, content);
      continue;
    }
    if (name === 'end.json') {
      end = parse(backupEndSchema, await readText(content, path), path);
      continue;
    }
    const table = /^tables\/([^/]+)\/\d+$/.exec(name)?.[1];
    const digest = table === undefined ? undefined : (digests.get(table) ?? createHash('sha256'));
    if (table !== undefined && digest) digests.set(table, digest);
    if (name.startsWith('files/')) files += 1;
    for await (const chunk of content) digest?.update(chunk);
  }
  if (!header) throw new BackupError(`${path} is no backup of this program`);
  if (!end) throw new BackupError(`${path} is cut short: its end is missing`);
  for (const { name } of header.tables) {
    const found = (digests.get(name) ?? createHash('sha256')).digest('hex');
    if (found !== end.tables[name]?.sha256)
      throw new BackupError(`${path} is damaged: table ${name} is not as it was`);
  }
  if (files !== end.files)
    throw new BackupError(`${path} is damaged: it holds ${files} of ${end.files} files`);
  return { header, end };
}

async function readHeader(path: string, name: string, content: Readable): Promise<BackupHeader> {
  if (name !== 'header.json') throw new BackupError(`${path} is no backup of this program`);
  const said: unknown = readJson(await readText(content, path), path);
  const newer = (version: unknown) =>
    new BackupError(`${path} was made by a newer release (${version}): update the program first`);
  // A later format may have a completely different header.
  const about = backupHeaderSchema.pick({ app: true, format: true }).safeParse(said);
  if (!about.success) throw new BackupError(`${path} is no backup of this program`);
  if (about.data.format > backupFormat) throw newer(`format ${about.data.format}`);
  const header = backupHeaderSchema.safeParse(said);
  if (!header.success) throw new BackupError(`${path} is damaged: its header cannot be read`);
  const known = new Set((await readMigrations()).map((migration) => migration.name));
  if (header.data.migrations.some((migration) => !known.has(migration))) throw newer(header.data.version);
  return header.data;
}

/** Maximum size in bytes: larger than the list of every table of any release. */
const largestText = 16_000_000;

async function readText(content: Readable, path: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > largestText) throw new BackupError(`${path} is damaged: its list is larger than any`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function isSealed(path: string): Promise<boolean> {
  const start = Buffer.alloc(sealMark.length);
  try {
    // Opening a pipe would wait for its writer, perhaps without end.
    if (!(await stat(path)).isFile()) throw new BackupError(`${path} is not a file`);
    const file = await open(path, 'r');
    const { bytesRead } = await file.read(start, 0, start.length, 0).finally(() => file.close());
    if (bytesRead === start.length && start.equals(sealMark)) return true;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    throw new BackupError(`${path} cannot be read (${code})`, { cause: error });
  }
  if (start[0] === 0x1f && start[1] === 0x8b) return false;
  throw new BackupError(`${path} is no backup of this program`);
}

function readJson(said: string, path: string): unknown {
  try {
    return JSON.parse(said);
  } catch (error) {
    throw new BackupError(`${path} is no backup of this program`, { cause: error });
  }
}

function parse<T>(schema: z.ZodType<T>, said: string, path: string): T {
  const parsed = schema.safeParse(readJson(said, path));
  if (!parsed.success) throw new BackupError(`${path} is damaged: its end cannot be read`);
  return parsed.data;
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof BackupError) {
    return error.message.startsWith('the file ')
      ? new BackupError(error.message.replace('the file', path), { cause: error })
      : error;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  if (code.startsWith('Z_') || /tar|unexpected end|premature close/i.test(message)) {
    return new BackupError(`${path} is cut short or damaged`, { cause: error });
  }
  return error;
}
