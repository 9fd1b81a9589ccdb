import { fold } from './fold.ts';

/**
 * Abbreviations used in names of units and models, without accents, and their full forms. Only
 * those with one meaning in such names; TT is decided below. Two-word names are matched after `&`
 * became "va".
 */
const abbreviations: Record<string, string> = {
  // bodies
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  mttq: 'mat tran to quoc',
  ubmttq: 'uy ban mat tran to quoc',
  ubkt: 'uy ban kiem tra',
  lhpn: 'lien hiep phu nu',
  ccb: 'cuu chien binh',
  ldld: 'lien doan lao dong',
  tncs: 'thanh nien cong san',
  ctd: 'chu thap do',
  nct: 'nguoi cao tuoi',
  chqs: 'chi huy quan su',
  bchqs: 'ban chi huy quan su',
  bhxh: 'bao hiem xa hoi',
  tand: 'toa an nhan dan',
  vksnd: 'vien kiem sat nhan dan',
  gddt: 'giao duc va dao tao',
  'gd dt': 'giao duc va dao tao',
  'gd va dt': 'giao duc va dao tao',
  tnmt: 'tai nguyen va moi truong',
  'tn va mt': 'tai nguyen va moi truong',
  ptnt: 'phat trien nong thon',
  'nn va ptnt': 'nong nghiep va phat trien nong thon',
  ldtbxh: 'lao dong thuong binh va xa hoi',
  'ld tb va xh': 'lao dong thuong binh va xa hoi',
  // places
  x: 'xa',
  tx: 'thi xa',
  tp: 'thanh pho',
  tdp: 'to dan pho',
  kdc: 'khu dan cu',
  // schools
  mn: 'mam non',
  mg: 'mau giao',
  th: 'tieu hoc',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
  ptdtnt: 'pho thong dan toc noi tru',
  ptdtbt: 'pho thong dan toc ban tru',
  gdtx: 'giao duc thuong xuyen',
  // models and movements
  htx: 'hop tac xa',
  thtx: 'to hop tac xa',
  clb: 'cau lac bo',
  antt: 'an ninh trat tu',
  anqp: 'an ninh quoc phong',
  qpan: 'quoc phong an ninh',
  ntm: 'nong thon moi',
  cchc: 'cai cach hanh chinh',
  dtts: 'dan toc thieu so',
  sxkd: 'san xuat kinh doanh',
  atgt: 'an toan giao thong',
  pccc: 'phong chay chua chay',
  bvmt: 'bao ve moi truong',
};

/**
 * Words after TT that make it a centre (trung tâm). Before a place's name TT means a township (thị
 * trấn).
 */
const centres =
  /^(?:y te|van hoa|vh|dich vu|dv|giao duc|gd|hoc tap|chinh tri|kiem soat|phat trien|hanh chinh|the thao|day nghe)/;

const longestAbbreviation = 4;

/**
 * Prepares a name for search and comparison. Lower case, no accents (đ → d), no punctuation, single
 * spaces, abbreviations written out: "CLB ANTT x. H’Neng" and "Câu lạc bộ an ninh trật tự xã
 * H'Neng" are the same.
 */
export function searchName(name: string): string {
  const words = fold(name)
    .replaceAll('&', ' va ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const written: string[] = [];
  for (let i = 0; i < words.length; ) {
    const length = abbreviatedAt(words, i);
    const part = words.slice(i, i + Math.max(1, length)).join(' ');
    written.push(length === 0 ? part : writtenOut(part, words.slice(i + length).join(' ')));
    i += Math.max(1, length);
  }
  return written.join(' ');
}

/** Length in words of the longest abbreviation that begins at word `i`; 0: none. */
function abbreviatedAt(words: string[], i: number): number {
  for (let length = longestAbbreviation; length > 0; length--) {
    const part = words.slice(i, i + length);
    if (part.length < length) continue;
    if (part[0] === 'tt' && length === 1) return 1;
    if (Object.hasOwn(abbreviations, part.join(' '))) return length;
  }
  return 0;
}

function writtenOut(abbreviation: string, rest: string): string {
  // At the end of a name these have no known meaning.
  if (rest === '' && (abbreviation === 'tt' || abbreviation === 'x' || abbreviation === 'th'))
    return abbreviation;
  if (abbreviation === 'tt') return centres.test(rest) ? 'trung tam' : 'thi tran';
  return abbreviations[abbreviation] ?? abbreviation;
}
