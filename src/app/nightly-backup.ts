import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { addDays, localDate, localTime } from '../plan/calendar.ts';
import type { LocalDate, LocalTime } from '../plan/plan.ts';
import { BackupBusy } from '../store/backup/error.ts';
import { claimNight } from '../store/backup/history.ts';
import { makeBackup } from '../store/backup/make-backup.ts';
import { removeNoted } from '../store/backup/removals.ts';
import type { Database } from '../store/database.ts';
import type { FileStore } from '../store/files.ts';
import { appVersion } from './version.ts';

/** Number of backups that are kept. */
const nightsKept = 14;
const everyMs = 30_000;
const ours = /^dien-hinh-\d{4}-\d\d-\d\d\.(tar\.gz|sealed)$/;

/** Nightly backups until `stop`, which interrupts a running one. */
export interface NightlyBackups {
  /** Makes the backup of the last night unless it exists. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Makes a backup each night at `at`, in `zone`. One that was missed, because nothing ran, is made
 * as soon as possible. Of several instances one makes it. The last 14 in `folder` are kept.
 */
export function startNightlyBackups(options: {
  folder: string;
  at: LocalTime;
  passphrase: string | undefined;
  db: Database;
  files: FileStore;
  clock: Clock;
  zone: string;
  log: Logger;
}): NightlyBackups {
  const { clock, zone, at, log } = options;
  const stopping = new AbortController();
  let made: LocalDate | undefined;
  let looking: Promise<void> | undefined;

  const lookOnce = async (): Promise<void> => {
    try {
      const night = findLastNight(clock.now(), at, zone);
      if (night === made || stopping.signal.aborted) return;
      if (await makeNight(night, options, stopping.signal)) made = night;
    } catch (error) {
      if (!stopping.signal.aborted) log.error({ err: error }, 'the nightly backup failed');
    }
  };
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  const timer = setInterval(look, everyMs);
  void look();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await looking;
    },
  };
}

/** Returns the day whose backup is due: today once `at` has come, before that yesterday. */
export function findLastNight(now: Date, at: LocalTime, zone: string): LocalDate {
  const today = localDate(now, zone);
  return localTime(now, zone) >= at ? today : addDays(today, -1);
}

/**
 * Makes the backup of a night unless it exists or another instance is making it. Returns whether it
 * exists now.
 */
async function makeNight(
  night: LocalDate,
  options: Parameters<typeof startNightlyBackups>[0],
  signal: AbortSignal,
): Promise<boolean> {
  const { db, files, folder, passphrase, clock, log } = options;
  const there = await db.prisma.backup.findUnique({ where: { night: new Date(`${night}T00:00:00Z`) } });
  if (there?.finishedAt) return true;
  const id = await claimNight(db.prisma, night, clock.now());
  if (id === undefined) return false;
  try {
    await mkdir(folder, { recursive: true });
    const path = join(folder, `dien-hinh-${night}.${passphrase ? 'sealed' : 'tar.gz'}`);
    // After a restore, or with another clock: the newer backup replaces it.
    await rm(path, { force: true });
    const { bytes, end } = await makeBackup({
      url: db.url,
      files,
      path,
      passphrase,
      version: appVersion,
      at: clock.now(),
      signal,
    });
    await db.prisma.backup.update({
      where: { id },
      data: { finishedAt: clock.now(), bytes, missing: end.missing, error: null },
    });
    log.info({ night, bytes, files: end.files, missing: end.missing }, 'backed up');
    await keepNewest(folder);
    await removeNoted(files, db.pool);
    return true;
  } catch (error) {
    // Interrupted by a stop, or while one is made by hand, it has not failed: it is made later.
    if (signal.aborted || error instanceof BackupBusy) await db.prisma.backup.delete({ where: { id } });
    else await db.prisma.backup.update({ where: { id }, data: { error: codeOf(error) } });
    if (error instanceof BackupBusy) return false;
    throw error;
  }
}

/** Removes all but the newest 14, and parts older than a day that never became complete. */
async function keepNewest(folder: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  const nights = names.filter((name) => ours.test(name));
  for (const name of nights.slice(0, -nightsKept)) await rm(join(folder, name), { force: true });
  const newest = nights.at(-1);
  const limit = newest ? (await stat(join(folder, newest))).mtimeMs - 86_400_000 : 0;
  for (const name of names) {
    if (!/^dien-hinh-.*\.unfinished$/.test(name)) continue;
    const about = await stat(join(folder, name)).catch(() => undefined);
    if (about && about.mtimeMs < limit) await rm(join(folder, name), { force: true });
  }
}

/** The code shown by /suckhoe, since messages may name places and people. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') return one.code;
  }
  return error.name;
}
