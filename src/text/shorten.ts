const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * A text cut to at most `length` UTF-16 units (what a Bot API counts), the mark of the cut
 * included; letters with their accents and emoji stay whole. A text that fits comes back as it is.
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
