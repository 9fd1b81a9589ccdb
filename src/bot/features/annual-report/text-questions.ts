import { type ReportText, reportTexts } from '../../../evaluations/annual-report.ts';
import { paragraphsAnswer } from '../../forms/kinds/paragraphs.ts';
import type { AnnualQuestion, AnnualScene } from './scene.ts';

const length = { min: 10, max: 4000 };

/** The four texts of the unit, each with a draft from the data to accept or to change. */
export const textQuestions: AnnualQuestion[] = reportTexts.map((key) => ({
  key,
  ask: (s) => `${s.html(`annual-text-${key}`)}\n${s.html('annual-text-draft')}`,
  label: (s) => s.t(`annual-text-${key}-label`),
  when: (s) => s.subject.drafts !== undefined,
  answer: paragraphsAnswer(length),
}));

/** Reads the four texts of a report whose questions are all answered. */
export function readTexts({ answers }: AnnualScene): Record<ReportText, string> {
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
