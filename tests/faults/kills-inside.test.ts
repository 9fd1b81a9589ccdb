import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveProposals } from '../../src/awards/save-proposals.ts';
import { searchName } from '../../src/text/search-name.ts';
import type { ChatPerson } from '../support/chat.ts';
import { invites, joinsWith } from './life/acts/of-people.ts';
import { merges } from './life/acts/of-plans.ts';
import { reports, sumsUp } from './life/acts/of-units.ts';
import { type LifeHouse, openLifeHouse } from './life/house.ts';

const names = ['Làng Groi giữ rừng', 'Đội cồng chiêng làng Dôr', 'Tổ hợp tác cà phê'];
const grounds = 'Giảm 12 hộ nghèo, giúp 30 hộ vay vốn.';
const timeout = 600_000;

let house: LifeHouse;
let officer: ChatPerson;
let liaison: ChatPerson;
let ids: { officer: number; liaison: number; unit: number; undecided: number };

const rows = async (sql: string) => (await house.database.pool.query(sql)).rows;
const idOf = async (sql: string): Promise<number> => (await rows(sql))[0]?.id ?? 0;

beforeAll(async () => {
  house = await openLifeHouse('2024-12-05T08:00:00+07:00');
  officer = await joinsWith(house, { name: 'Trần Thị Hạnh', channel: 'telegram' }, 'FRST-2345');
  liaison = await invites(house, officer, 'đầu mối Xã Glar', {
    ...{ name: 'Nguyễn Văn Bình', channel: 'telegram' },
  });
  await house.settled();
  const { prisma } = house.database;
  const { unitId, personId } = await prisma.membership.findFirstOrThrow({ where: { role: 'liaison' } });
  const of = { planId: 1, unitId: unitId ?? 0 };
  const by = { personId, channel: 'telegram', at: new Date('2024-12-02T02:00:00Z') };
  const put = async (i: number, approved: boolean) =>
    prisma.exemplar.create({
      data: {
        ...{ ...of, code: `GLAR-2021-00${i}`, year: 2021, name: names[i - 1] ?? '', searchName: '' },
        ...{ subject: 'collective', category: 'community', place: 'Làng Groi', summary: grounds },
        ...{ impact: 'Các làng làm theo.', criteria: [], endorsedOn: new Date('2021-08-05') },
        ...{ difficultArea: true, directLabour: false, submittedById: personId, submittedAt: by.at },
        ...(approved
          ? { status: 'approved', decidedAt: by.at, decidedById: personId }
          : { status: 'submitted' }),
        changes: { create: { ...by, action: approved ? 'approve' : 'submit' } },
      },
      select: { id: true },
    });
  const [first, second] = [await put(1, true), await put(2, true)];
  const { id: undecided } = await put(3, false);
  for (const name of names)
    await prisma.exemplar.updateMany({ where: { name }, data: { searchName: searchName(name) } });
  const award = { form: 'merit', title: null, level: 'district', grounds };
  await prisma.$transaction((tx) =>
    saveProposals(
      tx,
      { ...of, year: 2024 },
      [first, second].map(({ id }) => ({ exemplarId: id, ...award })),
      by,
    ),
  );
  ids = {
    officer: await idOf(`select person_id as id from membership where role = 'officer'`),
    ...{ liaison: personId, unit: of.unitId, undecided },
  };
});
afterAll(() => house.close());

it('a list of awards is forwarded, once', { timeout }, async () => {
  const last = await idOf('select max(id) as id from award_proposal');
  await house.killedInside([{ table: 'award_proposal', id: last }], async () => {
    await officer.says('/khenthuong chưa trình');
    await officer.presses('Trình cả trang (2)');
    await officer.presses('Trình 2 đề nghị');
    await officer.sees('Đã trình 2 đề nghị.');
  });
  await house.settled();
  expect(
    await rows(`select p.state::text, array_agg(c.action::text order by c.id) as steps
                from award_proposal p join award_proposal_change c on c.proposal_id = p.id group by p.id, 1`),
  ).toEqual(Array.from({ length: 2 }, () => ({ state: 'forwarded', steps: ['propose', 'forward'] })));
});

