import type { Locale } from '../../i18n.ts';

/**
 * Rows that show that a duty is done: a common table expression, one row a unit, or a unit, duty
 * and year.
 */
export interface Evidence {
  /** Name of the expression, and of its rows in the columns of a kind. */
  name: string;
  /** Its query; $3 are unit ids or null for all. */
  query: string;
  /** Joins its row to the duty `o` that a unit owes. */
  on: string;
}

/** What `standingSql` derives of a duty that a unit owes (`o`), as SQL over the kind's evidence. */
export interface KindColumns {
  done: string;
  doneAt: string;
  /** Exemplars that count. */
  counted?: string;
  /** The newest document, when it came, and when it was decided on; when the first one came. */
  newest?: string;
  newestAt?: string;
  decidedAt?: string;
  filedAt?: string;
}

/** A way of fulfilling a duty (`fulfilledBy` of the plan): one file declares it. */
export interface DutyKind {
  evidence: Evidence;
  columns: KindColumns;
  /**
   * Owed only by a unit that has something to hand in: it is never missing, and no nudge is about
   * it.
   */
  optional: boolean;
  /** Done by documents of its own; otherwise its document is one that may be handed in besides. */
  byDocument: boolean;
  /** The command that does it, offered where it is lacking. */
  command?: string;
  /** Names its document; left out: as the duty. */
  documentName?(locale: Locale, where: 'alone' | 'inside'): string;
  /** Says how many units are overdue with it; left out: with the name of the duty. */
  sayOverdue?(locale: Locale, args: { n: number; others: 'yes' | 'no' }): string;
}
