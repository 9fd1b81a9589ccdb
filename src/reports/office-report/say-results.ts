import { formatDate } from '../../plan/calendar.ts';
import { nameSubject } from '../../plan/name-subject.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { FosteringKind } from '../../store/generated/enums.ts';
import { capitalise } from '../../text/letters.ts';
import { hasRecurringRegistration } from '../counted-times.ts';
import { listCounts } from '../list-counts.ts';
import { sayReportPeriod } from '../report-period.ts';
import { resultWords } from '../unit-report/words.ts';
import { findEvaluatedPeriod } from './evaluated-period.ts';
import type { BestExemplar, OfficeFigures, SpreadExemplar } from './figures.ts';
import { sumUpLines } from './read-registrations.ts';
import { takeSentences, writeChange, writeCount, writePercent } from './sentences.ts';

/** Says the registrations of the period and until its end against the quota (Plan 101, IV.1). */
export function sayRegistrations(plan: LoadedPlan, figures: OfficeFigures): string[] {
  const { lines, period, day, directLabour, difficultArea } = figures;
  const { counted, wanted, approved, collective, individual, own, asked, met } = sumUpLines(lines);
  const said = sayReportPeriod(plan, period);
  const share = wanted > 0 ? `, bằng ${writePercent(counted, wanted)} chỉ tiêu tối thiểu (${wanted})` : '';
  const since = hasRecurringRegistration(plan)
    ? `Tính các kỳ của ${said} đến ngày ${formatDate(day)}`
    : `Tính từ đầu kế hoạch đến ngày ${formatDate(day)}`;
  if (counted === 0)
    return [
      `${since}, chưa đơn vị nào đăng ký điển hình${wanted > 0 ? ` (chỉ tiêu tối thiểu ${wanted})` : ''}.`,
      ...(wanted > 0 ? [sayMet(met, asked)] : []),
    ];
  const trait = (n: number, words: string, none: string) =>
    n > 0 ? `${words} ${n} (${writePercent(n, counted)})` : none;
  const subjects = listCounts(
    [collective, nameSubject(plan, 'collective')],
    [individual, nameSubject(plan, 'individual')],
  );
  const traits = [
    trait(directLabour, 'lao động trực tiếp', 'không có lao động trực tiếp'),
    trait(difficultArea, 'ở vùng khó khăn', 'không có điển hình ở vùng khó khăn'),
  ];
  return [
    `${since}, các đơn vị đăng ký ${counted} điển hình${share}; ${approved > 0 ? `đã duyệt ${approved}` : 'chưa duyệt điển hình nào'}. Có ${subjects}; ${traits.join(', ')}.`,
    [
      own > 0 ? `Riêng ${said} đăng ký ${own} điển hình.` : `Riêng ${said} không đăng ký điển hình nào.`,
      ...(asked > 0 ? [sayMet(met, asked)] : []),
    ].join(' '),
  ];
}

function sayMet(met: number, asked: number): string {
  return met > 0
    ? `Số đơn vị đủ chỉ tiêu tối thiểu: ${met}/${asked} (${writePercent(met, asked)}).`
    : `Chưa đơn vị nào trong ${asked} đơn vị đủ chỉ tiêu tối thiểu.`;
}

/** Compares with the same time a year earlier; no sentence where there was none. */
export function sayCompared(plan: LoadedPlan, { before, lines, period }: OfficeFigures): string[] {
  if (!before) return [];
  const { counted, own, met } = sumUpLines(lines);
  const last = sayReportPeriod(plan, { ...period, year: period.year - 1 });
  const since = `So với cùng kỳ năm trước (hết ngày ${formatDate(before.day)})`;
  if (before.counted === 0) return [`${since}: khi đó chưa có điển hình nào đăng ký.`];
  return [
    `${since}: ${before.counted} điển hình, nay ${writeChange(counted, before.counted)}; đăng ký mới trong ${last} là ${before.own}, nay ${writeChange(own, before.own)}; đơn vị đủ chỉ tiêu ${before.met}, nay ${writeChange(met, before.met)}.`,
  ];
}

/** The kinds of steps as the plan names them (IV.2). */
const stepWords: Record<FosteringKind, string> = {
  nurture: 'bồi dưỡng',
  publicise: 'tuyên truyền, nhân rộng',
  honour: 'biểu dương, khen thưởng',
  exchange: 'giao lưu, thi đua',
};

/** Says how many steps of fostering plans were due, how many are done and how many overdue. */
export function sayFosteringSteps(plan: LoadedPlan, { fostering, period }: OfficeFigures): string[] {
  const said = sayReportPeriod(plan, period);
  const { units, kinds } = fostering;
  const sum = (of: 'planned' | 'done' | 'overdue') => kinds.reduce((total, one) => total + one[of], 0);
  const planned = sum('planned');
  if (planned === 0)
    return [
      units === 0
        ? 'Chưa đơn vị nào lập kế hoạch bồi dưỡng điển hình.'
        : `Kế hoạch bồi dưỡng của ${units} đơn vị không có việc nào đến hạn trong ${said}.`,
    ];
  const done = sum('done');
  const overdue = sum('overdue');
  const coming = planned - done - overdue;
  return [
    `Kế hoạch bồi dưỡng của ${units} đơn vị có ${planned} việc đến hạn trong ${said}: ${[
      done > 0 ? `đã làm ${done} (${writePercent(done, planned)})` : 'chưa làm việc nào',
      ...(overdue > 0 ? [`quá hạn chưa làm ${overdue}`] : []),
      ...(coming > 0 ? [`chưa đến hạn ${coming}`] : []),
    ].join(', ')}.`,
    `Theo loại việc: ${kinds
      .map(({ kind, ...one }) => `${stepWords[kind]} ${one.done}/${one.planned}`)
      .join('; ')} (đã làm/đã định).`,
  ];
}

