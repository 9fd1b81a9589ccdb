import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pack } from 'tar-stream';

/** Adds an entry that is in memory. */
export function packText(archive: Pack, name: string, content: string | Buffer): Promise<void> {
  const bytes = Buffer.from(content);
  return packStream(
    archive,
    name,
    bytes.length,
    bytes.length > 0 ? Readable.from([bytes]) : Readable.from([]),
  );
}

/** Adds an entry of `size` bytes from a stream, as fast as the archive is written. */
export async function packStream(
  archive: Pack,
  name: string,
  size: number,
  content: Readable,
): Promise<void> {
  const sink = archive.entry({ name, size, mode: 0o600, mtime: new Date(0) });
  const closed = once(sink, 'close');
  await pipeline(content, sink);
  // The next entry begins after the end of this one.
  await closed;
}
