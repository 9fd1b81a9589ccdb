import { formatDate } from '../../../plan/calendar.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { saidNoPlanIsOpen } from '../no-open-plan.ts';
import { movingForm } from './form.ts';
import { readMoveWords } from './read-words.ts';

/** The feature of /suahan: an officer moves a due date (Plan 101, V.1, V.3). */
export const movingDuesFeature: Feature = {
  commands: [
    {
      name: 'suahan',
      right: 'moveDues',
      words: {
        vi: ['sửa hạn', 'dời hạn', 'gia hạn', 'ấn định hạn', 'lùi hạn', 'đổi hạn'],
        en: ['move a due date'],
      },
      takesArgs: true,
      run: async (ctx, args) => {
        if (await saidNoPlanIsOpen(ctx)) return;
        const { answers, said } = await readMoveWords(ctx.house, args, ctx.locale);
        if (said?.day !== undefined)
          await ctx.say({
            text: ctx.html('due-move-understood', {
              duty: said.duty,
              unit: said.unit ?? ctx.t('due-move-all'),
              day: formatDate(said.day),
            }),
          });
        await beginForm(ctx, movingForm, { subject: {}, answers });
      },
    },
  ],
  forms: [movingForm],
};
