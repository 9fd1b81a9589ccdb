import { chmod, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showCode } from '../../src/people/code.ts';
import { invite } from '../../src/people/invitations.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { sharedFolder } from '../../src/store/embedded/binaries.ts';
import type { RecordedCall } from '../standin/telegram/call-log.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../standin/telegram/start.ts';
import { databaseIn, type HouseProcess, killServerIn, startProcess } from '../support/process.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';
import { joins, registersOnce } from './story.ts';

/**
 * One office from its first day to its first nudge, with its process killed many times, on one
 * DATA_DIR.
 */
describe('kill -9, at many points of', () => {
  let place: string;
  let telegram: TelegramStandIn;
  let app: HouseProcess;
  let db: Database;
  let kills = 0;
  const liaisons: TelegramPerson[] = [];
  let officer: TelegramPerson;

  const dataDir = () => join(place, 'data');
  const start = async (clock: string) => {
    app = startProcess({
      cwd: place,
      settings: {
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        DATA_DIR: dataDir(),
        CLOCK_START: clock,
        FIRST_OFFICER_CODE: 'FRST-2345',
      },
    });
    await app.ready();
  };
  /**
   * Kills it when the stand-in has answered so many more matching calls, and starts it again. A
   * walk that is over makes no more calls: then it is not killed any more.
   */
  const killAfter = async (
    times: number,
    clock: string,
    { fits = isSend, walk }: { fits?: (call: RecordedCall) => boolean; walk?: Promise<unknown> } = {},
  ) => {
    const before = telegram.calls.filter(fits).length;
    const answered = telegram.answered(() => telegram.calls.filter(fits).length >= before + times, patience);
    if (walk) {
      answered.catch(() => 'the walk may be over first');
      const ended = await Promise.race([answered.then(() => false), walk.then(() => true)]);
      if (ended) return;
    } else await answered;
    await app.kill();
    kills += 1;
    await start(clock);
  };
  const rows = async (sql: string) => (await db.pool.query(sql)).rows;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'dht-kill-'));
    // Root's database server runs under another account, which must be able to pass through.
    await chmod(place, 0o711);
    telegram = await startTelegramStandIn();
    await start(morning);
    db = connect({ url: await databaseIn(dataDir()), log: pino({ level: 'silent' }), poolSize: 2 });
  });
  afterAll(async () => {
    await db?.close();
    await app?.kill();
    await telegram?.close();
    await killServerIn(dataDir());
    const moved = await readlink(join(dataDir(), 'postgres')).catch(() => undefined);
    if (moved?.startsWith(sharedFolder)) await rm(moved, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
  });

  it('joining and registering: nothing is lost, nothing doubled, codes have no gaps', {
    timeout: 900_000,
  }, async () => {
    const join = async (person: TelegramPerson, code: string, name: string) => {
      await joins(person, code, name);
      await person.presses('Bỏ qua');
      await person.sees('Đã xong.');
    };
    const unit = await db.prisma.unit.findUniqueOrThrow({ where: { code: 'GLAR' } });
    const at = new Date(morning);
    const stories = Array.from({ length: 5 }, async (_, i) => {
      const person = telegram.person({ name: `Bình ${i}`, phone: '0905123456', ...amidKills });
      liaisons.push(person);
      const { code } = await invite(db.prisma, { role: 'liaison', unitId: unit.id, at });
      await join(person, showCode(code), `Nguyễn Văn Bình ${letters[i]}`);
      // Names that are not similar, or each would be warned of the others.
      return registersOnce(person, models[i] ?? '');
    });
    officer = telegram.person({ name: 'Hạnh', phone: '0905000001', ...amidKills });
    const walked = Promise.all([join(officer, 'FRST-2345', 'Trần Thị Hạnh'), ...stories]);
    const killed = (async () => {
      for (const calls of [3, 8, 13, 5, 21, 2, 17, 11]) await killAfter(calls, morning);
    })();
    await Promise.all([walked, killed]);

    expect(await rows('select code, status from exemplar order by code')).toEqual(
      [1, 2, 3, 4, 5].map((n) => ({ code: `GLAR-2021-00${n}`, status: 'submitted' })),
    );
    expect(await rows('select last from exemplar_counter')).toEqual([{ last: 5 }]);
    expect(await rows('select name from exemplar order by name collate "C"')).toEqual(
      models.toSorted().map((name) => ({ name })),
    );
    expect(
      await rows(`select distinct summary, impact, place, member_count, representative, difficult_area,
                    direct_labour, criteria, endorsed_on::text as endorsed from exemplar`),
    ).toEqual([
      {
        summary: expect.stringMatching(/^Làng có 125 hộ, [^\n]+ cồng chiêng\.$/),
        impact: expect.stringMatching(/^Cách làm đơn giản[^\n]+làm theo\.$/),
        place: 'Làng Đê Kốp',
        member_count: 125,
        representative: 'Ông A Nhưk, Trưởng thôn',
        difficult_area: true,
        direct_labour: true,
        criteria: [expect.any(String)],
        endorsed: '2021-08-05',
      },
    ]);
    expect(await rows('select count(*) as n from attachment where exemplar_id is not null')).toEqual([
      { n: 5 },
    ]);
    expect(await rows('select action, count(*) as n from exemplar_change group by 1')).toEqual([
      { action: 'submit', n: 5 },
    ]);
    expect(await rows('select form, state, count(*) as n from draft group by 1, 2 order by 1')).toEqual([
      { form: 'join', state: 'done', n: 6 },
      { form: 'register', state: 'done', n: 5 },
    ]);
    expect(await rows('select name from person order by name')).toHaveLength(6);
    expect(await rows('select 1 from membership')).toHaveLength(6);
    await allHandled();
  });

  it('a review: each decision once, each notice recorded once', { timeout: 900_000 }, async () => {
    const [first, second] = await rows(
      `select e.id, e.code, e.name, a.external_id as chat from exemplar e
       join account a on a.person_id = e.submitted_by_id order by e.code`,
    );
    const liaisonOf = (chat: string) => liaisons.find(({ id }) => String(id) === chat);
    const walked = (async () => {
      await officer.says('/duyet');
      await officer.presses(`${first.code} ${first.name}`.slice(0, 60));
      await officer.presses('Duyệt');
      await officer.sees(`Đã duyệt ${first.code}`);
      await liaisonOf(first.chat)?.sees(`đã duyệt ${first.code}`);
      await officer.says('/duyet');
      // Seen before it is pressed: while the app is down, a person would not take the last one's
      // buttons for these.
      await officer.sees('Chờ duyệt 1–4 trong 4');
      await officer.presses(`${second.code} ${second.name}`.slice(0, 60));
      await officer.sees(`${second.code} “${second.name}”`);
      await officer.presses('Trả lại');
      await officer.presses('☐ Địa bàn');
      await officer.presses('Xong');
      await officer.sees('Cần bổ sung điều gì');
      await officer.says('Đề nghị nêu rõ số hộ thoát nghèo từng năm.');
      await officer.sees(second.code);
      await liaisonOf(second.chat)?.sees('Địa bàn');
    })();
    const killed = (async () => {
      for (const calls of [1, 2, 2, 2]) await killAfter(calls, morning, { walk: walked });
    })();
    const before = kills;
    await Promise.all([walked, killed]);
    expect(kills - before).toBeGreaterThan(1);
    await allHandled();
    expect(
      await rows(
        `select action, count(*) as n from exemplar_change where action <> 'submit' group by 1 order by 1`,
      ),
    ).toEqual([
      { action: 'approve', n: 1 },
      { action: 'return', n: 1 },
    ]);
    await expect
      .poll(() => rows('select kind, status from delivery order by kind'), { timeout: patience })
      .toEqual([
        { kind: 'exemplar-approve', status: 'sent' },
        { kind: 'exemplar-return', status: 'sent' },
      ]);
    expect(await rows(`select status, returned_fields from exemplar where code = '${second.code}'`)).toEqual([
      { status: 'returned', returned_fields: ['place'] },
    ]);
  });

  it('a morning of nudges: all people are told, none is recorded twice', {
    timeout: 900_000,
  }, async () => {
    await app.kill();
    const isNudge = (call: RecordedCall) => isSend(call) && JSON.stringify(call.params).includes('còn thiếu');
    await start(onFriday);
    for (const calls of [1, 1, 2]) {
      // No more than there are people left: some are told while the process is being killed.
      const left = liaisons.length - telegram.calls.filter(isNudge).length;
      if (left <= 0) break;
      await killAfter(Math.min(calls, left), onFriday, { fits: isNudge });
    }
    for (const liaison of liaisons) await liaison.sees('còn 4 ngày');
    await expect
      .poll(() => rows(`select status, count(*) as n from delivery where kind = 'nudge' group by 1`), {
        timeout: patience,
      })
      .toEqual([{ status: 'sent', n: 5 }]);
    const nudges = await rows(
      'select duty, unit_id, stage, person_id, count(*) as n from nudge group by 1, 2, 3, 4',
    );
    expect(new Set(nudges.map(({ person_id }) => person_id)).size).toBe(5);
    expect(nudges.every(({ n }) => n === 1)).toBe(true);
    expect(telegram.violations).toEqual([]);
    // Ten before; how many fit into a morning depends on how fast people are told.
    expect(kills).toBeGreaterThanOrEqual(10);
  });

  /** Waits until the inbox is empty; then nothing may be left over. */
  async function allHandled(): Promise<void> {
    await expect
      .poll(() => rows(`select status, count(*) as n from inbox_update group by 1`), { timeout: patience })
      .toEqual([{ status: 'done', n: telegram.updates.length }]);
    expect(await rows('select key from chat where owner is not null')).toEqual([]);
  }
});

const morning = '2021-08-18T08:00+07:00';
const onFriday = '2021-08-20T08:00+07:00';
/** Milliseconds: a start on a busy machine, several times over. */
const patience = 180_000;
/** A kill may lose the step of a button that a person has pressed. */
const amidKills = { patience, pressesAgain: true };
const letters = 'ABCDE';
const models = [
  'Đội cồng chiêng trẻ làng Dôr',
  'Hợp tác xã trồng cà phê sạch',
  'Chi hội phụ nữ tiết kiệm tín dụng',
  'Tổ an ninh tự quản ban đêm',
  'Câu lạc bộ nông dân đổi mới',
];

function isSend(call: RecordedCall): boolean {
  return call.method === 'sendMessage' && call.answered !== undefined;
}
