import { findRegistrationDuty } from '../../../duties/kinds/index.ts';
import { type ProgressList, progressLists } from '../../../duties/progress.ts';
import { localDate } from '../../../plan/calendar.ts';
import { dutyProgress } from '../../../reports/duty-progress.ts';
import { takeDuties } from '../../../reports/filter/duties-in-words.ts';
import { isFiltering } from '../../../reports/filter/report-filter.ts';
import { readReportLine } from '../../../reports/read-line.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { withoutEverything } from '../../../text/all-units.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { shorten } from '../../../text/shorten.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan, narrowToYear, takeMeantPlans } from '../../core/meant-plan.ts';
import { codeOfPlan } from '../../core/named-plan.ts';
import { readUnit } from '../../core/read-unit.ts';
import { drawChart } from '../charting/presses.ts';
import { reportInOneLine } from '../reporting/one-line.ts';
import { latestYear } from '../reporting/years.ts';
import { unitPageReply } from '../units/unit-page.ts';
import { sayDues } from './dues.ts';
import { sayProgressList } from './list.ts';
import { progressNames } from './list-names.ts';
import { chartOfProgress, sayProgressThen } from './other-time.ts';
import { sayOverview } from './overview.ts';
import { showProgress, showProgressList, showProgressOf } from './presses.ts';
import { readProgressTime } from './read-time.ts';

const ask = 'progress-which-plan';

/**
 * Reads a request for progress. "tiến độ chưa nộp" is a list, "tiến độ xã glar" the duties of one
 * unit in every plan, "tiến độ đến ngày 15/9/2021" the picture of that day.
 */
export async function progressInOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { db, plan, clock, officeIds } = ctx.house;
  const asked = await takeMeantPlans(ctx, typed);
  const others = withoutAnyCourtesy(asked.rest) === '' ? '' : asked.rest;
  const report = `${dutyProgress.code} ${typed}`;
  // The lists are of registrations; the report has every duty.
  const registration = findRegistrationDuty(plan)?.code;
  if (fold(others) === 'han nop') return sayDues(ctx);
  const { duties, rest } = takeDuties(plan, others);
  if (duties.some((duty) => duty !== registration)) return reportInOneLine(ctx, report);
  const line = readProgressTime(rest, localDate(clock.now(), plan.zone), plan);
  const { period, moreYears, part } = line;
  // "Tiến độ nộp" is progress itself, and so is "tiến độ thế nào rồi".
  const asTyped = line.words.replace(/^(?:nộp|nop)(?: (?:của|cua|cho|ở)(?= )|$)\s*/iu, '');
  const lists = findProgressLists(ctx, asTyped);
  const said = withoutEmptyWords(asTyped.split(' '), ['bằng hình', 'hình ảnh', 'hình', 'nộp']).join(' ');
  const words = said === '' && !lists.exact && !lists.only ? '' : asTyped;
  if (part !== undefined)
    await ctx.say({ text: ctx.html('chart-no-such-part', { period: shorten(part, 50) }) });
  if (period && moreYears.length > 0)
    await ctx.say({ text: ctx.html('chart-one-year', { year: String(period.year) }) });
  const read =
    words === '' || lists.exact ? undefined : readUnit(ctx, await listUnits(db.prisma, officeIds), words);
  const list = lists.exact ?? (read?.ok === false ? (lists.only ?? listInWords(words)) : undefined);
  if (read && !read.ok && !list && limitsReport(ctx, words)) return reportInOneLine(ctx, report);
  const meansAll = withoutEverything(words).rest === '';
  if (read && !read.ok && !list && !meansAll)
    return ctx.say({ text: read.say, buttons: [[overviewButton(ctx)]] });
  const unit = read?.ok ? read.unit : undefined;
  if (period) return sayThen(ctx, asked, period, { unit, list });
  if (unit) return sayUnit(ctx, unit);
  const data = ({ id }: { id: number }) =>
    list ? showProgressList.data(codeOfPlan(id, list), 0) : showProgressOf.data(id);
  await inMeantPlan(ctx, asked.meant, { ask, data }, () =>
    list ? sayProgressList(ctx, list, 0) : sayOverview(ctx),
  );
}

/** "Tiến độ các xã": the lists are of all units; the report can be of some. */
function limitsReport({ house: { plan, clock } }: BotContext, words: string): boolean {
  return isFiltering(readReportLine(words, localDate(clock.now(), plan.zone), plan).filter);
}

/** Of another time than now: where there are several plans, the buttons lead to its picture. */
async function sayThen(
  ctx: BotContext,
  asked: Awaited<ReturnType<typeof takeMeantPlans>>,
  period: ReportPeriod,
  of: { unit: Unit | undefined; list: ProgressList | undefined },
): Promise<void> {
  const written = writeReportPeriod(period);
  const data = ({ id }: { id: number }) =>
    drawChart.data(codeOfPlan(id, chartOfProgress), written, of.unit?.id ?? null);
  await inMeantPlan(ctx, narrowToYear(ctx, asked, period.year || undefined), { ask, data }, () =>
    sayProgressThen(ctx, { ...period, year: period.year || latestYear(ctx) }, of),
  );
}

/** Shows the page of one unit, with the way to progress. */
async function sayUnit(ctx: BotContext, unit: Unit): Promise<void> {
  const { text, buttons } = await unitPageReply(ctx, unit);
  await ctx.say({ text, buttons: [[overviewButton(ctx)], ...(buttons ?? [])] });
}

/** Finds the list of exactly this name, and the only one whose name has these words in it. */
function findProgressLists(ctx: BotContext, line: string) {
  const words = fold(line);
  if (words === '') return {};
  const names = progressLists.map((list) => ({ list, name: fold(ctx.t(progressNames[list])) }));
  const [first, ...others] = names.filter(({ name }) => ` ${name} `.includes(` ${words} `));
  return {
    exact: names.find(({ name }) => name === words)?.list,
    only: others.length === 0 ? first?.list : undefined,
  };
}

/** The list that a question means where its other words say nothing: "nộp xong hết". */
function listInWords(words: string): ProgressList | undefined {
  const left = withoutEmptyWords(words.split(' '), [
    'nộp',
    'đăng ký',
    'chỉ tiêu',
    'bị',
    'còn',
    'hạn',
    'gửi',
    'nhất',
    'số lượng',
  ]);
  const meant = /^(?:thieu|chua du)$/.test(fold(left.join(' ')))
    ? 'short'
    : /^(?:xong|du|hoan thanh|dat)$/.test(fold(left.join(' ')))
      ? 'done'
      : undefined;
  return /(?:^| )(?:chua|khong)(?: |$)/.test(fold(words)) ? undefined : meant;
}

function overviewButton(ctx: BotContext) {
  return { text: ctx.t('progress-overview'), callback_data: showProgress.data() };
}
