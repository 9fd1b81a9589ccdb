import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { type MovableClock, stoppedClock } from '../clock.ts';
import { readBackupState } from '../store/backup/history.ts';
import { verifyBackup } from '../store/backup/read-backup.ts';
import { openFiles } from '../store/files.ts';
import { findLastNight, type NightlyBackups, startNightlyBackups } from './nightly-backup.ts';

const zone = 'Asia/Ho_Chi_Minh';

describe('the night whose backup is due', () => {
  it.each([
    ['2021-08-18T01:29+07:00', '01:30', '2021-08-17'],
    ['2021-08-18T01:30+07:00', '01:30', '2021-08-18'],
    ['2021-08-18T23:59+07:00', '01:30', '2021-08-18'],
    ['2021-08-18T00:00+07:00', '00:00', '2021-08-18'],
    ['2021-08-18T22:00+07:00', '23:15', '2021-08-17'],
    // The day of the plan's zone, not of UTC.
    ['2021-08-17T18:30Z', '01:30', '2021-08-18'],
    ['2022-01-01T00:10+07:00', '01:30', '2021-12-31'],
  ])('at %s, with backups at %s, is %s', (now, at, night) => {
    expect(findLastNight(new Date(now), at, zone)).toBe(night);
  });
});

let place: string;
let db: TestDatabase;
let clock: MovableClock;
const running: NightlyBackups[] = [];
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'dht-nightly-'));
  db = await freshDatabase({ poolSize: 6 });
  clock = stoppedClock(new Date('2021-08-18T10:00+07:00'));
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await db.drop();
  await rm(place, { recursive: true, force: true });
});

function start(more: { folder?: string; passphrase?: string } = {}): NightlyBackups {
  const nightly = startNightlyBackups({
    folder: more.folder ?? join(place, 'backups'),
    at: '01:30',
    passphrase: more.passphrase,
    db,
    files: openFiles({ dataDir: join(place, 'data') }),
    clock,
    zone,
    log: pino({ level: 'silent' }),
  });
  running.push(nightly);
  return nightly;
}

const kept = () => readdir(join(place, 'backups'));
const rowsOf = async () => (await db.pool.query('select night, error from backup order by night')).rows;

describe('nightly backups', () => {
  it('are made at once after a missed night, and once a night', async () => {
    const nightly = start();
    await nightly.look();
    expect(await kept()).toEqual(['dien-hinh-2021-08-18.tar.gz']);
    clock.set(new Date('2021-08-19T01:29+07:00'));
    await nightly.look();
    expect(await kept()).toHaveLength(1);
    clock.set(new Date('2021-08-19T01:31+07:00'));
    await nightly.look();
    await nightly.look();
    expect(await kept()).toEqual(['dien-hinh-2021-08-18.tar.gz', 'dien-hinh-2021-08-19.tar.gz']);
    expect(await rowsOf()).toHaveLength(2);
  });

  it('are made by one of several instances', async () => {
    await Promise.all([start(), start(), start()].map((one) => one.look()));
    expect(await kept()).toEqual(['dien-hinh-2021-08-18.tar.gz']);
    expect(await rowsOf()).toHaveLength(1);
    expect((await readBackupState(db.prisma)).last?.at).toEqual(clock.now());
  });

  it('keep the last 14, and leave files of others alone', async () => {
    const nightly = start();
    await nightly.look();
    await writeFile(join(place, 'backups', 'by-hand.tar.gz'), '');
    for (let night = 1; night <= 15; night++) {
      clock.set(new Date(clock.now().getTime() + 86_400_000));
      await nightly.look();
    }
    const names = (await kept()).sort();
    expect(names).toHaveLength(15);
    expect(names).toContain('by-hand.tar.gz');
    expect(names).toContain('dien-hinh-2021-09-02.tar.gz');
    expect(names).not.toContain('dien-hinh-2021-08-19.tar.gz');
  });

  it('are encrypted with a passphrase', async () => {
    await start({ passphrase: 'một câu thật dài' }).look();
    const path = join(place, 'backups', 'dien-hinh-2021-08-18.sealed');
    expect((await verifyBackup(path, 'một câu thật dài')).header.madeAt).toBe(clock.now().toISOString());
    await expect(verifyBackup(path, undefined)).rejects.toThrow('is encrypted');
  });

  it('that fail are reported by a code, and tried again after an hour', async () => {
    const folder = join(place, 'backups');
    await writeFile(folder, 'a file where the folder was');
    const nightly = start();
    await nightly.look();
    expect(await readBackupState(db.prisma)).toEqual({ failed: { at: clock.now(), error: 'EEXIST' } });
    await rm(folder);
    clock.set(new Date(clock.now().getTime() + 59 * 60_000));
    await nightly.look();
    expect((await readBackupState(db.prisma)).last).toBeUndefined();
    clock.set(new Date(clock.now().getTime() + 2 * 60_000));
    await nightly.look();
    const state = await readBackupState(db.prisma);
    expect(state.last?.at).toEqual(clock.now());
    expect(state.failed).toBeUndefined();
  });

  it('interrupted by a stop leave nothing, and the next start makes them', async () => {
    const first = start();
    await first.stop();
    expect((await kept().catch(() => [])).filter((name) => name.includes('unfinished'))).toEqual([]);
    await start().look();
    expect(await kept()).toEqual(['dien-hinh-2021-08-18.tar.gz']);
  });
});
