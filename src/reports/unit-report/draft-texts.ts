import type { ReportText } from '../../evaluations/annual-report.ts';
import { shorten } from '../../text/shorten.ts';
import type { EvaluatedExemplar, UnitReportContent } from './content.ts';
import { countResults, sayActivities, sayRegistered, saySteps } from './words.ts';

/** The most exemplars that one text names. */
const mostNamed = 15;
const longestClause = 200;

/**
 * Drafts the four texts of a unit's annual report from its data. The unit accepts or changes them
 * (Plan 101, IV.3). In Vietnamese, as they stand on paper.
 */
export function draftReportTexts(content: Omit<UnitReportContent, 'texts'>): Record<ReportText, string> {
  const { year, evaluated, proposals, figures } = content;
  const of = (result: string) => evaluated.filter(({ facts }) => facts.result === result);
  const activities = sayActivities(figures);
  const results = [
    sayRegistered(figures, year),
    `Đánh giá năm ${year}: ${countResults(evaluated.map(({ facts }) => facts.result))}.`,
    ...listed('Đã nhân rộng', of('spread'), ({ facts }) => saySpread(facts)),
    ...(figures.steps.planned > 0 ? [saySteps(figures, year)] : []),
    ...(activities ? [`Hoạt động trong năm: ${activities}.`] : []),
    ...(proposals.length > 0 ? [`Đề nghị khen thưởng ${proposals.length} lượt tập thể, cá nhân.`] : []),
  ];
  const difficulties = listed('', evaluated, ({ facts }) => facts.difficulties ?? '');
  const needs = listed('', evaluated, ({ facts }) => facts.help ?? '');
  const weak = [...of('declined'), ...of('stopped')];
  const directions = [
    `Tiếp tục phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến năm ${year + 1}; duy trì ${of('kept').length + of('spread').length} điển hình đang có hiệu quả.`,
    ...named('Nhân rộng tiếp', of('spread')),
    ...named('Củng cố, giúp đỡ', weak),
    ...(figures.steps.overdue > 0
      ? [`Làm xong ${figures.steps.overdue} việc quá hạn của kế hoạch bồi dưỡng.`]
      : []),
  ];
  return {
    results: results.join('\n'),
    difficulties: difficulties.length > 0 ? difficulties.join('\n') : 'Không có khó khăn, vướng mắc lớn.',
    proposals: needs.length > 0 ? needs.join('\n') : 'Đơn vị không có kiến nghị, đề xuất.',
    directions: directions.join('\n'),
  };
}

function saySpread({ spreadTo, spreadCount }: EvaluatedExemplar['facts']): string {
  return [spreadTo ?? '', ...(spreadCount === null ? [] : [`(${spreadCount} đơn vị, hộ)`])].join(' ');
}

/** A line an exemplar, with what is said of it; those without words are left out. */
function listed(
  heading: string,
  exemplars: EvaluatedExemplar[],
  say: (one: EvaluatedExemplar) => string,
): string[] {
  const lines = exemplars
    .map((one) => ({ name: one.name, words: say(one).trim() }))
    .filter(({ words }) => words);
  return lines
    .slice(0, mostNamed)
    .map(({ name, words }) => `- ${heading ? `${heading}: ` : ''}${name}: ${shorten(words, longestClause)}`)
    .map((line) => (line.endsWith('.') ? line : `${line}.`));
}

function named(heading: string, exemplars: EvaluatedExemplar[]): string[] {
  const names = exemplars.slice(0, mostNamed).map(({ name }) => name);
  return names.length > 0 ? [`${heading}: ${names.join('; ')}.`] : [];
}
