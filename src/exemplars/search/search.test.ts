import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import type { ExemplarStatus, Subject } from '../../store/generated/enums.ts';
import { fold } from '../../text/fold.ts';
import { searchName } from '../../text/search-name.ts';
import { type SearchDeps, searchExemplars } from './search.ts';

let db: TestDatabase;
const units: Record<string, number> = {};
const people: Record<string, number> = {};
const at = new Date('2021-08-19T01:00:00Z');

const rows: [code: string, name: string, more?: Partial<Parameters<typeof add>[2]>][] = [
  ['GLAR-2021-001', 'Đội cồng chiêng làng Dôr'],
  ['GLAR-2022-001', 'Nuôi ong mật', { year: 2022 }],
  ['GLAR-2022-002', 'CLB phụ nữ tiết kiệm', { year: 2022, status: 'submitted' }],
  ['HNEN-2021-001', 'H’Neng thắp sáng đường quê', { representative: 'Rơ Châm H’Yéo' }],
  ['HNEN-2023-001', 'Ksor H’Lan', { year: 2023, subject: 'individual', category: 'worker', place: 'TDP 3' }],
  ['MTTQ-2021-001', 'Khu dân cư đoàn kết', { category: 'poverty_reduction', sender: 'Siu Blưh' }],
  ['KDAN-2024-001', 'Trạm y tế xanh', { year: 2024, category: 'health', status: 'returned' }],
];

beforeAll(async () => {
  db = await freshDatabase();
  for (const [code, name, formerNames] of [
    ['GLAR', 'Xã Glar', []],
    ['HNEN', 'Xã H’Neng', []],
    ['MTTQ', 'Ủy ban MTTQ Việt Nam huyện', []],
    ['KDAN', 'Xã Kdang', ['Xã Konggang']],
    ['OLD', 'Xã A Dơk', []],
  ] as const) {
    const of = { officeId: 1, position: 1, createdAt: at, formerNames: [...formerNames] };
    units[code] = (
      await db.prisma.unit.create({ data: { ...of, code, name, short: name.replace('Xã ', '') } })
    ).id;
  }
  for (const [name, unit] of [
    ['Nguyễn Thị Thuận', 'GLAR'],
    ['Siu Blưh', undefined],
    ['Lê Văn Mới', 'MTTQ'],
  ] as const) {
    const person = await db.prisma.person.create({ data: { name, createdAt: at } });
    people[name] = person.id;
    await db.prisma.membership.create({
      data: {
        ...{ personId: person.id, role: 'liaison', since: at, unitId: units[unit ?? 'MTTQ'] ?? null },
        until: unit === undefined ? at : null,
      },
    });
  }
  for (const [code, name, more] of rows) await add(code, name, more ?? {});
  // The unit that registered it became part of another.
  await add('OLD-2021-001', 'Giọt nước làng Bok', { unit: 'KDAN', origin: 'OLD' });
  await db.prisma.unit.update({
    where: { code: 'OLD' },
    data: { successorId: units.KDAN ?? null, active: false, until: at },
  });
});
afterAll(() => db.drop());

async function add(
  code: string,
  name: string,
  more: {
    year?: number;
    status?: ExemplarStatus;
    subject?: Subject;
    category?: string;
    place?: string;
    representative?: string;
    sender?: string;
    unit?: string;
    origin?: string;
  },
): Promise<void> {
  const {
    year = 2021,
    status = 'approved',
    subject = 'collective',
    category = 'community',
    place = 'Làng Groi',
  } = more;
  const decided = status === 'submitted' ? {} : { decidedAt: at, decidedById: people['Siu Blưh'] ?? null };
  await db.prisma.exemplar.create({
    data: {
      ...{ code, name, searchName: searchName(name), year, status, subject, category, place, planId: 1 },
      unitId: units[more.unit ?? code.split('-')[0] ?? ''] ?? 0,
      originUnitId: more.origin === undefined ? null : (units[more.origin] ?? null),
      ...{
        difficultArea: true,
        directLabour: false,
        summary: 'Giảm 12 hộ nghèo.',
        criteria: [],
        impact: 'Tốt',
      },
      ...(subject === 'collective' && { representative: more.representative ?? 'Ông A Nhưk' }),
      ...(subject === 'individual' && { birthYear: 1980, sex: 'female', position: 'Nông dân' }),
      ...{ endorsedOn: new Date('2021-08-05'), submittedAt: at, ...decided },
      submittedById: people[more.sender ?? 'Nguyễn Thị Thuận'] ?? 0,
    },
  });
}