it('an annual report is sent, once', { timeout }, async () => {
  await house.killedInside(
    [
      { table: 'unit', id: ids.unit },
      // The news for officers comes near the end.
      { table: 'person', id: ids.officer },
    ],
    async () => {
      await reports(
        liaison,
        2024,
        ['GLAR-2021-001', 'GLAR-2021-002'].map((exemplar) => ({ exemplar, result: 'Duy trì tốt' as const })),
      );
    },
  );
  await house.settled();
  expect(
    await rows(`select f.duty, f.status::text, array_agg(c.action::text) as steps
                from filing f join filing_change c on c.filing_id = f.id group by f.id, 1, 2`),
  ).toEqual([{ duty: 'annualReport', status: 'submitted', steps: ['submit'] }]);
  expect(await rows('select count(*) as n from annual_report')).toEqual([{ n: 1 }]);
  expect(await rows('select count(*) as n from evaluation')).toEqual([{ n: 2 }]);
  expect(await rows(`select count(*) as n from delivery where kind = 'officer-news'`)).toEqual([{ n: 1 }]);
});

it('an annual report is returned, once, and the unit reads it once', { timeout }, async () => {
  await house.killedInside(
    [
      { table: 'unit', id: ids.unit },
      { table: 'person', id: ids.liaison },
    ],
    async () => {
      await officer.says('/duyet văn bản');
      await officer.presses('Báo cáo kết quả năm 2024 – Xã Glar');
      await officer.presses('Trả lại');
      await officer.sees('chọn điển hình hoặc đoạn cần sửa');
      await officer.says('phương hướng');
      await officer.sees('chọn điển hình hoặc đoạn cần sửa');
      await officer.presses('Xong');
      await officer.sees('cần sửa điều gì?');
      await officer.says('Nêu rõ chỉ tiêu của năm sau.');
      await officer.sees('Đã trả lại Báo cáo kết quả năm 2024 – Xã Glar');
    },
  );
  await liaison.sees('Nêu rõ chỉ tiêu của năm sau.');
  await house.settled();
  expect(
    await rows(`select f.status::text, array_agg(c.action::text order by c.id) as steps
                from filing f join filing_change c on c.filing_id = f.id group by f.id, 1`),
  ).toEqual([{ status: 'returned', steps: ['submit', 'return'] }]);
  expect(await rows(`select status::text from delivery where kind = 'filing-return'`)).toEqual([
    { status: 'sent' },
  ]);
});

it('a period summary is sent, once, with its nominations', { timeout }, async () => {
  await house.killedInside(
    [
      { table: 'unit', id: ids.unit },
      { table: 'person', id: ids.officer },
    ],
    () => sumsUp(liaison, [1]),
  );
  await house.settled();
  expect(
    await rows(`select f.duty, f.status::text, array_agg(c.action::text) as steps
                from filing f join filing_change c on c.filing_id = f.id
                where f.duty <> 'annualReport' group by f.id, 1, 2 order by f.id`),
  ).toEqual([
    { duty: 'periodSummary', status: 'submitted', steps: ['submit'] },
    { duty: 'nominations', status: 'submitted', steps: ['submit'] },
  ]);
  expect(await rows('select state::text from nomination')).toEqual([{ state: 'nominated' }]);
});

it('a period summary is returned, once, and the unit reads it once', { timeout }, async () => {
  await house.killedInside(
    [
      { table: 'unit', id: ids.unit },
      { table: 'person', id: ids.liaison },
    ],
    async () => {
      await officer.says('/duyet văn bản');
      await officer.presses('Tổng kết giai đoạn – Xã Glar');
      await officer.presses('Trả lại');
      await officer.sees('chọn điển hình hoặc đoạn cần sửa');
      await officer.says('hạn chế');
      await officer.sees('chọn điển hình hoặc đoạn cần sửa');
      await officer.presses('Xong');
      await officer.sees('cần sửa điều gì?');
      await officer.says('Nêu rõ nguyên nhân của hạn chế.');
      await officer.sees('Đã trả lại Tổng kết giai đoạn – Xã Glar');
    },
  );
  await liaison.sees('Nêu rõ nguyên nhân của hạn chế.');
  await house.settled();
  expect(
    await rows(`select f.status::text, f.returned_lines, array_agg(c.action::text order by c.id) as steps
                from filing f join filing_change c on c.filing_id = f.id
                where f.duty = 'periodSummary' group by f.id`),
  ).toEqual([{ status: 'returned', returned_lines: ['difficulties'], steps: ['submit', 'return'] }]);
  expect(await rows(`select status::text from delivery where kind = 'filing-return'`)).toEqual([
    { status: 'sent' },
    { status: 'sent' },
  ]);
});

