import type pg from 'pg';
import type { Pack } from 'tar-stream';
import { FileMissing, type FileStore } from '../files.ts';
import { packStream } from './pack-text.ts';
import { selectStoredKeys } from './stored-keys.ts';

/**
 * Adds every file that a row of the snapshot names. None is removed during that time: see
 * `removals.ts`.
 */
export async function packFiles(
  archive: Pack,
  reader: pg.Client,
  files: FileStore,
): Promise<{ files: number; missing: number }> {
  const keys = await selectStoredKeys(reader);
  let packed = 0;
  let missing = 0;
  if (!keys) return { files: 0, missing: 0 };
  await reader.query(`declare stored_keys no scroll cursor for ${keys}`);
  for (;;) {
    const { rows } = await reader.query<{ key: string }>('fetch 200 from stored_keys');
    if (rows.length === 0) return { files: packed, missing };
    for (const { key } of rows) {
      try {
        const size = await files.size(key);
        await packStream(archive, `files/${key}`, size, await files.get(key));
        packed += 1;
      } catch (error) {
        if (!(error instanceof FileMissing)) throw error;
        missing += 1;
      }
    }
  }
}
