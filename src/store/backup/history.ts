import pg from 'pg';
import type { PrismaClient } from '../generated/client.ts';
import { poolConfig } from '../pool-config.ts';

/** The outcome of the newest backups. */
export interface BackupState {
  /** The newest complete one. */
  last?: { at: Date; bytes: number };
  /** The newest failed one, unless a later one is complete. */
  failed?: { at: Date; error: string };
}

/** Reads the outcome of the newest backups of any kind. */
export async function readBackupState(prisma: PrismaClient): Promise<BackupState> {
  const last = await prisma.backup.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
  });
  const failed = await prisma.backup.findFirst({
    where: { error: { not: null }, ...(last ? { startedAt: { gt: last.startedAt } } : {}) },
    orderBy: { startedAt: 'desc' },
  });
  return {
    ...(last?.finishedAt ? { last: { at: last.startedAt, bytes: Number(last.bytes ?? 0) } } : {}),
    ...(failed?.error ? { failed: { at: failed.startedAt, error: failed.error } } : {}),
  };
}

/** Records a backup made by hand, through a client of its own, as no pool is open then. */
export async function noteBackup(
  url: string,
  made: { startedAt: Date; finishedAt: Date; bytes: number; missing: number },
): Promise<void> {
  const client = new pg.Client({ ...poolConfig(url), application_name: 'dien-hinh backup' });
  await client.connect();
  try {
    // A database of an earlier release that this one has not started yet has no such table.
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('backup') is not null as there`,
    );
    if (!rows[0]?.there) return;
    await client.query(
      'insert into backup (started_at, finished_at, bytes, missing) values ($1, $2, $3, $4)',
      [made.startedAt, made.finishedAt, made.bytes, made.missing],
    );
  } finally {
    await client.end();
  }
}

/**
 * Claims the backup of a night: true for one instance only, until it is made. A failed one, or one
 * whose instance ended, can be claimed again after an hour.
 */
export async function claimNight(
  prisma: PrismaClient,
  night: string,
  now: Date,
): Promise<number | undefined> {
  const day = new Date(`${night}T00:00:00Z`);
  const rows = await prisma.$queryRaw<{ id: number }[]>`
    insert into backup (night, started_at) values (${day}::date, ${now})
    on conflict (night) do update set started_at = excluded.started_at, error = null
      where backup.finished_at is null and backup.started_at < ${new Date(now.getTime() - 3_600_000)}
    returning id`;
  return rows[0]?.id;
}