it('two units merge, once, with their people and exemplars', { timeout }, async () => {
  await house.killedInside(
    [
      { table: 'unit', id: ids.unit },
      { table: 'person', id: ids.liaison },
      { table: 'exemplar', id: ids.undecided },
    ],
    () =>
      merges(officer, {
        ...{ from: ['GLAR', 'TRANG'], name: 'Xã Đak Đoa mới', code: 'XDAKDOA', on: '5/12/2024' },
        done: 'Đã xong, có hiệu lực từ',
      }),
  );
  await liaison.sees('Xã Đak Đoa mới');
  await house.settled();
  expect(await rows(`select action::text, applied_at is not null as applied from change_of_units`)).toEqual([
    { action: 'merged', applied: true },
  ]);
  expect(
    await rows(`select active, count(*) as n from unit where code in ('GLAR', 'TRANG', 'XDAKDOA')
                     group by 1 order by 1`),
  ).toEqual([
    { active: false, n: 2 },
    { active: true, n: 1 },
  ]);
  expect(
    await rows(`select u.code, count(*) as n from exemplar e join unit u on u.id = e.unit_id group by 1`),
  ).toEqual([{ code: 'XDAKDOA', n: 3 }]);
  expect(
    await rows(`select u.code from membership m join unit u on u.id = m.unit_id
                where m.role = 'liaison' and m.until is null`),
  ).toEqual([{ code: 'XDAKDOA' }]);
  expect(
    await rows(
      `select person_id from delivery where kind like 'unit-%' group by 1, kind having count(*) > 1`,
    ),
  ).toEqual([]);
});

it('a plan closes, once, with all that was open under it', { timeout }, async () => {
  await house.killedInside(
    [
      { table: 'plan', id: 1 },
      { table: 'exemplar', id: ids.undecided },
      { table: 'person', id: ids.liaison },
    ],
    async () => {
      await officer.says('/kehoach');
      await officer.presses('Đóng 101/KH-UBND');
      await officer.presses('1 hồ sơ chưa duyệt hoặc cần bổ sung → kết thúc, có lý do');
      await officer.sees(/1 hồ sơ chưa duyệt hoặc cần bổ sung: kết thúc, có lý do/);
      await officer.presses('Đúng, đóng kế hoạch');
      await officer.sees('Các đơn vị sẽ đọc lý do này');
      await officer.says('Giai đoạn đã tổng kết xong');
      await officer.sees('Đã đóng kế hoạch 101/KH-UBND.');
    },
  );
  await liaison.sees('đã đóng kế hoạch 101/KH-UBND');
  await house.settled();
  expect(
    await rows(`select e.code, e.status::text, array_agg(c.action::text order by c.id) as steps
                from exemplar e join exemplar_change c on c.exemplar_id = e.id
                where e.status <> 'approved' group by 1, 2`),
  ).toEqual([{ code: 'GLAR-2021-003', status: 'rejected', steps: ['submit', 'reject'] }]);
  expect(await rows('select closed_at is not null as closed from plan')).toEqual([{ closed: true }]);
  expect(
    await rows(`select kind, status::text, count(*) as n from delivery
                where kind in ('plan-ended', 'exemplar-reject') group by 1, 2 order by 1`),
  ).toEqual([
    { kind: 'exemplar-reject', status: 'sent', n: 1 },
    { kind: 'plan-ended', status: 'sent', n: 1 },
  ]);
  expect(await rows(`select 1 from draft where state = 'open'`)).toEqual([]);
  expect(house.violations()).toEqual([]);
  expect(house.kills).toBe(15);
});
