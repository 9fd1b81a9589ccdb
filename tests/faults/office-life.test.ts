import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { choosesDelegates } from './life/acts/of-conference.ts';
import { loadsVersion, merges, movesDue, opensNext } from './life/acts/of-plans.ts';
import { decidesAwards, nudges, returnsAndMends } from './life/acts/of-reviewers.ts';
import { type Finding, handsInBy } from './life/acts/of-units.ts';
import { compareConference, comparePhoneList, compareRanking } from './life/compare/conference.ts';
import { compareLetter, compareOfficeReport, compareSignedList } from './life/compare/documents.ts';
import { compareLines } from './life/compare/lines.ts';
import { compareNudgeCounts, compareNudges } from './life/compare/nudges.ts';
import { compareDues, compareOverview, compareSearch, compareStory } from './life/compare/screens.ts';
import { compareSheets, readSheets } from './life/compare/workbooks.ts';
import { askNow, askOn, askYear, listPeriods } from './life/model/asked.ts';
import { type Life, unitsOn } from './life/model/life.ts';
import { expectRanking } from './life/model/results.ts';
import { type LifeOffice, openLifeOffice } from './life/office.ts';
import { asksFor, readLines } from './life/read/sheets.ts';
import { registersOnce } from './story.ts';

// Two units are on Telegram (TRANG, VPUB), two on Zalo (GLAR, LHPN), two on the web chat (CA, DTN).

const timeout = 900_000;
const planFile = 'prisma/plans/101-kh-ubnd.yaml';

let office: LifeOffice;
let officer: ChatPerson;
let manager: ChatPerson;
let publicist: ChatPerson;
beforeAll(async () => {
  office = await openLifeOffice(planFile, '2021-08-18');
});
afterAll(() => office.house.close());

const kept = (exemplar: string): Finding => ({ exemplar, result: 'Duy trì tốt' });
const same = (exemplar: string): Finding => ({ exemplar, result: 'Như năm trước' });
const codes = (unit: string, year: number, n: number) =>
  Array.from({ length: n }, (_, i) => `${unit}-${year}-${String(i + 1).padStart(3, '0')}`);
const now = () => askNow(office.today);

it('2021: people join on three channels, two register while the app is killed', { timeout }, async () => {
  officer = await office.comes({ name: 'Trần Thị Hạnh', channel: 'web' }, 'FRST-2345');
  manager = await office.isInvited(officer, 'lãnh đạo', { name: 'Đinh Văn Thọ', channel: 'web' });
  publicist = await office.isInvited(officer, 'cán bộ tuyên truyền', {
    ...{ name: 'Võ Ngọc Lan', channel: 'telegram' },
  });
  await office.gets(officer, 'GLAR', { name: 'Nguyễn Văn An', channel: 'zalo' });
  await office.gets(officer, 'TRANG', { name: 'Siu Bình', channel: 'telegram' });
  await office.gets(officer, 'CA', { name: 'Phạm Quốc Cường', channel: 'web' });
  await office.gets(officer, 'LHPN', { name: 'Lê Thị Dung', channel: 'zalo' });
  await office.gets(officer, 'VPUB', { name: 'Phan Văn Giang', channel: 'telegram' });
  await office.gets(officer, 'DTN', { name: 'Ksor Hiền', channel: 'web' });

  await office.goTo('2021-08-19');
  const first = { DTN: 'Đội thanh niên giữ rừng đầu nguồn', TRANG: 'Hợp tác xã trồng cà phê sạch' };
  await office.house.amidKills([9, 15], async () => {
    await Promise.all(
      Object.entries(first).map(([unit, name]) => registersOnce(office.liaisonOf(unit), name)),
    );
  });
  for (const [unit, name] of Object.entries(first)) office.noteExemplar(unit, `${unit}-2021-001`, { name });
});

it('2021: the rest register, in time and late; one is returned', { timeout }, async () => {
  const security = { category: 'Quốc phòng, an ninh' };
  await Promise.all([
    office.registers('GLAR', [
      { name: 'Đội cồng chiêng trẻ làng Dôr' },
      { name: 'Trang trại bò lai Siu Thanh', category: 'Sản xuất, kinh doanh' },
    ]),
    office.registers('CA', [
      { name: 'Tổ tuần tra đêm số một', ...security },
      { name: 'Khu nhà trọ an toàn Kon Gang', ...security },
      { name: 'Đội phản ứng nhanh phòng cháy', ...security },
      { name: 'Trần Văn Quyết', subject: 'Cá nhân' },
      { name: 'Câu lạc bộ hòa giải Hải Yang' },
    ]),
  ]);
  // After the others: with equal points the ranking of 2025 puts the one registered earlier first.
  await office.registers('LHPN', [
    { name: 'Chi hội tiết kiệm tín dụng', category: 'Tổ chức hội, đoàn thể tiêu biểu' },
    { name: 'Rah Lan Nga', subject: 'Cá nhân' },
  ]);
  await Promise.all([office.handsInPlan('CA'), office.handsInPlan('GLAR')]);

  await office.goTo('2021-08-20');
  await returnsAndMends(officer, office.liaisonOf('GLAR'), {
    code: 'GLAR-2021-001',
    name: 'Đội cồng chiêng trẻ làng Dôr',
  });
  await office.approves(officer);

  await office.goTo('2021-08-27');
  await Promise.all([
    office.registers('VPUB', [
      { name: 'Bộ phận một cửa điện tử', category: 'Mô hình cơ quan, đơn vị kiểu mẫu' },
    ]),
    office.handsInPlan('TRANG'),
  ]);
  await office.approves(officer);
});

