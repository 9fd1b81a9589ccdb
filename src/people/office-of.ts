import type { Reader } from '../store/reader.ts';

/**
 * Finds the office for which a role without a unit is given. It is that of the officer who gives
 * it, or else the oldest one.
 */
export async function findOfficeOf(reader: Reader, giverId: number | null | undefined): Promise<number> {
  const held =
    giverId == null
      ? null
      : await reader.membership.findFirst({
          where: { personId: giverId, officeId: { not: null }, until: null },
          orderBy: { id: 'asc' },
          select: { officeId: true },
        });
  if (held?.officeId != null) return held.officeId;
  const { id } = await reader.office.findFirstOrThrow({ orderBy: { id: 'asc' }, select: { id: true } });
  return id;
}
