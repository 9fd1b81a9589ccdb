import { evaluationQuestions, sayEvaluation } from '../../evaluations/questions.ts';
import { t } from '../../i18n.ts';
import { nameAward, nameAwardLevel } from '../../plan/awards.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { decapitalise } from '../../text/letters.ts';
import type { DocumentPart, DocumentSection, OfficialDocument } from '../document/document.ts';
import { buildHeading, buildRoom, buildText } from '../document/parts.ts';
import { takeSentences } from '../office-report/sentences.ts';
import { composeUnitLead, composeUnitRegistered } from './compose-work.ts';
import type { UnitReportContent } from './content.ts';
import { closeUnitDocument, compiledBy, composeUnitFrame, type UnitFrame } from './unit-frame.ts';
import { countResults, listActivityCounts, sayRegistered, saySteps } from './words.ts';

/** So many exemplars stand in *Điển hình tiêu biểu*. */
const mostBest = 5;

/**
 * Composes a unit's annual report (Plan 101, IV.3) in the unit's own head and the form of Decree
 * 30. Behind it stand the table of its exemplars and, where there are proposals, *Danh sách đề nghị
 * khen thưởng*.
 */
export function composeUnitReport(
  plan: LoadedPlan,
  content: UnitReportContent,
  { author, made }: { author: string; made: Date },
): OfficialDocument {
  const { year, unit, proposals } = content;
  const subject = `Kết quả xây dựng và nhân rộng điển hình tiên tiến năm ${year}`;
  return composeUnitFrame(
    plan,
    unit,
    {
      subject,
      says: `kết quả thực hiện năm ${year}`,
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
              ...{ part: 'title', name: 'Phụ lục', subject: `Đánh giá điển hình tiên tiến năm ${year}` },
              notes: [frame.enclosed],
            },
            composeEvaluations(plan, content),
          ],
        },
        ...(proposals.length > 0 ? [composeProposals(plan, content, frame)] : []),
      ],
    },
  );
}

