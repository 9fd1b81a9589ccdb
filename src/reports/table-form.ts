import type { Column } from './columns.ts';
import type { OfficialHead, Signers } from './official-head.ts';

/** Everything of a report's data sheet but its lines. */
export interface TableForm<Row> {
  /** Name of the sheet. */
  name: string;
  head: OfficialHead;
  title: string;
  /** Lines under the title: which plan, which year, whose figures, until when. */
  under: string[];
  columns: Column<Row>[];
  /** Column in which names of groups and the words *Cộng*, *Tổng cộng* stand. */
  labelColumn: string;
  /** Columns that stay in view when one scrolls to the right. */
  frozenColumns: number;
  /** Size of the table's text on paper, in points. */
  textSize: number;
  /** Where text stands in a line that is higher than it. */
  vertical: 'top' | 'middle';
  signers: Signers;
  /** What stands in a table without lines. */
  emptyText: string;
}
