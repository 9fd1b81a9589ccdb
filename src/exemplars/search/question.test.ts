import { describe, expect, it } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import type { ExemplarStatus } from '../../store/generated/enums.ts';
import { markCategories } from './mark-categories.ts';
import { listNearSpellings } from './near-words.ts';
import { isLongEnough, readSearch, splitWords } from './question.ts';
import { writeTsQuery } from './ts-query.ts';

const statuses: [ExemplarStatus, string][] = [
  ['submitted', 'chờ duyệt'],
  ['approved', 'đã duyệt'],
  ['rejected', 'không duyệt'],
  ['approved', 'approved'],
];
const subjects: [string, string][] = [
  ['collective', 'Tập thể'],
  ['individual', 'Cá nhân'],
];
const read = (text: string) => readSearch(text, { statuses, subjects }, 2022);
const query = (text: string) => writeTsQuery(read(text).parts);

describe('a search in words', () => {
  it.each([
    ['cồng chiêng', "'cong':* & 'chieng':*"],
    ['Đội cồng chiêng'.normalize('NFD'), "'doi':* & 'cong':* & 'chieng':*"],
    ['H’Neng', "'hneng':*"],
    ["h'neng", "'hneng':*"],
    ['Ia Pết', "'ia' & 'pet':*"],
    ['điển hình cồng chiêng ở xã Glar', "'cong':* & 'chieng':* & 'xa' & 'glar':*"],
    ['mô hình', "'mo' & 'hinh':*"],
    ['mô hình nuôi ong', "'nuoi':* & 'ong':*"],
    ['GLAR-2021', "'glar':* & '2021':*"],
    ['003', "'003':*"],
    ['làng 3', "'lang':* & '3'"],
    ['CLB', "('clb':* | ('cau':* & 'lac':* & 'bo'))"],
    ['tổ dân phố 2', "(('to' & 'dan':* & 'pho':*) | 'tdp':*) & '2'"],
    ['cá nhân Glar', "'glar':* & (('ca' & 'nhan':*) | 'o=individual')"],
    ['tập thể', "'o=collective'"],
    ["'; drop table unit; --", "'drop':* & 'table':* & 'unit':*"],
    ['a & b | !c', "'a' & 'b' & 'c'"],
  ])('“%s” looks for %s', (text, expected) => expect(query(text)).toBe(expected));

  it.each<[string, number[], ExemplarStatus | undefined, string | null]>([
    ['năm 2022', [2022], undefined, null],
    ['phụ nữ năm nay', [2022], undefined, "'phu':* & 'nu'"],
    ['phụ nữ năm ngoái đã duyệt', [2021], 'approved', "'phu':* & 'nu'"],
    ['2021 2023 Glar', [2021, 2023], undefined, "'glar':*"],
    ['từ 2021 đến 2023 Glar', [2021, 2022, 2023], undefined, "'glar':*"],
    ['Glar 2023-2025', [2023, 2024, 2025], undefined, "'glar':*"],
    ['chờ duyệt', [], 'submitted', null],
    ['xã Glar approved', [], 'approved', "'xa' & 'glar':*"],
    ['làng 99999', [], undefined, "'lang':* & '99999':*"],
  ])('“%s” is of these years, in this state', (text, years, status, words) => {
    const asked = read(text);
    expect([asked.years, asked.status, writeTsQuery(asked.parts)]).toEqual([years, status, words]);
  });

  it.each([
    ...[
      'CLB phụ nữ xã Glar từ 2021 đến 2024 đã duyệt',
      'cá nhân',
      'tổ dân phố 2',
      'mô hình',
      'không duyệt 2022',
    ],
    ...['H’Neng năm 2021', 'GLAR-2021'],
  ])('“%s” asks the same when its own text is read again', (text) => {
    const { parts, years, status, text: again } = read(text);
    expect(read(again)).toMatchObject({ parts, years, ...(status && { status }) });
  });

  it.each([
    ['x', false],
    ['?', false],
    ['', false],
    ['a b c', false],
    ['Ia', true],
    ['3', false],
    ['năm 2022', true],
    ['đã duyệt', true],
    ['cá nhân', true],
  ])('“%s” is long enough: %s', (text, enough) => expect(isLongEnough(read(text))).toBe(enough));
});

describe('fields in a search', () => {
  const marks = (text: string) =>
    markCategories(read(text).parts, [plan101]).map((part) => part.marks.join(','));
  it.each([
    ['y tế', ['c=health', 'c=health']],
    ['nông thôn mới Glar', ['c=new_rural', '']],
    ['NTM', ['c=new_rural']],
    ['an ninh', ['c=defence_security', 'c=defence_security']],
    ['sản xuất kinh doanh', ['c=business']],
    ['Đak Đoa', ['', '']],
    ['làng', ['']],
    ['cồng chiêng', ['', '']],
  ])('“%s” names %j', (text, expected) => expect(marks(text)).toEqual(expected));
});

describe('spellings near a word', () => {
  it.each([
    ['chieg', 'chieng'],
    ['chiengg', 'chieng'],
    ['chienf', 'chien'],
    ['hcieng', 'chieng'],
    ['ddoan', 'doan'],
    ['glarr', 'glar'],
  ])('of “%s” include “%s”', (typed, meant) =>
    expect(listNearSpellings(typed).map((words) => words.join(' '))).toContain(meant),
  );
  it('include two words where a space is missing', () =>
    expect(listNearSpellings('congchieng')).toContainEqual(['cong', 'chieng']));
  it.each([
    [
      'tdp2',
      [
        ['tdp', '2'],
        ['to', 'dan', 'pho', '2'],
      ],
    ],
    ['lang12', [['lang', '12']]],
    ['thon3', [['thon', '3']]],
  ])('of “%s” part its number', (typed, ways) => expect(listNearSpellings(typed)).toEqual(ways));
});

it('words are split as the index splits them', () =>
  expect(splitWords('Xã Đăk Sơ Mei – H’Neng, “làng” 3/2')).toEqual([
    'xa',
    'dak',
    'so',
    'mei',
    'hneng',
    'lang',
    '3',
    '2',
  ]));
