import { fold } from './fold.ts';

/** Digits as they are said; "mốt", "lăm" and "tư" stand after tens. */
const digits: Record<string, number> = {
  ...{ khong: 0, linh: 0, le: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, nham: 5 },
  ...{ sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 },
};
const tens: Record<string, number> = { muoi: 10, hai: 20, ba: 30 };
const thousand = new Set(['nghin', 'ngan']);

/**
 * Writes times that were said aloud with digits: "năm hai không hai mốt" is "năm 2021", "ngày mười
 * lăm tháng chín" is "ngày 15 tháng 9", "sáu tháng đầu năm" is "6 tháng đầu năm". English days too:
 * "30 June 2022" is "30/6/2022". Other numbers stay words.
 */
export function withDigits(text: string): string {
  const written = withEnglishTimes(text)
    .replace(/(?<!\S)2o(\d{2})(?!\S)/gi, '20$1')
    .replace(/(?<!\S)(năm|nam) (?:vừa rồi|vừa qua|vua roi|vua qua)(?!\S)/giu, '$1 ngoái');
  const words = written.split(/\s+/);
  const folded = words.map(fold);
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const said = yearAt(folded, at) ?? dayAt(folded, at) ?? monthAt(folded, at) ?? halfAt(folded, at);
    out.push(
      said
        ? said.written + (/(?<![,;.?!])[,;.?!]+$/.exec(words[at + said.length - 1] ?? '')?.[0] ?? '')
        : (words[at] ?? ''),
    );
    at += said?.length ?? 1;
  }
  return out.join(' ');
}

interface Said {
  written: string;
  /** In words. */
  length: number;
}

/** "Hai không hai mốt", "hai nghìn không trăm hai mươi mốt", and "hai mốt" after `năm`. */
function yearAt(words: string[], at: number): Said | undefined {
  if (words[at] !== 'hai') return undefined;
  let end = at + 1;
  if (thousand.has(words[end] ?? '')) end++;
  const hundreds = words[end] === 'khong';
  if (hundreds) end += words[end + 1] === 'tram' ? 2 : 1;
  if (!hundreds && (end > at + 1 || words[at - 1] !== 'nam')) return undefined;
  const rest = hundreds ? numberAt(words, end) : twoDigits(words, at);
  if (!rest || rest.value < 20 || rest.value > 99) return undefined;
  const length = (hundreds ? end : at) + rest.length - at;
  return { written: `${2000 + rest.value}`, length };
}

/** The day of a month: only after a word that a day follows. */
function dayAt(words: string[], at: number): Said | undefined {
  if (!/^(?:ngay|mung|mong|hom)$/.test(words[at - 1] ?? '')) return undefined;
  const read = numberAt(words, at);
  return read && read.value >= 1 && read.value <= 31
    ? { written: `${read.value}`, length: read.length }
    : undefined;
}

/** "Tháng chín", "tháng mười hai"; "tháng năm" only after the day, as it may be "tháng, năm". */
function monthAt(words: string[], at: number): Said | undefined {
  if (words[at - 1] !== 'thang') return undefined;
  const afterDay =
    /^\d{1,2}$/.test(words[at - 2] ?? '') || words.slice(Math.max(0, at - 5), at).includes('ngay');
  if (words[at] === 'nam' && !afterDay) return undefined;
  const [first, second] = [words[at] ?? '', words[at + 1] ?? ''];
  if (first === 'muoi' && (second === 'mot' || second === 'hai'))
    return { written: second === 'mot' ? '11' : '12', length: 2 };
  const value = first === 'gieng' ? 1 : first === 'chap' ? 12 : digits[first];
  return value && value >= 1 ? { written: `${value}`, length: 1 } : undefined;
}

/** "Sáu tháng đầu năm", "ba tháng qua". */
function halfAt(words: string[], at: number): Said | undefined {
  const value = digits[words[at] ?? ''];
  const counts = words[at + 1] === 'thang' && /^(?:dau|cuoi|qua|gan)$/.test(words[at + 2] ?? '');
  return counts && value && /^(?:sau|chin|ba)$/.test(words[at] ?? '')
    ? { written: `${value}`, length: 1 }
    : undefined;
}

/** "Hai mốt", "hai mươi mốt", "hai hai", "ba mươi", "mười lăm", "năm". */
function numberAt(words: string[], at: number): { value: number; length: number } | undefined {
  const two = twoDigits(words, at);
  if (two) return two;
  const value = digits[words[at] ?? ''];
  return value ? { value, length: 1 } : undefined;
}

function twoDigits(words: string[], at: number): { value: number; length: number } | undefined {
  const first = tens[words[at] ?? ''];
  if (first === undefined) return undefined;
  const full = first > 10 && words[at + 1] === 'muoi' ? 2 : 1;
  const unit = digits[words[at + full] ?? ''];
  if (unit !== undefined && unit >= 1 && unit <= 9) return { value: first + unit, length: full + 1 };
  return full === 2 || first === 10 ? { value: first, length: full } : undefined;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthNames = months.map((name) => `${name}|${name.slice(0, 3)}`).join('|');
const monthOf = (name: string) =>
  months.findIndex((one) => one.startsWith(name.toLowerCase().slice(0, 3))) + 1;

function withEnglishTimes(text: string): string {
  return text
    .replace(
      new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${monthNames})\\b(?:,? (\\d{4}))?`, 'gi'),
      (_, day, name, year) => [day, monthOf(name), ...(year ? [year] : [])].join('/'),
    )
    .replace(
      new RegExp(`\\b(${monthNames}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`, 'gi'),
      (_, name, day, year) => [day, monthOf(name), ...(year ? [year] : [])].join('/'),
    )
    .replace(/\b(?:the )?(first|second) half of (?:the year )?(?=\d{4}|this|last)/gi, (_, which) =>
      which.toLowerCase() === 'first' ? '6 tháng đầu năm ' : '6 tháng cuối năm ',
    );
}