const officer: SearchDeps = {
  plans: [plan101],
  labels: {
    statuses: [
      ['approved', 'đã duyệt'],
      ['submitted', 'chờ duyệt'],
    ],
    subjects: [
      ['individual', 'Cá nhân'],
      ['collective', 'Tập thể'],
    ],
  },
  ...{ thisYear: 2022, scope: {}, seesLiaisons: true },
};

async function find(text: string, more: Partial<SearchDeps> = {}): Promise<string[]> {
  const { ids } = await searchExemplars(db.pool, text, { ...officer, ...more });
  const found = await db.prisma.exemplar.findMany({
    where: { id: { in: ids } },
    select: { id: true, code: true },
  });
  return ids.flatMap((id) => found.find((one) => one.id === id)?.code ?? []);
}

describe('a search', () => {
  it.each<[string, string[]]>([
    ['cồng chiêng', ['GLAR-2021-001']],
    ['CHIENG CONG', ['GLAR-2021-001']],
    ['cồng chiêng'.normalize('NFD'), ['GLAR-2021-001']],
    ['chien doi', ['GLAR-2021-001']],
    ['glar', ['GLAR-2022-002', 'GLAR-2022-001', 'GLAR-2021-001']],
    ['xã Glar năm 2022', ['GLAR-2022-002', 'GLAR-2022-001']],
    ['Glar năm ngoái', ['GLAR-2021-001']],
    ['Glar chờ duyệt', ['GLAR-2022-002']],
    ['nuôi ong', ['GLAR-2022-001']],
    ['cho em xem nuôi ong với ạ', ['GLAR-2022-001']],
    ['câu lạc bộ phụ nữ', ['GLAR-2022-002']],
    ['clb phụ nữ', ['GLAR-2022-002']],
    // The one with the word in its name stands first.
    ['H’Neng', ['HNEN-2021-001', 'HNEN-2023-001']],
    ["h'neng", ['HNEN-2021-001', 'HNEN-2023-001']],
    ['Hneng thắp sáng', ['HNEN-2021-001']],
    ['neng thap sang', ['HNEN-2021-001']],
    ['Rơ Châm H`Yéo', ['HNEN-2021-001']],
    ['Ksor', ['HNEN-2023-001']],
    ['tổ dân phố 3', ['HNEN-2023-001']],
    ['cá nhân', ['HNEN-2023-001']],
    ['cá nhân Glar', []],
    ['mặt trận tổ quốc', ['MTTQ-2021-001']],
    ['HNEN-2023', ['HNEN-2023-001']],
    ['2024-001', ['KDAN-2024-001']],
    ['y tế', ['KDAN-2024-001']],
    ['vì người nghèo', ['MTTQ-2021-001']],
    ['Konggang', ['OLD-2021-001', 'KDAN-2024-001'].reverse()],
    ['A Dơk', ['OLD-2021-001']],
    ['từ 2022 đến 2023', ['HNEN-2023-001', 'GLAR-2022-002', 'GLAR-2022-001']],
    ['không có từ này', []],
    ['ai nuôi ong', ['GLAR-2022-001']],
    ['nuôi ong ở đâu', ['GLAR-2022-001']],
    ['xin hỏi có mô hình cồng chiêng nào không', ['GLAR-2021-001']],
    ['mô hình cồng chiêng chưa được khen thưởng', ['GLAR-2021-001']],
    ['phụ nữ tiết kiệm tốt nhất', ['GLAR-2022-002']],
    ['cồng chiêng cá nhân', []],
    ['x'.repeat(3000), []],
    ['á'.repeat(2500), []],
  ])('for “%s” finds %j', async (text, expected) => expect(await find(text)).toEqual(expected));

  it.each<[string, string[]]>([
    ['cồng chiêgn', ['GLAR-2021-001']],
    ['congchieng', ['GLAR-2021-001']],
    ['coong chieeng glarr', ['GLAR-2021-001']],
    ['nuoi onng', ['GLAR-2022-001']],
    ['trạm y tế xann', ['KDAN-2024-001']],
    ['chuyện khác hẳn', []],
    ['coongf chieengs', ['GLAR-2021-001']],
    ['tdp3', ['HNEN-2023-001']],
    [`chieng ${'y'.repeat(500)}`, []],
  ])('for the misspelt “%s” finds %j', async (text, expected) => expect(await find(text)).toEqual(expected));

  it.each<[string, string[]]>([
    ['Nguyễn Thị Thuận', rows.filter(([code]) => code !== 'MTTQ-2021-001').map(([code]) => code)],
    ['Thuận 2022', ['GLAR-2022-002', 'GLAR-2022-001']],
    ['Siu Blưh', ['MTTQ-2021-001']],
    ['Lê Văn Mới', ['MTTQ-2021-001']],
    ['lee vawn mowis', ['MTTQ-2021-001']],
    ['Nguyễn Thị Thuận cồng chiêng', ['GLAR-2021-001']],
  ])('of an officer for the liaison “%s” finds %j', async (text, expected) => {
    expect((await find(text)).filter((code) => !code.startsWith('OLD')).toSorted()).toEqual(
      expected.toSorted(),
    );
    expect(await find(text, { seesLiaisons: false })).toEqual([]);
  });

  it('finds no more than the person may see', async () => {
    const approved = { scope: { statuses: ['approved' as const] } };
    expect(await find('Glar', approved)).toEqual(['GLAR-2022-001', 'GLAR-2021-001']);
    expect(await find('Glar chờ duyệt', approved)).toEqual([]);
    expect(await find('phụ nữ tiết kiêmm', approved)).toEqual([]);
    expect(await find('2021-2024', { scope: { unitIds: [units.HNEN ?? 0] } })).toEqual([
      'HNEN-2023-001',
      'HNEN-2021-001',
    ]);
  });

  it.each([
    ['x', 'short'],
    ['? !', 'short'],
    [Array.from({ length: 30 }, (_, i) => `từ${i}`).join(' '), 'long'],
    ['ghghgh', 'none'],
  ])('“%s” is answered with %s', async (text, outcome) => {
    expect((await searchExemplars(db.pool, text, officer)).outcome).toBe(outcome);
  });
});

