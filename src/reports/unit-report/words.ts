import { nameSubject } from '../../plan/name-subject.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ActivityKind, EvaluationResult } from '../../store/generated/enums.ts';
import { writeCount } from '../office-report/sentences.ts';
import type { UnitFigures } from './read-figures.ts';
import type { UnitWork } from './unit-work.ts';

/** The results of an evaluation as documents name them. */
export const resultWords: Record<EvaluationResult, string> = {
  kept: 'duy trì tốt',
  spread: 'phát triển, nhân rộng',
  declined: 'giảm sút',
  stopped: 'đã dừng',
};

/** The kinds of activities as documents name them. */
const activityWords: Record<ActivityKind, string> = {
  publicity: 'tuyên truyền',
  visit: 'tham quan học tập',
  experience_report: 'báo cáo kinh nghiệm',
  training: 'bồi dưỡng',
  honour: 'biểu dương',
  inspection: 'kiểm tra, giúp đỡ',
};

/** Says how many exemplars are approved, and of which kinds. */
export function sayRegistered(plan: Plan, { exemplars }: UnitFigures, year: number): string {
  const count = (is: (one: UnitFigures['exemplars'][number]) => boolean) => exemplars.filter(is).length;
  return (
    `Đến hết năm ${year}, đơn vị có ${exemplars.length} điển hình được duyệt ` +
    `(${count(({ subject }) => subject === 'collective')} ${nameSubject(plan, 'collective')}, ` +
    `${count(({ subject }) => subject === 'individual')} ${nameSubject(plan, 'individual')}), trong đó ` +
    `${count(({ directLabour }) => directLabour)} lao động trực tiếp, ` +
    `${count(({ difficultArea }) => difficultArea)} ở địa bàn khó khăn, vùng sâu, vùng xa. ` +
    `Riêng năm ${year} có ${count((one) => one.year === year)} điển hình đăng ký mới.`
  );
}

/** Says how many steps of the fostering plan were due in the year, and how many are done. */
export function saySteps({ steps }: UnitWork, year: number): string {
  const { planned, done, overdue } = steps;
  if (planned === 0) return `Kế hoạch bồi dưỡng không có việc nào đến hạn trong năm ${year}.`;
  return `Kế hoạch bồi dưỡng năm ${year} có ${planned} việc; đã làm ${done}, quá hạn chưa làm ${overdue}.`;
}

/** Counts activities by kind: `3 tuyên truyền (120 lượt người)`; empty: there was none. */
export function listActivityCounts(activities: UnitWork['activities']): string {
  return activities
    .map(({ kind, count, reached, broadcasts, minutes }) => {
      const more = [
        ...(reached > 0 ? [`${writeCount(reached)} lượt người`] : []),
        ...(broadcasts > 0 ? [`${writeCount(broadcasts)} lượt phát`] : []),
        ...(minutes > 0 ? [`${writeCount(minutes)} phút`] : []),
      ];
      return `${count} ${activityWords[kind]}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
    })
    .join('; ');
}

/** Counts the results of evaluations: `3 duy trì tốt; 1 giảm sút`; `0` of none. */
export function countResults(results: EvaluationResult[]): string {
  const counts = Object.entries(resultWords).map(([result, words]) => ({
    words,
    n: results.filter((one) => one === result).length,
  }));
  const said = counts.filter(({ n }) => n > 0).map(({ n, words }) => `${n} ${words}`);
  return said.join('; ') || '0';
}
