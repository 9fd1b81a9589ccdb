import { describe, expect, it } from 'vitest';
import { loadPlan, loadUnits } from '../plan/load.ts';
import { matchUnits } from './match-units.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const units = loadUnits('prisma/units/dak-doa.yaml', plan).map((entry, i) => ({ id: i + 1, ...entry }));
const codesFor = (typed: string) => matchUnits(units, typed).map(({ code }) => code);

describe('typed words that mean one unit', () => {
  it.each([
    ['glar', 'GLAR'],
    ['xã Glar ạ', 'GLAR'],
    ['UBND xã Glar', 'GLAR'],
    ['Ủy ban nhân dân xã Glar, huyện Đak Đoa', 'GLAR'],
    ['Đảng ủy xã Glar', 'GLAR'],
    ['em ở xã Glar', 'GLAR'],
    ['x. Glar', 'GLAR'],
    ['G’lar', 'GLAR'],
    ['xa ha dong', 'HADONG'],
    ['HÀ ĐÔNG.', 'HADONG'],
    ['Xã H’Neng', 'HNENG'],
    ['xã H\u02bcNeng', 'HNENG'],
    ['H` Neng', 'HNENG'],
    ['h neng', 'HNENG'],
    ['XÃ H‘NOL', 'HNOL'],
    ['kdang', 'KDANG'],
    ['K´ Dang nhé', 'KDANG'],
    ['Đăk Sơmei', 'DSOMEI'],
    ['Đak Sơ Mei', 'DSOMEI'],
    ['Ðắk Sơ-mei', 'DSOMEI'],
    ['xã Ɖak Sơmei', 'DSOMEI'],
    ['Đắc Sơ Mây', undefined],
    ['Đăk Krông', 'DKRONG'],
    ['Đắc Krong', 'DKRONG'],
    ['A Dơk', 'ADOK'],
    ['xã Ađơk', 'ADOK'],
    ['Ya Pết', 'IAPET'],
    ['Iapet', 'IAPET'],
    ['Konggang', 'KONGANG'],
    ['Hải Iang', 'HAIYANG'],
    ['TT. Đak Đoa', 'DD'],
    ['thị trấn Đăk Đoa', 'DD'],
    ['TT Ðak Ðoa', 'DD'],
    ['xã Đak Đoa', 'DD'],
    ['GD', 'GD'],
    ['GD&ĐT', 'GD'],
    ['phòng GD & ĐT', 'GD'],
    ['Phòng GDĐT huyện Đak Đoa', 'GD'],
    ['phòng giáo dục', 'GD'],
    ['Huyện đoàn Đak Đoa', 'DTN'],
    ['Phòng Nội vụ Đak Đoa', 'NV'],
    ['Công an Đăk Đoa', 'CA'],
    ['hội phụ nữ đak đoa ạ', 'LHPN'],
    ['Đoàn thanh niên Đak Đoa', 'DTN'],
    ['phòng TP', 'TP'],
    ['Phòng TC-KH', 'TCKH'],
    ['phòng KT-HT', 'KTHT'],
    ['phòng VH-TT', 'VHTT'],
    ['VP HĐND&UBND', 'VPUB'],
    ['VP UBND huyện', 'VPUB'],
    ['UBMTTQVN huyện', 'MTTQ'],
    ['UBMT huyện', 'MTTQ'],
    ['TT VHTT', 'TTVH'],
    ['Ban TG Huyện ủy', 'BTG'],
    ['hội phụ nữ', 'LHPN'],
    ['Hội Phụ nữ huyện Đak Đoa', 'LHPN'],
    ['hội LHPN', 'LHPN'],
    ['hội nông dân', 'HND'],
    ['hội cựu chiến binh', 'HCCB'],
    ['Đoàn thanh niên', 'DTN'],
    ['huyện đoàn ạ', 'DTN'],
    ['mặt trận', 'MTTQ'],
    ['công đoàn', 'LDLD'],
    ['huyện đội', 'QS'],
    ['công an', 'CA'],
    ['bệnh viện', 'YT'],
    ['phòng tài nguyên môi trường', 'TNMT'],
    ['phòng văn hóa', 'VHTT'],
    ['phòng nông nghiệp', 'NNPTNT'],
    ['văn phòng ủy ban', 'VPUB'],
    ['tòa án', 'TA'],
    ['thuế', 'CCT'],
    ['người cao tuổi', 'NCT'],
    ['xax Glar', 'GLAR'],
    ['xã  Nam  Yang', 'NAMYANG'],
    ['dạ em bên hội chữ thập đỏ ạ', 'CTD'],
  ])('"%s" is %s', (typed, code) => {
    expect(codesFor(typed)).toEqual(code === undefined ? [] : [code]);
  });
});

describe('words that several units have', () => {
  it.each([
    ['hà', ['HABAU', 'HADONG']],
    ['văn hóa', ['VHTT', 'TTVH']],
    ['Yang', ['HAIYANG', 'NAMYANG']],
  ])('"%s" is %j', (typed, codes) => expect(codesFor(typed)).toEqual(codes));

  it('the word for a kind means all of it', () => expect(codesFor('xã')).toHaveLength(16));
});

describe('words that name no unit', () => {
  it.each([
    'pleiku',
    'Hội Phụ nữ thị trấn Đak Đoa',
    'làng vui Đak Đoa',
    '   ',
    'ng',
    'ar',
    'la',
    'ban ng',
    'năm nay',
    'Hội Phụ nữ xã Glar',
    '2021',
    '👍',
    'ạ',
  ])('"%s"', (typed) => expect(codesFor(typed)).toEqual([]));
});
