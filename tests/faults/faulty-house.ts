import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type AppOptions, type RunningApp, startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import type { RecordedCall } from '../standin/telegram/call-log.ts';
import type { RateLimits } from '../standin/telegram/rate.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../standin/telegram/start.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';

/** Repeats until it is true, for 20 s at most. */
export const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 60_000, interval: 20 });

/** Sends as fast as the test reads. */
const noLimits = { all: 10_000, perChat: 10_000 };

/**
 * The app on a database of its own with Telegram's stand-in, for all kinds of faults. It is closed
 * when the test ends.
 */
export interface FaultyHouse {
  telegram: TelegramStandIn;
  database: TestDatabase;
  /**
   * Starts one more instance on the same database. The first one polls Telegram, the others do not.
   */
  instance(more?: Partial<AppOptions>): Promise<RunningApp>;
  /** A person who has joined as the first officer. */
  joined(): Promise<TelegramPerson>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** The text messages that the bot has sent, or tried to, so far. */
  sends(): RecordedCall[];
}

/** `env`: further settings of every instance. `rate`: Telegram refuses what is sent faster. */
export async function faultyHouse(
  env: Record<string, string> = {},
  options: { rate?: RateLimits } = {},
): Promise<FaultyHouse> {
  const database = await freshDatabase({ poolSize: 2 });
  const telegram = await startTelegramStandIn(options);
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-faults-'));
  const closing: (() => Promise<unknown>)[] = [
    () => rm(dataDir, { recursive: true, force: true }),
    () => database.drop(),
    telegram.close,
  ];
  onTestFinished(async () => {
    for (const close of closing.reverse()) await close();
  });
  let instances = 0;
  return {
    telegram,
    database,
    async instance(more = {}) {
      instances += 1;
      const config = readConfig({
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        DATABASE_URL: database.url,
        DATA_DIR: dataDir,
        PORT: '0',
        CLOCK_START: '2021-08-18T08:00+07:00',
        FIRST_OFFICER_CODE: 'FRST-2345',
        ROLE: instances === 1 ? 'all' : 'worker',
        ...env,
      });
      const app = await startApp({ config, log: createLog('silent'), limits: noLimits, ...more });
      closing.push(app.stop);
      return app;
    },
    async joined() {
      const person = telegram.person({ name: 'Hạnh' });
      await person.says('/start FRST-2345');
      await person.presses('Đúng, tôi nhận');
      await person.sees('Họ và tên');
      await person.says('Trần Thị Hạnh');
      await person.sees('Số điện thoại');
      await person.presses('Bỏ qua');
      await person.sees('Đã xong.');
      return person;
    },
    rows: async (sql) => (await database.pool.query(sql)).rows,
    sends: () => telegram.calls.filter(({ method }) => method === 'sendMessage'),
  };
}
