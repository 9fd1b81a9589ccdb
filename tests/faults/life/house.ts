import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, startApp } from '../../../src/app/app.ts';
import { readConfig } from '../../../src/config/config.ts';
import { createLog } from '../../../src/log.ts';
import type { RecordedCall } from '../../standin/telegram/call-log.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../../standin/telegram/start.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type HouseProcess, startProcess } from '../../support/process.ts';
import { settledIn } from '../../support/settled.ts';

/** Sends as fast as the test reads. */
const noLimits = { all: 10_000, perChat: 10_000 };
/** A start and a few answers of a process on a busy machine. Milliseconds. */
const patience = 120_000;

/** An office whose app is this process, except while a process of its own is killed. */
export interface LifeHouse {
  telegram: TelegramStandIn;
  database: TestDatabase;
  /** Processes that were killed. */
  readonly kills: number;
  /** Moves the clock forwards to this instant and runs the planner. */
  at(instant: string): Promise<void>;
  /** Waits until the app has done all it was given. */
  settled(): Promise<void>;
  /**
   * Walks through a dialogue while the app is a process that gets `kill -9` after so many of the
   * bot's messages, each time in a new process; then it is this process again.
   */
  amidKills(after: number[], walk: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens a house on a database of its own. */
export async function openLifeHouse(start: string): Promise<LifeHouse> {
  const database = await freshDatabase({ poolSize: 2 });
  const telegram = await startTelegramStandIn();
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-life-'));
  await chmod(dataDir, 0o711);
  let now = start;
  let kills = 0;
  const settings = () => ({
    MODE: 'production',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    FIRST_OFFICER_CODE: 'FRST-2345',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: '0',
    CLOCK_START: now,
  });
  const open = () =>
    startApp({
      config: readConfig(settings()),
      log: createLog(process.env.TEST_LOG ?? 'silent'),
      limits: noLimits,
    });
  let app: RunningApp | undefined = await open();
  let child: HouseProcess | undefined;
  const isSend = (call: RecordedCall) => call.method === 'sendMessage' && call.answered !== undefined;
  const countSends = () => telegram.calls.filter(isSend).length;
  const settled = settledIn(database.pool, () => telegram.pending());

  return {
    telegram,
    database,
    get kills() {
      return kills;
    },
    async at(instant) {
      await settled();
      now = instant;
      app?.clock.set(new Date(instant));
      await app?.planNow();
    },
    settled: () => settled(),
    async amidKills(after, walk) {
      now = app?.clock.now().toISOString() ?? now;
      await app?.stop();
      app = undefined;
      const run = async () => {
        child = startProcess({ cwd: dataDir, settings: settings() });
        await child.ready();
      };
      await run();
      const walked = walk();
      walked.catch(() => undefined);
      for (const [i, sends] of after.entries()) {
        const before = countSends();
        await telegram.answered(() => countSends() >= before + sends, patience);
        await child?.kill();
        kills += 1;
        if (i < after.length - 1) await run();
      }
      app = await open();
      await walked;
    },
    async close() {
      await child?.kill();
      await app?.stop();
      await telegram.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