/** Says where exemplars were replicated, the widest first. */
export function saySpread({ spread, evaluations }: OfficeFigures): string[] {
  if (spread.length === 0) return [];
  const all = evaluations.reduce((sum, { results }) => sum + results.spread, 0);
  const units = evaluations.reduce((sum, { spreadTo }) => sum + spreadTo, 0);
  const more = all > spread.length ? `; và ${all - spread.length} lượt khác` : '';
  const to = units > 0 ? ` tới ${writeCount(units)} đơn vị, hộ` : '';
  return [`Đã nhân rộng ${all} lượt điển hình${to}: ${spread.map(sayOne).join('; ')}${more}.`];
}

function sayOne({ name, unit, to, count }: SpreadExemplar): string {
  const where = to ? `: ${to.trim().replace(/(?<![.;])[.;]+$/, '')}` : '';
  return `${name} (${unit})${where}${count === null ? '' : ` (${writeCount(count)} đơn vị, hộ)`}`;
}

/** Says the four results of the evaluations (Plan 101, IV.3). */
export function sayEvaluated(plan: LoadedPlan, { evaluations, period }: OfficeFigures): string[] {
  const of = findEvaluatedPeriod(plan, period);
  if (!of) return ['Các đơn vị đánh giá điển hình cùng báo cáo năm; chưa đến kỳ đánh giá đầu tiên.'];
  const sum = (count: (year: (typeof evaluations)[number]) => number) =>
    evaluations.reduce((total, year) => total + count(year), 0);
  const evaluated = sum((year) => year.evaluated);
  const said = sayReportPeriod(plan, of);
  if (evaluated === 0) return [`Chưa có điển hình nào được đánh giá trong ${said}.`];
  const counts = Object.entries(resultWords).map(
    ([result, words]) =>
      `${words} ${sum((year) => Object.entries(year.results).find(([key]) => key === result)?.[1] ?? 0)}`,
  );
  const times = evaluations.length > 1 ? 'lượt điển hình' : 'điển hình';
  return [
    `Kết quả đánh giá ${said}: ${evaluated}/${sum((year) => year.approved)} ${times} đã duyệt được đánh giá, trong đó ${counts.join('; ')}.`,
  ];
}

/** Says how many awards were proposed, and what became of the proposals. */
export function sayProposals(plan: LoadedPlan, { proposals, period }: OfficeFigures): string {
  const said = sayReportPeriod(plan, period);
  const { all, forwarded, not_forwarded, granted, refused, proposed } = proposals;
  if (all === 0) return `Trong ${said} chưa có đề nghị khen thưởng.`;
  const fates = [
    [granted, 'đã khen thưởng'],
    [forwarded, 'đã trình, chờ quyết định'],
    [proposed, 'đang xem xét'],
    [not_forwarded, 'không trình'],
    [refused, 'không được khen thưởng'],
  ] as const;
  const counts = fates.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  return `Các đơn vị đề nghị khen thưởng ${all} lượt tập thể, cá nhân: ${counts.join('; ')}.`;
}

/** So many decisions stand by number in the text. */
const mostDecisions = 10;

/** Says the decisions on awards of the period, the earliest first. */
export function sayDecisions({ decisions }: OfficeFigures): string[] {
  if (decisions.length === 0) return [];
  const said = decisions
    .slice(0, mostDecisions)
    .map(
      ({ number, on, body, granted }) =>
        `số ${number} ngày ${formatDate(on)} của ${body}${granted > 0 ? ` (${granted} lượt)` : ''}`,
    );
  const more =
    decisions.length > mostDecisions ? `; và ${decisions.length - mostDecisions} quyết định khác` : '';
  return [`Quyết định khen thưởng: ${said.join('; ')}${more}.`];
}

/**
 * Says an exemplar in two sentences of its record. The first tells its deed, the second how far it
 * spread, or its effect.
 */
export function sayBest({ name, unit, summary, impact, spreadTo, spreadCount }: BestExemplar): string {
  const places = spreadTo?.trim().replace(/(?<![.;])[.;]+$/, '');
  const count = spreadCount === null ? '' : ` (${writeCount(spreadCount)} đơn vị, hộ)`;
  const second = places ? `Đã nhân rộng: ${places}${count}.` : takeSentences(impact, 1);
  const told = second ? [takeSentences(summary, 1), capitalise(second)] : [takeSentences(summary, 2)];
  return `- ${name} (${unit}): ${told.filter((one) => one !== '').join(' ')}`;
}
