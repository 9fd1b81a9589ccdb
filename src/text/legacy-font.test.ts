import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLegacyFont } from './legacy-font.ts';
import { type LegacyEncoding, legacyTables, readLegacy } from './legacy-tables.ts';

describe('a text of an old font is found, and read', () => {
  test.each([
    ['tcvn3', 'Héi Liªn hiÖp Phô n÷ x· Glar', 'Hội Liên hiệp Phụ nữ xã Glar'],
    ['tcvn3', '§oµn kÕt gióp nhau lµm kinh tÕ', 'Đoàn kết giúp nhau làm kinh tế'],
    ['tcvn3', 'lµng §ª Kèp', 'làng Đê Kốp'],
    ['tcvn3', 'vËn ®éng 45 hé gãp 120.000.000 ®ång', 'vận động 45 hộ góp 120.000.000 đồng'],
    ['tcvn3', 'tËp thÓ', 'tập thể'],
    ['tcvn3', 'NguyÔn V¨n B×nh', 'Nguyễn Văn Bình'],
    ['tcvn3', 'c¸ nh©n', 'cá nhân'],
    ['tcvn3', 'hîp t¸c x· (25 ng­êi)', 'hợp tác xã (25 người)'],
    ['vni', 'Hoäi Lieân hieäp Phuï nöõ', 'Hội Liên hiệp Phụ nữ'],
    ['vni', 'Ñieån hình tieân tieán naêm 2021', 'Điển hình tiên tiến năm 2021'],
    ['vni', 'laøng Ñeâ Koáp', 'làng Đê Kốp'],
    ['vni', 'xaõ', 'xã'],
    ['vni', 'COÂNG AN HUYEÄN ÑAK ÑOA', 'CÔNG AN HUYỆN ĐAK ĐOA'],
    ['vni', 'giuùp 12 hoä thoaùt ngheøo', 'giúp 12 hộ thoát nghèo'],
    ['vps', 'HÜng dÅn viŒc đóng góp'.replace('đ', 'Ç'), 'Hưng dẫn việc đóng góp'],
    ['vps', 'Tiên ti‰n cûa huyŒn', 'Tiên tiến của huyện'],
    ['vps', 'viŒc', 'việc'],
    ['utf8', 'Xã Hà Đông'.replace(/.*/, 'XÃ£ HÃ\u00a0 Ä\u0090Ã´ng'), 'Xã Hà Đông'],
    ['utf8', 'Ä‘oÃ n káº¿t'.replace('Ã ', 'Ã\u00a0'), 'đoàn kết'],
  ])('%s: %s', (encoding, text, read) => {
    expect(readLegacyFont(text)).toEqual({ encoding, read });
  });

  test('within a long text that is otherwise in Unicode', () => {
    const text = 'Tóm tắt: tËp thÓ ®· vËn ®éng nh©n d©n hiÕn ®Êt lµm ®­êng, x©y dùng n«ng th«n míi.';
    expect(readLegacyFont(text)?.encoding).toBe('tcvn3');
  });
});

describe('proper Vietnamese, and names next to it, stay unchanged', () => {
  test.each([
    'Xã Glar',
    'Phòng Nội vụ',
    'hoà thuận, thuỷ lợi, khoẻ mạnh, quý trọng',
    'Làng Đê Kốp, xã A Dơk; Plei Đôn; Kông Chro; Ia Băng',
    'H’Neng, Đak Sơmei, Hà Bầu, K’Dang, Hnol',
    'Rơ Châm Hùng, Siu Blôt, Kpă Klơng, Ksor Hnhan, Y Bôn',
    'ƀuôn, čar, ană plơi, ñu, hră, ơi adai',
    'Ñu Ñan',
    'Ðăk Đoa, Ɖak Đoa',
    'Núi lửa Chư Đăng Ya',
    '«Làng văn hoá» – “Gia đình 5 có”… ‘ba sạch’',
    '• Điểm a) mục 1; · điểm b); § 5; khoản 2¹',
    '10 m², 3 m³, 25 °C, ± 5 %, ½ ha, 3 × 4 m, 5 µm, 100 €',
    'São Paulo, Curaçao, Müller, Peña, Zoë, déjà vu, naïve, Citroën',
    'Sony® và Zalo™ © 2021',
    'một hai ba',
    'Bo qua a',
    'c̆ơ̆č ǒ k̆ô̆',
    'Tôi là Vân',
    '👍🏽 ạ',
    'tâp thể', // A slip of typing.
    'nguoi dân lang',
    '',
  ])('%s', (text) => {
    expect(readLegacyFont(text)).toBeUndefined();
  });

  test.each([
    ...globSync('locales/vi/*.ftl'),
    ...globSync('prisma/{plans,units}/*.yaml'),
    ...globSync('docs/*.md'),
  ])('every line of %s', (path) => {
    const lines = readFileSync(path, 'utf8').normalize('NFC').split('\n');
    expect(lines.filter((line) => readLegacyFont(line) !== undefined)).toEqual([]);
  });
});

/** Writes a text in an old code page; what it cannot show stays. */
function written(text: string, encoding: LegacyEncoding): string {
  const signs = new Map([...legacyTables[encoding]].map(([sign, letter]) => [letter, sign]));
  return [...text].map((letter) => signs.get(letter) ?? letter).join('');
}

const clauses = readFileSync('prisma/plans/101-kh-ubnd.yaml', 'utf8')
  .normalize('NFC')
  .toLowerCase()
  .split('\n')
  .filter((line) => line.split(/\s+/).length > 8 && /[\u1ea0-\u1ef9đư]/.test(line) && !/#|en:/.test(line));

describe.each(['tcvn3', 'vni', 'vps'] as const)('the clauses of the plan written in %s', (encoding) => {
  test('are found line by line, and read back', () => {
    expect(clauses.length).toBeGreaterThan(50);
    for (const clause of clauses) {
      const old = written(clause, encoding);
      expect(readLegacyFont(old)?.encoding, old).toBe(encoding);
      expect(readLegacy(old, encoding)).toBe(clause);
    }
  });
});
