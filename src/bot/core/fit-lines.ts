import { escapeHtml } from '../../i18n.ts';
import { shorten } from '../../text/shorten.ts';

/** A line of a screen: its label and its value. Plain text. */
export interface LabelledLine {
  label: string;
  value: string;
}

const least = 40;

/**
 * Fits labelled lines (HTML) into `room` UTF-16 units. The longest values are shortened, all to the
 * same length, and state their full length.
 */
export function fitLines(lines: LabelledLine[], room: number): string {
  const fixed = lines.reduce((sum, { label }) => sum + label.length + 3, 0);
  const longest = commonLength(
    lines.map(({ value }) => value.length),
    room - fixed,
  );
  return lines
    .map(({ label, value }) => {
      const mark = `… (${value.length})`;
      return `<b>${escapeHtml(label)}:</b> ${escapeHtml(shorten(value, longest, mark))}`;
    })
    .join('\n');
}

/** The maximum length at which all values fit together; shorter ones are unchanged. */
function commonLength(lengths: number[], room: number): number {
  const ascending = [...lengths].sort((a, b) => a - b);
  let left = room;
  for (const [i, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    if (length > share) return Math.max(least, share);
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
}
