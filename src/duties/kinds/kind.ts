import type { Locale } from '../../i18n.ts';

/**
 * Rows that show that a duty is done. They are a common table expression with one row a unit, or a
 * plan, unit, duty and occurrence.
 */
export interface Evidence {
  /** Name of the expression, and of its rows in the columns of a kind. */
  name: string;
  /** Its query; $3 are unit ids or null for all. */
  query: string;
  /** The condition that joins its row to the duty `o` that a unit owes. */
  on: string;
}

/**
 * The columns that `standingSql` derives for a duty that a unit owes (`o`), as SQL over the kind's
 * evidence.
 */
export interface KindColumns {
  done: string;
  doneAt: string;
  /** Exemplars that count. */
  counted?: string;
  /** The newest document, when it came and when it was decided on; when the first one came. */
  newest?: string;
  newestAt?: string;
  decidedAt?: string;
  filedAt?: string;
}

/** A way of fulfilling a duty (`fulfilledBy` of the plan), declared in one file. */
export interface DutyKind {
  evidence: Evidence;
  columns: KindColumns;
  /**
   * Whether only units with something to hand in owe it: it is never missing, and has no nudges.
   */
  optional: boolean;
  /** Whether documents fulfil it; otherwise a document may be handed in as an addition. */
  byDocument: boolean;
  /** The command that fulfils it, offered where it is missing. */
  command?: string;
  /** Names its document; left out: the duty's name. */
  documentName?(locale: Locale, where: 'alone' | 'inside'): string;
  /** Says how many units are overdue with it; left out: with the name of the duty. */
  sayOverdue?(locale: Locale, args: { n: number; others: 'yes' | 'no' }): string;
}
