const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Cuts a text to at most `length` UTF-16 units (as a Bot API counts), including the mark of the
 * cut. Letters with their accents and emoji stay whole. A text that fits is returned unchanged.
 */
export function shorten(text: string, length: number, mark = '…'): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length + mark.length > length) break;
    kept += segment;
  }
  return kept.trimEnd() + mark;
}
