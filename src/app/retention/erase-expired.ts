import type pg from 'pg';
import { realClock } from '../../clock.ts';
import { readSetting, writeSetting } from '../../store/setting.ts';
import { compareFiles } from './compare-files.ts';
import { eraseRows } from './erase-rows.ts';
import { dueBefore, type RetentionDeps, type RetentionRule } from './rule.ts';
import { retentionRules } from './rules.ts';

/** The lock that one instance holds while it erases. */
const retentionLock = 101_2023;
/** The name in `setting` of the time of the last comparison. */
const comparedSetting = 'files-compared';
const compareEveryMs = 23 * 3_600_000;

/** Number of erased rows by rule; rules that erased nothing are left out. */
export type Erased = Record<string, number>;

/**
 * Applies all rules of retention, and once a day compares the file store with the database. One
 * instance at a time: undefined when another one is running. A failing rule is logged and does not
 * stop the others; the next run continues.
 */
export async function eraseExpired(
  deps: RetentionDeps,
  goOn: () => boolean = () => true,
): Promise<Erased | undefined> {
  const client = await deps.db.pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      retentionLock,
    ]);
    if (!rows[0]?.mine) return undefined;
    try {
      return await applyAll(deps, client, goOn);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [retentionLock]);
    }
  } catch (error) {
    // Without its connection the lock is free.
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function applyAll(deps: RetentionDeps, client: pg.PoolClient, goOn: () => boolean): Promise<Erased> {
  const { log } = deps;
  const erased: Erased = {};
  const note = (name: string, count: number) => {
    if (count > 0) erased[name] = count;
  };
  for (const rule of retentionRules) {
    if (!goOn()) break;
    try {
      note(rule.name, await applyRule(deps, client, rule, goOn));
    } catch (error) {
      log.error({ err: error, rule: rule.name }, 'a rule of retention failed');
    }
  }
  try {
    if (goOn() && (await isDayOver(client))) {
      const { orphans, emptyRows } = await compareFiles(deps, client, goOn);
      note('files.without-row', orphans);
      note('files.without-bytes', emptyRows);
      if (goOn()) await noteCompared(client);
    }
  } catch (error) {
    log.error({ err: error }, 'the file store could not be compared with the database');
  }
  if (Object.keys(erased).length > 0) log.info({ erased }, 'what was due has been erased');
  return erased;
}

async function applyRule(
  deps: RetentionDeps,
  client: pg.PoolClient,
  rule: RetentionRule,
  goOn: () => boolean,
): Promise<number> {
  const now = rule.clock === 'app' ? deps.clock.now() : await databaseNow(client);
  const before = dueBefore(rule.after, now);
  if ('run' in rule) return rule.run(deps, before);
  if (rule.productionOnly && deps.mode === 'rehearsal') return 0;
  return eraseRows(deps, rule, { before, now }, goOn);
}

async function databaseNow(client: pg.PoolClient): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  if (!rows[0]) throw new Error('the database does not tell the time');
  return rows[0].now;
}

/** By the machine's clock, like the ages of files. */
async function isDayOver(client: pg.PoolClient): Promise<boolean> {
  const noted = await readSetting(client, comparedSetting);
  const last = typeof noted === 'string' ? Date.parse(noted) : Number.NaN;
  const age = realClock.now().getTime() - last;
  return !(age >= 0 && age < compareEveryMs);
}

async function noteCompared(client: pg.PoolClient): Promise<void> {
  await writeSetting(client, comparedSetting, realClock.now().toISOString());
}
