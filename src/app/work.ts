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
import { wakePlanner } from '../nudges/waking.ts';
import { saveClock } from '../rehearsal/clock.ts';
import type { Metrics } from './metrics.ts';
import { startTidying } from './retention/tidying.ts';
import { createTasks } from './tasks.ts';

const sweepEveryMs = 20_000;

/** The half of the house that works: it handles updates, plans nudges, sends, tidies up. */
export interface Work {
  /** Plans and sends what is due now. */
  planNow(): Promise<void>;
  /** Erases what is due now. */
  tidyNow(): Promise<void>;
  /** Lets what is in flight end. */
  stop(): Promise<void>;
}

/** Begins to work. Any number of processes may, on one database. */
export async function startWork(
  house: House,
  metrics: Metrics,
  options: { cutOffMs?: number; sweepMs?: number },
): Promise<Work> {
  const { db, plan, clock, log } = house;
  const instance = await joinInstances(db.url, log);
  await freeJobsOfTheDead(db.pool, instance);

  const botOf = botsOf(house);
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

  const planner = wakePlanner({
    plan,
    clock,
    run: async () => {
      await logged(log, 'nudges could not be planned', async () => {
        const { deliveries } = await planNudges({ db, plan, clock });
        if (deliveries > 0) await sweepDeliveries(db.pool);
      });
      await logged(log, 'the morning lines could not be planned', async () => {
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
  const sweeping = setInterval(() => logged(log, 'the sweep failed', () => sweep(sweepMs / 2000)), sweepMs);
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
 * One bot per channel, made when its first update comes: a channel that cannot be reached keeps no
 * other waiting.
 */
function botsOf(house: House): (channel: string) => Promise<ChannelBot> {
  const bots = new Map<string, Promise<ChannelBot>>();
  return (name) => {
    const channel = house.channels.find((one) => one.name === name);
    if (!channel) return Promise.reject(new Error(`an update of a channel that is not here: ${name}`));
    const known = bots.get(name);
    if (known) return known;
    const bot = createBot(house, channel);
    bots.set(name, bot);
    // One that could not be made, because the database broke at that moment, is made again for the
    // next update.
    bot.catch(() => bots.delete(name));
    return bot;
  };
}

async function logged(log: Logger, failure: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, failure);
  }
}
