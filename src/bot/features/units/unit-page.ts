import { keepCurrent, listStandingsOf } from '../../../duties/standing.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import type { Reply } from '../../core/reply.ts';
import { showDocuments } from '../documents/document-presses.ts';
import { sayDutiesOfUnit } from '../duties/duties-of-unit.ts';
import { writeExemplarFilter } from '../exemplars/exemplar-filter.ts';
import { exemplarsFiltered } from '../exemplars/exemplar-presses.ts';
import { fosteringPresses } from '../fostering/presses.ts';
import { listFosteringOf, sayFosteringStanding } from '../fostering/standing-line.ts';
import { sayStandingInPlan } from '../say-in-plan.ts';
import { sayLeftThisYear } from '../stories/left-this-year.ts';
import { listNextSteps } from '../stories/say-next-step.ts';

/** Builds the page of one unit: its duties, its fostering, and what is left of the year. */
export async function unitPageReply(
  by: Pick<BotContext, 't' | 'html' | 'house' | 'person' | 'locale'>,
  { id, name }: Unit,
): Promise<Reply> {
  const { db, plan, plans, clock } = by.house;
  const now = clock.now();
  const [standings, fostering, steps] = await Promise.all([
    listStandingsOf({ db, plans: plans.open(), now }, { unitIds: [id] }),
    listFosteringOf(by, [id]),
    listNextSteps(by.house, { unitIds: [id] }),
  ]);
  return {
    text: sayDutiesOfUnit(by, name, [
      ...keepCurrent(standings, plan, now).map((one) => sayStandingInPlan(by, one, now)),
      ...fostering.map((one) => sayFosteringStanding(by, one)),
      ...sayLeftThisYear(by, steps, { named: true }),
    ]),
    buttons: [
      [
        {
          text: by.t('do-danhsach-all'),
          callback_data: exemplarsFiltered.data(0, writeExemplarFilter({ unitId: id })),
        },
      ],
      ...(fostering.length > 0
        ? [[{ text: by.t('do-boiduong'), callback_data: fosteringPresses.unit.data(id) }]]
        : []),
      [{ text: by.t('unit-documents'), callback_data: showDocuments.data(id) }],
    ],
  };
}
