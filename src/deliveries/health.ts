import { DeliveryStatus } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';

/** Counts deliveries by state, and those that a person may have received twice. */
export async function readDeliveryHealth(
  reader: Reader,
): Promise<{ counts: Record<DeliveryStatus, number>; maybeRepeated: number }> {
  const groups = await reader.delivery.groupBy({ by: ['status', 'maybeRepeated'], _count: true });
  const sum = (of: typeof groups) => of.reduce((n, group) => n + group._count, 0);
  const countOf = (status: DeliveryStatus) => sum(groups.filter((group) => group.status === status));
  const { pending, sent, blocked, unconnected, dropped, failed } = DeliveryStatus;
  return {
    counts: {
      pending: countOf(pending),
      sent: countOf(sent),
      blocked: countOf(blocked),
      unconnected: countOf(unconnected),
      dropped: countOf(dropped),
      failed: countOf(failed),
    },
    maybeRepeated: sum(groups.filter((group) => group.maybeRepeated)),
  };
}
