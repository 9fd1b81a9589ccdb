import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { loadPlan } from '../../src/plan/load.ts';
import { loadWorkingCalendar } from '../../src/plan/load-calendar.ts';
import { detail } from '../../src/reports/detail.ts';
import { makeInThread } from '../../src/reports/thread/report-threads.ts';
import type { Database } from '../../src/store/database.ts';
import { loaded } from '../support/loaded.ts';
import { bareExceljs, bareHucre, recordingBook } from './bare-writers.ts';
import { openFilledDatabase } from './report-database.ts';

const plan = loaded(loadPlan(join(import.meta.dirname, '..', '..', 'prisma/plans/101-kh-ubnd.yaml')));
const calendar = loadWorkingCalendar();
const log = pino({ level: 'error' });
const request = { year: 2021, locale: 'vi' as const, by: 'Bench', now: new Date('2021-08-30T02:05:00Z') };

/** One report that was made, from the order to the finished file. */
interface Made {
  rows: number;
  seconds: number;
  /** Bytes of memory of the process at most, above those before. */
  memory: number;
  bytes: number;
}

/**
 * Measures how fast the detailed list is made, and bare writers without a database in the same run.
 * Returns lines to print. `large`: exemplars of the largest list; `small`: of the small one.
 */
export async function measureReports(large: number, small: number): Promise<[string, string][]> {
  const tempDir = await mkdtemp(join(tmpdir(), 'dht-reports-'));
  try {
    const few = await onDatabase(small, async (db) => {
      const first = await makeOnce(db, tempDir);
      const again: Made[] = [];
      for (let n = 0; n < 5; n++) again.push(await makeOnce(db, tempDir));
      const recorded = recordingBook();
      await detail
        .make({ db, plan, calendar, tempDir, openBook: () => recorded.book }, request)
        .catch(() => {});
      return { first, again, rows: recorded.rows };
    });
    const many = await onDatabase(large, (db) => makeOnce(db, tempDir));
    const bare = Math.min(large, 30_000);
    const file = join(tempDir, 'bare.xlsx');
    const exceljs: number[] = [];
    const shared: number[] = [];
    const hucre: number[] = [];
    for (let round = 0; round < 3; round++) {
      exceljs.push(await bareExceljs(file, few.rows, bare, { byCell: true }));
      shared.push(await bareExceljs(file, few.rows, bare, { byCell: false }));
      hucre.push(await bareHucre(file, few.rows, bare));
    }
    const perSecond = ({ rows, seconds }: Made) => rows / seconds;
    const quickest = Math.max(...few.again.map(perSecond));
    const rate = perSecond(many);
    return [
      [
        `report of ${small} exemplars, first / again`,
        `${few.first.seconds.toFixed(2)} s / ${(small / quickest).toFixed(2)} s`,
      ],
      [
        `report of ${large} exemplars`,
        `${many.seconds.toFixed(1)} s, ${rate.toFixed(0)} rows/s, memory +${megabytes(many.memory)}, file ${megabytes(many.bytes)}`,
      ],
      [`time of a row, ${large} to ${small} exemplars`, (quickest / rate).toFixed(2)],
      ['bare exceljs stream, same cells, no database', `${median(exceljs).toFixed(0)} rows/s`],
      ['the same with shared style objects', `${median(shared).toFixed(0)} rows/s`],
      ['hucre stream, values only, no database', `${median(hucre).toFixed(0)} rows/s`],
      ['ratio to bare exceljs', (rate / median(exceljs)).toFixed(2)],
      ['ratio to bare exceljs with shared style objects', (rate / median(shared)).toFixed(2)],
      ['ratio to hucre', (rate / median(hucre)).toFixed(2)],
    ];
  } finally {
    await rm(tempDir, { recursive: true, force: true });
  }
}

async function onDatabase<T>(exemplars: number, work: (db: Database) => Promise<T>): Promise<T> {
  const { db, close } = await openFilledDatabase(exemplars, { plan, log });
  try {
    return await work(db);
  } finally {
    await close();
  }
}

/** Makes the detailed list once, in the thread, and watches the memory of the process. */
export async function makeOnce(db: Pick<Database, 'url'>, tempDir: string): Promise<Made> {
  const rest = process.memoryUsage().rss;
  let peak = rest;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const begun = performance.now();
  try {
    const order = { report: detail.code, url: db.url, plan, calendar: calendar.exceptions, tempDir, request };
    const { rows, path } = await makeInThread(order);
    const seconds = (performance.now() - begun) / 1000;
    const { size } = await stat(path);
    await rm(path);
    return { rows, seconds, memory: peak - rest, bytes: size };
  } finally {
    clearInterval(watch);
    await sleep(0);
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
