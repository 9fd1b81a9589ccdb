import type { Answers } from '../../../drafts/draft.ts';
import { parseComingDate } from '../../../drafts/parse/parse-coming-date.ts';
import { listDutiesInWords } from '../../../duties/duties-in-words.ts';
import { writeDutyTime } from '../../../duties/duty-code.ts';
import { listOwedDuties, type OwedDuty } from '../../../duties/owed.ts';
import { nameDuty } from '../../../duties/say.ts';
import type { Locale } from '../../../i18n.ts';
import { addDays, localDate, yearOf } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import { oneOff } from '../../../plan/occurrence.ts';
import type { LoadedPlan, LocalDate } from '../../../plan/plan.ts';
import { fold } from '../../../text/fold.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { listPlanUnits } from '../../../units/units.ts';
import type { House } from '../../core/house.ts';
import { unitIn } from '../../core/wishes/unit-in-words.ts';

const datePattern =
  /(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?|ngay \d{1,2} thang \d{1,2}(?: nam \d{4})?)/iu;
const longerBy = /(?:^| )(\d{1,3}|mot|hai|ba|muoi|nua|a|one|two) (ngay|tuan|thang|day|week|month)s?(?: |$)/;
const counts: Record<string, number> = { mot: 1, a: 1, one: 1, hai: 2, two: 2, ba: 3, muoi: 10 };
const lengths: Record<string, number> = { ngay: 1, day: 1, tuan: 7, week: 7, thang: 30, month: 30 };

/** What a sentence says of a move, as answers of the form and in words. */
export interface SpokenMove {
  answers: Answers;
  /** The duty in words, the unit's name, and the day; left out: nothing was understood. */
  said?: { duty: string; unit: string | undefined; day: LocalDate | undefined };
}

/**
 * Reads which due a sentence moves, for whom and to which day: "lùi hạn báo cáo năm đến 20/12",
 * "cho xã Hà Bầu thêm 5 ngày nộp kế hoạch". The parts that it does not say are asked.
 */
export async function readMoveWords(
  house: Pick<House, 'plans' | 'clock' | 'db'>,
  typed: string,
  locale: Locale,
): Promise<SpokenMove> {
  const plans = house.plans.open();
  const [plan] = plans;
  if (!plan || plans.length > 1) return { answers: {} };
  const now = house.clock.now();
  const owed = findOwed(plan, typed, now);
  if (!owed) return { answers: {} };
  const [unit, ...more] = matchUnits(
    await listPlanUnits(house.db.prisma, plan.id),
    withoutEmptyWords(unitIn(typed.split(/\s+/)).split(' ')).join(' '),
  );
  const unitId = unit && more.length === 0 ? unit.id : undefined;
  const everyone = unitId === undefined && unitIn(typed.split(/\s+/)) === '';
  const day = unitId !== undefined || everyone ? readNewDay(plan, owed, typed, { now, unitId }) : undefined;
  const answers = {
    duty: writeDutyTime({ planId: plan.id, ...owed }),
    ...(unitId !== undefined && { scope: 'unit', unit: String(unitId) }),
    ...(everyone && day !== undefined && { scope: 'all' }),
    ...(day !== undefined && { day }),
  };
  const name = unitId === undefined ? undefined : unit?.name;
  return { answers, said: { duty: nameDuty(plan, locale, owed), unit: name, day } };
}

/** The duty that is named, the next time of it that is due. */
function findOwed(plan: LoadedPlan, typed: string, now: Date): OwedDuty | undefined {
  const [code, ...others] = listDutiesInWords(plan, typed);
  if (code === undefined || others.length > 0) return undefined;
  const owed = listOwedDuties(plan, now).filter(({ duty }) => duty === code);
  const said = /(?<!\d|[/.-])20\d{2}/.exec(typed.replace(datePattern, ' '))?.[0];
  const inYear = owed.filter(({ occurrence }) => said !== undefined && occurrence.startsWith(said));
  const today = localDate(now, plan.zone);
  const ahead = owed.filter(({ due, occurrence }) => occurrence === oneOff || (due && due.lastDay >= today));
  return inYear[0] ?? ahead[0] ?? owed.at(-1);
}

function readNewDay(
  plan: LoadedPlan,
  { duty, occurrence }: OwedDuty,
  typed: string,
  { now, unitId = null }: { now: Date; unitId?: number | null | undefined },
): string | undefined {
  const today = localDate(now, plan.zone);
  const present = dueOf(plan, duty, occurrence, unitId)?.lastDay;
  const written = datePattern.exec(typed)?.[0];
  if (written !== undefined) {
    const read = parseComingDate(written, today);
    return read.ok && read.value !== present ? read.value : undefined;
  }
  const ofMonth = /(?:cuoi|het) thang (\d{1,2})(?: |$)/.exec(fold(typed))?.[1];
  if (ofMonth !== undefined) return lastDayOf(Number(ofMonth), today);
  const [, count = '', length = ''] = longerBy.exec(fold(typed)) ?? [];
  const days = (Number(count) || counts[count] || 0) * (lengths[length] ?? 0);
  const day = days > 0 && present !== undefined ? addDays(present, days) : undefined;
  return day !== undefined && day >= today ? day : undefined;
}

/** The last day of a month, the next one that comes. */
function lastDayOf(month: number, today: LocalDate): LocalDate | undefined {
  if (month < 1 || month > 12) return undefined;
  const year = yearOf(today) + (month < Number(today.slice(5, 7)) ? 1 : 0);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}
