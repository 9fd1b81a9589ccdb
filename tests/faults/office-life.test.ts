import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPlan, loadUnits } from '../../src/plan/load.ts';
import type { ChatPerson } from '../support/chat.ts';
import type { Registers } from '../support/registers.ts';
import {
  accepts,
  approvesAll,
  choosesDelegates,
  decidesAwards,
  endsRole,
  type Finding,
  handsIn,
  handsInBy,
  invites,
  joinsWith,
  loadsVersion,
  logs,
  merges,
  movesDue,
  opensNext,
  type Proposal,
  readsRanking,
  registersIn,
  reports,
  returnsAndMends,
  sumsUp,
} from './life/acts.ts';
import { compareConference, compareYear, readDuty, readYear } from './life/compare.ts';
import { type LifeHouse, openLifeHouse } from './life/house.ts';
import { expectRanking, type LifeModel, unitOn, unitsOf } from './life/model.ts';
import { registersOnce } from './story.ts';

/** A start and a few answers on a busy machine. Milliseconds. */
const patience = 120_000;
const planFile = 'prisma/plans/101-kh-ubnd.yaml';
const plan = loadPlan(planFile);
const village = 'Tổ dân phố, thôn, làng, xã, thị trấn';
const farmers = 'Người dân trong cộng đồng dân cư, chức sắc tôn giáo';

let house: LifeHouse;
let officer: ChatPerson;
let manager: ChatPerson;
let publicist: ChatPerson;
const liaisons = new Map<string, ChatPerson>();
const model: LifeModel = {
  units: loadUnits('prisma/units/dak-doa.yaml', plan).map(({ code, name, kind }) => ({ code, name, kind })),
  ...{
    exemplars: [],
    filings: [],
    evaluations: [],
    activities: [],
    proposals: [],
    nominations: [],
    liaisons: [],
    dues: [],
  },
};
/** The day of the office. */
let today = '2021-08-18';

beforeAll(async () => {
  house = await openLifeHouse('2021-08-18T08:00:00+07:00');
});
afterAll(() => house.close());

const newcomer = (name: string): ChatPerson =>
  house.telegram.person({ name, settled: house.settled, patience });
const liaisonOf = (code: string): ChatPerson => {
  const person = liaisons.get(code);
  if (!person) throw new Error(`no liaison of ${code}`);
  return person;
};
const goTo = async (day: string, time = '09:00') => {
  today = day;
  await house.at(`${day}T${time}:00+07:00`);
};
const nameOf = (code: string) => unitOn(model, code, today).name;

/** A liaison of a unit is invited and joins. */
async function gets(code: string, name: string): Promise<void> {
  const person = newcomer(name);
  await invites(officer, `đầu mối ${nameOf(code)}`, person);
  liaisons.set(code, person);
  model.liaisons.push({ unit: code, name });
}

/** The liaison of a unit leaves, and another one comes. */
async function replaces(code: string, name: string): Promise<void> {
  const left = liaisonOf(code);
  await endsRole(officer, left.name);
  for (const one of model.liaisons) if (one.name === left.name) one.until = today;
  await gets(code, name);
}

function noteExemplar(unit: string, code: string, given: Registers): void {
  const subject = given.subject === 'Cá nhân' ? 'individual' : 'collective';
  model.exemplars.push({
    ...{ code, unit, subject, status: 'submitted', submittedOn: today, by: liaisonOf(unit).name },
    name: given.name ?? '',
    category: given.category ?? (subject === 'individual' ? farmers : village),
  });
}

/** A unit registers these, one after another. */
async function registersAll(unit: string, all: Registers[]): Promise<void> {
  for (const given of all) noteExemplar(unit, await registersIn(liaisonOf(unit), given), given);
}

/** Labels of the documents that wait for the officer. */
const documents: string[] = [];

