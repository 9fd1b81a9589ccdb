import { progressLists } from '../../../duties/progress.ts';
import { codeAlone, inItsPlan, lookAtPlan } from '../../core/named-plan.ts';
import { onPress } from '../../core/press.ts';
import type { Feature } from '../feature.ts';
import { sayProgressList } from './list.ts';
import { progressInOneLine } from './one-line.ts';
import { sayOverview } from './overview.ts';
import { showProgress, showProgressList, showProgressOf } from './presses.ts';

/**
 * The feature of /tiendo: where the registration of all units stands (Plan 101, V.3). It shows a
 * picture, a summary and lists, each with the way to nudge its units.
 */
export const progressFeature: Feature = {
  commands: [
    {
      name: 'tiendo',
      right: 'seeProgress',
      words: { vi: ['tiến độ', 'đơn vị nào', 'những đơn vị nào', 'các đơn vị nào'], en: ['progress'] },
      orElse: { name: 'baocao', words: 'tiến độ', right: 'report' },
      takesArgs: true,
      run: progressInOneLine,
    },
  ],
  presses(table) {
    onPress(table, showProgress, 'seeProgress', (ctx) => progressInOneLine(ctx, ''));
    onPress(table, showProgressOf, 'seeProgress', async (ctx, planId) => {
      lookAtPlan(ctx, planId);
      await sayOverview(ctx);
    });
    onPress(
      table,
      showProgressList,
      'seeProgress',
      inItsPlan(async (ctx, code, page: number) => {
        const list = progressLists.find((one) => one === codeAlone(code));
        await (list ? sayProgressList(ctx, list, page) : sayOverview(ctx));
      }),
    );
  },
};
