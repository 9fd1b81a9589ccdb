import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { type Clock, realClock } from '../clock.ts';
import { type Migration, migrationsFolder, readMigrations } from './migration-folder.ts';
import { everything, migrationList, withSchemaEngine } from './schema-engine.ts';
import { startThrowAway } from './start-throw-away.ts';

const schemaFile = join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma');

/**
 * Computes the SQL that leads from the given migrations to prisma/schema.prisma; undefined when
 * they agree. `url` is any database of a server on which another one may be made for a moment.
 */
export async function findSchemaDifference(
  url: string,
  migrations: Migration[],
): Promise<string | undefined> {
  const content = await readFile(schemaFile, 'utf8');
  const { exitCode, stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrationList(migrations, migrationsFolder) },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: true,
      filters: everything,
    }),
  );
  return exitCode === 2 ? (stdout ?? undefined) : undefined;
}

/**
 * Runs `npm run db:migration NAME`: writes the next migration into prisma/migrations, for review
 * and commit.
 */
async function writeMigration(name: string, clock: Clock): Promise<string> {
  const embedded = await startThrowAway(pino({ level: 'warn' }));
  try {
    const sql = await findSchemaDifference(embedded.url, await readMigrations());
    if (!sql) return 'the migrations already lead to prisma/schema.prisma: nothing to write';
    const time = clock.now().toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const folder = `${time}_${name}`;
    await mkdir(join(migrationsFolder, folder), { recursive: true });
    await writeFile(join(migrationsFolder, folder, 'migration.sql'), sql);
    await writeFile(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
    return `written: prisma/migrations/${folder}/migration.sql (read it before you commit it)`;
  } finally {
    await embedded.stop();
  }
}

if (import.meta.main) {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
    console.error(
      'usage: npm run db:migration NAME (small letters, digits, _ and -), such as add_unit_address',
    );
    process.exitCode = 2;
  } else {
    console.log(await writeMigration(name, realClock));
  }
}
