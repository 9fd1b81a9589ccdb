/** Divides a text into characters as a person sees them: one with its accents, an emoji as one. */
export const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
