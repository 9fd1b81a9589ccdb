import { chmod, mkdtemp, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { sharedFolder } from '../../src/store/embedded/binaries.ts';
import { readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { startThrowAway } from '../../src/store/start-throw-away.ts';
import { startTelegramStandIn } from '../standin/telegram/start.ts';
import { databaseIn, type HouseProcess, killServerIn, startProcess } from '../support/process.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';
import { randomOf } from './random.ts';
import { countLosses, createPatientQuery, type Losses, settled } from './stormy-database.ts';
import { listRoomyUnits, lives, patience } from './stormy-life.ts';
import { tcpProxy } from './tcp-proxy.ts';

/**
 * The faults while people use the app. `kill`: kill -9 of the app. The others break the database
 * under it: `restart` stops its server, `crash` kills the server, `terminate` ends every session,
 * `cut` cuts every connection.
 */
export type FaultKind = 'kill' | 'restart' | 'crash' | 'terminate' | 'cut';

/** The figures after a storm. All but the first three are 0 in an app without errors. */
export interface StormFigures extends Losses {
  faults: Partial<Record<FaultKind, number>>;
  registrations: number;
  updates: number;
  /** The process ended by itself. */
  ended: number;
  /** Calls that no correct bot makes. */
  violations: string[];
  /** People who were nudged, were told twice, and of these, those not marked so in the ledger. */
  nudged: number;
  toldTwice: number;
  unmarked: number;
}

const morning = '2021-08-18T08:00+07:00';
const onFriday = '2021-08-20T08:00+07:00';
const people = 8;

/**
 * Lets eight people register without a pause while these faults come in turn, each after a few
 * messages. Then nudges are sent to all of them, with `nudgeKills` kills in between. `seed` decides
 * when. With `cut` among the faults the app works on a database behind a proxy, otherwise on its
 * own.
 */
export async function storm(options: {
  faults: FaultKind[];
  nudgeKills?: number;
  seed?: number;
}): Promise<StormFigures> {
  const { faults, nudgeKills = 0, seed = 1 } = options;
  const random = randomOf(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const place = await mkdtemp(join(tmpdir(), 'dht-storm-'));
  // Root's database server runs under another account, which must be able to pass through.
  await chmod(place, 0o711);
  const dataDir = join(place, 'data');
  const telegram = await startTelegramStandIn();
  const server = faults.includes('cut') ? await startThrowAway(pino({ level: 'silent' })) : undefined;
  const proxy = server && (await tcpProxy(Number(new URL(server.url).port)));
  const serverUrl = async () => server?.url ?? (await databaseIn(dataDir));
  let app: HouseProcess | undefined;
  let ended = 0;
  let killing = false;
  let over = false;
  let registrations = 0;
  const joined: TelegramPerson[] = [];

  const start = async (clock: string) => {
    killing = false;
    const started = startProcess({
      cwd: place,
      settings: {
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        DATA_DIR: dataDir,
        CLOCK_START: clock,
        FIRST_OFFICER_CODE: 'FRST-2345',
        ...(server && proxy && { DATABASE_URL: server.url.replace(/:\d+\//, `:${proxy.port}/`) }),
      },
    });
    app = started;
    void started.exited.then(({ code, signal }) => {
      if (killing) return;
      ended += 1;
      console.error(`the app ended by itself (${code ?? signal})\n${started.stdout.slice(-5).join('\n')}`);
    });
    await started.ready();
  };
  const restart = async (clock: string) => {
    killing = true;
    await app?.kill();
    await start(clock);
  };
  const query = createPatientQuery(serverUrl);
  const postmaster = async () => {
    const cluster = await realpath(join(dataDir, 'postgres', 'cluster'));
    return (await readPostmaster(cluster))?.pid;
  };
  const doFault = async (kind: FaultKind) => {
    if (kind === 'kill') return restart(morning);
    if (kind === 'cut') return proxy?.cut(between(0, 1500));
    if (kind === 'terminate') {
      await query(`select pg_terminate_backend(pid) from pg_stat_activity
                   where datname = current_database() and pid <> pg_backend_pid()`);
      return;
    }
    const pid = await postmaster();
    if (pid) signal(pid, kind === 'restart' ? 'SIGINT' : 'SIGKILL');
  };

  try {
    await start(morning);
    const units = await listRoomyUnits(query);
    const walks = Promise.all(
      Array.from({ length: people }, (_, n) =>
        lives({
          telegram,
          units: units.filter((_unit, i) => i % people === n),
          n,
          at: new Date(morning),
          random,
          serverUrl,
          over: () => over,
          joined: (person) => joined.push(person),
          registered: () => {
            registrations += 1;
          },
        }),
      ),
    );
    let failed: unknown;
    walks.catch((error: unknown) => {
      failed = error;
    });
    for (const [i, kind] of faults.entries()) {
      const before = telegram.calls.length;
      const wanted = before + between(1, 40);
      await Promise.race([telegram.answered(() => telegram.calls.length >= wanted, patience), walks]);
      if (failed) break;
      await doFault(kind);
      if (i % 10 === 9)
        console.log(`${i + 1} faults, ${registrations} registrations, ${telegram.updates.length} updates`);
    }
    over = true;
    await walks;
    await settled(query, patience);
    const figures = await count();
    const nudges = nudgeKills > 0 ? await nudge() : { nudged: 0, toldTwice: 0, unmarked: 0 };
    return { ...figures, ...nudges, ended, violations: telegram.violations };
  } finally {
    killing = true;
    over = true;
    await app?.kill();
    await telegram.close();
    await proxy?.close();
    await server?.stop();
    await killServerIn(dataDir);
    const moved = await readlink(join(dataDir, 'postgres')).catch(() => undefined);
    if (moved?.startsWith(sharedFolder)) await rm(moved, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
  }

  async function count() {
    const faultsDone = Object.fromEntries(
      [...new Set(faults)].map((kind) => [kind, faults.filter((one) => one === kind).length]),
    );
    const updates = telegram.updates.length;
    return {
      faults: faultsDone,
      registrations,
      updates,
      ...(await countLosses(query, { registrations, updates })),
    };
  }

  /** A morning of nudges, with kills in between: people told twice are marked so in the ledger. */
  async function nudge() {
    const isNudge = ({ method, params }: { method: string; params: Record<string, unknown> }) =>
      method === 'sendMessage' && String(params.text).includes('kế hoạch triển khai');
    const told = () => telegram.calls.filter((call) => isNudge(call) && call.answered?.status === 200).length;
    await restart(onFriday);
    for (let i = 0; i < nudgeKills && told() < joined.length; i++) {
      const wanted = told() + between(1, 2);
      await telegram.answered(() => told() >= Math.min(wanted, joined.length), patience);
      await restart(onFriday);
    }
    await settled(query, patience);
    const ledger = await query<{ chat: string; marked: boolean; sent: boolean }>(
      `select a.external_id as chat, d.maybe_repeated as marked, d.status = 'sent' as sent
       from delivery d join account a on a.person_id = d.person_id where d.kind = 'nudge'`,
    );
    const times = (chat: string) =>
      telegram.calls.filter(
        (call) => isNudge(call) && String(call.params.chat_id) === chat && call.answered?.status === 200,
      ).length;
    const twice = ledger.filter(({ chat }) => times(chat) > 1);
    return {
      nudged: ledger.filter(({ chat, sent }) => sent && times(chat) > 0).length,
      toldTwice: twice.length,
      unmarked: twice.filter(({ marked }) => !marked).length,
    };
  }
}

/** A server that ends at this very moment needs no signal. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
