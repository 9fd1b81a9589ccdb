import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RunningApp, startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { showCode } from '../../src/people/code.ts';
import { invite } from '../../src/people/invitations.ts';
import type { RoleName } from '../../src/people/known-person.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../standin/telegram/start.ts';
import { startZaloStandIn, type ZaloStandIn } from '../standin/zalo/start.ts';
import { acceptInvitation } from './accept-invitation.ts';
import type { ChatPerson } from './chat.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { mindsWriting } from './screen-faults.ts';
import { settledIn } from './settled.ts';
import type { WebPerson } from './web-person.ts';
import { signedInPerson } from './web-sign-in.ts';

/** Sends as fast as the test reads: the limits of Telegram have a test of their own. */
const noLimits = { all: 10_000, perChat: 10_000 };

/**
 * The channels: a script that holds for all of them runs on each, `describe.each(everyChannel)`.
 */
export const everyChannel = ['telegram', 'zalo', 'web'] as const;
export type ChannelName = (typeof everyChannel)[number];

/** The whole app on a database of its own, in production, with stand-ins for Telegram and Zalo. */
export interface TestHouse {
  app: RunningApp;
  telegram: TelegramStandIn;
  /** Exists on the channel `zalo` and with `zalo: true`; throws otherwise. */
  readonly zalo: ZaloStandIn;
  /** A person who has not joined yet, on the test's channel. */
  newcomer(name: string): Promise<ChatPerson>;
  /** Whether every message and press from now on reaches the app twice. */
  twice: boolean;
  /**
   * A person who has joined with this role (and unit), through the chat like real people: on the
   * test's channel, or as `on`.
   */
  joined(name: string, role: RoleName, unitCode?: string, on?: ChatPerson): Promise<ChatPerson>;
  /** A fresh invitation code as it is shown. */
  code(role: RoleName, unitCode?: string): Promise<string>;
  /** Sets the clock to this instant and runs the planner. */
  at(instant: string): Promise<void>;
  /** Waits until the app has done all it was given: an answer is written after its reply. */
  settled(): Promise<void>;
  /** Closes everything, then throws when the bot did what no correct bot does. */
  close(): Promise<void>;
}

export async function testHouse(
  options: {
    planFile?: string;
    unitsFile?: string;
    start?: string;
    /**
     * The channel of `newcomer` and `joined`: Telegram when left out. The web chat always exists.
     */
    channel?: ChannelName;
    /** Zalo too. */
    zalo?: boolean;
    env?: Record<string, string | undefined>;
    /** A smaller maximum size of a document, in bytes. */
    largestDocument?: number;
    /** How much of the disk must stay free, to test a full disk. */
    leastFreeBytes?: number;
    /**
     * An existing database, with the id of the first update that it does not know, and the keys of
     * its files: rows without bytes are soon removed.
     */
    lives?: { database: TestDatabase; firstUpdate: number; files?: string[] };
  } = {},
): Promise<TestHouse> {
  const { lives } = options;
  const database = lives?.database ?? (await freshDatabase({ poolSize: 2 }));
  const telegram = await startTelegramStandIn(lives && { firstUpdate: lives.firstUpdate });
  const { channel = 'telegram' } = options;
  const zalo = options.zalo || channel === 'zalo' ? await startZaloStandIn() : undefined;
  // Links that are sent to phones name the port, so it is chosen before the app starts.
  const port = zalo ? String(await freePort()) : '0';
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-house-'));
  for (const key of lives?.files ?? []) {
    const path = join(dataDir, 'files', key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, key);
  }
  const config = readConfig({
    MODE: 'production',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    FIRST_OFFICER_CODE: 'FRST-2345',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: port,
    CLOCK_START: options.start ?? '2021-08-18T08:00:00+07:00',
    ...(options.planFile ? { PLAN_FILE: options.planFile } : {}),
    ...(options.unitsFile ? { UNITS_FILE: options.unitsFile } : {}),
    ...(zalo && {
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.url,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    }),
    ...options.env,
  });
  const app = await startApp({
    config,
    log: createLog(process.env.TEST_LOG ?? 'silent'),
    limits: noLimits,
    zaloPollSeconds: 1,
    ...(options.largestDocument !== undefined && { largestDocument: options.largestDocument }),
    ...(options.leastFreeBytes !== undefined && { leastFreeBytes: options.leastFreeBytes }),
  });
  const pool = app.house.db.pool;

  const settled = settledIn(pool, () => telegram.pending() + (zalo?.underWay() ?? 0));
  const code = async (role: RoleName, unitCode?: string) => {
    const unit = await pool.query<{ id: number }>('select id from unit where code = $1', [unitCode ?? '']);
    if (unitCode && !unit.rows[0]) throw new Error(`no unit ${unitCode}`);
    return showCode(
      (await invite(app.house.db.prisma, { role, unitId: unit.rows[0]?.id ?? null, at: app.clock.now() }))
        .code,
    );
  };
  const onZalo = () => {
    if (!zalo) throw new Error('this house has no Zalo');
    return zalo;
  };
  let twice = false;
  const pages: WebPerson[] = [];
  const phone = '0905123456';
  const newcomers: Record<ChannelName, (name: string) => ChatPerson | Promise<ChatPerson>> = {
    telegram: (name) => telegram.person({ name, phone, settled }),
    zalo: (name) => onZalo().person({ name, settled }),
    // Signing in needs a code: they have one, and it is not theirs.
    web: async (name) => {
      const given = await code('publicist');
      const page = await signedInPerson(app.url, name, given, {
        phone,
        twice: () => twice,
        settled,
      });
      pages.push(page);
      await page.presses('Không phải tôi');
      await page.sees('Mã mời vẫn còn dùng được');
      // Then the question is marked with the answer: the script sees later messages only.
      await page.sees('→ Không phải tôi');
      return page;
    },
  };
  const newcomer = async (name: string) => mindsWriting(await newcomers[channel](name));
  return {
    settled,
    app,
    telegram,
    newcomer,
    get zalo() {
      return onZalo();
    },
    get twice() {
      return twice;
    },
    set twice(yes) {
      twice = yes;
      telegram.duplicateUpdates = yes;
      if (zalo) zalo.duplicateEvents = yes;
    },
    code,
    async joined(name, role, unitCode, on) {
      const person = on ?? (await newcomer(name));
      await person.says(`/start ${await code(role, unitCode)}`);
      await acceptInvitation(person, name);
      return person;
    },
    async at(instant) {
      app.clock.set(new Date(instant));
      await app.planNow();
    },
    async close() {
      for (const page of pages) await page.leaves();
      // Zalo's stand-in reads the links of the last messages, as people would: the app answers it.
      // A test may end with work that never will: then not for long.
      if (zalo) await settled(new AbortController().signal);
      // A running poll of Zalo's would be waited for.
      const hurry = setInterval(() => zalo?.endPoll(), 20);
      await app.stop().finally(() => clearInterval(hurry));
      await telegram.close();
      await zalo?.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
      const violations = [...telegram.violations, ...(zalo?.violations ?? [])];
      if (violations.length > 0) throw new Error(`the bot did what no bot does:\n${violations.join('\n')}`);
    },
  };
}
