import type { Transaction } from '../store/transaction.ts';

/** The end of a plan: who ends it, why, and the plan that takes over what is moved. */
export interface PlanEnding {
  planId: number;
  /** Null: no later plan is open. */
  toPlanId: number | null;
  /** Units read it with what is closed. */
  reason: string;
  by: { personId: number; channel: string; at: Date };
}

/** Settles one kind of open work in the transaction that closes the plan; returns the notices. */
export type SettlesWork = (tx: Transaction, ending: PlanEnding) => Promise<number[]>;
