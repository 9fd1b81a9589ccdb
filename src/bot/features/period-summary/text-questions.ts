import { type ReportText, reportTexts } from '../../../evaluations/annual-report.ts';
import { findSummaryYears } from '../../../period-summaries/summary-years.ts';
import { paragraphsAnswer } from '../../forms/kinds/paragraphs.ts';
import { asksTexts, dutyIn, type SummaryQuestion, type SummaryScene } from './scene.ts';

const length = { min: 10, max: 4000 };

/** The four texts of the summary, each with a draft from the data to accept or to change. */
export const summaryTextQuestions: SummaryQuestion[] = reportTexts.map((key) => ({
  key,
  ask: (s) => `${s.html(`summary-text-${key}`, sayYearsOf(s))}\n${s.html('annual-text-draft')}`,
  label: (s) => s.t(`annual-text-${key}-label`),
  when: asksTexts,
  answer: paragraphsAnswer(length),
}));

/** Returns the years of a summary as arguments of its texts. */
export function sayYearsOf({ house, subject, now }: Pick<SummaryScene, 'house' | 'subject' | 'now'>): {
  from: string;
  to: string;
} {
  const { from, to } = findSummaryYears(house.plan, dutyIn(subject), now);
  return { from: String(from), to: String(to) };
}

/** Reads the four texts of a summary whose questions are all answered. */
export function readSummaryTexts({ answers }: SummaryScene): Record<ReportText, string> {
  const read = (key: ReportText) => {
    const text = answers[key];
    return typeof text === 'string' ? text : '';
  };
  return {
    results: read('results'),
    difficulties: read('difficulties'),
    proposals: read('proposals'),
    directions: read('directions'),
  };
}
