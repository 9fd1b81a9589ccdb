import type { DomainError } from '../../../errors.ts';
import type { AskedReport, ReportQuestion } from '../../../reports/asked/asked-reports.ts';
import { findReport } from '../../../reports/index.ts';
import { codeOfPlan } from '../../core/named-plan.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import { makeReport } from '../report-presses.ts';
import type { ReportAsker } from './make-for-person.ts';
import { stopReport } from './presses.ts';

/** Names the report of a question. */
export function nameReport(by: Pick<ReportAsker, 't'>, { report }: ReportQuestion): string {
  const found = findReport(report);
  return found ? by.t(found.name) : report;
}

/**
 * Says how much of a report is written, with [Hủy]. Where messages cannot be changed, the first one
 * says how to stop it in words, and later ones are one line.
 */
export function sayProgress(
  by: Pick<ReportAsker, 't' | 'html'>,
  { id, question, done }: Pick<AskedReport, 'id' | 'question' | 'done'>,
  { edit, first = true }: { edit: boolean; first?: boolean },
): Reply {
  const line = by.html('report-being-made', { report: nameReport(by, question), done });
  if (!first && !edit) return { text: line, keepsMenu: true };
  return {
    text: edit ? line : `${line}\n${by.html('report-stop-in-words')}`,
    buttons: [[{ text: by.t('report-stop'), callback_data: stopReport.data(id) }]],
    keepsMenu: true,
  };
}

/** Says why a report was refused, apart from its question (HTML). */
export function sayReportRefused(
  by: Pick<ReportAsker, 'house' | 'html'>,
  { report }: { report: string },
  error: DomainError,
): string {
  return `${by.html('report-refused', { report })}\n${sayRefusal(by, error)}`;
}

/** Says that a report could not be made, with a button that asks for it again. */
export function sayNotMade(
  by: Pick<ReportAsker, 't' | 'html'>,
  { question, planId }: Pick<AskedReport, 'question' | 'planId'>,
  key: 'report-not-made' | 'report-too-large',
): Reply {
  const { report, period, unitId } = question;
  const again = makeReport.data(codeOfPlan(planId, report), period, unitId);
  return {
    text: by.html(key, { report: nameReport(by, question) }),
    ...(key === 'report-not-made' && {
      buttons: [[{ text: by.t('report-again'), callback_data: again }]],
    }),
    keepsMenu: true,
  };
}
