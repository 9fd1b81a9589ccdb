import { type LegacyEncoding, readLegacy } from './legacy-tables.ts';
import { hasOnset, isSpeakable } from './syllable.ts';

/** A text of an old font, and what its writer saw. */
export interface LegacyText {
  encoding: LegacyEncoding | 'utf8';
  /** In Unicode. Capitals of .VnTimeH are small letters here. */
  read: string;
}

/** Letters of Unicode Vietnamese, and of languages near by, that no old code page can show. */
const unicodeOnly =
  /[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u0180-\u0191\u0193-\u02af\u1e00-\u1eff]|\p{M}/u;

/**
 * Signs that stand within a word in an old font only; one word with them is enough. Those that also
 * stand at the edge of a word, or between figures, are left out.
 */
const strong: Record<LegacyEncoding, RegExp> = {
  tcvn3: /[A-Za-z][©¨ªµ¸¶¬\u00ad]|[®§¸¶©¨ª¬][A-Za-z]|[A-Za-z]·(?:$|[A-Za-z])|[a-z][ÇÈÉÊËÌÎÏÐÑÒÓÕÖØÜÝÞß]/,
  vni: /[aeouyôö][øïûäåëü]|[aeo]â|aê|[aeo]õ/i,
  vps: /[a-z][‰ŒŠ‹]|Ç[æåáàãäiúùëéèóòõ]/,
};

/**
 * Tells whether a text was typed in a font of TCVN3, VNI or VPS, or is misread UTF-8. That is UTF-8
 * read as Windows-1252. A word counts for a code page when it is no Vietnamese syllable as typed,
 * and one when read in that code page. Undefined for proper Vietnamese, and for names of other
 * languages.
 */
export function readLegacyFont(text: string): LegacyText | undefined {
  const fromUtf8 = readDoubleEncoded(text);
  if (fromUtf8 !== undefined) return { encoding: 'utf8', read: fromUtf8 };
  // Parts of a word in an old font are punctuation in Unicode, so only ASCII divides the words.
  const words = text.split(/[\s!-@[-`{-~]+/).filter((word) => /[^\0-\x7f]/.test(word) && /\p{L}/u.test(word));
  // Proper Vietnamese speaks for no code page: that saves reading it in each of them.
  if (!words.some((word) => !unicodeOnly.test(word) && !isSpeakable(letters(word)))) return undefined;
  const mixed = unicodeOnly.test(text);
  const found = (['tcvn3', 'vni', 'vps'] as const)
    .map((encoding) => ({ encoding, ...weigh(words, encoding) }))
    .sort((a, b) => b.hits.length - b.against - (a.hits.length - a.against))[0];
  if (!found || !isEnough(found, mixed)) return undefined;
  return { encoding: found.encoding, read: readLegacy(text, found.encoding) };
}

/**
 * The words that speak for a code page, and how many against it. Words that are right in both say
 * nothing.
 */
interface Weighed {
  hits: string[];
  against: number;
}

function weigh(words: string[], encoding: LegacyEncoding): Weighed {
  const hits: string[] = [];
  let against = 0;
  for (const word of words) {
    const read = letters(readLegacy(word, encoding));
    const becomes = /[^\0-\x7f]/.test(read) && isSpeakable(read) && !unicodeOnly.test(word);
    if (!becomes) against += 1;
    else if (!isSpeakable(letters(word))) hits.push(word);
  }
  return { hits, against };
}

/** A paste among other words has many; a short answer is one word or two. */
function isEnough(
  { encoding, hits, against }: Weighed & { encoding: LegacyEncoding },
  mixed: boolean,
): boolean {
  if (mixed) return hits.length >= 5 && hits.length >= against;
  if (hits.length >= 2) return hits.length > against;
  const [only] = hits;
  return (
    only !== undefined && against === 0 && strong[encoding].test(only) && hasOnset(readLegacy(only, encoding))
  );
}

/** A word without what stands around its letters: quotes, dashes, an ellipsis. */
function letters(word: string): string {
  return word.replace(/^\P{L}+/u, '').replace(/(?<![^\p{L}\p{M}])[^\p{L}\p{M}]+$/u, '');
}

/**
 * Signs of Windows-1252 from 0x80 to 0x9F, in their order; the five gaps are control characters.
 */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Reads UTF-8 that was taken for Windows-1252 ("Ä‘Äƒng kÃ½"); undefined where it is none. */
function readDoubleEncoded(text: string): string | undefined {
  if (!/[ÃÄÆáºÅ][\u0080-\u00bf€-™]/.test(text)) return undefined;
  const bytes = [...text].map((sign) => {
    const code = sign.charCodeAt(0);
    const at = upper.indexOf(sign);
    return at >= 0 ? 0x80 + at : code;
  });
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).normalize('NFC');
    return /[\u00c0-\u1ef9]/.test(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
