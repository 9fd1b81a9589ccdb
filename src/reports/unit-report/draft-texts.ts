import type { ReportText } from '../../evaluations/annual-report.ts';
import { shorten } from '../../text/shorten.ts';
import type { EvaluatedExemplar, UnitReportContent } from './content.ts';
import { countResults } from './words.ts';

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
  const lasting = of('kept').length + of('spread').length;
  const results = [
    evaluated.length > 0
      ? `Năm ${year}, đơn vị đánh giá ${evaluated.length} điển hình: ${countResults(evaluated.map(({ facts }) => facts.result))}.`
      : `Năm ${year}, đơn vị chưa có điển hình nào để đánh giá.`,
    ...(lasting > 0 ? [`Có ${lasting}/${evaluated.length} điển hình giữ vững hoặc phát huy hiệu quả.`] : []),
    ...listed('Đã nhân rộng', of('spread'), ({ facts }) => saySpread(facts)),
    ...(figures.steps.done > 0
      ? [`Đã làm ${figures.steps.done}/${figures.steps.planned} việc của kế hoạch bồi dưỡng.`]
      : []),
    ...(proposals.length > 0 ? [`Đề nghị khen thưởng ${proposals.length} lượt tập thể, cá nhân.`] : []),
  ];
  const difficulties = listed('', evaluated, ({ facts }) => facts.difficulties ?? '');
  const needs = listed('', evaluated, ({ facts }) => facts.help ?? '');
  const weak = [...of('declined'), ...of('stopped')];
  const directions = [
    `Tiếp tục phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến năm ${year + 1}${lasting > 0 ? `; duy trì ${lasting} điển hình đang có hiệu quả` : ''}.`,
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
