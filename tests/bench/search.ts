/**
 * Measures /tracuu at scale: how long a search takes among so many exemplars, and what keeping
 * their words costs a registration. `node tests/bench/search.ts [exemplars] [units]`.
 */
import { join } from 'node:path';
import pino from 'pino';
import { searchExemplars } from '../../src/exemplars/search/search.ts';
import { loadPlan } from '../../src/plan/load.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startThrowAway } from '../../src/store/start-throw-away.ts';
import { loaded } from '../support/loaded.ts';
import { fillRegister } from './search-fill.ts';
import { listSearches } from './search-words.ts';

const plan = loaded(loadPlan(join(import.meta.dirname, '..', '..', 'prisma/plans/101-kh-ubnd.yaml')));

/** Measures searches among this many exemplars of this many units; lines for a person to read. */
export async function measureSearch(exemplars: number, units: number): Promise<[string, string][]> {
  const log = pino({ level: 'error' });
  const server = await startThrowAway(log);
  await migrate({ url: server.url, log });
  const db = connect({ url: server.url, log });
  try {
    const words = await fillRegister(db, { exemplars, units });
    const inserting = await measureInserts(db);
    const kinds = new Map<string, number[]>();
    const found = new Map<string, number>();
    for (const { kind, text } of listSearches(words, 40)) {
      const started = performance.now();
      const { ids } = await searchExemplars(db.pool, text, {
        ...{
          plans: [plan],
          labels: { statuses: [['approved', 'đã duyệt']], subjects: [['individual', 'cá nhân']] },
        },
        ...{ thisYear: 2025, scope: {}, seesLiaisons: true },
      });
      kinds.set(kind, [...(kinds.get(kind) ?? []), performance.now() - started]);
      found.set(kind, (found.get(kind) ?? 0) + Number(ids.length > 0));
    }
    const all = [...kinds.values()].flat();
    const at = (times: number[], share: number) =>
      times
        .toSorted((a, b) => a - b)
        [Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1) ?? '–';
    return [
      [
        `a search among ${exemplars} exemplars, p50 / p95 / p99`,
        `${at(all, 0.5)} / ${at(all, 0.95)} / ${at(all, 0.99)} ms (${all.length})`,
      ],
      ...[...kinds].map(([kind, times]): [string, string] => [
        `  ${kind}`,
        `${at(times, 0.5)} / ${at(times, 0.95)} ms, ${found.get(kind) ?? 0} of ${times.length} found any`,
      ]),
      ...inserting,
    ];
  } finally {
    await db.close();
    await server.stop();
  }
}

/** What one registration's row costs with the trigger that keeps its words, and without it. */
async function measureInserts(db: Database): Promise<[string, string][]> {
  const times = { with: [] as number[], without: [] as number[] };
  for (let round = 0; round < 10; round++)
    for (const which of ['with', 'without'] as const) {
      const able = which === 'with' ? 'enable' : 'disable';
      await db.pool.query(`alter table exemplar ${able} trigger exemplar_is_found`);
      for (let i = 0; i < 50; i++) {
        const started = performance.now();
        await db.pool.query(
          `insert into exemplar (code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
             summary, criteria, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, representative, decided_at)
           select $1, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour, summary, criteria,
             impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, representative, decided_at
           from exemplar where id = $2`,
          [`N-2025-${which}-${round}-${i}`, 1 + round * 50 + i],
        );
        times[which].push(performance.now() - started);
      }
    }
  await db.pool.query('alter table exemplar enable trigger exemplar_is_found');
  const median = (list: number[]) =>
    list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
  const [kept, bare] = [median(times.with), median(times.without)];
  return [
    ['  the row of a registration, with its words / without', `${kept.toFixed(2)} / ${bare.toFixed(2)} ms`],
  ];
}

if (import.meta.main) {
  const exemplars = Number(process.argv[2] ?? 500_000);
  const units = Number(process.argv[3] ?? Math.ceil(exemplars / 10));
  for (const [what, value] of await measureSearch(exemplars, units)) console.log(what.padEnd(62), value);
}
