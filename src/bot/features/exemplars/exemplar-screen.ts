import { DomainError } from '../../../errors.ts';
import { type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import { holds, listUnitsAs } from '../../../people/roles.ts';
import type { BotContext } from '../../core/context.ts';
import { activityRows } from '../activities/exemplar-rows.ts';
import { helpRow } from '../help-requests/exemplar-row.ts';
import { presses as reviewPresses } from '../reviewing/presses.ts';
import { storyPresses } from '../stories/presses.ts';
import { copyOf, mend } from '../unit-presses.ts';
import { exemplarFilesOf, withdrawAsk } from './exemplar-presses.ts';
import { exemplarText } from './exemplar-text.ts';
import { submissionsRow } from './submissions-row.ts';

/** Shows one exemplar with what can be done with it now. Throws `exemplar-not-found`. */
export async function showExemplar(ctx: BotContext, id: number): Promise<void> {
  const exemplar = await exemplarOf(ctx, id);
  const isMine = listUnitsAs(ctx.person, 'liaison').some((unit) => unit.id === exemplar.unitId);
  const open = exemplar.status === 'submitted' || exemplar.status === 'returned';
  await ctx.say({
    text: await exemplarText(ctx, exemplar),
    buttons: [
      ...(exemplar.files > 0
        ? [
            [
              {
                text: ctx.t('exemplar-files', { n: exemplar.files }),
                callback_data: exemplarFilesOf.data(exemplar.id),
              },
            ],
          ]
        : []),
      ...(await submissionsRow(ctx, exemplar)),
      [{ text: ctx.t('story-open'), callback_data: storyPresses.open.data(exemplar.id) }],
      ...(holds(ctx.person, 'officer')
        ? [
            [
              {
                text: ctx.t(exemplar.status === 'submitted' ? 'exemplar-review' : 'exemplar-decision'),
                callback_data: reviewPresses.see.data(exemplar.id, ''),
              },
            ],
          ]
        : []),
      ...(isMine && open
        ? [
            [
              { text: ctx.t('exemplar-mend'), callback_data: mend.data(exemplar.id) },
              { text: ctx.t('exemplar-withdraw'), callback_data: withdrawAsk.data(exemplar.id) },
            ],
          ]
        : []),
      ...(isMine && exemplar.status !== 'withdrawn'
        ? [[{ text: ctx.t('exemplar-copy'), callback_data: copyOf.data(exemplar.id) }]]
        : []),
      ...(await activityRows(ctx, exemplar)),
      ...helpRow(ctx, exemplar),
    ],
  });
}

/** Reads the exemplar that a button names. Throws `exemplar-not-found`. */
export async function exemplarOf(ctx: BotContext, id: number): Promise<Exemplar> {
  const exemplar = await exemplarById(ctx.house.db.pool, id);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  return exemplar;
}
