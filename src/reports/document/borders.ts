import { BorderStyle } from 'docx';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

const around = <T>(line: T) => ({
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
});

/** The borders of a table that only places text. */
export const noLines = around(none);
/** Thin black lines between all cells. */
export const thinLines = around(thin);
/** The borders of a cell with no line but the one above it. */
export const noLineBelow = { bottom: none, left: none, right: none };
