import { describe, expect, it } from 'vitest';
import type { KnownPerson, RoleName } from '../../people/known-person.ts';
import { wordsOfReports } from '../../reports/index.ts';
import type { Command } from './context.ts';
import { meantCommands, readCommand, readWords } from './read-command.ts';

const command = (name: string, vi: string, en: string, takesArgs = false): Command => ({
  name,
  right: 'all',
  words: { vi: [vi], en: [en] },
  takesArgs,
  run: async () => undefined,
});
const commands = [
  command('dangky', 'đăng ký', 'register'),
  { ...command('baocao', 'báo cáo', 'report', true), wordsOfArgs: wordsOfReports },
  command('danhsach', 'danh sách', 'list', true),
  command('dondoc', 'đôn đốc', 'nudge'),
  command('tiendo', 'tiến độ', 'progress', true),
  command('bieudo', 'biểu đồ', 'chart', true),
];

describe('a command with its slash', () => {
  it.each([
    ['/dangky', { name: 'dangky', args: '' }],
    [' /DangKy ', { name: 'dangky', args: '' }],
    ['/baocao@bot tonghop 2021', { name: 'baocao', args: 'tonghop 2021' }],
    ['/baocao@BOT  xã Glar'.normalize('NFD'), { name: 'baocao', args: 'xã Glar'.normalize('NFC') }],
    ['/baocao@another', undefined],
    ['/', undefined],
    ['dangky', undefined],
    ['1/2', undefined],
  ])('%j', (text, read) => {
    expect(readCommand(text, 'bot')).toEqual(read);
  });
});

describe('plain words', () => {
  it.each([
    ['đăng ký', 'dangky', ''],
    ['Đăng Ký', 'dangky', ''],
    ['dang ky', 'dangky', ''],
    ['đăng ký'.normalize('NFD'), 'dangky', ''],
    ['dangky', 'dangky', ''],
    ['Register', 'dangky', ''],
    ['báo cáo', 'baocao', ''],
    ['bao cao tong hop 2021', 'baocao', 'tong hop 2021'],
    ['báo  cáo  danh sách Glar', 'baocao', 'danh sách Glar'],
    ['report tonghop', 'baocao', 'tonghop'],
  ])('%j', (text, name, args) => {
    expect(readWords(text, commands)).toEqual({ name, args });
  });

  it.each([
    ['công văn đôn đốc', 'cong van don doc'],
    ['Cong van don doc nhe', 'cong van don doc'],
    ['tổng hợp', 'tong hop'],
    ['TONG HOP 2021', 'TONG HOP 2021'],
    ['anh cho chú xin cái tổng hợp quý này', 'tổng hợp quý này'],
    ['xuất danh sách chi tiết cả huyện năm ngoái', 'danh sách chi tiết cả huyện năm ngoái'],
    ['in giúp danh sách gọi điện với em', 'danh sach goi dien'],
    ['danh sách để ký xã Glar', 'danh sách để ký xã Glar'],
    ['cho tôi theo lĩnh vực 6 tháng đầu năm 2023', 'theo lĩnh vực 6 tháng đầu năm 2023'],
    ['Theo lĩnh vực', 'theo linh vuc'],
    ['xin theo lĩnh vực xã Glar', 'theo lĩnh vực xã Glar'],
    ['theo lĩnh vực năm 2022', 'theo lĩnh vực năm 2022'],
    ['theo linh vuc ca giai doan', 'theo linh vuc ca giai doan'],
  ])('a report by its name alone: %j', (text, args) => {
    expect(readWords(text, commands)).toEqual({ name: 'baocao', args });
  });

  it('the list and the nudge stay what they are', () => {
    expect(readWords('danh sách xã Glar', commands)).toEqual({ name: 'danhsach', args: 'xã Glar' });
    expect(readWords('đôn đốc ạ', commands)).toEqual({ name: 'dondoc', args: '' });
    expect(readWords('tiến độ nộp', commands)).toEqual({ name: 'tiendo', args: 'nộp' });
    expect(readWords('biểu đồ theo lĩnh vực', commands)).toEqual({ name: 'bieudo', args: 'theo lĩnh vực' });
  });

  it.each([
    ['đăng ký giúp tôi', 'dangky', ''],
    ['dạ em muốn đăng ký ạ', 'dangky', ''],
    ['ĐĂNG KÝ Ạ!!!', 'dangky', ''],
    ['ddawng kys', 'dangky', ''],
    ['/đăng ký', 'dangky', ''],
    ['cho tôi báo cáo danh sách năm nay xã Glar', 'baocao', 'danh sách năm nay xã Glar'],
    ['dạ em chào anh ạ, cho em báo cáo tổng hợp năm 2021 ạ', 'baocao', 'tổng hợp năm 2021'],
    ['anh ơi, gửi giúp em báo cáo với ạ 🙏', 'baocao', ''],
    ['nhờ chị xuất báo cáo tổng hợp nhé', 'baocao', 'tổng hợp'],
    ['Please give me the report tonghop', 'baocao', 'tonghop'],
  ])('politely: %j', (text, name, args) => {
    expect(readWords(text, commands)).toEqual({ name, args });
  });

  it.each(['registered', 'báo cáo2021', 'đăng ký mới', 'em chào anh ạ', 'ạ', ''])('%j mean none', (text) => {
    expect(readWords(text, commands)).toBeUndefined();
  });
});

describe('words with two meanings', () => {
  const both = [
    { ...command('nopvanban', 'nộp văn bản', 'hand in', true), liaisonWords: ['báo cáo năm'] },
    command('baocao', 'báo cáo', 'report', true),
  ];
  const as = (...roles: RoleName[]): KnownPerson => ({
    id: 1,
    name: 'Ai đó',
    phone: null,
    locale: 'vi',
    memberships: roles.map((role) => ({ role, unitId: 1, unitName: 'Xã Glar', unitCode: 'GLAR' })),
  });
  it.each([
    [['liaison'], 'báo cáo năm 2021', [['nopvanban', '2021']]],
    [['liaison'], 'em nộp báo cáo năm ạ', []],
    [['liaison'], 'cho em báo cáo năm với', [['nopvanban', '']]],
    [['manager'], 'báo cáo năm 2021 ạ', [['baocao', 'năm 2021']]],
    [['officer'], 'báo cáo năm nay', [['baocao', 'năm nay']]],
    [['head'], 'báo cáo năm 2021', [['baocao', 'năm 2021']]],
    [
      ['liaison', 'officer'],
      'báo cáo năm 2021',
      [
        ['nopvanban', '2021'],
        ['baocao', 'năm 2021'],
      ],
    ],
    [['liaison', 'officer'], 'báo cáo tổng hợp năm 2021', [['baocao', 'tổng hợp năm 2021']]],
  ] satisfies [RoleName[], string, string[][]][])('%j say "%s"', (roles, text, meant) => {
    const found = meantCommands(text, both, as(...roles)).map(({ name, args }) => [name, args]);
    expect(found).toEqual(meant);
  });
});
