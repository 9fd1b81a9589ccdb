import { type EvaluationFacts, keyAbout, readEvaluation } from '../../src/evaluations/questions.ts';
import type { UnitReportContent } from '../../src/reports/unit-report/content.ts';
import { draftReportTexts } from '../../src/reports/unit-report/draft-texts.ts';
import { EvaluationResult } from '../../src/store/generated/enums.ts';

const results = Object.values(EvaluationResult);
const long =
  'Bà con trong làng cùng nhau trồng cà phê theo hướng bền vững, tưới tiết kiệm, thu nhập bình quân tăng hai mươi phần trăm';

/** Builds the answers about the nth exemplar, with each result in turn. */
function factsOf(n: number): EvaluationFacts {
  const result = results[n % results.length] ?? 'kept';
  const spread = result === 'spread';
  const answers = {
    result,
    spreadTo: spread ? `Các làng Dơk, Tươh và Ngol, xã số ${n}` : null,
    spreadCount: spread ? 12 + n : null,
    difficulties: n % 3 === 0 ? null : `${long}, song còn thiếu nước tưới trong mùa khô.`,
    help: n % 5 === 0 ? 'Hỗ trợ máy bơm cho 12 hộ của làng.' : null,
    lesson: n % 4 === 1 ? 'Già làng làm trước, đảng viên đi đầu thì bà con tin và làm theo.' : null,
  };
  const entries = Object.entries(answers).map(([field, value]) => [keyAbout(field, n), value]);
  return readEvaluation(Object.fromEntries(entries), n);
}

/** A unit's annual report with so many exemplars, every third of them proposed. */
export function reportOfUnit(unit: UnitReportContent['unit'], exemplars: number): UnitReportContent {
  const numbers = Array.from({ length: exemplars }, (_, n) => n + 1);
  const nameOf = (n: number) =>
    n % 2 ? `Làng số ${n} giữ gìn bản sắc văn hóa và rừng phòng hộ` : `Rơ Châm H’Blơi ${n}`;
  const content = {
    ...{ year: 2021, unit },
    evaluated: numbers.map((n) => ({
      ...{ id: n, code: `GLAR-2021-${String(n).padStart(3, '0')}`, name: nameOf(n), facts: factsOf(n) },
    })),
    proposals: numbers
      .filter((n) => n % 3 === 0)
      .map((n) => ({
        ...{ exemplarId: n, level: 'district', grounds: `${long}. Giảm ${n} hộ nghèo.` },
        ...(n % 2 ? { form: 'merit', title: null } : { form: null, title: 'base-fighter' }),
      })),
    figures: {
      exemplars: numbers.map((n) => ({
        ...{ id: n, name: nameOf(n), subject: n % 2 ? ('collective' as const) : ('individual' as const) },
        ...{ position: n % 2 ? null : 'Trưởng thôn', representative: n % 2 ? 'Ông A Nhưk' : null },
        ...{
          directLabour: n % 2 === 0,
          difficultArea: n % 3 === 0,
          year: 2021,
          summary: `${long}. Câu thứ hai. Câu ba.`,
        },
      })),
      documents: [{ duty: 'implementationPlan', on: '2021-08-23' }],
      lead: 'Phó Chủ tịch Ủy ban nhân dân xã',
      steps: { planned: 8, done: 5, overdue: 1 },
      activities: [
        { kind: 'publicity' as const, count: 3, reached: 0, broadcasts: 12, minutes: 45 },
        { kind: 'visit' as const, count: 1, reached: 30, broadcasts: 0, minutes: 0 },
      ],
      ownCriteria: ['Giữ được đội cồng chiêng của làng', 'Không ai vào rừng phòng hộ chặt gỗ'],
    },
  };
  return { ...content, texts: draftReportTexts(content) };
}