it('2021: activities are logged, reports come in time and late', { timeout }, async () => {
  await office.goTo('2021-09-15');
  await Promise.all([
    office.logs(office.liaisonOf('GLAR'), 'visit', ['GLAR-2021-001', 'GLAR-2021-002']),
    office.logs(publicist, 'publicity', ['CA-2021-001', 'LHPN-2021-001']),
  ]);

  await office.goTo('2021-12-13');
  const [best = '', ...others] = codes('CA', 2021, 5);
  const grown = {
    exemplar: best,
    result: 'Phát triển, nhân rộng',
    spreadTo: 'Ba xã bên',
    spreadCount: 12,
  } as const;
  const merit = { place: 1, form: 'Giấy khen', level: 'Cấp huyện' };
  await Promise.all([
    office.reportsYear('CA', 2021, [grown, ...others.map(kept)], merit),
    office.reportsYear('LHPN', 2021, codes('LHPN', 2021, 2).map(kept)),
    office.reportsYear('GLAR', 2021, codes('GLAR', 2021, 2).map(kept), merit),
  ]);
  await office.approves(officer);
  await office.goTo('2021-12-20');
  await office.reportsYear('VPUB', 2021, codes('VPUB', 2021, 1).map(kept));
  await nudges(officer, 'Còn thiếu');

  await office.goTo('2021-12-28');
  const number = '3456/QĐ-UBND';
  await decidesAwards(officer, {
    ...{ waiting: 2, number, day: '27/12/2021' },
    ...{ granted: 'tổ tuần tra đêm', refused: 'đội cồng chiêng trẻ' },
  });
  for (const one of office.life.proposals)
    one.decision = {
      ...{ granted: one.exemplar === best, number },
      ...{ day: '2021-12-27', on: office.today },
    };
});

it('2022: a liaison is replaced, dues move, a report is sent amid a kill', { timeout }, async () => {
  await office.goTo('2022-03-01');
  await office.replaces(officer, 'GLAR', { name: 'Rơ Châm Hà', channel: 'zalo' });
  await office.registers('TRANG', [{ name: 'Nhóm dệt thổ cẩm làng Klót' }]);
  await office.approves(officer);

  await office.goTo('2022-12-01');
  await movesDue(officer, { button: 'Báo cáo kết quả năm 2022 (15/12/2022)', day: '20/12/2022' });
  const report = { duty: 'Báo cáo kết quả năm', time: '2022', on: office.today } as const;
  office.life.dues.push({ ...report, lastDay: '2022-12-20' });
  await movesDue(officer, {
    ...{ button: 'Báo cáo kết quả năm 2022 (20/12/2022)', unit: 'LHPN', day: '30/12/2022' },
  });
  office.life.dues.push({ ...report, unit: 'LHPN', lastDay: '2022-12-30' });

  await office.goTo('2022-12-18');
  await office.house.amidKills([6], () => office.reportsYear('GLAR', 2022, codes('GLAR', 2021, 2).map(same)));
  await office.reportsYear('CA', 2022, codes('CA', 2021, 5).map(same));
  await office.goTo('2022-12-29');
  await office.reportsYear('LHPN', 2022, codes('LHPN', 2021, 2).map(same));
  await office.reportsYear('VPUB', 2022, codes('VPUB', 2021, 1).map(same));
  await office.approves(officer);
});

