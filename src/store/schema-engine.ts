import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { z } from 'zod';
import type { Migration } from './migration-folder.ts';

/** All tables and enums of the database are ours. */
export const everything = { externalTables: [], externalEnums: [] };

/**
 * Opens Prisma's schema engine on a database, runs `work` with it, and closes it. It is the
 * WebAssembly build, so nothing is downloaded. Errors carry the engine's own messages.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  // The engine does not close the connections it opened.
  const opened: Opened[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory(adaptForEngine(url, opened));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    for (const connection of opened.reverse()) await connection.close();
  }
}

interface Opened {
  close(): Promise<void>;
}

/** Builds the migrations in the engine's format. */
export function migrationList(migrations: Migration[], baseDir: string): MigrationList {
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

let loaded: Promise<typeof import('@prisma/schema-engine-wasm/schema_engine_bg')> | undefined;

function loadEngine() {
  loaded ??= (async () => {
    const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
    const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bytes = await readFile(path.replace(/\.js$/, '.wasm'));
    const imports = Object.fromEntries(
      Object.entries(glue).filter(([, value]) => typeof value === 'function'),
    );
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports });
    glue.__wbg_set_wasm(instance.exports);
    startable.parse(instance.exports).__wbindgen_start();
    return glue;
  })();
  return loaded;
}

// TypeScript keeps the types of WebAssembly with those of the browser, which this process is not.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: object } }>;
};

const startable = z.looseObject({ __wbindgen_start: z.custom<() => void>((f) => typeof f === 'function') });

/**
 * Wraps Prisma's adapter for pg to correct three gaps: it splits scripts at every semicolon, also
 * inside a comment, a text or a function; it does not know a type used in all of PostgreSQL's
 * catalogues; and it drops the shadow database before leaving it.
 */
function adaptForEngine(url: string, opened: Opened[]): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url, opened),
    connectToShadowDb: async () => {
      const name = `shadow_${crypto.randomUUID().replaceAll('-', '')}`;
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      opened.push({ close: () => admin.end() });
      await admin.query(`CREATE DATABASE ${name}`);
      opened.push({
        close: async () => {
          await admin.query(`DROP DATABASE ${name}`);
        },
      });
      const shadowUrl = new URL(url);
      shadowUrl.pathname = `/${name}`;
      return connect(shadowUrl.href, opened);
    },
  };
}

async function connect(url: string, opened: Opened[]): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'dien-hinh migrate' });
  opened.push({ close: () => pool.end() });
  const characters: Characters = new WeakMap();
  const adapter = await new PrismaPg(readCharactersAsText(pool, characters)).connect();
  const read = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await read(query);
    for (const column of characters.get(result.rows) ?? []) {
      result.columnTypes[column] = ColumnTypeEnum.Character;
    }
    return result;
  };
  // PostgreSQL runs a whole script at once, and applies all of it or nothing.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  adapter.dispose = async () => {};
  return adapter;
}

/** Maps the rows of a result to its columns of the catalogues' one-byte type "char". */
type Characters = WeakMap<object, number[]>;

/** A pool that reports columns of type "char" as text, and records which they were. */
function readCharactersAsText(pool: pg.Pool, characters: Characters): pg.Pool {
  return new Proxy(pool, {
    get(target, key) {
      if (key !== 'query') return Reflect.get(target, key, target);
      return async (query: pg.QueryConfig) => {
        const result = await target.query(query);
        const columns: number[] = [];
        for (const [column, field] of result.fields.entries()) {
          if (field.dataTypeID !== pg.types.builtins.CHAR) continue;
          field.dataTypeID = pg.types.builtins.TEXT;
          columns.push(column);
        }
        characters.set(result.rows, columns);
        return result;
      };
    },
  });
}