/** The officer accepts every document and approves every exemplar that waits. */
async function approves(): Promise<void> {
  await accepts(officer, documents.splice(0));
  const waiting = model.exemplars.filter(({ status }) => status === 'submitted');
  await approvesAll(officer, waiting.length);
  for (const one of waiting) Object.assign(one, { status: 'approved', approvedOn: today });
}

/** A unit sends the report of a year; the model keeps what it said. */
async function reportsYear(
  unit: string,
  year: number,
  findings: Finding[],
  proposal?: Proposal & { award: string },
): Promise<void> {
  await reports(liaisonOf(unit), year, findings, proposal);
  model.filings.push({ unit, duty: 'annualReport', time: String(year), on: today });
  documents.push(`Báo cáo kết quả năm ${year} – ${nameOf(unit)}`);
  for (const { exemplar, ...found } of findings) {
    const before = model.evaluations.find((one) => one.exemplar === exemplar && one.year === year - 1);
    const { result } = found;
    if (result !== 'Như năm trước') model.evaluations.push({ exemplar, year, ...found, result });
    else if (before) model.evaluations.push({ ...before, year });
  }
  const exemplar = proposal && findings[proposal.place - 1]?.exemplar;
  if (exemplar) model.proposals.push({ exemplar, year, award: proposal.award });
}

async function handsInPlan(unit: string): Promise<void> {
  await handsIn(liaisonOf(unit), 'Kế hoạch triển khai (24/8/2021)');
  model.filings.push({ unit, duty: 'implementationPlan', time: '', on: today });
  documents.push(`Kế hoạch triển khai – ${nameOf(unit)}`);
}

/** Codes of a unit's approved exemplars, in the order of its forms. */
const approvedOf = (unit: string) =>
  model.exemplars
    .filter((one) => one.status === 'approved' && unitOn(model, one.unit, today).code === unit)
    .map(({ code }) => code)
    .toSorted();
const kept = (exemplar: string): Finding => ({ exemplar, result: 'Duy trì tốt' });
const same = (exemplar: string): Finding => ({ exemplar, result: 'Như năm trước' });
const codes = (unit: string, year: number, n: number) =>
  Array.from({ length: n }, (_, i) => `${unit}-${year}-${String(i + 1).padStart(3, '0')}`);

it('2021: people join, two units register while the app is killed', { timeout: 300_000 }, async () => {
  officer = newcomer('Trần Thị Hạnh');
  await joinsWith(officer, 'FRST-2345');
  manager = newcomer('Đinh Văn Thọ');
  await invites(officer, 'lãnh đạo', manager);
  publicist = newcomer('Võ Ngọc Lan');
  await invites(officer, 'cán bộ tuyên truyền', publicist);
  await gets('GLAR', 'Nguyễn Văn An');
  await gets('TRANG', 'Siu Bình');
  await gets('CA', 'Phạm Quốc Cường');
  await gets('LHPN', 'Lê Thị Dung');
  await gets('VPUB', 'Phan Văn Giang');

  await goTo('2021-08-19');
  const first = { GLAR: 'Đội cồng chiêng trẻ làng Dôr', TRANG: 'Hợp tác xã trồng cà phê sạch' };
  await house.amidKills([9, 15], async () => {
    await Promise.all(Object.entries(first).map(([unit, name]) => registersOnce(liaisonOf(unit), name)));
  });
  for (const [unit, name] of Object.entries(first)) noteExemplar(unit, `${unit}-2021-001`, { name });
});

