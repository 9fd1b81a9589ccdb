import type { Plan } from '../plan/plan.ts';
import { capitalise } from '../text/letters.ts';
import { toRomanNumeral } from '../text/roman.ts';
import type { TableSheet } from './table-sheet.ts';

/** How the rows of a grouped table become lines. */
export interface GroupedLines<Row, Line> {
  /** Returns the unit of a row, where units have headings of their own. */
  unitOf?: ((row: Row) => { id: number; name: string }) | undefined;
  /** Names a group; left out: a kind of units. */
  nameGroup?: ((kind: string) => string) | undefined;
  /**
   * Builds the line; `number` counts within the unit that has a heading, otherwise within the kind.
   */
  line(row: Row, number: number): Line;
}

/**
 * Writes rows that are sorted by kind of unit. Above each kind are a Roman numeral and its name,
 * below it its *Cộng* row, and within it, where requested, a heading for each unit.
 */
export async function writeGroups<Row extends { kind: string }, Line>(
  plan: Plan,
  table: TableSheet<Line>,
  rows: AsyncIterable<Row>,
  { unitOf, nameGroup, line }: GroupedLines<Row, Line>,
): Promise<void> {
  let group: { kind: string; name: string; units: number } | undefined;
  let kinds = 0;
  let unitId: number | undefined;
  let number = 0;
  const close = () => group && table.closeGroup(`Cộng ${group.name}`);
  for await (const row of rows) {
    if (group?.kind !== row.kind) {
      close();
      const name = nameGroup?.(row.kind) ?? nameKind(plan, row.kind);
      group = { kind: row.kind, name, units: 0 };
      table.openGroup(toRomanNumeral(++kinds), capitalise(name));
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
export function nameKind(plan: Plan, kind: string): string {
  return plan.unitKinds.find(({ code }) => code === kind)?.name.vi ?? kind;
}
