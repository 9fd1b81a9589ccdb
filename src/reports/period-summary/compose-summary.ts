import type { LoadedPlan } from '../../plan/plan.ts';
import { capitalise } from '../../text/letters.ts';
import type { DocumentPart, OfficialDocument } from '../document/document.ts';
import { buildHeading, buildText } from '../document/parts.ts';
import {
  composeUnitBest,
  composeUnitLead,
  composeUnitRegistered,
  composeUnitTexts,
} from '../unit-report/compose-work.ts';
import { composeEnclosure, composeUnitFrame } from '../unit-report/unit-frame.ts';
import { countResults, listActivityCounts, sayDone, sayNoSteps } from '../unit-report/words.ts';
import { composeNominationAnnex } from './compose-nominations.ts';
import type { SummaryContent } from './content.ts';
import {
  listByResult,
  listReplicated,
  nameSummary,
  newestResult,
  sayGranted,
  sayRegisteredByYear,
  sayResultsByYear,
  sayYears,
} from './words.ts';

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
      ...{ author, made },
    },
    {
      body: composeBody(plan, content),
      enclosures: (frame) => [
        composeEnclosure(frame, { name: 'Phụ lục', subject: `Điển hình tiên tiến ${sayYears(years)}` }, [
          composeExemplars(content),
        ]),
        ...(nominated.length > 0 ? [composeNominationAnnex(plan, nominated, frame)] : []),
      ],
    },
  );
}

function composeBody(plan: LoadedPlan, content: SummaryContent): DocumentPart[] {
  const { years, figures, texts, nominated } = content;
  const { exemplars, steps, lessons } = figures;
  const activities = listActivityCounts(figures.activities);
  const replicated = listReplicated(figures);
  const newest = exemplars.flatMap((one) => newestResult(one) ?? []);
  const awarded = exemplars.filter(({ awards }) => awards.length > 0);
  return [
    ...composeUnitLead(plan, figures),
    buildHeading(1, 'II. KẾT QUẢ THỰC HIỆN'),
    ...composeUnitRegistered(sayRegisteredByYear(plan, figures, years), figures),
    buildHeading(2, '2. Bồi dưỡng, xây dựng'),
    buildText(
      steps.planned === 0
        ? sayNoSteps(figures.lead, sayYears(years))
        : `Kế hoạch bồi dưỡng có ${steps.planned} việc đến hạn; ${sayDone(steps)}.`,
    ),
    buildHeading(2, '3. Tuyên truyền, nhân rộng'),
    buildText(
      activities
        ? `Hoạt động đã tổ chức: ${activities}.`
        : `Trong ${sayYears(years)} chưa ghi hoạt động nào.`,
    ),
    ...(replicated.length > 0
      ? [
          buildText(
            `Đã nhân rộng ${replicated.length} điển hình: ${replicated.map(sayReplicated).join('; ')}.`,
          ),
        ]
      : []),
    buildHeading(2, '4. Đánh giá, biểu dương, khen thưởng'),
    buildText(
      newest.length > 0
        ? `Đánh giá gần nhất của ${newest.length} điển hình: ${countResults(newest)} (phụ lục).`
        : 'Chưa có điển hình nào được đánh giá.',
    ),
    buildText(
      figures.proposed > 0
        ? `Đề nghị cấp có thẩm quyền khen thưởng ${figures.proposed} lượt tập thể, cá nhân; ${sayGranted(figures)}.`
        : 'Đơn vị chưa đề nghị khen thưởng.',
    ),
    ...awarded.map(({ name, awards }) => buildText(`- ${name}: ${awards.join('; ')}.`)),
    ...(nominated === undefined
      ? []
      : [
          buildText(
            nominated.length > 0
              ? `Giới thiệu ${nominated.length} tập thể, cá nhân dự ${plan.conference?.name.vi ?? 'Hội nghị'} (danh sách kèm theo).`
              : `Đơn vị không giới thiệu tập thể, cá nhân nào dự ${plan.conference?.name.vi ?? 'Hội nghị'}.`,
          ),
        ]),
    buildHeading(2, '5. Điển hình tiêu biểu'),
    ...composeUnitBest([...listByResult(figures, 'spread'), ...listByResult(figures, 'kept')]),
    ...composeUnitTexts(texts, lessons),
  ];
}

function sayReplicated({ name, results }: SummaryContent['figures']['exemplars'][number]): string {
  const places = [...new Set(results.flatMap(({ spreadTo }) => spreadTo ?? []))];
  return places.length > 0 ? `${name} (${places.join('; ')})` : name;
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
