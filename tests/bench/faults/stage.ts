import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { readPostmaster } from '../../../src/store/embedded/postmaster.ts';
import { startThrowAway } from '../../../src/store/start-throw-away.ts';
import { createPatientQuery, type PatientQuery } from '../../faults/stormy-database.ts';
import { type TcpProxy, tcpProxy } from '../../faults/tcp-proxy.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../../standin/telegram/start.ts';
import { type HouseProcess, startProcess } from '../../support/process.ts';

/** The clock of a fault bench, outside the hours of nudges. */
export const morning = '2021-08-18T08:00+07:00';

/** Two processes of the app on one database, which they reach through a proxy, and Telegram. */
export interface Stage {
  telegram: TelegramStandIn;
  proxy: TcpProxy;
  /** The database's address without the proxy. */
  serverUrl: string;
  query: PatientQuery;
  /** A file: while it exists, the processes find their disk full. */
  fullDisk: string;
  /** Process id of the database's server; undefined while it is down. */
  postmaster(): Promise<number | undefined>;
  /** The process with that number, 0 or 1. */
  process(n: number): HouseProcess;
  /** Kills a process with `kill -9`, and starts it again. */
  killAndStart(n: number): Promise<void>;
  /** Asks both to stop, and returns how each ended and after how long. */
  stopAll(): Promise<{ code: number | null; ms: number }[]>;
  startAll(): Promise<void>;
  /** How many processes ended by themselves. */
  ended(): number;
  close(): Promise<void>;
}

/** Starts all of it. */
export async function openStage(): Promise<Stage> {
  const place = await mkdtemp(join(tmpdir(), 'dht-bench-faults-'));
  await chmod(place, 0o711);
  const telegram = await startTelegramStandIn();
  const server = await startThrowAway(pino({ level: 'silent' }));
  const proxy = await tcpProxy(Number(new URL(server.url).port));
  const fullDisk = join(place, 'full');
  const expected = new Set<HouseProcess>();
  const running: HouseProcess[] = [];
  let ended = 0;

  const start = async (n: number) => {
    const started = startProcess({
      cwd: place,
      settings: {
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        DATABASE_URL: server.url.replace(/:\d+\//, `:${proxy.port}/`),
        DATA_DIR: join(place, 'data'),
        CLOCK_START: morning,
        FIRST_OFFICER_CODE: 'FRST-2345',
        ROLE: n === 0 ? 'all' : 'worker',
        FULL_DISK: fullDisk,
        NODE_OPTIONS: `--import=${resolve('tests/support/full-disk.ts')}`,
      },
    });
    running[n] = started;
    void started.exited.then(({ code, signal }) => {
      if (expected.has(started)) return;
      ended += 1;
      console.error(`a process ended by itself (${code ?? signal})\n${started.stdout.slice(-5).join('\n')}`);
    });
    await started.ready();
  };
  const find = (n: number) => {
    const found = running[n];
    if (!found) throw new Error(`process ${n} was never started`);
    return found;
  };
  const startAll = async () => {
    for (const n of [0, 1]) await start(n);
  };
  await startAll();

  return {
    telegram,
    proxy,
    serverUrl: server.url,
    query: createPatientQuery(async () => server.url),
    fullDisk,
    postmaster: async () => (await readPostmaster(join(server.folder, 'cluster')))?.pid,
    process: find,
    async killAndStart(n) {
      expected.add(find(n));
      await find(n).kill();
      await start(n);
    },
    stopAll: () =>
      Promise.all(
        running.map(async (one) => {
          expected.add(one);
          const begun = performance.now();
          one.signal('SIGTERM');
          const { code } = await one.exited;
          return { code, ms: performance.now() - begun };
        }),
      ),
    startAll,
    ended: () => ended,
    async close() {
      for (const one of running) {
        expected.add(one);
        await one.kill();
      }
      await telegram.close();
      await proxy.close();
      await server.stop();
      await rm(place, { recursive: true, force: true });
    },
  };
}
