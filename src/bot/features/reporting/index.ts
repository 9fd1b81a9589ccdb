import { wordsOfReports } from '../../../reports/index.ts';
import { readReportPeriod } from '../../../reports/report-period.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan } from '../../core/meant-plan.ts';
import { inItsPlan, lookAtPlan } from '../../core/named-plan.ts';
import { onPress } from '../../core/press.ts';
import type { Feature } from '../feature.ts';
import { saidLetter } from '../late-letter/index.ts';
import { makeReport } from '../report-presses.ts';
import { askScope, askUnit, askYear, sendOrAskUnit } from './ask.ts';
import { askFilter } from './choose-filter.ts';
import { reportInOneLine } from './one-line.ts';
import { choosePlan, findNamedReport, listReportPlans } from './plan-of-report.ts';
import {
  chooseFilter,
  chooseKind,
  chooseReport,
  chooseScope,
  chooseYear,
  noPeriod,
  ofNamedReport,
  stopReport,
} from './presses.ts';
import { sayKinds, sayUnknownReport } from './say-kinds.ts';
import { listSeenUnits } from './seen-units.ts';
import { stopPressed } from './stop-reports.ts';

/**
 * The feature of /baocao [kind] [year] [unit]: Excel reports, by buttons or in one line. Liaisons
 * and heads get their own units.
 */
export const reportingFeature: Feature = {
  commands: [
    {
      name: 'baocao',
      right: 'askReports',
      words: { vi: ['báo cáo', 'số liệu', 'thống kê', 'bc', 'b/c'], en: ['report'] },
      wordsOfArgs: wordsOfReports,
      takesArgs: true,
      run: (ctx, args) => (withoutAnyCourtesy(args) === '' ? sayReports(ctx) : sayInOneLine(ctx, args)),
    },
  ],
  presses(table) {
    onPress(table, stopReport, { right: 'askReports', about: 'askedReport', decides: true }, stopPressed);
    onPress(table, choosePlan, 'askReports', async (ctx, planId) => {
      lookAtPlan(ctx, planId);
      await sayKinds(ctx, undefined, {});
    });
    onPress(table, chooseReport, ofNamedReport, inItsPlan(askYear));
    onPress(
      table,
      chooseYear,
      ofNamedReport,
      inItsPlan(async (ctx, code, period: string) => {
        const read = readReportPeriod(period);
        await (read ? askScope(ctx, code, read) : askYear(ctx, code));
      }),
    );
    onPress(
      table,
      chooseFilter,
      ofNamedReport,
      inItsPlan(async (ctx, code, period: string, part: string) => {
        const read = readReportPeriod(period);
        await (read ? askFilter(ctx, code, read, part) : askYear(ctx, code));
      }),
    );
    onPress(
      table,
      chooseScope,
      ofNamedReport,
      inItsPlan(async (ctx, code, period: string, page: number) => {
        const read = readReportPeriod(period);
        await (read ? askUnit(ctx, code, read, page) : askYear(ctx, code));
      }),
    );
    onPress(table, chooseKind, 'askReports', async (ctx, planId, period, unitId, all) => {
      lookAtPlan(ctx, planId);
      const unit = (await listSeenUnits(ctx, 'askReports')).find(({ id }) => id === unitId);
      const read = readReportPeriod(period);
      await sayKinds(ctx, read?.year === noPeriod.year ? undefined : read, { unit, all: all === 1 });
    });
    onPress(
      table,
      makeReport,
      { ...ofNamedReport, about: 'unit', at: 2 },
      inItsPlan(async (ctx, code: string, asked: string, unitId: number | null) => {
        const period = readReportPeriod(asked);
        if (!period) return askYear(ctx, code);
        const report = findNamedReport(code);
        if (!report) return sayUnknownReport(ctx, code);
        const unit = (await listSeenUnits(ctx, report.right)).find((u) => u.id === unitId);
        // None means every unit that the person may see, and one that has ended does not.
        if (!unit && unitId !== null) return askUnit(ctx, code, period, 0, unitId);
        await sendOrAskUnit(ctx, report, period, unit);
      }),
    );
  },
};

/** The letter to late units may be about duties and several units; other reports are not. */
async function sayInOneLine(ctx: BotContext, args: string): Promise<void> {
  if (!(await saidLetter(ctx, args))) await reportInOneLine(ctx, args);
}

/** Lists the reports that there are, of the plan that is chosen where there are several. */
async function sayReports(ctx: BotContext): Promise<void> {
  await inMeantPlan(
    ctx,
    await listReportPlans(ctx),
    { ask: 'report-which-plan', data: ({ id }) => choosePlan.data(id) },
    () => sayKinds(ctx, undefined, {}),
  );
}
