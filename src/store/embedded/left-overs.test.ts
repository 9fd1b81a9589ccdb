import { chmod, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from '../embedded.ts';
import { sharedFolder } from './binaries.ts';
import { describeLeftOvers, findLeftOvers, removeLeftOver } from './left-overs.ts';

const log = pino({ level: 'silent' });
let place: string;
const made = new Set<string>();
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'dht-left-'));
  // Only root may enter: the database is made below the shared folder.
  await chmod(place, 0o700);
});
afterEach(async () => {
  for (const folder of made)
    if (folder.startsWith(sharedFolder)) await rm(folder, { recursive: true, force: true });
  await rm(place, { recursive: true, force: true });
});

async function start(dataDir: string) {
  const embedded = await startEmbedded({ dataDir, log });
  made.add(embedded.folder);
  return embedded;
}

const ofThisTest = async (dataDir?: string) =>
  (await findLeftOvers(dataDir)).filter(({ folder }) => made.has(folder));

describe.runIf(process.getuid?.() === 0)('databases below the shared folder', () => {
  it('are left over once their DATA_DIR is gone: listed with size and owner, removable', async () => {
    const dataDir = join(place, 'data');
    const embedded = await start(dataDir);
    expect(embedded.folder.startsWith(sharedFolder)).toBe(true);
    expect(await ofThisTest()).toEqual([]);
    await embedded.stop();
    await rm(dataDir, { recursive: true });

    const [leftOver, ...others] = await ofThisTest();
    expect(others).toEqual([]);
    expect(leftOver).toMatchObject({ folder: embedded.folder, kind: 'gone', dataDir, pid: undefined });
    expect(leftOver?.bytes).toBeGreaterThan(1e6);
    if (!leftOver) return;
    expect(describeLeftOvers([leftOver]).join('\n')).toContain(`${embedded.folder}  `);
    await removeLeftOver(leftOver);
    expect(await ofThisTest()).toEqual([]);
  });

  it('are not left over when DATA_DIR was moved and started from its new place', async () => {
    const embedded = await start(join(place, 'data'));
    await embedded.stop();
    await rename(join(place, 'data'), join(place, 'moved'));
    expect(await ofThisTest()).toMatchObject([{ kind: 'gone' }]);
    await (await start(join(place, 'moved'))).stop();
    expect(await ofThisTest()).toEqual([]);
  });

  it('are left over when DATA_DIR was removed and made again', async () => {
    const dataDir = join(place, 'data');
    const first = await start(dataDir);
    await first.stop();
    await rm(dataDir, { recursive: true });
    const second = await start(dataDir);
    expect(await ofThisTest(dataDir)).toMatchObject([{ folder: first.folder, kind: 'gone', dataDir }]);
    await second.stop();
  });

  it('of an earlier release, without a note, are listed as unknown and kept', async () => {
    const folder = await mkdtemp(join(sharedFolder, '0123456789ab-'));
    made.add(folder);
    await mkdir(join(folder, 'cluster'));
    expect(await ofThisTest()).toMatchObject([{ folder, kind: 'unknown', dataDir: undefined }]);
  });

  it('with a running server are listed with it; it is ended when they are removed', async () => {
    const dataDir = join(place, 'data');
    const embedded = await start(dataDir);
    await rm(dataDir, { recursive: true });
    const [leftOver] = await ofThisTest();
    expect(leftOver?.pid).toBeGreaterThan(0);
    await embedded.stop();
    if (leftOver) await removeLeftOver({ ...leftOver, pid: undefined });
    await expect(stat(embedded.folder)).rejects.toThrow('ENOENT');
  });
});
