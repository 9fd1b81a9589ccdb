import { oneLine } from '../text/normalise.ts';
import { dashes } from '../text/signs.ts';
import { withoutAccents } from '../text/without-accents.ts';

/** The code of an exemplar among words. `certain`: it is written as codes are, with its signs. */
export interface FoundCode {
  code: string;
  certain: boolean;
}

const outside = { before: '(?<![\\p{L}\\p{N}-])', after: '(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])' };
const year = '((?:19|20)\\d{2})';
const written = new RegExp(
  `${outside.before}([A-Z][A-Z0-9_]{0,30}) ?[-/_.] ?${year} ?[-/_.] ?(\\d{1,4})${outside.after}`,
  'giu',
);
const loose = new RegExp(
  `${outside.before}([A-Z][A-Z0-9_]{0,30}?)[ -]?${year}[ -]?(\\d{3,4})${outside.after}`,
  'giu',
);

/**
 * Finds codes of exemplars wherever they stand in a text: GLAR-2021-003, "glar 2021 003", with any
 * dash, each once. A loose one may be other words: see whether it exists.
 */
export function findExemplarCodes(text: string): FoundCode[] {
  const line = withoutAccents(oneLine(text)).replace(dashes, '-');
  const found = [
    ...[...line.matchAll(written)].map((match) => ({ ...codeOf(match), certain: true })),
    ...[...line.matchAll(loose)].map((match) => ({ ...codeOf(match), certain: false })),
  ];
  return found.filter(({ code }, i) => found.findIndex((one) => one.code === code) === i);
}

function codeOf([, unit = '', given = '', number = '']: RegExpExecArray): { code: string } {
  return { code: `${unit.toUpperCase()}-${given}-${number.padStart(3, '0')}` };
}
