import { nameDuty } from '../../duties/say.ts';
import { formatDate } from '../../plan/calendar.ts';
import { oneOff } from '../../plan/occurrence.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { capitalise, decapitalise } from '../../text/letters.ts';
import type { DocumentPart, OfficialDocument } from '../document/document.ts';
import { takeSentences } from '../office-report/sentences.ts';
import { composeUnitFrame } from '../unit-report/unit-frame.ts';
import { countResults, sayActivities } from '../unit-report/words.ts';
import { composeNominationAnnex } from './compose-nominations.ts';
import type { SummaryContent } from './content.ts';
import {
  listByResult,
  listReplicated,
  nameSummary,
  newestResult,
  sayRegisteredByYear,
  sayResultsByYear,
  sayYears,
} from './words.ts';

/** So many exemplars stand in *Điển hình tiêu biểu*. */
const mostBest = 5;

const heading = (level: 1 | 2, text: string): DocumentPart => ({ part: 'heading', level, text });
const text = (words: string): DocumentPart => ({ part: 'text', text: words });
const room = (lines: number): DocumentPart => ({ part: 'room', lines });

/**
 * Composes a unit's summary of a stage or the period (Plan 101, II.6, IV.3). It stands in the
 * unit's own head and the form of Decree 30. Behind it stand the table of its exemplars and, where
 * it nominates some, the list of them.
 */
export function composeSummary(
  plan: LoadedPlan,
  content: SummaryContent,
  { author, made }: { author: string; made: Date },
): OfficialDocument {
  const { unit, years, nominated = [] } = content;
  const subject = `${capitalise(nameSummary(content))} công tác xây dựng và nhân rộng điển hình tiên tiến ${sayYears(years)}`;
  return composeUnitFrame(
    plan,
    unit,
    {
      subject,
      says: `${nameSummary(content)} ${sayYears(years)}`,
      closes: decapitalise(subject),
      ...{ author, made },
    },
    {
      body: composeBody(plan, content),
      enclosures: (frame) => [
        {
          orientation: 'landscape',
          parts: [
            {
              ...{ part: 'title', name: 'Phụ lục', subject: `Điển hình tiên tiến ${sayYears(years)}` },
              notes: [frame.enclosed],
            },
            composeExemplars(content),
          ],
        },
        ...(nominated.length > 0
          ? [{ orientation: 'landscape' as const, parts: composeNominationAnnex(plan, nominated, frame) }]
          : []),
      ],
    },
  );
}

