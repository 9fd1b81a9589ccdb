import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { freshDatabase } from '../support/database.ts';

it.each([
  ['rehearsal', 'production'],
  ['production', 'rehearsal'],
])('a %s is never started as a %s', async (first, second) => {
  const database = await freshDatabase({ poolSize: 2 });
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-mode-'));
  const start = (mode: string) =>
    startApp({
      config: readConfig({ MODE: mode, DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: '0' }),
      log: createLog('silent'),
    });
  try {
    await (await start(first)).stop();
    await expect(start(second)).rejects.toThrow(`this database holds a ${first}, not a ${second}`);
    await (await start(first)).stop();
  } finally {
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
