import { type ChannelBot, createBot } from '../bot/bot.ts';
import { channelTrouble } from '../bot/core/channel-trouble.ts';
import type { House } from '../bot/core/house.ts';
import { setAllMenus } from '../bot/core/menu.ts';
import { commandsOf, features } from '../bot/features/index.ts';
import { resumeReports } from '../bot/features/reporting/resume-reports.ts';
import { sweepDeliveries } from '../deliveries/sweep.ts';
import { dispatchChats } from '../jobs/chat-dispatch.ts';
import { createChatQueue } from '../jobs/chat-queue.ts';
import { findWaitingChats } from '../jobs/inbox.ts';
import { freeJobsOfTheDead, joinInstances } from '../jobs/instance.ts';
import { hastenJobsOfTheFuture } from '../jobs/left-over-jobs.ts';
import { startJobs } from '../jobs/runner.ts';
import { openTurnPool } from '../jobs/turn-pool.ts';
import { schedulePlanner } from '../nudges/schedule-planner.ts';
import { saveClock } from '../rehearsal/clock.ts';
import { logFailure } from './log-failure.ts';
import type { Metrics } from './metrics.ts';
import { planDue } from './plan-due.ts';
import { startTidying } from './retention/tidying.ts';
import { createTasks } from './tasks.ts';

/** Interval at which updates are looked for that a crash has left. Milliseconds. */
const sweepInboxMs = 1000;
/** Interval at which deliveries are looked for that have no job. Milliseconds. */
const sweepEveryMs = 20_000;

/**
 * Updates that one process handles at once: they wait for the database and the network most of the
 * time.
 */
const concurrency = 128;

/** The background work: it handles updates, plans nudges, sends, and erases expired data. */
export interface Work {
  /** Plans and sends what is due now. */
  planNow(): Promise<void>;
  /** Erases expired data now. */
  tidyNow(): Promise<void>;
  /** Handles the new updates of these chats. */
  handOver(chatKeys: string[]): void;
  /** Lets running work end. */
  stop(): Promise<void>;
}

/** Starts the background work. Any number of processes may do so on one database. */
export async function startWork(
  house: House,
  metrics: Metrics,
  options: { cutOffMs?: number; sweepMs?: number },
): Promise<Work> {
  const { db, clock, log } = house;
  const instance = await joinInstances(db.url, log, (chatKeys) => dispatch.look(chatKeys));
  await freeJobsOfTheDead(db.pool, instance);
  house.longWork.ownedBy(() => String(instance.number));

  const botOf = createBots(house);
  const turnPool = openTurnPool(db.url, log);
  const queue = createChatQueue({
    pool: turnPool,
    clock,
    log,
    instance: () => instance.number,
    handle: async (turn) => (await botOf(turn.channel)).handle(turn),
    trouble: channelTrouble,
    giveUp: async (turn) => (await botOf(turn.channel)).apologise(turn),
    again: (chatKey, inMs) => dispatch.lookAgain(chatKey, inMs),
    cutOffMs: options.cutOffMs ?? 60_000,
    handled: (turn, seconds, outcome) => metrics.updateHandled(turn.channel, seconds, outcome),
  });
  const dispatch = dispatchChats({ drain: queue.drain, concurrency, log });
  const jobs = await startJobs(db.url, createTasks(house, dispatch, metrics), log);

  const planner = schedulePlanner({ plan: house.plan, clock, run: () => planDue(house) });

  const sweepMs = options.sweepMs ?? sweepEveryMs;
  const sweep = async () => {
    await hastenJobsOfTheFuture(db.pool);
    await sweepDeliveries(db.pool);
    await resumeReports(house);
    if (house.mode === 'rehearsal') await saveClock(db.pool, clock);
  };
  const sweepInbox = async (olderThanSeconds: number) =>
    dispatch.look(await findWaitingChats(turnPool, instance.number, olderThanSeconds));
  await sweepInbox(0);
  await sweep();
  if (house.mode === 'rehearsal') await setAllMenus(house, commandsOf(features));
  const inboxMs = Math.min(sweepInboxMs, sweepMs);
  const sweeping = [
    setInterval(() => logFailure(log, 'the sweep failed', sweep), sweepMs),
    setInterval(
      () => logFailure(log, 'the inbox could not be swept', () => sweepInbox(inboxMs / 1000)),
      inboxMs,
    ),
  ];
  const tidying = startTidying(house);
  await planner.wake();

  return {
    planNow: planner.wake,
    tidyNow: tidying.now,
    handOver: (chatKeys) => dispatch.look(chatKeys),
    async stop() {
      for (const timer of sweeping) clearInterval(timer);
      await tidying.stop();
      await planner.stop();
      await Promise.all([dispatch.stop(), jobs.stop()]);
      await house.longWork.stop();
      await turnPool.end();
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
