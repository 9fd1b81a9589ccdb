import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of this app's migrations. */
export const migrationsFolder = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

/** One migration on disk. */
export interface Migration {
  /** Name of its folder, which begins with its time: migrations are applied in this order. */
  name: string;
  sql: string;
}

/** Reads the migrations of a folder in their order; none when the folder is missing. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  );
}
