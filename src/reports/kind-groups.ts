import type { Plan } from '../plan/plan.ts';
import { capitalise } from '../text/letters.ts';
import { romanNumeral } from './columns.ts';
import type { TableSheet } from './table-sheet.ts';

/** How the rows of a grouped table become lines. */
export interface GroupedLines<Row, Line> {
  /** The unit of a row, where units have headings of their own. */
  unitOf?(row: Row): { id: number; name: string };
  /**
   * Makes the line; `number` counts within the unit that has a heading, otherwise within the kind.
   */
  line(row: Row, number: number): Line;
}

/**
 * Writes rows that come by kind of unit: a Roman numeral and the kind's name above each kind, its
 * *Cộng* row below, and within it, where asked for, a heading for each unit.
 */
export async function writeGroups<Row extends { kind: string }, Line>(
  plan: Plan,
  table: TableSheet<Line>,
  rows: AsyncIterable<Row>,
  { unitOf, line }: GroupedLines<Row, Line>,
): Promise<void> {
  let group: { kind: string; name: string; units: number } | undefined;
  let kinds = 0;
  let unitId: number | undefined;
  let number = 0;
  const close = () => group && table.closeGroup(`Cộng ${group.name}`);
  for await (const row of rows) {
    if (group?.kind !== row.kind) {
      close();
      const name = kindName(plan, row.kind);
      group = { kind: row.kind, name, units: 0 };
      table.openGroup(romanNumeral(++kinds), capitalise(name));
      number = 0;
    }
    const unit = unitOf?.(row);
    if (unit && unit.id !== unitId) {
      unitId = unit.id;
      table.heading(String(++group.units), unit.name);
      number = 0;
    }
    await table.line(line(row, ++number));
  }
  close();
}

/**
 * Names a kind of unit as official documents do; a kind that the plan no longer has keeps its code.
 */
export function kindName(plan: Plan, kind: string): string {
  return plan.unitKinds.find(({ code }) => code === kind)?.name.vi ?? kind;
}
