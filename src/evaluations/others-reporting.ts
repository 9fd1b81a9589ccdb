import type { Reader } from '../store/reader.ts';
import type { ReportOf } from './save-evaluations.ts';

/** Another person who has begun the same report. */
export interface OtherReporting {
  name: string | null;
  openedAt: Date;
}

/** Lists the other people with an open draft of this unit's report of the year, oldest first. */
export async function listOthersReporting(
  reader: Reader,
  { planId, unitId, year }: ReportOf,
  personId: number,
): Promise<OtherReporting[]> {
  const is = (key: string, equals: number) => ({ subject: { path: [key], equals } });
  const drafts = await reader.draft.findMany({
    where: {
      ...{ form: 'annual', state: 'open', personId: { not: personId } },
      AND: [is('planId', planId), is('unitId', unitId), is('year', year)],
    },
    orderBy: { id: 'asc' },
    select: { createdAt: true, person: { select: { name: true } } },
  });
  return drafts.map(({ createdAt, person }) => ({ name: person?.name ?? null, openedAt: createdAt }));
}
