import type { Prisma } from '../store/generated/client.ts';
import type { FosteringAction } from '../store/generated/enums.ts';

/** The person who changes a fostering plan, the channel and the time. */
export interface ChangesFostering {
  personId: number;
  channel: string;
  at: Date;
  /** Whether an officer does it for the unit. */
  onBehalf: boolean;
}

/** A change of a fostering plan, or of one step of it. */
interface Change {
  fosteringPlanId: number;
  stepId?: number;
  action: FosteringAction;
  reason?: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/** Writes lines of the history of fostering, in the transaction of the changes themselves. */
export async function recordFostering(
  prisma: Prisma.TransactionClient,
  changes: Change[],
  { personId, channel, at, onBehalf }: ChangesFostering,
): Promise<void> {
  await prisma.fosteringChange.createMany({
    data: changes.map((change) => ({ ...change, personId, channel, at, onBehalf })),
  });
}
