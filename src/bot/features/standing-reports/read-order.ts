import type { Answers } from '../../../drafts/draft.ts';
import { hasAccess } from '../../../people/rights.ts';
import { localDate } from '../../../plan/calendar.ts';
import { findUnfit, isFiltering, listFilterItems } from '../../../reports/filter/report-filter.ts';
import { readReportLine } from '../../../reports/read-line.ts';
import { readRhythm } from '../../../reports/standing/rhythm-in-words.ts';
import type { BotContext } from '../../core/context.ts';
import type { MeantCommand } from '../../core/read-command.ts';

/** An order in one sentence, as far as it says. */
export interface SpokenOrder {
  answers: Answers;
  /** Says which part of the sentence cannot be had (HTML). */
  say?: string;
  /** Ways to have it a single time; then nothing is ordered. */
  once?: MeantCommand[];
}

const neverSo = { quarterly: 'standing-never-quarterly', yearly: 'standing-never-yearly' };

/** Reads "cứ 7h sáng thứ hai gửi tôi tiến độ các xã"; undefined: it orders nothing. */
export function readOrder(ctx: BotContext, typed: string): SpokenOrder | undefined {
  const { rhythm, day, hour, other, once, rest } = readRhythm(typed);
  if (rhythm === undefined && other === undefined && !once) return undefined;
  const { plan, plans, clock } = ctx.house;
  const { report, filter } = readReportLine(rest, localDate(clock.now(), plan.zone), plan);
  if (once) return { answers: {}, once: [...nowOf(rest, report?.code), { name: 'dinhky', args: '' }] };
  const named = report?.scopes.includes('all') && hasAccess(ctx.person, report.right) ? report : undefined;
  const fits = named && isFiltering(filter) && findUnfit(filter, named.filters).length === 0;
  const at = plan.ladder.at;
  const workingDay = rhythm === 'weekly' && day !== undefined && day <= 5 ? day : undefined;
  const notes = [
    ...(other ? [ctx.html(neverSo[other])] : []),
    ...(hour !== undefined && hour !== Number(at.slice(0, 2))
      ? [ctx.html('standing-hour-fixed', { at })]
      : []),
    ...(named && isFiltering(filter) && !fits ? [ctx.html('standing-not-filtered')] : []),
  ];
  return {
    answers: {
      ...(plans.open().length === 1 && named?.filters && { filter: fits ? listFilterItems(filter) : [] }),
      ...(named && { report: named.code }),
      ...(rhythm && { rhythm }),
      ...(workingDay && { weekday: String(workingDay) }),
      ...(rhythm === 'monthly' && day !== undefined && { monthDay: String(day) }),
    },
    ...(notes.length > 0 && { say: notes.join('\n') }),
  };
}

function nowOf(rest: string, report: string | undefined): MeantCommand[] {
  return [{ name: 'baocao', args: report === undefined ? '' : rest }];
}
