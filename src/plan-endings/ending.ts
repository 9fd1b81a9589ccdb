import { z } from 'zod';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Transaction } from '../store/transaction.ts';
import { openWorkKinds } from './open-work.ts';

/** The choices for a kind of open work when its plan closes. */
export const workChoices = ['leave', 'close', 'move'] as const;

/**
 * The choice for a kind of open work. It stays as it is, ends with a reason, or moves to the later
 * plan.
 */
export type WorkChoice = (typeof workChoices)[number];

/** The end of a plan: who ends it, why, and the plan that takes over what is moved. */
export interface PlanEnding {
  plan: LoadedPlan;
  /** Undefined: no later plan is open. */
  toPlan: LoadedPlan | undefined;
  /** Units read it with what is closed. */
  reason: string;
  by: { personId: number; channel: string; at: Date };
}

/** Settles one kind of open work in the transaction that closes the plan; returns the notices. */
export type SettlesWork = (tx: Transaction, ending: PlanEnding) => Promise<number[]>;

/**
 * The schema of `plan.ending`. It holds how much of each kind was open when the plan closed, what
 * the officer chose for it, the reason, and the code of the plan that took over.
 */
export const planEndingRecord = z.object({
  reason: z.string(),
  to: z.string().nullable(),
  channel: z.string(),
  work: z.array(z.object({ kind: z.enum(openWorkKinds), n: z.int(), choice: z.enum(workChoices) })),
});

/** The work that was open when a plan closed, with the choice for each kind. */
export type PlanEndingRecord = z.infer<typeof planEndingRecord>;
