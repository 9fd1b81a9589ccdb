import { GrammyError, InputFile } from 'grammy';
import { actsForOffice } from '../../../people/rights.ts';
import { makePicture } from '../../../reports/picture-of-report.ts';
import type { Report } from '../../../reports/report.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan, nameMeantPlan } from '../../core/meant-plan.ts';
import type { FileChat } from '../../core/send-made-file.ts';
import { filterOf, sayFilterHere } from './filtered.ts';
import { sayCaptionPeriod } from './years.ts';

/** A picture that is being drawn while its report is made. */
export interface ReportPicture {
  /** Tells whether it is done: one that is not comes with the file. */
  isDrawn(): boolean;
  /** Sends it, where there is one and the channel takes it. */
  send(chat: FileChat): Promise<void>;
}

/**
 * Begins to draw the picture of a report: a manager would rather look than read. Only reports of
 * all units of the office have one in chat.
 */
export function beginPicture(
  ctx: BotContext,
  report: Report,
  period: ReportPeriod,
  unit: Unit | undefined,
): ReportPicture {
  const { db, plan, clock } = ctx.house;
  const shown = unit === undefined && !report.ofNow && actsForOffice(ctx.person, report.right);
  const scope = {
    ...{ ...period, unitId: null, unit: undefined, plan: nameMeantPlan(ctx) },
    ...{ filter: filterOf(ctx, period, report), locale: ctx.locale, now: clock.now() },
  };
  const drawn = shown
    ? makePicture({ db, plan }, report, scope).catch((error: unknown) => {
        ctx.house.log.warn({ err: error }, 'the picture of a report was not drawn');
      })
    : Promise.resolve(undefined);
  let done = false;
  drawn.finally(() => {
    done = true;
  });
  return {
    isDrawn: () => done,
    async send({ api, chatId }) {
      const made = await drawn;
      if (!made) return;
      const filter = sayFilterHere(ctx, period, report);
      const title = ctx.html('report-caption', {
        report: ctx.t(made.chart.title),
        year: sayCaptionPeriod(ctx, period),
        scope: ctx.t('report-all-units'),
      });
      try {
        await api.sendPhoto(chatId, new InputFile(made.png, made.filename), {
          caption: [
            title + markMeantPlan(ctx),
            ...(filter === '' ? [] : [ctx.html('report-filtered', { filter })]),
          ].join('\n'),
          parse_mode: 'HTML',
        });
      } catch (error) {
        if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
      }
    },
  };
}
