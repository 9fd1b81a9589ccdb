import { listVisibleUnits } from '../../../people/rights.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import { takePlansInWords } from '../../../plans/plans-in-words.ts';
import { ExemplarStatus } from '../../../store/generated/enums.ts';
import { withoutEverything } from '../../../text/all-units.ts';
import { withoutCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { searchName } from '../../../text/search-name.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';
import { isSurelyNamed, matchUnits } from '../../../units/match-units.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { namePlan } from '../../core/meant-plan.ts';

/** A filter of a list of exemplars; empty: all of them. */
export interface ExemplarFilter {
  unitId?: number;
  /** The plan of registration, or one that took them over. */
  planId?: number;
  year?: number;
  status?: ExemplarStatus;
  /** Words of the name, as `searchName` writes them. */
  words?: string;
}

const statuses = Object.values(ExemplarStatus);
/** In letters: a button has 64 bytes for all parts. */
const longestWords = 36;

/** Writes a filter as a button carries it: `u1a.k2.y2021.s0.wdoi+cong+chieng`. */
export function writeExemplarFilter({ unitId, planId, year, status, words }: ExemplarFilter): string {
  return [
    ...(unitId === undefined ? [] : [`u${unitId.toString(36)}`]),
    ...(planId === undefined ? [] : [`k${planId.toString(36)}`]),
    ...(year === undefined ? [] : [`y${year}`]),
    ...(status === undefined ? [] : [`s${statuses.indexOf(status)}`]),
    ...(words ? [`w${words.slice(0, longestWords).trim().replaceAll(' ', '+')}`] : []),
  ].join('.');
}

/** Reads the filter of a button; parts that mean nothing are left out. */
export function readExemplarFilter(text: string): ExemplarFilter {
  const filter: ExemplarFilter = {};
  for (const part of text.split('.')) {
    const value = part.slice(1);
    if (/^u[0-9a-z]{1,6}$/.test(part)) filter.unitId = Number.parseInt(value, 36) % 2 ** 31;
    if (/^k[0-9a-z]{1,6}$/.test(part)) filter.planId = Number.parseInt(value, 36) % 2 ** 31;
    if (/^y\d{4}$/.test(part)) filter.year = Number(value);
    const status = /^s\d$/.test(part) ? statuses[Number(value)] : undefined;
    if (status) filter.status = status;
    if (/^w[a-z0-9+]+$/.test(part)) filter.words = value.replaceAll('+', ' ');
  }
  return filter;
}

/** Words that every list is about, and words for the person's own units. */
const asides =
  /(?<![a-z])(?:dien hinh tien tien|dien hinh|tien tien|ho so|mo hinh nao|(?:cua|trong|o|tai) (?:don vi|xa|phong|hoi|truong|co quan)(?: nha| ta)?$|(?:cua |don vi |xa |phong |hoi ){0,6}(?:em|toi|minh|chung em|chung toi))(?![a-z])/g;

/** Reads "glar", "năm ngoái xã Glar", "đã duyệt", "đội cồng chiêng" behind /danhsach. */
export async function exemplarFilterInWords(ctx: BotContext, typed: string): Promise<ExemplarFilter> {
  const { db, plan, clock } = ctx.house;
  const thisYear = yearOf(localDate(clock.now(), plan.zone));
  const short = typed.replace(/(?<!\p{L})(?:đhtt|dhtt)(?!\p{L})/giu, 'điển hình');
  const { named, rest: unnamed } = takePlansInWords(withoutCourtesy(short), ctx.house.plans.all());
  const [meant] = named;
  const { years, rest } = yearsInWords(unnamed, thisYear);
  const [year = 0] = years;
  const oneYear = years.length === 1 && Number.isInteger(year) && year >= 1000 && year <= 9999;
  const filter: ExemplarFilter = { ...(meant && { planId: meant.id }), ...(oneYear && { year }) };
  const others = oneYear ? rest : [...rest, ...years.map(String)];
  let words = fold(withoutEverything(others.join(' ')).rest);
  const status = statuses.find((one) => hasWords(words, fold(ctx.t(`status-${one}`))));
  if (status) {
    filter.status = status;
    words = words.replace(fold(ctx.t(`status-${status}`)), ' ');
  }
  words = words.replaceAll(asides, ' ').replace(/\s+/g, ' ').trim();
  if (words === '') return filter;
  const visible = listVisibleUnits(ctx.person);
  const all = await listUnits(db.prisma, ctx.house.officeIds);
  const units =
    visible === 'all' || visible.length === 0 ? all : all.filter(({ id }) => visible.includes(id));
  const said = withoutEmptyWords(words.split(' ')).join(' ');
  if (said === '') return filter;
  const asTyped = matchUnits(units, words);
  const [unit, ...more] =
    asTyped.length > 0 ? asTyped : matchUnits(units, said).filter((one) => isSurelyNamed(one, said));
  return unit && more.length === 0 ? { ...filter, unitId: unit.id } : { ...filter, words: searchName(words) };
}

/** Says the filter in words; empty when there is none. */
export async function sayExemplarFilter(ctx: BotContext, filter: ExemplarFilter): Promise<string> {
  const { unitId, planId, year, status, words } = filter;
  const plan = planId === undefined ? undefined : ctx.house.plans.find(planId);
  const units = unitId === undefined ? [] : await listUnits(ctx.house.db.prisma, ctx.house.officeIds);
  return [
    ...(unitId === undefined ? [] : [units.find(({ id }) => id === unitId)?.name ?? '–']),
    ...(plan ? [namePlan(ctx, plan)] : []),
    ...(year === undefined ? [] : [ctx.t('report-of-year', { year: String(year) })]),
    ...(status ? [ctx.t(`status-${status}`)] : []),
    ...(words ? [`“${words}”`] : []),
  ].join(', ');
}

function hasWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}
