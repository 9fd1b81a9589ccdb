import { createHash } from 'node:crypto';
import { DomainError } from '../../../errors.ts';
import { reportTexts } from '../../../evaluations/annual-report.ts';
import { keyAbout, readEvaluation } from '../../../evaluations/questions.ts';
import { localDate } from '../../../plan/calendar.ts';
import { planOn } from '../../../plan/plan-on.ts';
import { toAsciiWords } from '../../../reports/ascii-words.ts';
import { writeDocument } from '../../../reports/document/write-document.ts';
import { composeUnitReport } from '../../../reports/unit-report/compose-unit-report.ts';
import type { UnitReportContent } from '../../../reports/unit-report/content.ts';
import { draftReportTexts } from '../../../reports/unit-report/draft-texts.ts';
import { readUnitFigures } from '../../../reports/unit-report/read-figures.ts';
import { findPlanUnit } from '../../../units/units.ts';
import { readProposals } from './award-questions.ts';
import { exemplarOfItem } from './proposal-items.ts';
import type { AnnualScene } from './scene.ts';
import { readTexts } from './text-questions.ts';

/** Reads everything that the report says, but its texts. */
async function readContent(s: AnnualScene): Promise<Omit<UnitReportContent, 'texts'>> {
  const { planId, unitId, year, exemplars } = s.subject;
  const { db, plan } = s.house;
  const unit = await findPlanUnit(db.pool, { planId, unitId });
  if (!unit) throw new DomainError('unit-unknown');
  return {
    ...{ year, unit },
    // One that came since an earlier version has no answers there.
    evaluated: exemplars
      .filter(({ id }) => keyAbout('result', id) in s.answers)
      .map(({ id, code, name }) => ({ ...{ id, code, name }, facts: readEvaluation(s.answers, id) })),
    proposals: readProposals(s),
    figures: await readUnitFigures(db.prisma, plan, { unitId, year, now: s.now }),
  };
}

/** Drafts the four texts from the answers so far and the data. */
export async function draftTexts(s: AnnualScene): Promise<Record<string, string>> {
  return draftReportTexts(await readContent(s));
}

/** Makes the Word file of the report, with its name. */
export async function makeWord(s: AnnualScene): Promise<{ name: string; bytes: Buffer; unit: string }> {
  const content = { ...(await readContent(s)), texts: readTexts(s) };
  const plan = planOn(s.house.plan, localDate(s.now, s.house.plan.zone));
  const author = s.person?.name ?? content.unit.name;
  const bytes = await writeDocument(composeUnitReport(plan, content, { author, made: s.now }));
  const unit = content.unit.name;
  return { name: `Bao-cao-nam-${s.subject.year}-${toAsciiWords(unit).slice(0, 60)}.docx`, bytes, unit };
}

/** Returns a fingerprint of the answers that the Word file holds. */
export function fingerprintReport(s: AnnualScene): string {
  return fingerprintAnswers(s, () => true);
}

/** Returns a fingerprint of the answers from which texts are drafted: all but the texts. */
export function fingerprintBasis(s: AnnualScene): string {
  return fingerprintAnswers(s, (field) => !reportTexts.some((text) => text === field));
}

function fingerprintAnswers({ subject, answers }: AnnualScene, counts: (key: string) => boolean): string {
  const ids = subject.exemplars.map(({ id }) => id);
  const said = Object.entries(answers).filter(([key]) => {
    const [field = '', item] = key.split('@');
    if (field.startsWith('~') || field === 'confirm' || !counts(key)) return false;
    return item === undefined || ids.includes(exemplarOfItem(item));
  });
  const sorted = said.sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([ids, sorted]))
    .digest('hex')
    .slice(0, 16);
}