function composeBody(plan: LoadedPlan, content: SummaryContent): DocumentPart[] {
  const { years, figures, texts, nominated } = content;
  const { exemplars, steps, lessons } = figures;
  const activities = sayActivities({ ...figures, exemplars: [] });
  const replicated = listReplicated(figures);
  const newest = exemplars.flatMap((one) => newestResult(one) ?? []);
  const awarded = exemplars.filter(({ awards }) => awards.length > 0);
  return [
    heading(1, 'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
    ...figures.documents.map(({ duty, on }) =>
      text(`${nameDuty(plan, 'vi', { duty, occurrence: oneOff })}: đã gửi ngày ${formatDate(on)}.`),
    ),
    ...(figures.lead ? [text(`Lãnh đạo phụ trách công tác bồi dưỡng điển hình: ${figures.lead}.`)] : []),
    text('Văn bản chỉ đạo, hội nghị triển khai:'),
    room(2),
    heading(1, 'II. KẾT QUẢ THỰC HIỆN'),
    heading(2, '1. Phát hiện, lựa chọn, đăng ký'),
    text(sayRegisteredByYear(figures, years)),
    ...(figures.ownCriteria.length > 0
      ? [
          text(
            `Tiêu chí riêng của đơn vị: ${figures.ownCriteria.map((one, i) => `${i + 1}. ${one}`).join('; ')}.`,
          ),
        ]
      : []),
    heading(2, '2. Bồi dưỡng, xây dựng'),
    text(
      steps.planned === 0
        ? `Kế hoạch bồi dưỡng không có việc nào đến hạn trong ${sayYears(years)}.`
        : `Kế hoạch bồi dưỡng có ${steps.planned} việc đến hạn; đã làm ${steps.done}, quá hạn chưa làm ${steps.overdue}.`,
    ),
    heading(2, '3. Tuyên truyền, nhân rộng'),
    text(
      activities
        ? `Hoạt động đã tổ chức: ${activities}.`
        : `Trong ${sayYears(years)} chưa ghi hoạt động nào.`,
    ),
    ...(replicated.length > 0
      ? [text(`Đã nhân rộng ${replicated.length} điển hình: ${replicated.map(sayReplicated).join('; ')}.`)]
      : []),
    heading(2, '4. Đánh giá, biểu dương, khen thưởng'),
    text(
      newest.length > 0
        ? `Đánh giá gần nhất của ${newest.length} điển hình: ${countResults(newest)} (phụ lục).`
        : 'Chưa có điển hình nào được đánh giá.',
    ),
    text(
      figures.proposed > 0
        ? `Đề nghị cấp có thẩm quyền khen thưởng ${figures.proposed} lượt tập thể, cá nhân; ${figures.granted} lượt được khen thưởng.`
        : 'Đơn vị chưa đề nghị khen thưởng.',
    ),
    ...awarded.map(({ name, awards }) => text(`- ${name}: ${awards.join('; ')}.`)),
    ...(nominated === undefined
      ? []
      : [
          text(
            nominated.length > 0
              ? `Giới thiệu ${nominated.length} tập thể, cá nhân dự ${plan.conference?.name.vi ?? 'Hội nghị'} (danh sách kèm theo).`
              : `Đơn vị không giới thiệu tập thể, cá nhân nào dự ${plan.conference?.name.vi ?? 'Hội nghị'}.`,
          ),
        ]),
    heading(2, '5. Điển hình tiêu biểu'),
    ...composeBest(content),
    heading(1, 'III. ĐÁNH GIÁ CHUNG'),
    heading(2, '1. Ưu điểm'),
    text(texts.results),
    heading(2, '2. Hạn chế, khó khăn, nguyên nhân'),
    text(texts.difficulties),
    ...(lessons.length > 0
      ? [
          heading(2, '3. Bài học kinh nghiệm'),
          text(lessons.map(({ name, words }) => `- ${name}: ${words}`).join('\n')),
        ]
      : []),
    heading(1, 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ'),
    text(texts.directions),
    heading(1, 'V. KIẾN NGHỊ, ĐỀ XUẤT'),
    text(texts.proposals),
  ];
}

function sayReplicated({ name, results }: SummaryContent['figures']['exemplars'][number]): string {
  const places = [...new Set(results.flatMap(({ spreadTo }) => spreadTo ?? []))];
  return places.length > 0 ? `${name} (${places.join('; ')})` : name;
}

/** Names the exemplars that grew first, then those that were kept up, two sentences each. */
function composeBest({ figures }: SummaryContent): DocumentPart[] {
  const best = [...listByResult(figures, 'spread'), ...listByResult(figures, 'kept')];
  if (best.length === 0) return [room(2)];
  return best.slice(0, mostBest).map(({ name, summary }) => text(`- ${name}: ${takeSentences(summary, 2)}`));
}

/** The table of the exemplars, with the results of each year. */
function composeExemplars({ figures }: SummaryContent): DocumentPart {
  return {
    part: 'table',
    emptyText: 'Đơn vị không có điển hình nào.',
    size: 11,
    columns: [
      { heading: 'TT', mark: 'A', share: 5, align: 'center' },
      { heading: 'Điển hình', mark: 'B', share: 34, align: 'left' },
      { heading: 'Năm đăng ký', mark: '1', share: 9, align: 'center' },
      { heading: 'Đánh giá các năm', mark: '2', share: 34, align: 'left' },
      { heading: 'Nơi đã nhân rộng', mark: '3', share: 26, align: 'left' },
      { heading: 'Khen thưởng', mark: '4', share: 32, align: 'left' },
    ],
    rows: figures.exemplars.map((one, i) => ({
      row: 'line',
      cells: [
        ...[String(i + 1), `${one.name}\n${one.code}`, String(one.year), sayResultsByYear(one)],
        [...new Set(one.results.flatMap(({ spreadTo }) => spreadTo ?? []))].join('; '),
        one.awards.join('; '),
      ],
    })),
  };
}
