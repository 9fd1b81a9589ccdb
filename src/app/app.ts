import type pg from 'pg';
import type { House } from '../bot/core/house.ts';
import { createLongWork } from '../bot/core/long-work.ts';
import { type MovableClock, movableClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { scheduleDeliveries } from '../deliveries/sweep.ts';
import { t } from '../i18n.ts';
import type { Accept } from '../jobs/inbound.ts';
import { createAccept, notifyWorkers } from '../jobs/inbox.ts';
import { createSignedLinks, type Links } from '../links/links.ts';
import { ensureFirstOfficer } from '../people/first-officer.ts';
import { instantOf } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { followPlans } from '../plans/follow-plans.ts';
import { readSavedClock, saveClock } from '../rehearsal/clock.ts';
import { createDrivenClock } from '../rehearsal/drive-clock.ts';
import { addSamplePeople, listSamplePeople } from '../rehearsal/people.ts';
import type { AppOptions } from './app-options.ts';
import { type AppClosing, createClosing } from './closing.ts';
import { createMetrics } from './metrics.ts';
import { startNightlyBackups } from './nightly-backup.ts';
import { openChannels } from './open-channels.ts';
import { openStorage, type Storage } from './open-storage.ts';
import { loadPlanFiles, readPlanFiles } from './plan-files.ts';
import { addressOf, serve } from './serve.ts';
import { startWork, type Work } from './work.ts';

export type { AppOptions } from './app-options.ts';

/** In bytes: what Telegram takes of a bot, and the Bot API of our own channels. */
const largestDocument = 50_000_000;

/** The running app. */
export interface RunningApp {
  /** Its address, such as `http://127.0.0.1:8080`. */
  url: string;
  clock: MovableClock;
  house: House;
  /** Stores updates as a channel would: for tests and the bench. */
  accept: Accept;
  /** Plans and sends what is due now, without waiting for the clock's hour. */
  planNow(): Promise<void>;
  /** Erases expired data now, without waiting for the hour. */
  tidyNow(): Promise<void>;
  /** Stops receiving, lets running work end, closes the database. */
  stop(): Promise<void>;
}

/**
 * Starts the app: builds its parts and opens its channels. After a failure, the parts opened before
 * are closed.
 */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { config, log } = options;
  const closing = createClosing(log);
  try {
    return await build(options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  } finally {
    log.debug({ mode: config.mode }, 'start ended');
  }
}

async function build(options: AppOptions, closing: AppClosing): Promise<RunningApp> {
  const { config, log, signal } = options;
  // A server that could not be prepared has stopped itself, and `openStorage` throws its error.
  const toStop = options.database?.catch(() => undefined);
  closing.add(async () => (await toStop)?.embedded?.stop());
  const planFiles = readPlanFiles(config);
  const storage = await openStorage(options, closing);
  const { pool } = storage.db;
  const clock = await setClock(pool, planFiles.plan, options);
  const plans = await loadPlanFiles(storage.db, planFiles, clock);
  signal?.throwIfAborted();

  const works = config.role !== 'web';
  const receives = config.role !== 'worker';
  // Begins once the server listens, and ends after it: a port in use must not cost an update.
  let work: Work | undefined;
  const planNow = async () => work?.planNow();
  const tidyNow = async () => work?.tidyNow();
  const accept = createAccept(pool, (chatKeys) => {
    // A process that works finds what came before its work began.
    if (works) return work?.handOver(chatKeys);
    notifyWorkers(pool, chatKeys).catch((error) =>
      log.debug({ err: error }, 'the workers could not be told of new updates; their sweep finds them'),
    );
  });

  // With PORT=0 it is known only once the server listens.
  let url = addressOf(config.host, config.port);
  const parts = { ...storage, plans, clock, calendar: planFiles.calendar, zone: planFiles.plan.zone, log };
  const { house, links } = openHouse(parts, options, { url: () => url, planNow, tidyNow });
  if (house.mode === 'rehearsal') {
    await addSamplePeople(storage.db, t('vi', 'rehearsal-newcomer'), clock.now());
    closing.add(() => saveClock(pool, clock));
  }

  const metrics = createMetrics();
  closing.add(async () => work?.stop());
  url = await serve(house, { accept, metrics, links, receives }, options, closing);
  if (works) {
    work = await startWork(house, metrics, options);
    if (config.nightly) {
      const { nightly, backupPassphrase: passphrase } = config;
      const backups = startNightlyBackups({ ...parts, ...nightly, passphrase });
      closing.add(() => backups.stop());
    }
  }
  const following = followPlans(plans, log);
  closing.add(() => following.stop());
  if (receives) {
    for (const channel of house.channels) {
      await channel.start(accept);
      closing.add(() => channel.stop());
    }
  }
  if (house.mode === 'production') {
    const { announce = () => {} } = options;
    await ensureFirstOfficer(storage.db, { code: config.firstOfficerCode, at: clock.now(), announce });
  }
  return { url, clock, house, accept, planNow, tidyNow, stop: closing.close };
}

/** Builds what the features depend on, with the channels opened and not yet started. */
function openHouse(
  parts: Storage & Pick<House, 'plans' | 'calendar' | 'log'> & { clock: MovableClock; zone: string },
  { config, ...options }: AppOptions,
  later: { url(): string; planNow(): Promise<void>; tidyNow(): Promise<void> },
): { house: House; links: Links | undefined } {
  const { db, files, plans, calendar, clock, log, tempDir } = parts;
  const { mode } = config;
  const rehearsing = mode === 'rehearsal';
  const publicUrl = findPublicUrl(config, later.url);
  const links = publicUrl && createSignedLinks({ db, clock, publicUrl });
  const channels = openChannels({ db, plans, clock, files, log }, config, {
    links,
    rehearsal:
      rehearsing && links
        ? { people: () => listSamplePeople(db.pool), clock: createDrivenClock(parts, later), links }
        : undefined,
    limits: options.limits,
    zaloPollSeconds: options.zaloPollSeconds,
  });
  const house: House = {
    ...{ db, plans, calendar, clock, files, log, mode, publicUrl, tempDir, links },
    get plan() {
      return plans.leading();
    },
    nightlyBackup: config.nightly !== undefined,
    clockMoved: config.clockStart !== undefined && !rehearsing,
    channels: [...(options.extraChannels ?? []), ...channels],
    longWork: createLongWork(),
    largestDocument: options.largestDocument ?? largestDocument,
    deliverSoon: (ids) => scheduleDeliveries(db.pool, ids),
  };
  return { house, links };
}

/** Finds the address for phones: the one that is set, and in a rehearsal that of the server. */
function findPublicUrl({ publicUrl, mode }: Config, served: () => string): (() => string) | undefined {
  if (publicUrl !== undefined) return () => publicUrl;
  return mode === 'rehearsal' ? served : undefined;
}

/**
 * Sets the clock: to the time that the settings say, and in a rehearsal to where it stopped. A new
 * rehearsal begins in the morning of the day on which the plan was signed (Plan 101: 18/8/2021).
 */
async function setClock(pool: pg.Pool, plan: Plan, { config, log }: AppOptions): Promise<MovableClock> {
  const { clockStart, mode } = config;
  if (mode === 'rehearsal')
    return movableClock(
      clockStart ?? (await readSavedClock(pool)) ?? instantOf(plan.issuedOn, '08:00', plan.zone),
    );
  if (clockStart) log.warn({ start: clockStart.toISOString() }, 'the clock does not show the real time');
  return movableClock(clockStart);
}
