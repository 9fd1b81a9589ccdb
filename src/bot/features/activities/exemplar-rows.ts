import { countActivities } from '../../../activities/activity.ts';
import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { reaches } from '../../../people/rights.ts';
import type { BotContext } from '../../core/context.ts';
import type { Reply } from '../../core/reply.ts';
import { activityPresses } from './presses.ts';

/** Builds the buttons of an exemplar's screen about its activities: what was logged, and to log. */
export async function activityRows(
  ctx: BotContext,
  { id, unitId, status }: Pick<Exemplar, 'id' | 'unitId' | 'status'>,
): Promise<NonNullable<Reply['buttons']>> {
  const of = { unitId, approved: status === 'approved' };
  if (!reaches(ctx.person, 'seeActivities', of)) return [];
  const n = await countActivities(ctx.house.db.prisma, { exemplarId: id });
  const row = [
    ...(n > 0
      ? [
          {
            text: ctx.t('activity-of-exemplar', { n }),
            callback_data: activityPresses.ofExemplar.data(id, 0),
          },
        ]
      : []),
    ...(of.approved && reaches(ctx.person, 'recordActivities', of)
      ? [{ text: ctx.t('activity-log'), callback_data: activityPresses.log.data(id) }]
      : []),
  ];
  return row.length > 0 ? [row] : [];
}