it('2021: the rest register, in time and late; one is returned', { timeout: 300_000 }, async () => {
  const security = { category: 'Quốc phòng, an ninh' };
  await Promise.all([
    registersAll('GLAR', [{ name: 'Trang trại bò lai Siu Thanh', category: 'Sản xuất, kinh doanh' }]),
    registersAll('CA', [
      { name: 'Tổ tuần tra đêm số một', ...security },
      { name: 'Khu nhà trọ an toàn Kon Gang', ...security },
      { name: 'Đội phản ứng nhanh phòng cháy', ...security },
      { name: 'Trần Văn Quyết', subject: 'Cá nhân' },
      { name: 'Câu lạc bộ hòa giải Hải Yang' },
    ]),
    registersAll('LHPN', [
      { name: 'Chi hội tiết kiệm tín dụng', category: 'Tổ chức hội, đoàn thể tiêu biểu' },
      { name: 'Rah Lan Nga', subject: 'Cá nhân' },
    ]),
  ]);
  await Promise.all([handsInPlan('CA'), handsInPlan('GLAR')]);

  await goTo('2021-08-20');
  await returnsAndMends(officer, liaisonOf('GLAR'), {
    code: 'GLAR-2021-001',
    name: 'Đội cồng chiêng trẻ làng Dôr',
  });
  await approves();

  await goTo('2021-08-27');
  await Promise.all([
    registersAll('VPUB', [{ name: 'Bộ phận một cửa điện tử', category: 'Mô hình cơ quan, đơn vị kiểu mẫu' }]),
    handsInPlan('TRANG'),
  ]);
  await approves();
});

it('2021: activities are logged, reports come in time and late', { timeout: 300_000 }, async () => {
  await goTo('2021-09-15');
  const visited = ['GLAR-2021-001', 'GLAR-2021-002'];
  const publicised = ['CA-2021-001', 'LHPN-2021-001'];
  await Promise.all([
    logs(liaisonOf('GLAR'), { kind: 'Tham quan học tập', exemplars: visited }),
    logs(publicist, { exemplars: publicised }),
  ]);
  model.activities.push({ kind: 'visit', exemplars: visited, on: today });
  model.activities.push({ kind: 'publicity', exemplars: publicised, on: today });

  await goTo('2021-12-13');
  const [best = '', ...others] = codes('CA', 2021, 5);
  const grown = {
    exemplar: best,
    result: 'Phát triển, nhân rộng',
    spreadTo: 'Ba xã bên',
    spreadCount: 12,
  } as const;
  const merit = { place: 1, form: 'Giấy khen', level: 'Cấp huyện', award: 'Giấy khen (cấp huyện)' };
  await Promise.all([
    reportsYear('CA', 2021, [grown, ...others.map(kept)], merit),
    reportsYear('LHPN', 2021, codes('LHPN', 2021, 2).map(kept)),
    reportsYear('GLAR', 2021, codes('GLAR', 2021, 2).map(kept), merit),
  ]);
  await approves();
  await goTo('2021-12-20');
  await reportsYear('VPUB', 2021, codes('VPUB', 2021, 1).map(kept));

  await goTo('2021-12-28');
  const granted = 'CA-2021-001';
  const number = '3456/QĐ-UBND';
  await decidesAwards(officer, {
    ...{ waiting: 2, number, day: '27/12/2021' },
    ...{ granted: 'tổ tuần tra đêm', refused: 'đội cồng chiêng trẻ' },
  });
  for (const one of model.proposals)
    one.decision = { granted: one.exemplar === granted, number, on: '2021-12-27' };
});

it('2022: a liaison is replaced, dues move, a report is sent amid a kill', { timeout: 300_000 }, async () => {
  await goTo('2022-03-01');
  await replaces('GLAR', 'Rơ Châm Hà');
  await registersAll('TRANG', [{ name: 'Nhóm dệt thổ cẩm làng Klót' }]);
  await approves();

  await goTo('2022-12-01');
  await movesDue(officer, { button: 'Báo cáo kết quả năm 2022 (15/12/2022)', day: '20/12/2022' });
  model.dues.push({ duty: 'annualReport', time: '2022', lastDay: '2022-12-20' });
  await movesDue(officer, {
    ...{ button: 'Báo cáo kết quả năm 2022 (20/12/2022)', unit: 'LHPN', day: '30/12/2022' },
  });
  model.dues.push({ duty: 'annualReport', time: '2022', unit: 'LHPN', lastDay: '2022-12-30' });

  await goTo('2022-12-18');
  await house.amidKills([6], () => reportsYear('GLAR', 2022, codes('GLAR', 2021, 2).map(same)));
  await reportsYear('CA', 2022, codes('CA', 2021, 5).map(same));
  await goTo('2022-12-29');
  await reportsYear('LHPN', 2022, codes('LHPN', 2021, 2).map(same));
  await reportsYear('VPUB', 2022, codes('VPUB', 2021, 1).map(same));
  await approves();
});

