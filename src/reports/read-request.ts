import type { LocalDate, Plan } from '../plan/plan.ts';
import { withoutTelex } from '../text/courtesy.ts';
import { fold } from '../text/fold.ts';
import { matchUnits } from '../units/match-units.ts';
import { findNamedUnits, type NamedUnits } from '../units/named-units.ts';
import type { Unit } from '../units/units.ts';
import { findCategories } from './filter/categories-in-words.ts';
import { findKindsOfWords } from './filter/kinds-in-words.ts';
import { type ReportLine, readReportLine } from './read-line.ts';
import type { Report } from './report.ts';
import { writeOutReportName } from './short-report-names.ts';

/** A request in one line, with the units that it names. */
export interface ReportAsked extends ReportLine {
  named: NamedUnits;
  /** All reports that were named, where one must be chosen. */
  several: Report[];
}

/**
 * Reads a request with the units that a person sees. Short names of reports are written out and
 * keys of Telex taken off where the words mean less as they were typed.
 */
export function readRequest(typed: string, today: LocalDate, plan: Plan, units: Unit[]): ReportAsked {
  const writtenOut = writeOutReportName(typed, units);
  let best = readOnce(typed, today, plan, units);
  for (const other of new Set([writtenOut, withoutTelex(fold(typed)), withoutTelex(fold(writtenOut))])) {
    if (understood(best) === 3) break;
    if (other === typed || other === fold(typed)) continue;
    const again = readOnce(other, today, plan, units);
    if (understood(again) > understood(best)) best = again;
  }
  return best;
}

/** 3: all of it; 2: the units; 1: the report; 0: some words mean nothing. */
function understood({ report, named, unclear }: ReportAsked): 0 | 1 | 2 | 3 {
  if (named.are === 'unclear' || unclear !== undefined) return report ? 1 : 0;
  return report ? 3 : 2;
}

function readOnce(typed: string, today: LocalDate, plan: Plan, units: Unit[]): ReportAsked {
  const read = readReportLine(typed, today, plan);
  const isUnit = matchUnits(units, read.unitWords).length > 0;
  const further = isUnit ? [] : read.further;
  const line = readKindWords(
    plan,
    readCategoryWords(plan, isUnit ? read : withoutFurther(read), units),
    units,
  );
  const found = findNamedUnits(units, line.unitWords, line.all && line.filter.kinds.length === 0);
  // "Các xã Glar" is of Glar; a kind and an office are two.
  const named =
    found.are === 'one' && line.filter.kinds.length > 0 && !isPlace(found)
      ? { are: 'unclear' as const, units: [found.unit] }
      : found;
  const several = [...(line.report ? [line.report] : []), ...line.also, ...further];
  return {
    ...line,
    named,
    several: several.length > 1 ? several : [],
    field: isPlace(named) ? undefined : line.field,
  };
}

function withoutFurther(line: ReportLine): ReportLine {
  return line.further.length > 0 ? { ...line, unitWords: line.unitWordsAlone } : line;
}

/** "Lĩnh vực Glar" is of a commune; "lĩnh vực dân tộc" need not be of an office. */
function isPlace(named: NamedUnits): boolean {
  return named.are === 'one' && /^(?:xa|thi tran|phuong) /.test(fold(named.unit.name));
}

/** Words that mean no unit may mean a category: "danh sách nông thôn mới". */
function readCategoryWords(plan: Plan, line: ReportLine, units: Unit[]): ReportLine {
  const { unitWords, report, filter } = line;
  if (unitWords === '' || (report && !report.filters?.categories)) return line;
  if (matchUnits(units, unitWords).length > 0) return line;
  const categories = findCategories(plan, unitWords);
  return categories.length > 0 ? { ...line, filter: { ...filter, categories }, unitWords: '' } : line;
}

/**
 * "Tổng hợp trường học": words that name no unit may name a kind. "Xã nộp trễ": with a state or a
 * category the name of a kind means all of its units.
 */
function readKindWords(plan: Plan, line: ReportLine, units: Unit[]): ReportLine {
  const { unitWords, filter } = line;
  const said =
    unitWords === '' || matchUnits(units, unitWords).length > 0 ? [] : findKindsOfWords(plan, unitWords);
  if (said.length > 0)
    return { ...line, filter: { ...filter, kinds: [...filter.kinds, ...said] }, unitWords: '', all: true };
  const kind = plan.unitKinds.find(({ name }) => [name.vi, name.en].map(fold).includes(fold(unitWords)));
  const limited = filter.states.length + filter.categories.length > 0;
  if (!limited || !kind || matchUnits(units, unitWords).length < 2) return line;
  return { ...line, filter: { ...filter, kinds: [...filter.kinds, kind.code] }, unitWords: '', all: true };
}
