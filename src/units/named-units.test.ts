import { expect, test } from 'vitest';
import { findNamedUnits } from './named-units.ts';
import type { Unit } from './units.ts';

const names: [code: string, name: string, short: string][] = [
  ['DD', 'Thị trấn Đak Đoa', 'TT Đak Đoa'],
  ['GLAR', 'Xã Glar', 'Glar'],
  ['HABAU', 'Xã Hà Bầu', 'Hà Bầu'],
  ['HADONG', 'Xã Hà Đông', 'Hà Đông'],
  ['HAIYANG', 'Xã Hải Yang', 'Hải Yang'],
  ['IABANG', 'Xã Ia Băng', 'Ia Băng'],
  ['TRANG', 'Xã Trang', 'Trang'],
  ['CA', 'Công an huyện', 'Công an'],
  ['TP', 'Phòng Tư pháp', 'Tư pháp'],
  ['VHTT', 'Phòng Văn hóa và Thông tin', 'VH&TT'],
  ['LHPN', 'Hội Liên hiệp Phụ nữ huyện', 'Hội LHPN'],
  ['HND', 'Hội Nông dân huyện', 'Hội Nông dân'],
];
const units = names.map(([code, name, short], at): Unit => ({ id: at + 1, code, name, short }));

test.each<[string, boolean, string, string[]]>([
  ['xã Glar', false, 'one', ['GLAR']],
  ['Glar và Hà Bầu', false, 'several', ['GLAR', 'HABAU']],
  ['xã Glar Hà Bầu Trang', false, 'several', ['GLAR', 'HABAU', 'TRANG']],
  ['hai xã Glar, Trang', false, 'several', ['GLAR', 'TRANG']],
  ['hội phụ nữ và hội nông dân', false, 'several', ['LHPN', 'HND']],
  ['phòng văn hóa và thông tin, tư pháp', false, 'several', ['VHTT', 'TP']],
  ['phòng văn hóa và thông tin', false, 'one', ['VHTT']],
  ['công an huyện Đak Đoa', false, 'one', ['CA']],
  ['Công an huyện, Phòng Tư pháp', false, 'several', ['CA', 'TP']],
  ['Hội Phụ nữ huyện Đak Đoa, xã Glar', false, 'several', ['LHPN', 'GLAR']],
  ['hội nông dân huyện; tư pháp; Trang', false, 'several', ['HND', 'TP', 'TRANG']],
  ['Glar, công an huyện Đak Đoa,', false, 'several', ['GLAR', 'CA']],
  ['Công an huyện Đak Đoa,', false, 'one', ['CA']],
  ['công an huyện nữ', false, 'several', ['CA', 'LHPN']],
  ['Glar và xã khác', false, 'unclear', []],
  ['Hà', false, 'unclear', ['HABAU', 'HADONG']],
  ['xã Hà Đôn', false, 'unclear', ['HADONG']],
  ['xã Tràn', false, 'unclear', ['TRANG', 'DD']],
  ['xã Đak Đoa', false, 'unclear', ['DD']],
  ['nữ', false, 'unclear', ['LHPN']],
  ['CA', false, 'one', ['CA']],
  ['trừ xã Glar', false, 'unclear', []],
  ['đẹp của xã Glar', false, 'unclear', ['GLAR']],
  ['hình tròn xã Trang', false, 'unclear', ['TRANG']],
  ['có xã Hà Bầu đứng đầu', false, 'unclear', ['HABAU']],
  ['trắng', false, 'unclear', ['TRANG']],
  ['trang', false, 'one', ['TRANG']],
  ['xã Trạng', false, 'one', ['TRANG']],
  ['là nữ', false, 'unclear', ['LHPN']],
  ['dak doa', true, 'all', []],
  ['huyện Đak Đoa', false, 'all', []],
  ['thị trấn Đak Đoa', false, 'one', ['DD']],
  ['xã Glar', true, 'unclear', ['GLAR']],
  ['', true, 'all', []],
])('"%s" (all units too: %s) names %s', (words, all, are, codes) => {
  const named = findNamedUnits(units, words, all);
  const found = named.are === 'one' ? [named.unit] : named.are === 'all' ? [] : named.units;
  expect([named.are, found.map(({ code }) => code)]).toEqual([are, codes]);
});

// Every run of words was compared with every unit: a thousand names took hours.
test.each([
  ['xã Glar, ', 'unclear'],
  ['xã Hà Bầu và ', 'unclear'],
  ['Glar xã ', 'unclear'],
  ['hội phụ nữ với ', 'unclear'],
  ['ủy ban nhân dân ', 'unclear'],
  ['văn phòng ủy ban nhân dân và ', 'unclear'],
  ['phòng văn hóa ', 'unclear'],
  ['huyện Đak Đoa ', 'unclear'],
])('a long line of “%s” is read', (words, are) => {
  expect(findNamedUnits(units, `${words.repeat(3000)}khác`).are).toBe(are);
});

test('a whole roster can be named in one line', () => {
  const all = Array.from({ length: 60 }, (_, at): Unit => {
    const name = `Xã ${['Ia', 'Đak', 'Kon', 'Hà', 'Chư'][at % 5]} ${'abcdeghiklmn'[Math.floor(at / 5)]}ơng`;
    return { id: at + 1, code: `X${at}`, name, short: name.slice(3) };
  });
  const named = findNamedUnits(all, all.map(({ name }) => name).join(', '));
  expect(named.are === 'several' && named.units.length).toBe(all.length);
});
