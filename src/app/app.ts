import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { House } from '../bot/core/house.ts';
import { createLongWork } from '../bot/core/long-work.ts';
import { createWords } from '../bot/core/words.ts';
import type { Channel } from '../channels/channel.ts';
import type { SendLimits } from '../channels/telegram/limits.ts';
import type { Rehearsal } from '../channels/web/channel.ts';
import { type MovableClock, movableClock } from '../clock.ts';
import { type Config, ConfigError } from '../config/config.ts';
import { runPendingDeliveries, scheduleDeliveries } from '../deliveries/sweep.ts';
import { addGuideRoutes } from '../guide/routes.ts';
import { createHttp } from '../http/server.ts';
import { t } from '../i18n.ts';
import type { Accept } from '../jobs/inbound.ts';
import { createAccept, notifyWorkers } from '../jobs/inbox.ts';
import { prepareJobs } from '../jobs/runner.ts';
import { createSignedLinks } from '../links/links.ts';
import { addLinkRoutes } from '../links/routes.ts';
import { ensureFirstOfficer } from '../people/first-officer.ts';
import { instantOf } from '../plan/calendar.ts';
import { loadUnits, parsePlan, readPlanText } from '../plan/load.ts';
import { loadWorkingCalendar } from '../plan/load-calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { followPlans } from '../plans/follow-plans.ts';
import { isPlanKnown, loadPlanText } from '../plans/load-plan.ts';
import { openPlans } from '../plans/plans.ts';
import { computeStep, readSavedClock, saveClock } from '../rehearsal/clock.ts';
import { addSamplePeople, listSamplePeople } from '../rehearsal/people.ts';
import { withSafeRemovals } from '../store/backup/removals.ts';
import { checkFiles } from '../store/check-files.ts';
import { prepareFolder } from '../store/data-dir.ts';
import { connect } from '../store/database.ts';
import { hasRoom } from '../store/disk-room.ts';
import { openFiles } from '../store/files.ts';
import { readOrKeepMode } from '../store/mode.ts';
import { type PreparedDatabase, prepareDatabase } from '../store/prepare-database.ts';
import { loadRoster } from '../units/units.ts';
import { addHealthRoutes } from './health.ts';
import { createMetrics } from './metrics.ts';
import { startNightlyBackups } from './nightly-backup.ts';
import { openChannels } from './open-channels.ts';
import { startWork, type Work } from './work.ts';

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

/** The settings and dependencies of a start. */
export interface AppOptions {
  config: Config;
  log: Logger;
  /** Called with each line that an operator has to read, such as the first officer's code. */
  announce?(line: string): void;
  /** The database, when its preparation began before; by default that of `config`. */
  database?: Promise<PreparedDatabase>;
  /** A stop that comes during the start: the start ends at its next step and throws the reason. */
  signal?: AbortSignal;
  /** For tests: other limits of sending, another time limit, a channel of their own. */
  limits?: SendLimits;
  cutOffMs?: number;
  /** For tests: interval of looking for updates and deliveries whose job died with its worker. */
  sweepMs?: number;
  /** For tests: how long Zalo holds a poll, which a stop waits for. */
  zaloPollSeconds?: number;
  extraChannels?: Channel[];
  /** For tests: a smaller maximum size of a document, in bytes. */
  largestDocument?: number;
  /** For tests: how much of the disk must stay free, in bytes. */
  leastFreeBytes?: number;
  /** For tests: time limit of a request other than an upload. Milliseconds. */
  requestMs?: number;
}

/**
 * Starts the app: builds its parts and opens its channels. After a failure, the parts opened before
 * are closed.
 */
