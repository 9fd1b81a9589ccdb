import type { Column } from './columns.ts';
import type { OfficialHead, Signers } from './official-head.ts';
import type { Paper } from './page.ts';

/** The parts of a report's data sheet except its lines. */
export interface TableForm<Row> {
  /** Name of the sheet. */
  name: string;
  head: OfficialHead;
  title: string;
  /** Lines under the title: which plan, which year, whose figures, until when. */
  under: string[];
  columns: Column<Row>[];
  /** The column with the names of groups and the words *Cộng*, *Tổng cộng*. */
  labelColumn: string;
  /** Number of columns that stay in view when the sheet is scrolled to the right. */
  frozenColumns: number;
  /** Left out: A4. */
  paper?: Paper;
  /** Size of the table's text on paper, in points: at least 9. */
  textSize: number;
  /** Vertical position of text in a line that is higher than it. */
  vertical: 'top' | 'middle';
  signers: Signers;
  /** The text of a table without lines. */
  emptyText: string;
}
