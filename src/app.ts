import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type ChannelBot, createBot } from './bot/bot.ts';
import type { House } from './bot/house.ts';
import { sayRefusal } from './bot/refusal.ts';
import { createTasks } from './bot/tasks.ts';
import { wordsIn } from './bot/words.ts';
import type { Accept, Channel } from './channels/channel.ts';
import { telegramChannel } from './channels/telegram/channel.ts';
import type { SendLimits } from './channels/telegram/limits.ts';
import { webChannel } from './channels/web/channel.ts';
import { endUnusedSessions } from './channels/web/sign-in/sessions.ts';
import { zaloChannel, zaloLimits } from './channels/zalo/channel.ts';
import { type MovableClock, movableClock } from './clock.ts';
import type { Config } from './config.ts';
import { healthRoutes } from './http/health.ts';
import { createHttp } from './http/server.ts';
import { t } from './i18n.ts';
import { chatQueue } from './jobs/chat-queue.ts';
import { deliverSoon, sweepDeliveries, wakeDeliveries } from './jobs/deliveries.ts';
import { acceptor, forgetHandled, sweepInbox } from './jobs/inbox.ts';
import { freeJobsOfTheDead, joinInstances } from './jobs/instance.ts';
import { addJob, prepareJobs, startJobs } from './jobs/runner.ts';
import { forgetExpired } from './links/linked-files.ts';
import { signedLinks } from './links/links.ts';
import { linkRoutes } from './links/routes.ts';
import { createMetrics } from './metrics.ts';
import { planNudges } from './nudges/planner.ts';
import { wakePlanner } from './nudges/waking.ts';
import { forgetCodeAttempts } from './people/code-attempts.ts';
import { ensureFirstOfficer } from './people/first-officer.ts';
import { loadPlan, loadUnits } from './plan/load.ts';
import { saveClock, savedClock, stepTo } from './rehearsal/clock.ts';
import { layPeople, peopleToBe } from './rehearsal/people.ts';
import { openDatabase } from './store/database.ts';
import { openFiles } from './store/files.ts';
import { loadRoster } from './units/units.ts';

/** The house, standing. */
export interface App {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  url: string;
  clock: MovableClock;
  house: House;
  /** Stores updates as a channel would: for tests and the bench. */
  accept: Accept;
  /** Plans and sends what is due now, without waiting for the clock's hour. */
  planNow(): Promise<void>;
  /** Stops receiving, lets what is in flight end, closes the database. */
  stop(): Promise<void>;
}

export interface AppOptions {
  config: Config;
  log: Logger;
  /** Called once with what an operator has to read, such as the first officer's code. */
  announce?(line: string): void;
  /** Tests: other limits of sending, another cut-off, a channel of their own. */
  limits?: SendLimits;
  cutOffMs?: number;
  /** Tests: how often to look for updates and deliveries whose job died with its worker. */
  sweepMs?: number;
  /** Tests: how long Zalo holds a poll, which a stop waits for. */
  zaloPollSeconds?: number;
  extraChannels?: Channel[];
}

/** Where the rehearsal begins: the morning on which the plan was signed. */
const rehearsalStart = new Date('2021-08-18T08:00+07:00');
const sweepEveryMs = 20_000;

