import type { Reader } from '../store/reader.ts';

/**
 * Lists where a person can be reached without one of their accounts. `here` counts the other
 * accounts on `channel`; `channels` names the channels of all that receive messages.
 */
export async function findOtherPlaces(
  reader: Reader,
  personId: number,
  withoutAccountId: number | null,
  channel: string,
): Promise<{ here: number; channels: string[] }> {
  const accounts = await reader.account.findMany({
    where: { personId, ...(withoutAccountId !== null && { id: { not: withoutAccountId } }), reachable: true },
    orderBy: { id: 'asc' },
    select: { channel: true },
  });
  return {
    here: accounts.filter((account) => account.channel === channel).length,
    channels: [...new Set(accounts.map((account) => account.channel))],
  };
}