export async function startApp(options: AppOptions): Promise<RunningApp> {
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
): Promise<RunningApp> {
  const { config, log, signal } = options;
  // One that could not be prepared has stopped its server itself, and its error is thrown below.
  const toStop = options.database?.catch(() => undefined);
  closing.push(async () => (await toStop)?.embedded?.stop());
  const planText = readPlanText(config.planFile);
  const planOfFile = parsePlan(planText, config.planFile);
  const calendar = loadWorkingCalendar(config.calendarFile);
  const units = loadUnits(config.unitsFile, planOfFile);

  await prepareFolder('DATA_DIR', config.dataDir);
  if (config.nightly) await prepareFolder('BACKUP_DIR', config.nightly.folder);
  const store = openFiles({
    dataDir: config.dataDir,
    filesUrl: config.filesUrl,
    leastFreeBytes: options.leastFreeBytes,
  });
  if (config.filesUrl) await checkFiles(store, config.filesUrl);

  const { databaseUrl, dataDir } = config;
  const prepared = await (options.database ?? prepareDatabase({ url: databaseUrl, dataDir, log, signal }));
  const db = connect({ ...prepared, log, poolSize: 16 });
  closing.push(() => db.close());
  signal?.throwIfAborted();
  const files = withSafeRemovals(store, db.pool);
  refuseOtherMode(await readOrKeepMode(db.pool, config.mode), config.mode);
  await prepareJobs(db.url, log);
  const tempDir = join(config.dataDir, 'tmp');
  await mkdir(tempDir, { recursive: true });

  const rehearsing = config.mode === 'rehearsal';
  const clock = movableClock(
    config.clockStart ??
      (rehearsing ? ((await readSavedClock(db.pool)) ?? firstMorning(planOfFile)) : undefined),
  );
  if (config.clockStart && !rehearsing)
    log.warn({ start: config.clockStart.toISOString() }, 'the clock does not show the real time');
  if (!(await isPlanKnown(db.pool, planOfFile)))
    await loadPlanText(db, { name: config.planFile, text: planText }, { at: clock.now() });
  signal?.throwIfAborted();
  const plans = await openPlans(db, planOfFile.code, clock);
  await loadRoster(db.pool, units, { planId: plans.leading().id, at: clock.now() });

  signal?.throwIfAborted();
  const metrics = createMetrics();
  const works = config.role !== 'web';
  const receives = config.role !== 'worker';
  // A process that works handles at once what it accepts; work begins a few lines further down.
  let handOver = (chatKeys: string[]): void => {
    if (works) return;
    notifyWorkers(db.pool, chatKeys).catch((error) =>
      log.debug({ err: error }, 'the workers could not be told of new updates; their sweep finds them'),
    );
  };
  const accept = createAccept(db.pool, (chatKeys) => handOver(chatKeys));

  // Moving the rehearsal's clock plans at once; the planner is created below.
  let planNow: () => Promise<void> = async () => {};
  let tidyNow: () => Promise<void> = async () => {};
  // With PORT=0 it is known only once the server listens.
  let url = addressOf(config.host, config.port);
  const publicUrl = config.publicUrl ?? (rehearsing ? () => url : undefined);
  const links = publicUrl ? createSignedLinks({ db, clock, publicUrl }) : undefined;
  const moveTo = async (moment: Date): Promise<void> => {
    clock.set(moment);
    await saveClock(db.pool, clock);
    await planNow();
    await runPendingDeliveries(db.pool);
  };
  const rehearsal: Omit<Rehearsal, 'links'> = {
    people: () => listSamplePeople(db.pool),
    clock: {
      now: clock.now,
      zone: planOfFile.zone,
      async move(step) {
        await moveTo(computeStep([plans.leading(), ...plans.open()], calendar, clock.now(), step));
        await tidyNow();
      },
      moveTo,
    },
  };
  const channels = [
    ...(options.extraChannels ?? []),
    ...openChannels({ db, plans, clock, files, log }, config, {
      links,
      rehearsal: rehearsing && links ? { ...rehearsal, links } : undefined,
      limits: options.limits,
      zaloPollSeconds: options.zaloPollSeconds,
    }),
  ];

  const house: House = {
    db,
    plans,
    get plan() {
      return plans.leading();
    },
    calendar,
    clock,
    files,
    log,
    mode: config.mode,
    nightlyBackup: config.nightly !== undefined,
    clockMoved: config.clockStart !== undefined && !rehearsing,
    channels,
    publicUrl: typeof publicUrl === 'string' ? () => publicUrl : publicUrl,
    tempDir,
    longWork: createLongWork(),
    links,
    largestDocument: options.largestDocument ?? largestDocument,
    deliverSoon: (ids) => scheduleDeliveries(db.pool, ids),
  };

  if (rehearsing) {
    await addSamplePeople(db, t('vi', 'rehearsal-newcomer'), clock.now());
    closing.push(() => saveClock(db.pool, clock));
  }

  // Begins once the server listens, and ends after it: a port in use must not cost an update.
  let work: Work | undefined;
  closing.push(async () => work?.stop());

  const http = createHttp({ log, publicUrl: config.publicUrl, requestMs: options.requestMs });
  addHealthRoutes(http, {
    pool: db.pool,
    channels: receives ? channels : [],
    metrics,
    token: config.healthToken,
    hasRoom: () => hasRoom(config.dataDir, options.leastFreeBytes),
  });
  if (receives) for (const channel of channels) channel.routes?.(http, accept);
  if (receives) addGuideRoutes(http, (locale) => createWords(plans.leading(), locale));
  if (receives && links)
    addLinkRoutes(
      http,
      links,
      {
        db,
        files,
        clock,
        office: (locale) => plans.leading().bodies.office[locale],
        say: (locale, key, args) => createWords(plans.leading(), locale).t(key, args),
      },
      accept,
    );
  signal?.throwIfAborted();
  await http.listen({ host: config.host, port: config.port });
  closing.push(() => http.close());
  const { port } = http.server.address() as AddressInfo;
  url = addressOf(config.host, port);

  if (works) {
    work = await startWork(house, metrics, options);
    handOver = work.handOver;
    planNow = work.planNow;
    tidyNow = work.tidyNow;
    if (config.nightly) {
      const nightly = startNightlyBackups({
        ...config.nightly,
        db,
        files,
        passphrase: config.backupPassphrase,
        clock,
        zone: planOfFile.zone,
        log,
      });
      closing.push(() => nightly.stop());
    }
  }
  const following = followPlans(plans, log);
  closing.push(() => following.stop());
  if (receives) {
    for (const channel of channels) {
      await channel.start(accept);
      closing.push(() => channel.stop());
    }
  }
  if (!rehearsing) {
    await ensureFirstOfficer(db, {
      code: config.firstOfficerCode,
      at: clock.now(),
      announce: options.announce ?? (() => {}),
    });
  }
  return {
    url,
    clock,
    house,
    accept,
    planNow,
    tidyNow,
    stop: close,
  };
}

function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Start of a rehearsal: the morning of the day on which the plan was signed, 08:00 on 18/8/2021 for
 * Plan 101.
 */
function firstMorning(plan: Plan): Date {
  return instantOf(plan.issuedOn, '08:00', plan.zone);
}

function refuseOtherMode(kept: string, mode: Config['mode']): void {
  if (kept === mode) return;
  throw new ConfigError([
    `DATA_DIR: this database holds a ${kept}, not a ${mode}; set another DATA_DIR (or DATABASE_URL), or remove the old one`,
  ]);
}