function composeBody(plan: LoadedPlan, content: UnitReportContent): DocumentPart[] {
  const { year, evaluated, proposals, texts, figures } = content;
  const activities = listActivityCounts(figures.activities);
  const lessons = evaluated.flatMap(({ name, facts }) =>
    facts.lesson ? [`- ${name}: ${facts.lesson}`] : [],
  );
  const spread = evaluated.filter(({ facts }) => facts.result === 'spread');
  return [
    ...composeUnitLead(plan, figures),
    buildHeading(1, 'II. KẾT QUẢ THỰC HIỆN'),
    ...composeUnitRegistered(sayRegistered(figures, year), figures),
    buildHeading(2, '2. Bồi dưỡng, xây dựng'),
    buildText(saySteps(figures, year)),
    buildHeading(2, '3. Tuyên truyền, nhân rộng'),
    buildText(activities ? `Hoạt động trong năm: ${activities}.` : `Năm ${year} chưa ghi hoạt động nào.`),
    ...(spread.length > 0
      ? [
          buildText(
            `Đã nhân rộng ${spread.length} điển hình: ${spread
              .map(
                ({ name, facts }) =>
                  `${name} (${facts.spreadTo ?? ''}${facts.spreadCount === null ? '' : `, ${facts.spreadCount} đơn vị, hộ`})`,
              )
              .join('; ')}.`,
          ),
        ]
      : []),
    buildHeading(2, '4. Đánh giá, biểu dương, khen thưởng'),
    buildText(
      evaluated.length > 0
        ? `Đánh giá ${evaluated.length} điển hình: ${countResults(evaluated.map(({ facts }) => facts.result))} (phụ lục).`
        : 'Đơn vị không có điển hình nào để đánh giá.',
    ),
    buildText(
      proposals.length > 0
        ? `Đề nghị cấp có thẩm quyền khen thưởng ${proposals.length} lượt tập thể, cá nhân (danh sách kèm theo).`
        : 'Đơn vị không đề nghị khen thưởng trong dịp này.',
    ),
    buildHeading(2, '5. Điển hình tiêu biểu'),
    ...composeBest(content),
    buildHeading(1, 'III. ĐÁNH GIÁ CHUNG'),
    buildHeading(2, '1. Ưu điểm'),
    buildText(texts.results),
    buildHeading(2, '2. Hạn chế, khó khăn, nguyên nhân'),
    buildText(texts.difficulties),
    ...(lessons.length > 0 ? [buildHeading(2, '3. Bài học kinh nghiệm'), buildText(lessons.join('\n'))] : []),
    buildHeading(1, 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ'),
    buildText(texts.directions),
    buildHeading(1, 'V. KIẾN NGHỊ, ĐỀ XUẤT'),
    buildText(texts.proposals),
  ];
}

/** Names the exemplars that grew first, then those that were kept up, two sentences each. */
function composeBest({ evaluated, figures }: UnitReportContent): DocumentPart[] {
  const best = (['spread', 'kept'] as const).flatMap((result) =>
    evaluated.filter(({ facts }) => facts.result === result),
  );
  const summaries = new Map(figures.exemplars.map(({ id, summary }) => [id, summary]));
  if (best.length === 0) return [buildRoom(2)];
  return best
    .slice(0, mostBest)
    .map(({ id, name }) => buildText(`- ${name}: ${takeSentences(summaries.get(id) ?? '', 2)}`));
}

/** The table of the exemplars: a column each question that has one. */
function composeEvaluations(plan: LoadedPlan, { evaluated }: UnitReportContent): DocumentPart {
  const reader = { plan, locale: 'vi', t: (key: string, args = {}) => t('vi', key, args) } as const;
  const questions = evaluationQuestions.filter(({ column }) => column !== undefined);
  return {
    part: 'table',
    emptyText: 'Đơn vị không có điển hình nào.',
    size: 11,
    columns: [
      { heading: 'TT', mark: 'A', share: 5, align: 'center' },
      { heading: 'Điển hình', mark: 'B', share: 28, align: 'left' },
      ...questions.map(({ column, kind }, i) => ({
        heading: column?.heading ?? '',
        mark: String(i + 1),
        share: column?.share ?? 0,
        align: kind.cell?.kind === 'number' ? ('center' as const) : ('left' as const),
      })),
    ],
    rows: evaluated.map(({ code, name, facts }, i) => {
      const values: Record<string, unknown> = { ...facts };
      return {
        row: 'line',
        cells: [
          ...[String(i + 1), `${name}\n${code}`],
          ...questions.map((question) => sayEvaluation(question, values[question.field], reader) ?? ''),
        ],
      };
    }),
  };
}

/** *Danh sách đề nghị khen thưởng*, on pages of its own. */
function composeProposals(
  plan: LoadedPlan,
  { year, unit, proposals, figures }: UnitReportContent,
  { head, enclosed }: UnitFrame,
): DocumentSection {
  const exemplars = new Map(figures.exemplars.map((one) => [one.id, one]));
  return {
    orientation: 'landscape',
    parts: [
      {
        ...{ part: 'title', name: 'Danh sách' },
        subject: `Đề nghị khen thưởng năm ${year}`,
        notes: [enclosed],
      },
      {
        part: 'table',
        emptyText: 'Không có đề nghị nào.',
        columns: [
          { heading: 'TT', mark: 'A', share: 6, align: 'center' },
          { heading: 'Họ tên / tên tập thể', mark: 'B', share: 24, align: 'left' },
          { heading: 'Chức vụ / người đại diện', mark: '1', share: 18, align: 'left' },
          { heading: 'Đơn vị', mark: '2', share: 16, align: 'left' },
          { heading: 'Hình thức / danh hiệu', mark: '3', share: 18, align: 'left' },
          { heading: 'Cấp', mark: '4', share: 12, align: 'left' },
          { heading: 'Tóm tắt thành tích', mark: '5', share: 46, align: 'left' },
        ],
        rows: proposals.map(({ exemplarId, form, title, level, grounds }, i) => {
          const exemplar = exemplars.get(exemplarId);
          return {
            row: 'line',
            cells: [
              String(i + 1),
              exemplar?.name ?? '',
              exemplar?.position ?? exemplar?.representative ?? '',
              unit.name,
              nameAward(plan, 'vi', form ?? title ?? ''),
              nameAwardLevel(plan, 'vi', level),
              grounds,
            ],
          };
        }),
      },
      closeUnitDocument(head, compiledBy),
    ],
  };
}
