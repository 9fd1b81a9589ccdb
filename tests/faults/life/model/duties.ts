import { type Asked, daysBetween, yearsOf } from './asked.ts';
import { type Day, type Duty, type Life, type LifeUnit, sourcesOf, unitOn, unitsOn } from './life.ts';
import { quotaOf } from './quotas.ts';

/** The last day that is on time (V.1: before 25/8/2021). */
export const registrationDue = '2021-08-24';

/** A duty with its time: the year, or empty for what is due once. */
interface DutyTime {
  duty: Duty;
  time: string;
}

const once = (duty: Duty): DutyTime => ({ duty, time: '' });
const yearly: Duty[] = ['Báo cáo kết quả năm', 'Đề nghị khen thưởng'];

/** Names a duty as the reports do: `Báo cáo kết quả năm 2021`. */
export const nameDuty = ({ duty, time }: DutyTime): string => (time ? `${duty} ${time}` : duty);

/** Returns the last day of a duty that is on time; undefined while no day is set. */
function dueOf(life: Life, { duty, time }: DutyTime, unit?: LifeUnit): Day | undefined {
  const first = yearly.includes(duty)
    ? `${time}-12-15`
    : duty === 'Đăng ký điển hình tiên tiến' || duty === 'Kế hoạch triển khai'
      ? registrationDue
      : undefined;
  // Award proposals come with the annual report (IV.3): what moves it moves them too.
  const movers = duty === 'Đề nghị khen thưởng' ? yearly : [duty];
  const moved = life.dues.filter((one) => movers.includes(one.duty) && one.time === time);
  const general = moved.findLast((one) => one.unit === undefined)?.lastDay ?? first;
  const sources = unit ? sourcesOf(life, unit) : [];
  const own = moved.findLast((one) => one.unit !== undefined && sources.includes(one.unit))?.lastDay;
  // Of a unit's own day and a later one for every unit the later holds.
  return own !== undefined && general !== undefined && own > general ? own : general;
}

/** Lists the duties of a period that have begun, in the order of the plan. */
function dutiesOf(life: Life, asked: Asked): DutyTime[] {
  const isIn = (one: DutyTime) => {
    const due = dueOf(life, one);
    return due === undefined || (asked.from <= due && due <= asked.to);
  };
  const begun = yearsOf(asked).filter((year) => `${year}-01-01` <= asked.day);
  return [
    ...[once('Đăng ký điển hình tiên tiến'), once('Kế hoạch triển khai')].filter(isIn),
    ...yearly.flatMap((duty) => begun.map((year) => ({ duty, time: String(year) }))),
    ...[
      once('Sơ kết giai đoạn'),
      once('Tổng kết giai đoạn'),
      once('Giới thiệu dự Hội nghị điển hình tiên tiến'),
    ].filter(isIn),
  ];
}

/**
 * Returns the day on which a document first came. A unit without one of its own has it when all
 * units before it had.
 */
export function filedOn(life: Life, unit: LifeUnit, duty: Duty, time: string): Day | null {
  const of = (code: string) =>
    life.filings.find((one) => one.unit === code && one.duty === duty && one.time === time)?.on;
  const own = of(unit.code);
  if (own) return own;
  const before = life.units.filter(({ into }) => into === unit.code).map(({ code }) => of(code));
  return before.length > 0 && before.every((on) => on !== undefined)
    ? (before.toSorted().at(-1) ?? null)
    : null;
}

/** Returns the day on which a unit had done a duty; null: it has not. */
function doneOn(life: Life, unit: LifeUnit, { duty, time }: DutyTime, day: Day): Day | null {
  const own = life.exemplars.filter((one) => unitOn(life, one.unit, day) === unit);
  if (duty === 'Đề nghị khen thưởng') {
    // The report asks for proposals: with it they are done, also without any.
    const proposed = life.proposals.flatMap(({ exemplar, year, on }) =>
      String(year) === time && own.some(({ code }) => code === exemplar) ? [on] : [],
    );
    const reported = filedOn(life, unit, 'Báo cáo kết quả năm', time);
    return [...proposed, ...(reported ? [reported] : [])].toSorted()[0] ?? null;
  }
  if (duty !== 'Đăng ký điển hình tiên tiến') return filedOn(life, unit, duty, time);
  return own.map(({ submittedOn }) => submittedOn).toSorted()[quotaOf(unit).min - 1] ?? null;
}

/** A duty of a unit, as *Tiến độ nộp* has it. */
export interface DutyLine {
  unit: string;
  duty: string;
  due: Day | null;
  state: string;
  doneOn: Day | null;
  daysLate: number | null;
  liaisons: string[];
}

/** A line of *Tiến độ nộp*. */
export function expectProgress(life: Life, asked: Asked): DutyLine[] {
  const { day } = asked;
  return unitsOn(life, day).flatMap((unit) =>
    dutiesOf(life, asked).map((one) => {
      const due = dueOf(life, one, unit);
      const done = doneOn(life, unit, one, day);
      const late = due !== undefined && (done ?? day) > due;
      const state = sayState(one, { due, done, late });
      const counts = late && state !== 'Không phát sinh';
      return {
        ...{ unit: unit.name, duty: nameDuty(one), due: due ?? null, state, doneOn: done },
        daysLate: counts ? daysBetween(due, done ?? day) : null,
        liaisons: liaisonsOf(life, unit, day),
      };
    }),
  );
}

function sayState(
  { duty }: DutyTime,
  { due, done, late }: { due: Day | undefined; done: Day | null; late: boolean },
): string {
  if (done) return late ? 'Nộp chậm' : 'Đã xong';
  if (duty === 'Đề nghị khen thưởng') return 'Không phát sinh';
  if (due === undefined) return 'Chưa ấn định';
  return late ? 'Quá hạn' : 'Chưa xong';
}

/** The liaisons of a unit on a day, by name. */
function liaisonsOf(life: Life, unit: LifeUnit, day: Day): string[] {
  return life.liaisons.filter((one) => unitOn(life, one.unit, day) === unit).map(({ name }) => name);
}

/** A line of *Cần gọi điện*: a unit without a liaison, with all that it owes. */
export function expectPhoneList(life: Life, asked: Asked) {
  const owed = expectProgress(life, asked).filter(({ state }) => state === 'Quá hạn');
  return [...Map.groupBy(owed, ({ unit }) => unit)]
    .filter(([, [first]]) => first?.liaisons.length === 0)
    .map(([unit, lines]) => ({
      unit,
      person: null,
      duties: lines.map(({ duty }) => duty).join('; '),
      due: lines.map(({ due }) => due).toSorted()[0] ?? null,
      why: 'Chưa có cán bộ đầu mối',
    }));
}

/** A row of the list behind *Công văn đôn đốc*. */
export function expectLetter(life: Life, asked: Asked) {
  return expectProgress(life, asked)
    .filter(({ state }) => state === 'Quá hạn')
    .map(({ unit, duty, due, daysLate }) => ({ unit, duty, due, daysLate }));
}
