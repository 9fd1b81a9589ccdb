/**
 * Tables of the code pages that Vietnamese offices typed in before Unicode. A text typed in one of
 * them is shown right by its own fonts only (.VnTime, VNI-Times, VPS Times); elsewhere each byte
 * shows as a sign of Windows-1252.
 */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'vps';

const vowels = [...'aâăeêioôơuưy'];
const tones = ['', '\u0301', '\u0300', '\u0323', '\u0309', '\u0303'];

/**
 * Signs of the vowels a â ă e ê i o ô ơ u ư y: one line without a tone, then one each with acute,
 * grave, dot below, hook, tilde. The last line has đ.
 */
const lower: Record<LegacyEncoding, string> = {
  tcvn3: `a © ¨ e ª i o « ¬ u \u00ad y
    ¸ Ê ¾ Ð Õ Ý ã è í ó ø ý
    µ Ç » Ì Ò × ß å ê ï õ ú
    ¹ Ë Æ Ñ Ö Þ ä é î ô ù þ
    ¶ È ¼ Î Ó Ø á æ ë ñ ö û
    · É ½ Ï Ô Ü â ç ì ò ÷ ü
    ®`,
  vni: `a aâ aê e eâ i o oâ ô u ö y
    aù aá aé eù eá í où oá ôù uù öù yù
    aø aà aè eø eà ì oø oà ôø uø öø yø
    aï aä aë eï eä ò oï oä ôï uï öï î
    aû aå aú eû eå æ oû oå ôû uû öû yû
    aõ aã aü eõ eã ó oõ oã ôõ uõ öõ yõ
    ñ`,
  vps: `a â æ e ê i o ô Ö u Ü y
    á Ã ¡ é ‰ í ó Ó § ú Ù š
    à À ¢ è Š ì ò Ò © ù Ø ÿ
    å Æ ¥ Ë Œ Î † ¶ ® ø ¿ œ
    ä Ä £ È ‹ Ì Õ ° ª û º ›
    ã Å ¤ ë Í ï õ ‡ « Û » Ï
    Ç`,
};

/** Signs of capitals that differ from those of small letters, in pairs: sign, letter. */
const capitals: Record<LegacyEncoding, string> = {
  // Capitals with a tone have no signs of their own: fonts whose names end in H draw them.
  tcvn3: '¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ',
  vni: '',
  // Those that are dashes and quotes in Unicode are left out: they stand in texts of any font.
  vps: 'ˆĂ ÷Ơ ÐƯ ñĐ ƒẤ ´Í ¹Ó ×Ề µÌ ¼Ò ¨Ù ÞỂ þỄ ¸Ĩ ™Ỗ ¬Ũ',
};

function tableOf(encoding: LegacyEncoding): Map<string, string> {
  const lines = lower[encoding].split('\n').map((line) => line.trim().split(' '));
  const table = new Map<string, string>();
  tones.forEach((tone, row) => {
    vowels.forEach((vowel, column) => {
      const sign = lines[row]?.[column];
      if (sign !== undefined) table.set(sign, (vowel + tone).normalize('NFC'));
    });
  });
  table.set(lines[tones.length]?.[0] ?? '', 'đ');
  if (encoding === 'vni') {
    for (const [sign, letter] of [...table]) {
      const [first = '', second = ''] = sign;
      table.set(sign.toUpperCase(), letter.toUpperCase());
      // The first sign of a word at the beginning of a sentence: AÙ is typed as often as Aù.
      if (second) table.set(first.toUpperCase() + second, letter.toUpperCase());
    }
  }
  for (const pair of capitals[encoding].split(' ')) {
    const [sign, letter] = pair;
    if (sign && letter) table.set(sign, letter);
  }
  return table;
}

/** The letter of each sign or pair of signs, by code page. */
export const legacyTables: Record<LegacyEncoding, Map<string, string>> = {
  tcvn3: tableOf('tcvn3'),
  vni: tableOf('vni'),
  vps: tableOf('vps'),
};

/** Reads a text in one of these code pages as Unicode (NFC). Signs outside the table stay. */
export function readLegacy(text: string, encoding: LegacyEncoding): string {
  const table = legacyTables[encoding];
  let read = '';
  for (let at = 0; at < text.length; ) {
    const pair = text.slice(at, at + 2);
    const sign = table.has(pair) ? pair : text.charAt(at);
    read += table.get(sign) ?? sign;
    at += sign.length;
  }
  return read.normalize('NFC');
}
