import { nameSubject } from '../../plan/name-subject.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ActivityKind, EvaluationResult } from '../../store/generated/enums.ts';
import { listCounts } from '../list-counts.ts';
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
  const added = exemplars.filter((one) => one.year === year).length;
  return [
    `Đến hết năm ${year}, ${sayApproved(plan, exemplars)}`,
    ...(added > 0 ? [`Riêng năm ${year} có ${added} điển hình đăng ký mới.`] : []),
    ...(added === 0 && exemplars.length > 0 ? [`Năm ${year} không có điển hình đăng ký mới.`] : []),
  ].join(' ');
}

/** Says how many exemplars a unit has: `đơn vị có 3 điển hình được duyệt (3 cá nhân)`. */
export function sayApproved(plan: Plan, exemplars: UnitFigures['exemplars']): string {
  if (exemplars.length === 0) return 'đơn vị chưa có điển hình nào được duyệt.';
  const count = (is: (one: UnitFigures['exemplars'][number]) => boolean) => exemplars.filter(is).length;
  const subjects = listCounts(
    [count(({ subject }) => subject === 'collective'), nameSubject(plan, 'collective')],
    [count(({ subject }) => subject === 'individual'), nameSubject(plan, 'individual')],
  );
  const traits = listCounts(
    [count(({ directLabour }) => directLabour), 'lao động trực tiếp'],
    [count(({ difficultArea }) => difficultArea), 'ở địa bàn khó khăn, vùng sâu, vùng xa'],
  );
  return `đơn vị có ${exemplars.length} điển hình được duyệt (${subjects})${traits ? `, trong đó ${traits}` : ''}.`;
}

/** Says how many steps of the fostering plan were due in the year, and how many are done. */
export function saySteps({ lead, steps }: UnitWork, year: number): string {
  if (steps.planned === 0) return sayNoSteps(lead, `năm ${year}`);
  return `Kế hoạch bồi dưỡng năm ${year} có ${steps.planned} việc; ${sayDone(steps)}.`;
}

/** Says that no step was due in a period, or that the unit has no fostering plan. */
export function sayNoSteps(lead: UnitWork['lead'], period: string): string {
  return lead === undefined
    ? 'Đơn vị chưa lập kế hoạch bồi dưỡng điển hình.'
    : `Kế hoạch bồi dưỡng không có việc nào đến hạn trong ${period}.`;
}

/** Says how many of some steps are done and overdue: `đã làm 2, quá hạn chưa làm 1`. */
export function sayDone({ done, overdue }: UnitWork['steps']): string {
  return [
    done > 0 ? `đã làm ${done}` : 'chưa làm việc nào',
    ...(overdue > 0 ? [`quá hạn chưa làm ${overdue}`] : []),
  ].join(', ');
}

/** Names a replicated exemplar with where, in brackets: `Làng Dôr (Thôn 4, 2 đơn vị, hộ)`. */
export function sayReplicatedTo(name: string, to: string | null, count: number | null): string {
  const where = [to ?? '', ...(count ? [`${writeCount(count)} đơn vị, hộ`] : [])].filter((one) => one !== '');
  return where.length > 0 ? `${name} (${where.join(', ')})` : name;
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
