import { wordsOfReports } from '../../../reports/index.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { inItsPlan, lookAtPlan, lookAtPlanOf } from '../../core/named-plan.ts';
import { onPress } from '../../core/press.ts';
import type { Feature } from '../feature.ts';
import { makeReport } from '../report-presses.ts';
import { askScope, askUnit, askYear, sendOrAskUnit } from './ask.ts';
import { reportInOneLine } from './one-line.ts';
import { askReportPlan, choosePlan, findNamedReport } from './plan-of-report.ts';
import { chooseKind, chooseReport, chooseScope, chooseYear, ofNamedReport } from './presses.ts';
import { reportButtons, sayKinds, sayUnknownReport } from './say-kinds.ts';
import { listSeenUnits } from './seen-units.ts';

/**
 * The feature of /baocao [kind] [year] [unit]: Excel reports, by buttons or in one line. Liaisons
 * and heads get their own units.
 */
export const reportingFeature: Feature = {
  commands: [
    {
      name: 'baocao',
      right: 'report',
      words: { vi: ['báo cáo', 'số liệu', 'thống kê'], en: ['report'] },
      wordsOfArgs: wordsOfReports,
      takesArgs: true,
      run: async (ctx, args) => {
        if (withoutAnyCourtesy(args) !== '') return reportInOneLine(ctx, args);
        if (ctx.house.plans.all().length > 1) return askReportPlan(ctx);
        return ctx.say({ text: ctx.html('report-which'), buttons: reportButtons(ctx) });
      },
    },
  ],
  presses(table) {
    onPress(table, choosePlan, 'report', async (ctx, planId) => {
      if (!ctx.house.plans.find(planId)) return askReportPlan(ctx);
      lookAtPlan(ctx, planId);
      return ctx.say({ text: ctx.html('report-which'), buttons: reportButtons(ctx) });
    });
    onPress(table, chooseReport, ofNamedReport, inItsPlan(askYear));
    onPress(table, chooseYear, ofNamedReport, inItsPlan(askScope));
    onPress(table, chooseScope, ofNamedReport, inItsPlan(askUnit));
    onPress(table, chooseKind, 'report', async (ctx, year, unitId, all) => {
      lookAtPlanOf(ctx, year);
      const unit = (await listSeenUnits(ctx)).find(({ id }) => id === unitId);
      await sayKinds(ctx, year, { unit, all: all === 1 });
    });
    onPress(
      table,
      makeReport,
      { ...ofNamedReport, about: 'unit', at: 2 },
      inItsPlan(async (ctx, code: string, year: number, unitId: number | null) => {
        const report = findNamedReport(code);
        if (!report) return sayUnknownReport(ctx, code);
        const unit = (await listSeenUnits(ctx)).find((u) => u.id === unitId);
        // None means every unit that the person may see; an unknown unit does not mean every unit.
        if (!unit && unitId !== null) return askUnit(ctx, code, year, 0);
        await sendOrAskUnit(ctx, report, year, unit);
      }),
    );
  },
};
