import type { InlineKeyboardButton } from 'grammy/types';
import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { hadOtherFiles } from '../../../exemplars/submission-files.ts';
import { reaches } from '../../../people/rights.ts';
import type { BotContext } from '../../core/context.ts';
import { press } from '../../core/press.ts';

/** Shows the submissions of an exemplar. */
export const showSubmissions = press('exemplar.lan', 'id');
/** Sends the files of one submission: the exemplar, and which submission, from 1. */
export const filesOfSubmission = press('exemplar.tep', 'id', 'number');

/** Builds the way to earlier submissions; none where each had the files of now. */
export async function submissionsRow(
  ctx: BotContext,
  { id, unitId }: Pick<Exemplar, 'id' | 'unitId'>,
): Promise<InlineKeyboardButton[][]> {
  if (!reaches(ctx.person, 'seeUnit', { unitId })) return [];
  if (!(await hadOtherFiles(ctx.house.db.prisma, id))) return [];
  return [[{ text: ctx.t('submissions-open'), callback_data: showSubmissions.data(id) }]];
}