it('2023: the plan file changes, and units register in its new words', { timeout: 300_000 }, async () => {
  await goTo('2023-02-10');
  const file = (await readFile(planFile, 'utf8')).replace(
    'name: { vi: "Sản xuất, kinh doanh",',
    'name: { vi: "Sản xuất, kinh doanh giỏi",',
  );
  await loadsVersion(officer, file, 'Sản xuất, kinh doanh giỏi');
  for (const one of model.exemplars)
    if (one.category === 'Sản xuất, kinh doanh') one.category = 'Sản xuất, kinh doanh giỏi';
  await registersAll('GLAR', [{ name: 'Tổ hợp tác trồng sầu riêng', category: 'Sản xuất, kinh doanh giỏi' }]);
  await approves();

  await goTo('2023-12-14');
  const declined = { exemplar: 'GLAR-2023-001', result: 'Giảm sút' } as const;
  await Promise.all([
    reportsYear('CA', 2023, codes('CA', 2021, 5).map(same)),
    reportsYear('LHPN', 2023, codes('LHPN', 2021, 2).map(same)),
    reportsYear('GLAR', 2023, [...codes('GLAR', 2021, 2).map(same), declined]),
  ]);
});

it('2024: another liaison is replaced; a unit reports for the first time', { timeout: 300_000 }, async () => {
  await goTo('2024-05-14');
  await replaces('TRANG', 'Đinh Thị Krol');
  await logs(liaisonOf('TRANG'), { kind: 'Báo cáo kinh nghiệm', exemplars: ['TRANG-2021-001'] });
  model.activities.push({ kind: 'experience', exemplars: ['TRANG-2021-001'], on: today });
  await goTo('2024-12-13');
  await Promise.all([
    reportsYear('TRANG', 2024, ['TRANG-2021-001', 'TRANG-2022-001'].map(kept)),
    reportsYear('CA', 2024, codes('CA', 2021, 5).map(same)),
  ]);
});

it('2025: two communes merge; the conference is prepared, delegates chosen', {
  timeout: 300_000,
}, async () => {
  await goTo('2025-06-20');
  await merges(officer, {
    ...{ from: ['GLAR', 'TRANG'], name: 'Xã Đak Đoa mới', code: 'XDAKDOA', on: '1/7/2025' },
  });
  for (const unit of model.units)
    if (unit.code === 'GLAR' || unit.code === 'TRANG')
      Object.assign(unit, { until: '2025-06-30', into: 'XDAKDOA' });
  model.units.push({ code: 'XDAKDOA', name: 'Xã Đak Đoa mới', kind: 'commune', since: '2025-07-01' });
  liaisons.set('XDAKDOA', liaisonOf('GLAR'));
  await goTo('2025-07-01', '08:00');

  await goTo('2025-09-15');
  for (const duty of ['Tổng kết giai đoạn', 'Giới thiệu dự Hội nghị điển hình tiên tiến'])
    await movesDue(officer, { button: `${duty} (chưa ấn định)`, day: '31/10/2025' });
  await goTo('2025-10-20');
  const nominated = { CA: [1, 2], LHPN: [1], XDAKDOA: [1, 4] };
  for (const [unit, numbers] of Object.entries(nominated)) {
    await sumsUp(liaisonOf(unit), numbers);
    const own = approvedOf(unit);
    for (const n of numbers) model.nominations.push({ exemplar: own[n - 1] ?? '', state: 'đã giới thiệu' });
    documents.push(`Tổng kết giai đoạn – ${nameOf(unit)}`);
  }

  await goTo('2025-11-10');
  expect(await readsRanking(manager)).toEqual(expectRanking(model));
  const [first, second, third] = expectRanking(model).map(({ code }) => code);
  await choosesDelegates(officer, [first ?? '', second ?? ''], third ?? '');
  for (const one of model.nominations) {
    if (one.exemplar === first || one.exemplar === second) one.state = 'được chọn dự Hội nghị';
    if (one.exemplar === third) one.state = 'không chọn';
  }
  expect(await readsRanking(manager)).toEqual(expectRanking(model));

  await goTo('2025-12-12');
  await reportsYear('XDAKDOA', 2025, approvedOf('XDAKDOA').map(kept));
  await reportsYear('LHPN', 2025, codes('LHPN', 2021, 2).map(kept));
});

