import type { DraftState, Prisma } from '../store/generated/client.ts';

/** A draft locked by its transaction: no other one changes it until the end. */
export interface HeldDraft {
  id: number;
  state: DraftState;
  answers: unknown;
  /** The draft's result when it was sent before. */
  result: unknown;
}

/** Locks a draft until the transaction ends; null when there is none. */
export async function holdDraft(tx: Prisma.TransactionClient, id: number): Promise<HeldDraft | null> {
  await tx.$queryRaw`select 1 from draft where id = ${id} for update`;
  return tx.draft.findUnique({
    where: { id },
    select: { id: true, state: true, answers: true, result: true },
  });
}

/** Ends a locked draft with its `result`. */
export async function endHeldDraft(
  tx: Prisma.TransactionClient,
  id: number,
  state: Exclude<DraftState, 'open'>,
  at: Date,
  result: Record<string, string | number | boolean> = {},
): Promise<void> {
  await tx.draft.update({
    where: { id },
    data: { state, result, updatedAt: at, cursor: null, rev: { increment: 1 } },
  });
}
