import { evaluationQuestions, sayEvaluation } from '../../evaluations/questions.ts';
import { t } from '../../i18n.ts';
import { nameAward, nameAwardLevel } from '../../plan/awards.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { DocumentPart, DocumentSection, OfficialDocument } from '../document/document.ts';
import { buildHeading, buildText } from '../document/parts.ts';
import { composeUnitBest, composeUnitLead, composeUnitRegistered, composeUnitTexts } from './compose-work.ts';
import type { UnitReportContent } from './content.ts';
import {
  closeUnitDocument,
  compiledBy,
  composeEnclosure,
  composeUnitFrame,
  type UnitFrame,
} from './unit-frame.ts';
import { countResults, listActivityCounts, sayRegistered, sayReplicatedTo, saySteps } from './words.ts';

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
    { subject, says: `kết quả thực hiện năm ${year}`, author, made },
    {
      body: composeBody(plan, content),
      enclosures: (frame) => [
        composeEnclosure(frame, { name: 'Phụ lục', subject: `Đánh giá điển hình tiên tiến năm ${year}` }, [
          composeEvaluations(plan, content),
        ]),
        ...(proposals.length > 0 ? [composeProposals(plan, content, frame)] : []),
      ],
    },
  );
}

function composeBody(plan: LoadedPlan, content: UnitReportContent): DocumentPart[] {
  const { year, evaluated, proposals, texts, figures } = content;
  const activities = listActivityCounts(figures.activities);
  const lessons = evaluated.flatMap(({ name, facts }) =>
    facts.lesson ? [{ name, words: facts.lesson }] : [],
  );
  const spread = evaluated.filter(({ facts }) => facts.result === 'spread');
  return [
    ...composeUnitLead(plan, figures),
    buildHeading(1, 'II. KẾT QUẢ THỰC HIỆN'),
    ...composeUnitRegistered(sayRegistered(plan, figures, year), figures),
    buildHeading(2, '2. Bồi dưỡng, xây dựng'),
    buildText(saySteps(figures, year)),
    buildHeading(2, '3. Tuyên truyền, nhân rộng'),
    buildText(activities ? `Hoạt động trong năm: ${activities}.` : `Năm ${year} chưa ghi hoạt động nào.`),
    ...(spread.length > 0
      ? [
          buildText(
            `Đã nhân rộng ${spread.length} điển hình: ${spread
              .map(({ name, facts }) => sayReplicatedTo(name, facts.spreadTo, facts.spreadCount))
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
    ...composeUnitBest(listBest(content)),
    ...composeUnitTexts(texts, lessons),
  ];
}

/** The exemplars that grew first, then those that were kept up. */
function listBest({ evaluated, figures }: UnitReportContent): { name: string; summary: string }[] {
  const summaries = new Map(figures.exemplars.map(({ id, summary }) => [id, summary]));
  return (['spread', 'kept'] as const)
    .flatMap((result) => evaluated.filter(({ facts }) => facts.result === result))
    .map(({ id, name }) => ({ name, summary: summaries.get(id) ?? '' }));
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
  frame: UnitFrame,
): DocumentSection {
  const exemplars = new Map(figures.exemplars.map((one) => [one.id, one]));
  return composeEnclosure(frame, { name: 'Danh sách', subject: `Đề nghị khen thưởng năm ${year}` }, [
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
    closeUnitDocument(frame.head, compiledBy),
  ]);
}
