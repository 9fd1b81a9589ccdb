import { chmod, mkdtemp, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { showCode } from '../../src/people/code.ts';
import { invite } from '../../src/people/invitations.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { sharedFolder } from '../../src/store/embedded/binaries.ts';
import { readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { type Embedded, startEmbedded } from '../../src/store/embedded.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../standin/telegram/start.ts';
import type { ChatPerson } from '../support/chat.ts';
import { databaseIn, type HouseProcess, killServerIn, startProcess } from '../support/process.ts';
import { settledIn } from '../support/settled.ts';
import { until } from '../support/until.ts';
import { type SignedInPerson, signedInPerson } from '../support/web-sign-in.ts';
import { createPatientQuery } from './stormy-database.ts';
import { joins, registersOnce } from './story.ts';

/** Milliseconds that a person waits: a start of the server on a busy machine. */
const patience = 180_000;
const at = '2021-08-18T08:00+07:00';
const log = pino({ level: 'silent' });

/** Names that are not similar, or each would be warned of the others. */
const models = [
  'Đội cồng chiêng trẻ làng Dôr',
  'Hợp tác xã trồng cà phê sạch',
  'Chi hội phụ nữ tiết kiệm tín dụng',
  'Tổ an ninh tự quản ban đêm',
  'Câu lạc bộ nông dân đổi mới',
  'Nhóm thanh niên khởi nghiệp nuôi dê',
  'Lớp xóa mù chữ của thầy Hyưm',
  'Dòng họ hiếu học ở thôn Tân Bình',
  'Mô hình con đường hoa nông thôn',
  'Tổ hòa giải làng Groi Wêt',
];

interface Fault {
  signal: NodeJS.Signals;
  what: string;
  /** An administrator's session stays open: it keeps a server that waits for sessions. */
  visited?: boolean;
}

const faults: Fault[] = [
  { signal: 'SIGTERM', what: 'waits for its sessions' },
  { signal: 'SIGTERM', what: 'waits for a session of an administrator too', visited: true },
  { signal: 'SIGINT', what: 'ends its sessions' },
  { signal: 'SIGKILL', what: 'is killed' },
];

describe.each(['embedded', 'external'] as const)('the %s server is stopped from outside', (kind) => {
  let place: string;
  let telegram: TelegramStandIn;
  let app: HouseProcess;
  let external: Embedded | undefined;
  let ended = false;
  const people: ChatPerson[] = [];
  const names = [...models];
  const registered: string[] = [];
  let db: Database | undefined;
  let onPage: SignedInPerson | undefined;

  const dataDir = () => join(place, kind === 'external' ? 'server' : 'data');
  const addressOfServer = () => databaseIn(dataDir());
  const query = createPatientQuery(addressOfServer);
  const serverPid = async () =>
    (await readPostmaster(await realpath(join(dataDir(), 'postgres', 'cluster'))))?.pid;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'dht-stopped-'));
    // Root's database server runs under another account, which must be able to pass through.
    await chmod(place, 0o711);
    telegram = await startTelegramStandIn();
    // Its administrator, who starts it again once it has ended, is this process.
    if (kind === 'external') external = await startEmbedded({ dataDir: dataDir(), log });
    app = startProcess({
      cwd: place,
      settings: {
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        DATA_DIR: join(place, 'data'),
        CLOCK_START: at,
        FIRST_OFFICER_CODE: 'FRST-2345',
        ...(external && { DATABASE_URL: external.url }),
      },
    });
    app.exited.then(() => {
      ended = true;
    });
    const url = await app.ready();
    db = connect({ url: await addressOfServer(), log, poolSize: 2 });
    const { prisma, pool } = db;
    const settled = settledIn(pool, telegram.pending, patience);
    const amidFaults = { patience, settled, pressesAgain: true };
    const unit = await prisma.unit.findUniqueOrThrow({ where: { code: 'GLAR' } });
    const code = async () =>
      showCode((await invite(prisma, { role: 'liaison', unitId: unit.id, at: new Date(at) })).code);
    const onPhone = telegram.person({ name: 'Bình', ...amidFaults });
    await joins(onPhone, await code(), 'Nguyễn Văn Bình');
    onPage = await signedInPerson(url, 'Lan', await code(), amidFaults);
    await onPage.presses('Đúng, tôi nhận');
    await onPage.sees('Họ và tên');
    await onPage.says('Rơ Châm Lan');
    await onPage.sees('Số điện thoại');
    people.push(onPhone, onPage);
    for (const person of people) {
      await person.presses('Bỏ qua');
      await person.sees('Đã xong.');
    }
  });
  afterAll(async () => {
    await onPage?.leaves();
    await db?.close();
    await app?.kill();
    await telegram?.close();
    await external?.stop();
    await killServerIn(dataDir());
    const moved = await readlink(join(dataDir(), 'postgres')).catch(() => undefined);
    if (moved?.startsWith(sharedFolder)) await rm(moved, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
  });

  const ofThis = faults.filter(({ visited }) => !visited || kind === 'embedded');
  it.each(ofThis)(
    'by $signal, and $what: the app continues, nothing lost',
    {
      timeout: 600_000,
    },
    async ({ signal, visited }) => {
      if (visited) await visit(await addressOfServer());
      const next = people.map(() => names.shift() ?? '');
      const before = await serverPid();
      const answers = telegram.calls.length + 5;
      const walked = Promise.all(people.map((person, i) => registersOnce(person, next[i] ?? '')));
      await Promise.race([telegram.answered(() => telegram.calls.length >= answers, patience), walked]);
      await stop(before ?? 0, signal);
      await walked;
      await expect.poll(serverPid, { timeout: patience }).not.toBe(before);
      for (const person of people) {
        await person.says('/hannop');
        await person.sees('Xã Glar');
      }
      registered.push(...next);
      const sorted = [...registered].sort().map((name) => ({ name, n: 1 }));
      expect(
        await query('select name, count(*)::int as n from exemplar group by 1 order by name collate "C"'),
      ).toEqual(sorted);
      expect(
        await query(`select status, count(*)::int as n from exemplar_change c join exemplar e on e.id = c.exemplar_id
                   group by 1`),
      ).toEqual([{ status: 'submitted', n: registered.length }]);
      await expect
        .poll(() => query(`select 1 from inbox_update where status <> 'done'`), { timeout: patience })
        .toEqual([]);
      expect(ended).toBe(false);
      expect(telegram.violations).toEqual([]);
    },
  );

  /** Signals the server, and waits until it takes no new session, or another one runs. */
  async function stop(pid: number, signal: NodeJS.Signals): Promise<void> {
    process.kill(pid, signal);
    await until(async () => {
      const client = new pg.Client({ connectionString: await addressOfServer().catch(() => '') });
      client.on('error', () => undefined);
      const refused = await client.connect().then(
        () => false,
        () => true,
      );
      await client.end().catch(() => undefined);
      return refused || (await serverPid()) !== pid ? true : undefined;
    });
  }

  /** Opens a session that its owner never ends. */
  async function visit(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: 'psql' });
    client.on('error', () => undefined);
    await client.connect();
    onTestFinished(() => client.end().catch(() => undefined));
  }
});
