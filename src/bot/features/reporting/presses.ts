import type { Right } from '../../../people/rights.ts';
import type { Report } from '../../../reports/report.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import { press } from '../../core/press.ts';
import { findNamedReport } from './plan-of-report.ts';

/** Chooses a report: its code. */
export const chooseReport = press('baocao', 'text');
/** Chooses the period of a report. */
export const chooseYear = press('baocao.year', 'text', 'text');
/** Asks for the unit of a report of a period, on a page of the units. */
export const chooseScope = press('baocao.units', 'text', 'text', 'page');
/** Shows the filter of a report of a period: all of it, or a part (a letter). */
export const chooseFilter = press('baocao.loc', 'text', 'text', 'text');
/**
 * Asks for the report of a plan, a period and a unit. 0: none was named; the last part tells
 * whether all units were named.
 */
export const chooseKind = press('baocao.cua', 'id', 'text', 'number', 'number');

/** The period in the button of a report of the present state, or of none that was named. */
export const noPeriod: ReportPeriod = { year: 0 };

/** Keeps of a period what a report of the present state takes: its day and its filter. */
export function withoutYear({ asOf, filtered }: ReportPeriod): ReportPeriod {
  return { ...noPeriod, ...(asOf && { asOf }), ...(filtered && { filtered }) };
}

/** Returns the right to ask for a report; without one, that for any. */
export function rightToReport(report?: Report): Right {
  return report?.right ?? 'report';
}

/** A button's first part is the code of its report. */
export const ofNamedReport = { right: (code: string) => rightToReport(findNamedReport(code)) };

/** Stops the making of a report: the id of the asked report. */
export const stopReport = press('baocao.huy', 'id');