describe('the words of an exemplar', () => {
  it('follow a mended name, another unit, a new name of the unit', async () => {
    await add('GLAR-2021-009', 'Làng văn hóa', {});
    const where = { code: 'GLAR-2021-009' };
    await db.prisma.exemplar.update({ where, data: { name: 'Làng vui', searchName: 'lang vui' } });
    expect([await find('văn hóa'), await find('làng vui')]).toEqual([[], ['GLAR-2021-009']]);
    await db.prisma.exemplar.update({ where, data: { unitId: units.HNEN ?? 0 } });
    expect(await find('làng vui H’Neng')).toEqual(['GLAR-2021-009']);
    await db.prisma.unit.update({
      where: { code: 'HNEN' },
      data: { name: 'Xã Đak Sơ Mei', short: 'Đak Sơ Mei' },
    });
    expect(await find('làng vui Sơ Mei')).toEqual(['GLAR-2021-009']);
    expect(await find('làng vui H’Neng')).toEqual(['GLAR-2021-009']);
    await db.prisma.exemplar.delete({ where });
    expect(await find('làng vui')).toEqual([]);
  });

  it.each([
    'Đội cồng chiêng H’Neng, TDP số 2'.normalize('NFD'),
    'Rơ Châm H`Yéo & Ð, Ɖ, ａｂ — “làng” ƀok',
    'Đăk Sơ Mei ÝẲỶ ê ô ơ ư 12/3',
    "H'Bông Siu-Blưh",
  ])('of “%s” are the same in the database and in the program', async (text) => {
    const { rows: found } = await db.pool.query<{ words: string[] }>('select fold_words($1) as words', [
      text,
    ]);
    const typed = fold(text)
      .replaceAll('ƀ', 'b')
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
    expect(found[0]?.words).toEqual(expect.arrayContaining(typed));
  });
});
