import { rankNominations } from '../../src/nominations/rank-nominations.ts';
import type { RankedNomination } from '../../src/nominations/read-ranking.ts';
import type { ConferenceWeights } from '../../src/plan/plan.ts';
import type { AwardListRow } from '../../src/reports/award-list/rows.sql.ts';
import type { SummaryContent } from '../../src/reports/period-summary/content.ts';
import { draftSummaryTexts } from '../../src/reports/period-summary/draft-summary-texts.ts';
import { EvaluationResult } from '../../src/store/generated/enums.ts';
import { plan101 } from './sample.ts';
import { reportOfUnit } from './unit-report-sample.ts';

const results = Object.values(EvaluationResult);
const grounds =
  'Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn, kinh phí 350 triệu đồng; giữ vững 120 ha rừng phòng hộ ba năm liền, hai làng bên đã đến học và làm theo.';

/** Names the nth exemplar at the length that real ones reach. */
function nameOf(n: number): string {
  return n % 2
    ? `Mô hình tổ liên gia tự quản về an ninh trật tự, giữ rừng đầu nguồn làng số ${n}`
    : `Nguyễn Thị Huỳnh Phương Nguyên Khuyên ${n}`;
}

const positionOf = (n: number) =>
  n % 2
    ? 'Ông Rơ Châm H’Nghêng, Bí thư chi bộ kiêm Trưởng thôn'
    : 'Phó Chủ tịch Hội Liên hiệp Phụ nữ xã, Chi hội trưởng';
const numbersTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** A unit's summary of five years with so many exemplars, each of them nominated. */
export function summaryOfUnit(unit: SummaryContent['unit'], count: number): SummaryContent {
  const { figures } = reportOfUnit(unit, count);
  const content = {
    ...{ interim: false, years: { from: 2021, to: 2025 }, unit },
    figures: {
      ...figures,
      exemplars: figures.exemplars.map((one, i) => ({
        ...one,
        ...{ name: nameOf(i + 1), code: `GLAR-2021-${String(i + 1).padStart(3, '0')}` },
        results: [2021, 2022, 2023, 2024, 2025].map((year) => ({
          ...{ year, result: results[(i + year) % results.length] ?? 'kept' },
          spreadTo: (i + year) % 3 === 0 ? 'làng Dơk, làng Tươh, làng Bối' : null,
        })),
        awards: i % 2 ? [] : ['Giấy khen (cấp huyện, 2023)', 'Bằng khen (cấp tỉnh, 2025)'],
      })),
      ...{ proposed: count * 2, granted: count },
      difficulties: [{ name: nameOf(1), words: 'Thiếu nước tưới trong mùa khô.' }],
      needs: [{ name: nameOf(2), words: 'Hỗ trợ máy bơm cho 12 hộ.' }],
      lessons: [{ name: nameOf(3), words: 'Già làng làm trước, bà con làm theo.' }],
    },
    nominated: numbersTo(count).map((n) => ({
      ...{ name: nameOf(n), birthYear: n % 2 ? null : 1975, ethnicity: n % 2 ? null : 'Gia Rai' },
      ...{ position: positionOf(n), place: 'Làng Klăh, Tổ dân phố 12', grounds },
      ...{ subject: n % 2 ? ('collective' as const) : ('individual' as const) },
      category: 'Tổ dân phố, thôn, làng, xã, thị trấn',
    })),
  };
  return { ...content, texts: draftSummaryTexts(plan101, content) };
}

/** So many award proposals of two units at one level, in every state that a list shows. */
export function awardRows(count: number): AwardListRow[] {
  return numbersTo(count).map((n) => ({
    ...(n % 2 ? { form: 'merit', title: null } : { form: null, title: 'base-fighter' }),
    ...{ level: 'district', kind: 'district', unitId: 1, unit: 'Xã Glar', unitShort: 'Glar' },
    ...{ unitKind: 'commune', code: `GLAR-2021-${n}`, name: nameOf(n), position: positionOf(n) },
    ...{ year: 2021, grounds, state: n % 3 === 0 ? ('granted' as const) : ('forwarded' as const) },
    ...{ reason: null, number: null, decidedOn: null },
  }));
}

/** So many nominations in the order of their points, two thirds of them chosen. */
export function rankedNominations(count: number, weights: ConferenceWeights): RankedNomination[] {
  const nominated = numbersTo(count).map((n) => ({
    ...{ id: n, exemplarId: n, unitId: 1, unit: 'Ủy ban nhân dân xã Glar', kind: 'commune', seen: 1 },
    ...{ code: `GLAR-2021-${String(n).padStart(3, '0')}`, name: nameOf(n), grounds },
    ...{ subject: n % 2 ? ('collective' as const) : ('individual' as const), category: 'community' },
    ...{ position: n % 2 ? null : positionOf(n), representative: n % 2 ? positionOf(n) : null },
    ...{ birthYear: n % 2 ? null : 1975, sex: n % 2 ? null : 'female', ethnicity: n % 2 ? null : 'Gia Rai' },
    ...{ place: 'Làng Klăh, Tổ dân phố 12', onBehalf: false, nominatedAt: new Date('2025-04-01') },
    ...{ state: n % 3 === 0 ? ('not_chosen' as const) : ('chosen' as const), decidedAt: null },
    ...{ decidedBy: null, reason: null, yearsKept: 5, replications: n % 4 },
    ...{
      awards: { base: n % 2, district: 1, province: n % 3 },
      directLabour: true,
      difficultArea: n % 2 === 0,
    },
  }));
  return rankNominations(nominated, weights);
}
