import type { ReportText } from '../../evaluations/annual-report.ts';
import { shorten } from '../../text/shorten.ts';
import type { UnitWords } from './figures.ts';
import { listNames } from './list-names.ts';
import { takeSentences } from './sentences.ts';

/** So many different sentences are quoted, and each names so many units. */
const mostQuoted = 8;
const mostNamed = 3;
const longestQuote = 260;

/** A text that says only that there is nothing to say. */
const nothing =
  /^(?:(?:đơn vị|xã|thị trấn|cơ quan|ngành|hiện|nay|cơ bản|nhìn chung),? )*(?:không|chưa)(?: có| phát sinh)?(?:,? (?:khó khăn|vướng mắc|kiến nghị|đề xuất|đề nghị|ý kiến|hạn chế|tồn tại|gì|nào|lớn|thêm|khác|và|hay|hoặc))*[.!…]*$/iu;
/** Counts that the office's report has itself, as the bot drafts them for units. */
const counts =
  /^(?:năm \d{4}, đơn vị (?:đánh giá|chưa có)|có \d+\/\d+ điển hình|đã làm \d+\/\d+ việc|đề nghị khen thưởng \d+ lượt)/iu;

/**
 * Quotes what units wrote in their annual reports, a sentence each. The same sentence of several
 * units stands once, with their names; texts that say nothing, and counts, are left out.
 */
export function quoteUnits(words: UnitWords | undefined, text: ReportText): string[] {
  const quotes = (words?.units ?? []).flatMap(({ unit, ...texts }) => {
    const quote = findQuote(texts[text]);
    return quote ? [{ unit, quote }] : [];
  });
  const same = [...Map.groupBy(quotes, ({ quote }) => quote.toLocaleLowerCase('vi')).values()];
  const lines = same.slice(0, mostQuoted).map((alike) => {
    const names = alike.map(({ unit }) => unit);
    return `- ${listNames(names, mostNamed, 'đơn vị khác')}: ${alike[0]?.quote ?? ''}`;
  });
  const left = same.slice(mostQuoted).flat().length;
  return left > 0 ? [...lines, `- Ý kiến của ${left} đơn vị khác: trong báo cáo của đơn vị.`] : lines;
}

/** The first sentence with something to say; empty: none. */
function findQuote(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^[-–•*+\s]+/, '').trim())
    .filter((line) => line !== '' && !nothing.test(line) && !counts.test(line));
  return shorten(takeSentences(lines[0] ?? '', 1), longestQuote);
}