it('2023: the plan file changes, a liaison continues on another channel', { timeout }, async () => {
  await office.goTo('2023-02-10');
  const [from, to] = ['Sản xuất, kinh doanh', 'Sản xuất, kinh doanh giỏi'];
  const file = (await readFile(planFile, 'utf8')).replace(`name: { vi: "${from}",`, `name: { vi: "${to}",`);
  await loadsVersion(officer, file, to);
  office.life.renamed.push({ from, to, on: office.today });
  await office.registers('GLAR', [{ name: 'Tổ hợp tác trồng sầu riêng', category: to }]);
  await office.approves(officer);

  await office.goTo('2023-12-14');
  await office.takesUp('LHPN', 'telegram');
  const declined = { exemplar: 'GLAR-2023-001', result: 'Giảm sút' } as const;
  await Promise.all([
    office.reportsYear('CA', 2023, codes('CA', 2021, 5).map(same)),
    office.reportsYear('LHPN', 2023, codes('LHPN', 2021, 2).map(same)),
    office.reportsYear('GLAR', 2023, [...codes('GLAR', 2021, 2).map(same), declined]),
  ]);
});

it('2024: another liaison is replaced; two units report for the first time', { timeout }, async () => {
  await office.goTo('2024-05-14');
  await office.replaces(officer, 'TRANG', { name: 'Đinh Thị Krol', channel: 'telegram' });
  await office.logs(office.liaisonOf('TRANG'), 'experience', ['TRANG-2021-001']);
  await office.logs(publicist, 'publicity', ['CA-2021-001', 'TRANG-2022-001']);
  await office.goTo('2024-12-13');
  await Promise.all([
    office.reportsYear('TRANG', 2024, ['TRANG-2021-001', 'TRANG-2022-001'].map(kept)),
    office.reportsYear('CA', 2024, codes('CA', 2021, 5).map(same)),
    office.reportsYear('DTN', 2024, codes('DTN', 2021, 1).map(kept)),
  ]);
});

it('2025: two communes merge; the conference is prepared, delegates chosen', { timeout }, async () => {
  const { life } = office;
  await office.goTo('2025-06-20');
  await merges(officer, {
    ...{ from: ['GLAR', 'TRANG'], name: 'Xã Đak Đoa mới', code: 'XDAKDOA', on: '1/7/2025' },
  });
  for (const unit of life.units)
    if (unit.code === 'GLAR' || unit.code === 'TRANG')
      Object.assign(unit, { until: '2025-06-30', into: 'XDAKDOA' });
  life.units.push({ code: 'XDAKDOA', name: 'Xã Đak Đoa mới', kind: 'commune', since: '2025-07-01' });
  office.follows('XDAKDOA', 'GLAR');
  await office.goTo('2025-07-01', '08:00');

  await office.goTo('2025-09-15');
  for (const duty of ['Tổng kết giai đoạn', 'Giới thiệu dự Hội nghị điển hình tiên tiến'] as const) {
    await movesDue(officer, { button: `${duty} (chưa ấn định)`, day: '31/10/2025' });
    life.dues.push({ duty, time: '', lastDay: '2025-10-31', on: office.today });
  }
  await office.goTo('2025-10-20');
  for (const [unit, places] of Object.entries({ CA: [1, 2], LHPN: [1], XDAKDOA: [1, 4] }))
    await office.sumsUp(unit, places);

  await office.goTo('2025-11-10');
  await comparePhoneList(officer, life, now());
  await compareRanking(manager, life);
  const [first = '', second = '', third = ''] = expectRanking(life).map(({ code }) => code);
  await choosesDelegates(officer, [first, second], third);
  for (const one of life.nominations)
    if ([first, second, third].includes(one.exemplar))
      one.decided = { chosen: one.exemplar !== third, on: office.today };
  await compareRanking(manager, life);

  await office.goTo('2025-12-12');
  await office.reportsYear('XDAKDOA', 2025, office.approvedOf('XDAKDOA').map(kept));
  await office.reportsYear('LHPN', 2025, codes('LHPN', 2021, 2).map(kept));
});

it('the workbooks of all years, halves and the period agree with the model', { timeout }, async () => {
  await office.goTo('2026-01-15');
  let compared = 0;
  for (const asked of listPeriods(office.today)) {
    const sheets = await readSheets(manager, asked);
    compared += compareSheets(sheets, office.life, asked);
    // Another history would have other reports.
    if (!asked.half)
      for (const wrong of forget(office.life, asked.to.slice(0, 4)))
        expect(() => compareSheets(sheets, wrong, asked)).toThrow(asked.words);
  }
  expect(compared).toBeGreaterThan(3000);
});

it('the workbooks of earlier days agree with the model as it stood then', { timeout }, async () => {
  for (const [year, days] of Object.entries(earlierDays))
    for (const day of days) {
      const asked = askOn(askYear(Number(year), office.today), day);
      compareSheets(await readSheets(manager, asked), office.life, asked);
    }
});

/** Days on which something had just happened, or was about to. */
const earlierDays = {
  2021: ['2021-08-18', '2021-08-23', '2021-08-26', '2021-12-27'],
  2022: ['2022-11-30', '2022-12-19'],
  2023: ['2023-02-09'],
  2025: ['2025-06-30', '2025-07-01', '2025-11-09'],
};