/** Wires the house together and opens its doors. Whatever fails on the way closes what was opened before. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) {
      await step().catch((error) => log.error({ err: error }, 'a part of the house did not close well'));
    }
  };
  try {
    return await build(options, closing, close);
  } catch (error) {
    await close();
    throw error;
  } finally {
    log.debug({ mode: config.mode }, 'start ended');
  }
}

async function build(
  options: AppOptions,
  closing: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<App> {
  const { config, log } = options;
  const plan = loadPlan(config.planFile);
  const units = loadUnits(config.unitsFile, plan);

  const db = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log, poolSize: 32 });
  closing.push(() => db.close());
  await prepareJobs(db.pool, log);
  const files = await openFiles({ dataDir: config.dataDir, filesUrl: config.filesUrl });
  const tempDir = join(config.dataDir, 'tmp');
  await mkdir(tempDir, { recursive: true });

  const rehearsing = config.mode === 'rehearsal';
  const clock = movableClock(
    config.clockStart ?? (rehearsing ? ((await savedClock(db.pool)) ?? rehearsalStart) : undefined),
  );
  if (config.clockStart && !rehearsing)
    log.warn({ start: config.clockStart.toISOString() }, 'the clock does not show the real time');
  await loadRoster(db.pool, units, clock.now());

  const metrics = createMetrics();
  const works = config.role !== 'web';
  const receives = config.role !== 'worker';
  const accept = acceptor(db.pool);

  // Moving the rehearsal's clock plans at once; the planner exists a few lines further down.
  let planNow: () => Promise<void> = async () => {};
  const channels: Channel[] = [...(options.extraChannels ?? [])];
  if (config.telegram) {
    channels.push(
      telegramChannel({ ...config.telegram, publicUrl: config.publicUrl, limits: options.limits, log }),
    );
  }
  const links = config.publicUrl
    ? signedLinks({ pool: db.pool, clock, publicUrl: config.publicUrl })
    : undefined;
  if (config.zalo && links) {
    channels.push(
      zaloChannel({
        ...config.zalo,
        limits: options.limits ?? { ...zaloLimits, all: config.zalo.sends },
        pollSeconds: options.zaloPollSeconds,
        pool: db.pool,
        files,
        links,
        clock,
        log,
      }),
    );
  }
  const web = { db, files, clock, log };
  if (rehearsing) {
    channels.push(
      webChannel({
        ...web,
        rehearsal: {
          people: () => peopleToBe(db.pool),
          clock: {
            now: clock.now,
            zone: plan.zone,
            async move(step) {
              clock.set(stepTo(plan, clock.now(), step));
              await saveClock(db.pool, clock);
              await planNow();
              await wakeDeliveries(db.pool);
            },
          },
        },
      }),
    );
  } else {
    channels.push(
      webChannel({
        ...web,
        signIn: {
          publicUrl: config.publicUrl,
          // Plain words: the page shows them as they are.
          say: (error, locale) => sayRefusal({ house, html: wordsIn(plan, locale).t }, error),
        },
      }),
    );
  }

  const house: House = {
    db,
    plan,
    clock,
    files,
    log,
    mode: config.mode,
    clockMoved: config.clockStart !== undefined && !rehearsing,
    channels,
    tempDir,
    deliverSoon: (ids) => deliverSoon(db.pool, ids),
  };

  if (rehearsing) {
    await layPeople(db, t('vi', 'rehearsal-newcomer'), clock.now());
    closing.push(() => saveClock(db.pool, clock));
  } else {
    await ensureFirstOfficer(db.pool, {
      code: config.firstOfficerCode,
      at: clock.now(),
      announce: options.announce ?? (() => {}),
    });
  }

  if (works) {
    const bots = new Map<string, Promise<ChannelBot>>();
    const botOf = (name: string): Promise<ChannelBot> => {
      const channel = channels.find((one) => one.name === name);
      if (!channel) return Promise.reject(new Error(`an update of a channel that is not here: ${name}`));
      const bot = bots.get(name) ?? createBot(house, channel);
      bots.set(name, bot);
      return bot;
    };

    const instance = await joinInstances(db.url, log);
    closing.push(() => instance.close());
    await freeJobsOfTheDead(db.pool, instance);

    const queue = chatQueue({
      pool: db.pool,
      clock,
      log,
      instance: () => instance.number,
      handle: async (turn) => (await botOf(turn.channel)).handle(turn),
      giveUp: async (turn) => (await botOf(turn.channel)).apologise(turn),
      again: (chatKey, inMs) => addJob(db.pool, 'chat', { key: chatKey }, { key: `chat:${chatKey}`, inMs }),
      cutOffMs: options.cutOffMs ?? 60_000,
      handled: (turn, seconds, outcome) => metrics.updateHandled(turn.channel, seconds, outcome),
    });

    const runner = await startJobs(db.url, createTasks(house, queue, metrics), log);
    closing.push(() => runner.stop());

    const planner = wakePlanner({
      plan,
      clock,
      run: async () => {
        try {
          const { deliveries } = await planNudges({ db, plan, clock });
          if (deliveries > 0) await sweepDeliveries(db.pool);
        } catch (error) {
          log.error({ err: error }, 'nudges could not be planned');
        }
      },
    });
    planNow = planner.wake;
    closing.push(() => planner.stop());

    const sweep = async (olderThanSeconds: number) => {
      await sweepInbox(db.pool, olderThanSeconds);
      await sweepDeliveries(db.pool);
    };
    await sweep(0);
    const sweepMs = options.sweepMs ?? sweepEveryMs;
    const sweeping = setInterval(() => {
      sweep(sweepMs / 2000).catch((error) => log.error({ err: error }, 'the sweep failed'));
      if (rehearsing)
        saveClock(db.pool, clock).catch((error) => log.error({ err: error }, 'the clock was not saved'));
    }, sweepMs);
    const forgetting = setInterval(() => {
      forgetHandled(db.pool, 7).catch((error) =>
        log.error({ err: error }, 'handled updates were not forgotten'),
      );
      forgetExpired(db.pool, files, clock.now()).catch((error) =>
        log.error({ err: error }, 'files behind expired links were not forgotten'),
      );
      forgetCodeAttempts(db.pool, clock.now()).catch((error) =>
        log.error({ err: error }, 'wrong codes were not forgotten'),
      );
      endUnusedSessions(db.pool, clock.now()).catch((error) =>
        log.error({ err: error }, 'unused sessions were not ended'),
      );
    }, 3_600_000);
    closing.push(async () => {
      clearInterval(sweeping);
      clearInterval(forgetting);
    });
    await planner.wake();
  }

  const http = createHttp({ log });
  healthRoutes(http, { pool: db.pool, channels: receives ? channels : [], metrics });
  if (receives) for (const channel of channels) channel.routes?.(http, accept);
  if (receives && links) linkRoutes(http, links, { db, files, clock }, accept);
  await http.listen({ host: config.host, port: config.port });
  closing.push(() => http.close());
  const { port } = http.server.address() as AddressInfo;

  if (receives) {
    for (const channel of channels) {
      await channel.start(accept);
      closing.push(() => channel.stop());
    }
  }
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    clock,
    house,
    accept,
    planNow,
    stop: close,
  };
}
