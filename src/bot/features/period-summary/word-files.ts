import { createHash } from 'node:crypto';
import { DomainError } from '../../../errors.ts';
import { findSummaryYears } from '../../../period-summaries/summary-years.ts';
import { localDate } from '../../../plan/calendar.ts';
import { planOn } from '../../../plan/plan-on.ts';
import { toAsciiWords } from '../../../reports/ascii-words.ts';
import { writeDocument } from '../../../reports/document/write-document.ts';
import { composeNominations } from '../../../reports/period-summary/compose-nominations.ts';
import { composeSummary } from '../../../reports/period-summary/compose-summary.ts';
import type { NominatedInDocument, SummaryContent } from '../../../reports/period-summary/content.ts';
import { draftSummaryTexts } from '../../../reports/period-summary/draft-summary-texts.ts';
import { readSummaryFigures } from '../../../reports/period-summary/read-summary-figures.ts';
import { nameSummary } from '../../../reports/period-summary/words.ts';
import { findPlanUnit, type PlanUnit } from '../../../units/units.ts';
import { readNominations } from './nomination-questions.ts';
import { asksNominations, asksTexts, dutyIn, type SummaryScene } from './scene.ts';
import { readSummaryTexts } from './text-questions.ts';

/** The part of a scene that the data of a summary need. */
type Sums = Pick<SummaryScene, 'house' | 'subject' | 'now'>;

/** A Word file with its name and the unit's name. */
export interface SummaryFile {
  name: string;
  bytes: Buffer;
  unit: string;
}

/** Finds the unit of a summary as it takes part in the plan. Throws `unit-unknown`. */
export async function unitOfSummary({ house, subject }: Pick<Sums, 'house' | 'subject'>): Promise<PlanUnit> {
  const unit = await findPlanUnit(house.db.pool, subject);
  if (!unit) throw new DomainError('unit-unknown');
  return unit;
}

/** Reads everything that a summary says, but its texts and nominations. */
async function readContent(s: Sums): Promise<Pick<SummaryContent, 'interim' | 'years' | 'figures'>> {
  const { house, subject, now } = s;
  const years = findSummaryYears(house.plan, dutyIn(subject), now);
  return {
    interim: subject.kind === 'interim',
    years,
    figures: await readSummaryFigures(house.db.prisma, house.plan, { unitId: subject.unitId, years, now }),
  };
}

/** Drafts the four texts from the data of all years. */
export async function draftTextsOf(s: Sums): Promise<Record<string, string>> {
  return draftSummaryTexts(s.house.plan, await readContent(s));
}

/** Makes the Word file of the summary, with the nominations behind it where they are asked. */
export async function makeSummaryWord(s: SummaryScene): Promise<SummaryFile> {
  const unit = await unitOfSummary(s);
  const read = await readContent(s);
  const content = {
    ...{ ...read, unit, texts: readSummaryTexts(s) },
    nominated: asksNominations(s) ? await listNominatedOf(s) : undefined,
  };
  const document = composeSummary(planToday(s), content, { author: authorOf(s, unit.name), made: s.now });
  const { from, to } = read.years;
  const what = toAsciiWords(nameSummary(content));
  return {
    name: `Bao-cao-${what}-${from}-${to}-${toAsciiWords(unit.name).slice(0, 60)}.docx`,
    bytes: await writeDocument(document),
    unit: unit.name,
  };
}

/** Makes the Word file of the nominations alone. */
export async function makeNominationsWord(s: SummaryScene): Promise<SummaryFile> {
  const unit = await unitOfSummary(s);
  const list = composeNominations(
    planToday(s),
    { unit, nominated: await listNominatedOf(s) },
    { author: authorOf(s, unit.name), made: s.now },
  );
  return {
    name: `Danh-sach-gioi-thieu-${toAsciiWords(unit.name).slice(0, 60)}.docx`,
    bytes: await writeDocument(list),
    unit: unit.name,
  };
}

function planToday({ house, now }: Sums) {
  return planOn(house.plan, localDate(now, house.plan.zone));
}

function authorOf({ person }: SummaryScene, unit: string): string {
  return person?.name ?? unit;
}

async function listNominatedOf(s: SummaryScene): Promise<NominatedInDocument[]> {
  const wanted = readNominations(s);
  const rows = await s.house.db.prisma.exemplar.findMany({
    where: { id: { in: wanted.map(({ exemplarId }) => exemplarId) } },
    select: {
      ...{ id: true, name: true, birthYear: true, ethnicity: true, position: true, place: true },
      ...{ representative: true, category: true, subject: true },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap(({ exemplarId, grounds }) => {
    const row = byId.get(exemplarId);
    if (!row) return [];
    const category = s.house.plan.categories.find(({ code }) => code === row.category)?.name.vi;
    return [
      {
        ...{ name: row.name, birthYear: row.birthYear, ethnicity: row.ethnicity, place: row.place, grounds },
        ...{ subject: row.subject, category: category ?? row.category },
        position: row.position ?? row.representative ?? '',
      },
    ];
  });
}

/** Returns a fingerprint of the answers that the Word files hold. */
export function fingerprintSummary({ subject, answers }: SummaryScene): string {
  const said = Object.entries(answers).filter(([key]) => !key.startsWith('~') && key !== 'confirm');
  const sorted = said.sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([subject.exemplars.map(({ id }) => id), sorted]))
    .digest('hex')
    .slice(0, 16);
}

/** Tells whether a Word file is shown before sending: a nil return has none. */
export function hasFile(s: SummaryScene): boolean {
  return asksTexts(s) || readNominations(s).length > 0;
}