it('the Word reports agree with the model', { timeout }, async () => {
  for (const asked of listPeriods(office.today)) await compareOfficeReport(manager, office.life, asked);
  for (const [year, days] of Object.entries(earlierDays))
    for (const day of days)
      await compareOfficeReport(manager, office.life, askOn(askYear(Number(year), office.today), day));
  await compareSignedList(manager, office.life, {
    unit: 'Công an huyện',
    asked: askYear(2021, office.today),
  });
});

it('nudges, phone list, conference and screens agree with the model', { timeout }, async () => {
  for (const asked of listPeriods(office.today)) await compareNudges(manager, office.life, asked);
  await compareNudgeCounts(manager, askOn({ ...now(), words: 'giai đoạn' }, '2025-12-31'));
  for (const asked of [
    now(),
    ...['2025-06-30', '2025-11-09', '2025-11-10'].map((day) => askOn(now(), day)),
  ]) {
    await comparePhoneList(officer, office.life, asked);
    await compareConference(manager, office.life, asked);
    await compareLetter(manager, office.life, asked);
  }
  await compareOverview(officer, office.life, now());
  for (const code of ['CA', 'LHPN', 'VPUB', 'DTN', 'XDAKDOA'])
    await compareDues(office.liaisonOf(code), office.life, {
      ...{ unit: office.nameOf(code), asked: now() },
    });
  for (const words of ['LHPN-2021', 'TRANG-2022', 'GLAR-2023'])
    await compareSearch(officer, office.life, now(), words);
  for (const code of ['CA-2021-001', 'GLAR-2021-001', 'TRANG-2022-001'])
    await compareStory(officer, office.life, code);
  expect(office.house.kills).toBe(3);
  expect(office.house.violations()).toEqual([]);
});

it('2026: the next plan opens, its first duty is done, the last period stays', { timeout }, async () => {
  await office.goTo('2026-02-02');
  const code = '205/KH-UBND';
  await opensNext(officer, await writeNextPlan(code), {
    code,
    carries: `Mở và chuyển tiếp ${office.life.exemplars.length} điển hình của 101/KH-UBND`,
  });

  await office.goTo('2026-03-10');
  await handsInBy(office.liaisonOf('XDAKDOA'), '24/3/2026');
  await office.goTo('2026-03-26');
  await handsInBy(office.liaisonOf('CA'), '24/3/2026');
  const lines = await readLines(await asksFor(manager, 'tiendo', { rest: '2026' }), {
    named: { 'Việc phải nộp': 'duty', 'Hạn nộp': 'due', 'Trạng thái': 'state', 'Ngày nộp': 'doneOn' },
    under: 'unit',
  });
  const expected = unitsOn(office.life, office.today).map((unit) => ({
    ...{ unit: unit.name, duty: 'Kế hoạch triển khai', due: '2026-03-24' },
    ...(unit.code === 'XDAKDOA'
      ? { state: 'Đã xong', doneOn: '2026-03-10' }
      : unit.code === 'CA'
        ? { state: 'Nộp chậm', doneOn: '2026-03-26' }
        : { state: 'Quá hạn', doneOn: null }),
  }));
  const plans = lines.filter(({ duty }) => duty === 'Kế hoạch triển khai');
  compareLines(plans, expected, ['unit'], 'tiendo 2026');

  for (const year of [2021, 2025]) {
    const asked = askYear(year, office.today);
    compareSheets(await readSheets(manager, asked), office.life, asked);
  }
});

/** Writes the file of the plan after this one: the same, five years later. */
async function writeNextPlan(code: string): Promise<string> {
  const changes = [
    ['101/KH-UBND', code],
    ['{ from: 2021, to: 2025 }', '{ from: 2026, to: 2030 }'],
    ['from: 2021, to: 2025 }', 'from: 2026, to: 2030 }'],
    ['date: 2021-08-25', 'date: 2026-03-25'],
  ] as const;
  return changes.reduce((text, [from, to]) => text.replaceAll(from, to), await readFile(planFile, 'utf8'));
}

/** Lives that know one thing less of a year: an exemplar, a unit's report, an evaluation. */
function forget(whole: Life, year: string): Life[] {
  // Of a unit that stays: a merged one has a report only where all before it had.
  const filed = whole.filings.find(({ time, unit }) => time === year && /^(CA|LHPN)$/.test(unit));
  const evaluated = whole.evaluations.find((one) => String(one.year) === year);
  return [
    { ...whole, exemplars: whole.exemplars.filter(({ code }) => code !== 'CA-2021-004') },
    { ...whole, filings: whole.filings.filter((one) => one !== filed) },
    { ...whole, evaluations: whole.evaluations.filter((one) => one !== evaluated) },
  ];
}
