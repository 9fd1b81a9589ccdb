import { expect } from 'vitest';
import type { SheetLine } from '../read/sheets.ts';

/** Compares lines in any order; `key` names the columns that tell them apart. */
export function compareLines(found: SheetLine[], expected: SheetLine[], key: string[], what: string): void {
  const keyOf = (line: SheetLine) => key.map((name) => String(line[name])).join('\u0000');
  const sorted = (lines: SheetLine[]) => lines.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  expect(sorted(found), what).toEqual(sorted(expected));
}
