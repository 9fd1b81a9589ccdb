import { type ReportText, reportTexts } from '../../../evaluations/annual-report.ts';
import type { Finished } from '../../forms/form.ts';
import type { AnnualScene } from './scene.ts';
import { draftTexts, fingerprintBasis } from './word-file.ts';

/**
 * Drafts the texts of the report, and again when the answers behind them have changed. A text that
 * the unit took as drafted follows; one that it wrote stays, and the unit is told to look at it.
 * Undefined: the drafts are those of the present answers.
 */
export async function redraft(s: AnnualScene): Promise<Finished | undefined> {
  const { subject, answers } = s;
  const basis = fingerprintBasis(s);
  if (subject.basis === basis) return undefined;
  const drafts = await draftTexts(s);
  const next = { ...subject, drafts, basis };
  if (subject.drafts === undefined) return { set: {}, subject: next };
  const before =
    subject.basis === undefined && subject.previous
      ? await draftTexts({ ...s, answers: subject.previous })
      : subject.drafts;
  const changed = reportTexts.filter((key) => drafts[key] !== before[key]);
  const taken = changed.filter((key) => answers[key] === before[key]);
  const written = changed.filter((key) => key in answers && !taken.includes(key));
  const named = (keys: ReportText[]) => keys.map((key) => s.t(`annual-text-${key}-label`)).join(', ');
  const lines = [
    ...(taken.length > 0 ? [s.html('annual-redrafted', { texts: named(taken) })] : []),
    ...(written.length > 0 ? [s.html('annual-written', { texts: named(written) })] : []),
  ];
  return {
    set: Object.fromEntries(taken.map((key) => [key, drafts[key]])),
    subject: next,
    ...(lines.length > 0 && { say: { text: lines.join('\n') } }),
  };
}
