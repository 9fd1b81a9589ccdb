import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { saidNoPlanIsOpen } from '../no-open-plan.ts';
import { movingForm } from './form.ts';

/** The feature of /suahan: an officer moves a due date (Plan 101, V.1, V.3). */
export const movingDuesFeature: Feature = {
  commands: [
    {
      name: 'suahan',
      right: 'moveDues',
      words: { vi: ['sửa hạn', 'dời hạn', 'gia hạn', 'ấn định hạn'], en: ['move a due date'] },
      run: async (ctx) => {
        if (!(await saidNoPlanIsOpen(ctx))) await beginForm(ctx, movingForm, { subject: {} });
      },
    },
  ],
  forms: [movingForm],
};
