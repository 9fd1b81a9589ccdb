import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';

/**
 * Whom and what a file was made for. Its link opens for this person alone, and only as long as the
 * right reaches the units.
 */
export const madeFor = z.object({
  personId: z.int(),
  /** A line of the table of rights. */
  right: z.string(),
  /** Null: every unit of the office. */
  unitIds: z.int().array().nullable(),
  planId: z.int(),
  /** The question that it answers, as it was asked. */
  question: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** Whom and what a file was made for. */
export type MadeFor = z.infer<typeof madeFor>;

const current = new AsyncLocalStorage<MadeFor | undefined>();

/** Runs `work`; the files that it sends into chats are bound to this person and question. */
export function sendMadeFor<T>(binding: MadeFor | undefined, work: () => T): T {
  return current.run(binding, work);
}

/** Returns the binding of the file that is being sent; undefined: any file of its chat. */
export function currentMadeFor(): MadeFor | undefined {
  return current.getStore();
}

/** Writes a binding in the one form that a signature covers. */
export function writeMadeFor({ personId, right, unitIds, planId, question }: MadeFor): string {
  const asked = Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([personId, right, unitIds, planId, asked]);
}
