const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])';
const open =
  'a|e|ê|i|o|ô|ơ|u|ư|y|ia|ya|ua|ưa|oa|oe|uê|uy|uơ|uya|ai|ay|ây|ao|au|âu|eo|êu|oi|ôi|ơi|ui|ưi|iu|ưu' +
  '|iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uyu';
const closed = '(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uy|uyê|oo)(?:ch|ng|nh|c|m|n|p|t)';
const form = new RegExp(`^${onset}?(?:${open}|${closed})$`);

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
const beginning = new RegExp(`^${onset}`);
/** A tone on the last vowel of ai, ao, eu …, where none is ever written; only uy takes it there. */
const misplaced = /[aăâeêioôơuư](?:[iou]|(?<!u)y)[\u0300\u0301\u0303\u0309\u0323]$/;

/**
 * Tells whether a word has the form of a Vietnamese syllable, its tone mark where one is written.
 */
function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const bare = parts.replace(tone, '').normalize('NFC');
  if ((parts.match(tone)?.length ?? 0) > 1 || !form.test(bare)) return false;
  return !misplaced.test(withTonesApart(word).replace(beginning, ''));
}

/** In small letters, â and ơ as one character, tones as characters of their own. */
function withTonesApart(word: string): string {
  return [...word.toLowerCase().normalize('NFC')]
    .map((letter) => {
      const parts = letter.normalize('NFD');
      return parts.replace(tone, '').normalize('NFC') + (parts.match(tone)?.join('') ?? '');
    })
    .join('');
}

/** Tells whether a word is a syllable whose ending allows its tone: hạc, never hàc. */
export function isSpeakable(word: string): boolean {
  if (!isSyllable(word)) return false;
  const parts = word.toLowerCase().normalize('NFD');
  return !/(?:c|ch|p|t)$/.test(parts.replace(tone, '')) || /[\u0301\u0323]/.test(parts);
}

/** Tells whether a syllable begins with a consonant. */
export function hasOnset(word: string): boolean {
  return beginning.test(word.toLowerCase());
}
