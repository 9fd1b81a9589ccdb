import type { ReportText } from '../../evaluations/annual-report.ts';
import type { Plan } from '../../plan/plan.ts';
import { shorten } from '../../text/shorten.ts';
import { countResults, listActivityCounts, sayDone } from '../unit-report/words.ts';
import type { SummaryContent, SummedExemplar } from './content.ts';
import {
  listByResult,
  listReplicated,
  newestResult,
  sayGranted,
  sayRegisteredByYear,
  sayYears,
} from './words.ts';

/** The most exemplars that one text names. */
const mostNamed = 12;
const longestClause = 200;

/**
 * Drafts the four texts of a unit's summary from the data of all its years (Plan 101, II.6, IV.3).
 * The data are registrations, evaluations, fostering, activities and awards. The unit accepts or
 * changes the texts. In Vietnamese, as they stand on paper.
 */
export function draftSummaryTexts(
  plan: Plan,
  { interim, years, figures }: Pick<SummaryContent, 'interim' | 'years' | 'figures'>,
): Record<ReportText, string> {
  const { exemplars, steps, activities, proposed } = figures;
  const newest = exemplars.flatMap((one) => newestResult(one) ?? []);
  const lasting = listByResult(figures, 'kept', 'spread');
  const weak = listByResult(figures, 'declined', 'stopped');
  const replicated = listReplicated(figures);
  const did = listActivityCounts(activities);
  const results = [
    exemplars.length > 0
      ? sayRegisteredByYear(plan, figures, years)
      : `Trong ${sayYears(years)}, đơn vị chưa có điển hình nào được duyệt.`,
    ...(newest.length > 0
      ? [`Đánh giá gần nhất của ${newest.length} điển hình: ${countResults(newest)}.`]
      : []),
    ...replicated.slice(0, mostNamed).map((one) => `- Đã nhân rộng: ${one.name}${sayWhere(one)}.`),
    ...(steps.planned > 0
      ? [`Kế hoạch bồi dưỡng có ${steps.planned} việc đến hạn trong ${sayYears(years)}; ${sayDone(steps)}.`]
      : []),
    ...(did ? [`Hoạt động đã tổ chức: ${did}.`] : []),
    ...(proposed > 0 ? [`Đề nghị khen thưởng ${proposed} lượt; ${sayGranted(figures)}.`] : []),
    ...listAwarded(exemplars),
  ];
  const directions = [
    interim
      ? `Tiếp tục phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến trong thời gian còn lại của kế hoạch${sayLasting(lasting)}.`
      : `Tiếp tục phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến sau năm ${years.to}${sayLasting(lasting)}.`,
    ...named('Nhân rộng tiếp', replicated),
    ...named('Củng cố, giúp đỡ', weak),
    ...(steps.overdue > 0 ? [`Làm xong ${steps.overdue} việc quá hạn của kế hoạch bồi dưỡng.`] : []),
  ];
  return {
    results: results.join('\n'),
    difficulties: listSaid(figures.difficulties) || 'Không có khó khăn, vướng mắc lớn.',
    proposals: listSaid(figures.needs) || 'Đơn vị không có kiến nghị, đề xuất.',
    directions: directions.join('\n'),
  };
}

function sayLasting(lasting: SummedExemplar[]): string {
  return lasting.length > 0 ? `; duy trì ${lasting.length} điển hình đang có hiệu quả` : '';
}

function sayWhere({ results }: SummedExemplar): string {
  const places = [...new Set(results.flatMap(({ spreadTo }) => spreadTo ?? []))];
  return places.length > 0 ? ` (${shorten(places.join('; '), longestClause)})` : '';
}

function listAwarded(exemplars: SummedExemplar[]): string[] {
  return exemplars
    .filter(({ awards }) => awards.length > 0)
    .slice(0, mostNamed)
    .map(({ name, awards }) => `- Được khen thưởng: ${name}: ${shorten(awards.join('; '), longestClause)}.`);
}

function listSaid(said: { name: string; words: string }[]): string {
  return said
    .slice(0, mostNamed)
    .map(({ name, words }) => `- ${name}: ${shorten(words, longestClause)}`)
    .map((line) => (line.endsWith('.') ? line : `${line}.`))
    .join('\n');
}

function named(heading: string, exemplars: SummedExemplar[]): string[] {
  const names = exemplars.slice(0, mostNamed).map(({ name }) => name);
  return names.length > 0 ? [`${heading}: ${names.join('; ')}.`] : [];
}
