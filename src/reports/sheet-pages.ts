import type { RowBlock } from './head-rows.ts';
import type { Sheet } from './workbook.ts';

/**
 * Whether rows stay on the page of their neighbours. `withNext`: the name of a group is never the
 * last row of a page. `withPrevious`: a total is never the first.
 */
export type Bond = 'free' | 'withNext' | 'withPrevious';

/** The room of the pages of a sheet, in points. */
export interface PageRoom {
  /** Between the margins. */
  height: number;
  /** Rows that each page after the first repeats. */
  repeated: number;
}

/** A sheet whose rows are put on pages. */
export interface SheetPages {
  /** Number of the next row. */
  readonly next: number;
  write(block: RowBlock, bond: Bond): void;
  /** Writes the rows that wait for their neighbours. */
  finish(): void;
}

/** Programs round the heights of rows up a little: so much of a page stays free for that. */
const usable = 0.97;

/**
 * Opens the pages of a sheet. It breaks pages itself, before they are full, because a program that
 * breaks them would part a total from its lines.
 */
export function openPages(sheet: Sheet, room: PageRoom): SheetPages {
  const height = room.height * usable;
  let used = 0;
  let held: RowBlock[] = [];
  let last: Bond = 'free';

  function flush(): void {
    const high = held.reduce((sum, { rows }) => sum + measureRows(rows), 0);
    if (used + high > height && used > room.repeated) {
      sheet.breakPage();
      used = room.repeated;
    }
    used += high;
    // Rows that fill more than a page are broken by the program that prints them.
    while (used > height && high > height - room.repeated) used -= height - room.repeated;
    for (const { rows, merges } of held) sheet.block(rows, merges);
    held = [];
  }

  return {
    get next() {
      return sheet.next + held.reduce((sum, { rows }) => sum + rows.length, 0);
    },
    write(block, bond) {
      if (bond !== 'withPrevious' && last !== 'withNext') flush();
      held.push(block);
      last = bond;
    },
    finish: flush,
  };
}

/** Adds up the heights of rows, in points. */
export function measureRows(rows: RowBlock['rows']): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}