it('the reports of all years agree with the model', { timeout: 300_000 }, async () => {
  await goTo('2026-01-15');
  const names = new Set(model.units.map(({ name }) => name));
  let compared = 0;
  for (const year of [2021, 2022, 2023, 2024, 2025]) {
    const sheets = await readYear(manager, year, names);
    compared += compareYear(sheets, model, year, today);
    // Another history would have other reports.
    for (const wrong of forget(model, year))
      expect(() => compareYear(sheets, wrong, year, today)).toThrow(String(year));
  }
  await compareConference(manager, model);
  expect(compared).toBeGreaterThan(500);
  expect(house.kills).toBe(3);
  expect(house.telegram.violations).toEqual([]);
});

it('2026: the next plan opens, its first duty is done, the last period stays', {
  timeout: 300_000,
}, async () => {
  await goTo('2026-02-02');
  const standing = model.exemplars.filter(({ status }) => status === 'approved').length;
  const code = '205/KH-UBND';
  const changes = [
    ['101/KH-UBND', code],
    ['{ from: 2021, to: 2025 }', '{ from: 2026, to: 2030 }'],
    ['from: 2021, to: 2025 }', 'from: 2026, to: 2030 }'],
    ['date: 2021-08-25', 'date: 2026-03-25'],
  ] as const;
  const file = changes.reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    await readFile(planFile, 'utf8'),
  );
  await opensNext(officer, file, {
    code,
    carries: `Mở và chuyển tiếp ${standing} điển hình của 101/KH-UBND`,
  });

  await goTo('2026-03-10');
  await handsInBy(liaisonOf('XDAKDOA'), '24/3/2026');
  await goTo('2026-03-26');
  await handsInBy(liaisonOf('CA'), '24/3/2026');
  const names = new Set(model.units.map(({ name }) => name));
  const duties = await readDuty(manager, '2026', 'Kế hoạch triển khai', names);
  const states = { XDAKDOA: ['Đã xong', '2026-03-10'], CA: ['Nộp chậm', '2026-03-26'] } as const;
  const expected = unitsOf(model, today).map((unit) => {
    const [, [state, doneOn]] = Object.entries(states).find(([own]) => own === unit.code) ?? [
      '',
      ['Quá hạn', null],
    ];
    return [unit.name, '2026-03-24', state, doneOn];
  });
  expect(duties.map(({ unit, due, state, doneOn }) => [unit, due, state, doneOn]).toSorted()).toEqual(
    expected.toSorted(),
  );
  for (const year of [2021, 2025]) compareYear(await readYear(manager, year, names), model, year, today);
});

/** Models that know one thing less about a year: an exemplar, a unit's report, an evaluation. */
function forget(whole: LifeModel, year: number): LifeModel[] {
  // Of a unit that stays: a merged one has a report only where all before it had.
  const filed = whole.filings.find(({ time, unit }) => time === String(year) && /^(CA|LHPN)$/.test(unit));
  const evaluated = whole.evaluations.find((one) => one.year === year);
  return [
    { ...whole, exemplars: whole.exemplars.filter(({ code }) => code !== 'CA-2021-004') },
    { ...whole, filings: whole.filings.filter((one) => one !== filed) },
    { ...whole, evaluations: whole.evaluations.filter((one) => one !== evaluated) },
  ];
}
