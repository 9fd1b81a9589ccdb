import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, startApp } from '../../../src/app/app.ts';
import { readConfig } from '../../../src/config/config.ts';
import { createLog } from '../../../src/log.ts';
import { startTelegramStandIn } from '../../standin/telegram/start.ts';
import { startZaloStandIn } from '../../standin/zalo/start.ts';
import type { ChatPerson } from '../../support/chat.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { freePort } from '../../support/free-port.ts';
import { type HouseProcess, startProcess } from '../../support/process.ts';
import { settledIn } from '../../support/settled.ts';
import { until } from '../../support/until.ts';
import { type SignedInPerson, signedInPerson } from '../../support/web-sign-in.ts';
import { holdRow, type LockedRow } from './hold-row.ts';

/** Sends as fast as the test reads. */
const noLimits = { all: 10_000, perChat: 10_000 };
/** A start and a few answers of a process on a busy machine. Milliseconds. */
const patience = 120_000;

/** An office on all channels whose app is this process, except while another one is killed. */
export interface LifeHouse {
  database: TestDatabase;
  /** Processes that were killed. */
  readonly kills: number;
  /** Lists the mistakes of the bot that the stand-ins found, on any channel. */
  violations(): string[];
  /**
   * A person on this channel who has shown the bot their code: on the web chat it opens the page,
   * elsewhere they send it.
   */
  comes(name: string, channel: ChatPerson['channel'], code: string): Promise<ChatPerson>;
  /** Moves the clock forwards to this instant and runs the planner. */
  at(instant: string): Promise<void>;
  /** Waits until the app has done all it was given. */
  settled(): Promise<void>;
  /**
   * Walks through a dialogue while the app is a process that gets `kill -9` after so many
   * messages, each time in a new process; then it is this process again.
   */
  amidKills(after: number[], walk: () => Promise<void>): Promise<void>;
  /**
   * Walks through a dialogue while the app is a process that gets `kill -9` inside a transaction:
   * while it waits for these rows, locked one after the other, each time in a new process. Then it
   * is this process again.
   */
  killedInside(rows: LockedRow[], walk: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens a house on a database of its own. */
export async function openLifeHouse(start: string): Promise<LifeHouse> {
  const database = await freshDatabase({ poolSize: 2 });
  const [telegram, zalo] = [await startTelegramStandIn(), await startZaloStandIn()];
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-life-'));
  await chmod(dataDir, 0o711);
  // Pages and links name the port: it is the same for every process.
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let now = start;
  let kills = 0;
  const settings = () => ({
    MODE: 'production',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.url,
    // Events are pushed until they are taken; polled ones are lost with a process that is killed.
    ZALO_WEBHOOK_SECRET: 'bi-mat-zalo-0123456789',
    PUBLIC_URL: url,
    FIRST_OFFICER_CODE: 'FRST-2345',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: String(port),
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
  const pages: SignedInPerson[] = [];
  const stop = async () => {
    await app?.stop();
    app = undefined;
  };
  const countAnswers = async () => {
    // Old messages are erased, so the newest number counts.
    const { rows } = await database.pool.query<{ n: number }>(
      'select coalesce(max(id), 0) as n from web_message',
    );
    const sent = [...telegram.calls, ...zalo.calls].filter(
      ({ method, answered }) => method === 'sendMessage' && answered !== undefined,
    );
    return sent.length + (rows[0]?.n ?? 0);
  };
  const settled = settledIn(database.pool, () => telegram.pending() + zalo.pending(), patience);
  /** Kills may lose the step of a button that a person has pressed. */
  const amidFaults = { patience, settled, pressesAgain: true };
  /** Stops the app of this process, for another process. */
  const leave = async () => {
    now = app?.clock.now().toISOString() ?? now;
    await stop();
  };
  const run = async () => {
    child = startProcess({ cwd: dataDir, settings: settings() });
    await child.ready();
  };

  return {
    database,
    get kills() {
      return kills;
    },
    violations: () => [...telegram.violations, ...zalo.violations],
    async comes(name, channel, code) {
      if (channel === 'web') {
        const page = await signedInPerson(url, name, code, amidFaults);
        pages.push(page);
        return page;
      }
      const person = (channel === 'zalo' ? zalo : telegram).person({ name, ...amidFaults });
      await person.says(`/start ${code}`);
      return person;
    },
    async at(instant) {
      await settled();
      now = instant;
      app?.clock.set(new Date(instant));
      await app?.planNow();
      await settled();
    },
    settled: () => settled(),
    async amidKills(after, walk) {
      await leave();
      await run();
      const walked = walk();
      walked.catch(() => undefined);
      for (const [i, answers] of after.entries()) {
        const wanted = (await countAnswers()) + answers;
        const answered = until(async () => ((await countAnswers()) >= wanted ? true : undefined), {
          everyMs: 10,
          patienceMs: patience,
        });
        answered.catch(() => undefined);
        // A dialogue that fails ends the wait with its own words; one that is over gets no more
        // answers, and then the last kill is this one.
        const over = await Promise.race([answered.then(() => false), walked.then(() => true)]);
        await child?.kill();
        kills += 1;
        if (over) break;
        if (i < after.length - 1) await run();
      }
      app = await open();
      await walked;
    },
    async killedInside(rows, walk) {
      await leave();
      let walked: Promise<void> | undefined;
      for (const row of rows) {
        const lock = await holdRow(database.url, row);
        await run();
        walked ??= walk();
        walked.catch(() => undefined);
        const awaited = lock.isAwaited(2 * patience);
        awaited.catch(() => undefined);
        // A dialogue that fails ends the wait with its own words.
        await Promise.race([awaited, walked.then(() => awaited)]);
        await child?.kill();
        kills += 1;
        await lock.letGo();
      }
      app = await open();
      await walked;
    },
    async close() {
      for (const page of pages) await page.leaves();
      await child?.kill();
      await stop();
      await telegram.close();
      await zalo.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
