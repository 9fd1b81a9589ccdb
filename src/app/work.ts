import type { Logger } from 'pino';
import { type ChannelBot, createBot } from '../bot/bot.ts';
import { channelTrouble } from '../bot/core/channel-trouble.ts';
import type { House } from '../bot/core/house.ts';
import { layMenus } from '../bot/core/menu.ts';
import { commandsOf, features } from '../bot/features/index.ts';
import { sweepDeliveries } from '../deliveries/sweep.ts';
import { createChatQueue } from '../jobs/chat-queue.ts';
import { sweepInbox } from '../jobs/inbox.ts';
import { freeJobsOfTheDead, joinInstances } from '../jobs/instance.ts';
import { addJob, startJobs } from '../jobs/runner.ts';
import { planMorningLines } from '../nudges/morning-line.ts';
import { planNudges } from '../nudges/planner.ts';
import { schedulePlanner } from '../nudges/schedule-planner.ts';
import { saveClock } from '../rehearsal/clock.ts';
import type { Metrics } from './metrics.ts';
import { startTidying } from './retention/tidying.ts';
import { createTasks } from './tasks.ts';

const sweepEveryMs = 20_000;

/** The background work: it handles updates, plans nudges, sends, and erases expired data. */
export interface Work {
  /** Plans and sends what is due now. */
  planNow(): Promise<void>;
  /** Erases expired data now. */
  tidyNow(): Promise<void>;
  /** Lets running work end. */
  stop(): Promise<void>;
}

/** Starts the background work. Any number of processes may do so on one database. */
export async function startWork(
  house: House,
  metrics: Metrics,
  options: { cutOffMs?: number; sweepMs?: number },
): Promise<Work> {
  const { db, plan, clock, log } = house;
  const instance = await joinInstances(db.url, log);
  await freeJobsOfTheDead(db.pool, instance);

  const botOf = createBots(house);
  const queue = createChatQueue({
    pool: db.pool,
    clock,
    log,
    instance: () => instance.number,
    handle: async (turn) => (await botOf(turn.channel)).handle(turn),
    trouble: channelTrouble,
    giveUp: async (turn) => (await botOf(turn.channel)).apologise(turn),
    again: (chatKey, inMs) => addJob(db.pool, 'chat', { key: chatKey }, { key: `chat:${chatKey}`, inMs }),
    cutOffMs: options.cutOffMs ?? 60_000,
    handled: (turn, seconds, outcome) => metrics.updateHandled(turn.channel, seconds, outcome),
  });
  const jobs = await startJobs(db.url, createTasks(house, queue, metrics), log);

  const planner = schedulePlanner({
    plan,
    clock,
    run: async () => {
      await logFailure(log, 'nudges could not be planned', async () => {
        const { deliveries } = await planNudges({ db, plan, clock });
        if (deliveries > 0) await sweepDeliveries(db.pool);
      });
      await logFailure(log, 'the morning lines could not be planned', async () => {
        const { deliveries } = await planMorningLines({ db, plan, clock });
        if (deliveries > 0) await sweepDeliveries(db.pool);
      });
    },
  });

  const sweepMs = options.sweepMs ?? sweepEveryMs;
  const sweep = async (olderThanSeconds: number) => {
    await sweepInbox(db.pool, olderThanSeconds);
    await sweepDeliveries(db.pool);
    if (house.mode === 'rehearsal') await saveClock(db.pool, clock);
  };
  await sweep(0);
  if (house.mode === 'rehearsal') await layMenus(house, commandsOf(features));
  const sweeping = setInterval(
    () => logFailure(log, 'the sweep failed', () => sweep(sweepMs / 2000)),
    sweepMs,
  );
  const tidying = startTidying(house);
  await planner.wake();

  return {
    planNow: planner.wake,
    tidyNow: tidying.now,
    async stop() {
      clearInterval(sweeping);
      await tidying.stop();
      await planner.stop();
      await jobs.stop();
      await instance.close();
    },
  };
}

/**
 * One bot per channel, created at its first update: an unreachable channel does not delay others.
 */
function createBots(house: House): (channel: string) => Promise<ChannelBot> {
  const bots = new Map<string, Promise<ChannelBot>>();
  return (name) => {
    const channel = house.channels.find((one) => one.name === name);
    if (!channel) return Promise.reject(new Error(`an update of a channel that is not here: ${name}`));
    const known = bots.get(name);
    if (known) return known;
    const bot = createBot(house, channel);
    bots.set(name, bot);
    // A bot whose creation failed, because the database broke at that moment, is created again at
    // the next update.
    bot.catch(() => bots.delete(name));
    return bot;
  };
}

async function logFailure(log: Logger, failure: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, failure);
  }
}
