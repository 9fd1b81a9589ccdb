/**
 * Lists abbreviations used in names of units and models, without accents, and their full forms.
 * Only those with one meaning in such names; TT is not among them. Two-word names are matched after
 * `&` became "va".
 */
export const abbreviations: Record<string, string> = {
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
  pnv: 'phong noi vu',
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

/** Abbreviations with several meanings, which only a search tries all of. */
const severalMeanings: Record<string, string[]> = { tt: ['thi tran', 'trung tam'] };

const shortForms = new Map<string, string[][]>([
  ...Object.entries(abbreviations).map(([short, full]): [string, string[][]] => [short, [full.split(' ')]]),
  ...Object.entries(severalMeanings).map(([short, full]): [string, string[][]] => [
    short,
    full.map((words) => words.split(' ')),
  ]),
]);
/** Full forms of two words or more, with their abbreviations. */
const fullForms = Map.groupBy(
  [...shortForms].flatMap(([short, full]) => full.map((words) => ({ short, full: words.join(' ') }))),
  ({ full }) => full,
);
const longestForm = Math.max(
  ...[...fullForms.keys(), ...shortForms.keys()].map((form) => form.split(' ').length),
);

/**
 * Divides folded words into parts, each with all ways to write it. "clb" is also "cau lac bo", "to
 * dan pho" is also "tdp"; any other word is written one way. The longest form comes first.
 */
export function writtenBothWays(words: readonly string[]): string[][][] {
  const parts: string[][][] = [];
  for (let at = 0; at < words.length; ) {
    const { length, ways } = formAt(words, at);
    parts.push(ways);
    at += length;
  }
  return parts;
}

function formAt(words: readonly string[], at: number): { length: number; ways: string[][] } {
  for (let length = Math.min(longestForm, words.length - at); length > 0; length--) {
    const own = words.slice(at, at + length);
    const form = own.join(' ');
    const full = shortForms.get(form) ?? [];
    const short = length > 1 ? (fullForms.get(form) ?? []).map((one) => one.short.split(' ')) : [];
    const ways = [own, ...full, ...short];
    if (ways.length > 1) return { length, ways: [...ways, ...ways.flatMap(shortenedWithin)] };
  }
  return { length: 1, ways: [words.slice(at, at + 1)] };
}

/** The same form with a shorter form within it abbreviated: "uy ban mttq". */
function shortenedWithin(way: string[]): string[][] {
  const words = way.join(' ');
  return [...fullForms].flatMap(([full, forms]) =>
    full.includes(' ') && full !== words && ` ${words} `.includes(` ${full} `)
      ? forms.map(({ short }) => words.replace(full, short).split(' '))
      : [],
  );
}
