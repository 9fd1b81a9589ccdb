import type { Plan } from '../plan/plan.ts';
import { romanNumeral } from './columns.ts';
import type { TableSheet } from './table-sheet.ts';

/** The groups of a table whose lines come by kind of unit, in the plan's order. */
export interface KindGroups {
  /** Opens the group of this kind and closes the one before it; true when the group is new. */
  enter(kind: string): boolean;
  /** Closes the last group. */
  close(): void;
}

/** Groups a table's lines by kind of unit: a Roman numeral and the kind's name above, its *Cộng* row below. */
export function kindGroups<Row>(plan: Plan, table: TableSheet<Row>): KindGroups {
  let open: { kind: string; name: string } | undefined;
  let seen = 0;
  const close = () => {
    if (open) table.closeGroup(`Cộng ${open.name}`);
    open = undefined;
  };
  return {
    close,
    enter(kind) {
      if (open?.kind === kind) return false;
      close();
      open = { kind, name: kindName(plan, kind) };
      table.openGroup(romanNumeral(++seen), open.name.charAt(0).toLocaleUpperCase('vi') + open.name.slice(1));
      return true;
    },
  };
}

/** Names a kind of unit as official documents do; a kind that the plan no longer has keeps its code. */
export function kindName(plan: Plan, kind: string): string {
  return plan.unitKinds.find(({ code }) => code === kind)?.name.vi ?? kind;
}
