import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveProposals } from '../../src/awards/save-proposals.ts';
import { saveNominations } from '../../src/nominations/save-nominations.ts';
import { searchName } from '../../src/text/search-name.ts';
import type { ChatPerson } from '../support/chat.ts';
import { choosesDelegates } from './life/acts/of-conference.ts';
import { invites, joinsWith } from './life/acts/of-people.ts';
import { decidesAwards } from './life/acts/of-reviewers.ts';
import { type LifeHouse, openLifeHouse } from './life/house.ts';

const names = ['Làng Groi giữ rừng', 'Đội cồng chiêng làng Dôr', 'Tổ hợp tác cà phê'];
const grounds = 'Giảm 12 hộ nghèo, giúp 30 hộ vay vốn.';

let house: LifeHouse;
let officer: ChatPerson;
let liaison: ChatPerson;

const rows = async (sql: string) => (await house.database.pool.query(sql)).rows;

beforeAll(async () => {
  house = await openLifeHouse('2024-12-20T08:00:00+07:00');
  officer = await joinsWith(house, { name: 'Trần Thị Hạnh', channel: 'telegram' }, 'FRST-2345');
  liaison = await invites(house, officer, 'đầu mối Xã Glar', {
    ...{ name: 'Nguyễn Văn Bình', channel: 'telegram' },
  });
  await house.settled();
  const { prisma } = house.database;
  const { unitId, personId } = await prisma.membership.findFirstOrThrow({ where: { role: 'liaison' } });
  const of = { planId: 1, unitId: unitId ?? 0 };
  const by = { personId, channel: 'telegram', at: new Date('2024-12-12T02:00:00Z') };
  const ids: number[] = [];
  for (const [i, name] of names.entries()) {
    const { id } = await prisma.exemplar.create({
      data: {
        ...{ ...of, code: `GLAR-2021-00${i + 1}`, year: 2021, name, searchName: searchName(name) },
        ...{ subject: 'collective', category: 'community', place: 'Làng Groi', summary: grounds },
        ...{ impact: 'Các làng làm theo.', criteria: [], endorsedOn: new Date('2021-08-05') },
        ...{ difficultArea: true, directLabour: false, status: 'approved', submittedById: personId },
        ...{ submittedAt: by.at, decidedAt: by.at, decidedById: personId },
      },
    });
    ids.push(id);
  }
  const award = { form: 'merit', title: null, level: 'district', grounds };
  await prisma.$transaction(async (tx) => {
    await saveProposals(
      tx,
      { ...of, year: 2024 },
      ids.map((exemplarId) => ({ exemplarId, ...award })),
      by,
    );
    await saveNominations(
      tx,
      of,
      ids.map((exemplarId) => ({ exemplarId, grounds })),
      { ...by, onBehalf: false },
    );
  });
});
afterAll(() => house.close());

it('a decision amid kill -9: recorded once, each proposal has its fate', { timeout: 600_000 }, async () => {
  await house.amidKills([1, 2, 1, 2, 2, 1, 2], () =>
    decidesAwards(officer, {
      ...{ waiting: 3, number: '77/QĐ-UBND', day: '19/12/2024' },
      ...{ granted: 'GLAR-2021-001', refused: 'GLAR-2021-002' },
    }),
  );
  await liaison.sees('quyết định khen thưởng');
  await house.settled();
  expect(await rows('select number, level, taken_back_at from award_decision')).toEqual([
    { number: '77/QĐ-UBND', level: 'district', taken_back_at: null },
  ]);
  expect(await rows('select action::text from award_decision_change')).toEqual([{ action: 'record' }]);
  expect(
    await rows(`select e.code, p.state::text, array_agg(c.action::text order by c.id) as steps
                from award_proposal p join exemplar e on e.id = p.exemplar_id
                join award_proposal_change c on c.proposal_id = p.id group by 1, 2 order by 1`),
  ).toEqual([
    { code: 'GLAR-2021-001', state: 'granted', steps: ['propose', 'forward', 'grant'] },
    { code: 'GLAR-2021-002', state: 'refused', steps: ['propose', 'forward', 'refuse'] },
    { code: 'GLAR-2021-003', state: 'forwarded', steps: ['propose', 'forward'] },
  ]);
  expect(await rows(`select kind, status from delivery where kind like 'award-%'`)).toEqual([
    { kind: 'award-grant', status: 'sent' },
  ]);
});

it('the choice of delegates amid kill -9: each decided once', { timeout: 600_000 }, async () => {
  await house.amidKills([1, 1, 2, 1, 2], () =>
    choosesDelegates(officer, ['GLAR-2021-001', 'GLAR-2021-002'], 'GLAR-2021-003'),
  );
  await liaison.sees('không chọn GLAR-2021-003');
  await house.settled();
  expect(
    await rows(`select e.code, n.state::text, array_agg(c.action::text order by c.id) as steps
                from nomination n join exemplar e on e.id = n.exemplar_id
                join nomination_change c on c.nomination_id = n.id group by 1, 2 order by 1`),
  ).toEqual([
    { code: 'GLAR-2021-001', state: 'chosen', steps: ['nominate', 'choose'] },
    { code: 'GLAR-2021-002', state: 'chosen', steps: ['nominate', 'choose'] },
    { code: 'GLAR-2021-003', state: 'not_chosen', steps: ['nominate', 'drop'] },
  ]);
  expect(
    await rows(`select kind, status, count(*)::int as n from delivery where kind like 'nomination-%'
                group by 1, 2 order by 1`),
  ).toEqual([
    { kind: 'nomination-choose', status: 'sent', n: 2 },
    { kind: 'nomination-drop', status: 'sent', n: 1 },
  ]);
});
