import { type Asked, isWithin, shownTo } from './asked.ts';
import { filedOn, registrationDue } from './duties.ts';
import { type Life, type LifeExemplar, nameCategory, unitOn, unitsOn } from './life.ts';
import { quotaOf } from './quotas.ts';

const count = <T>(all: T[], is: (one: T) => boolean): number => all.filter(is).length;
const isCollective = ({ subject }: LifeExemplar) => subject === 'collective';

/** Exemplars registered until the end of a period: the quota is one for all years (IV.1). */
function registeredBy(life: Life, { to }: Asked): LifeExemplar[] {
  return life.exemplars.filter(({ submittedOn }) => submittedOn <= to);
}

/** A line of *Tổng hợp theo đơn vị*. */
export function expectByUnit(life: Life, asked: Asked) {
  const shown = shownTo(asked);
  return unitsOn(life, shown).map((unit) => {
    const { min, max } = quotaOf(unit);
    const own = registeredBy(life, asked)
      .filter((one) => unitOn(life, one.unit, shown) === unit)
      .toSorted((a, b) => a.submittedOn.localeCompare(b.submittedOn));
    return {
      unit: unit.name,
      ...{ min, max, counted: own.length, returned: 0 },
      approved: count(own, ({ approvedOn }) => approvedOn !== undefined),
      collective: count(own, isCollective),
      individual: count(own, (one) => !isCollective(one)),
      missing: Math.max(0, min - own.length),
      over: max === null ? 0 : Math.max(0, own.length - max),
      filedOn: filedOn(life, unit, 'Kế hoạch triển khai', ''),
      timeliness: sayTimeliness(own[min - 1], own.length, asked.day),
    };
  });
}

/** Says how a registration stands to its last day; `reached` filled the quota. */
function sayTimeliness(reached: LifeExemplar | undefined, counted: number, day: string): string {
  if (reached) return reached.submittedOn > registrationDue ? 'Nộp chậm' : 'Đúng hạn';
  if (day > registrationDue) return 'Quá hạn chưa đủ';
  return counted > 0 ? 'Chưa nộp đủ' : 'Chưa nộp';
}

/** A line of *Danh sách chi tiết*. */
export function expectList(life: Life, asked: Asked) {
  return life.exemplars
    .filter(({ submittedOn }) => isWithin(asked, submittedOn))
    .map(({ code, name, unit, category, submittedOn, approvedOn = null, by }) => ({
      ...{ code, name, submittedOn, approvedOn, by },
      unit: unitOn(life, unit, shownTo(asked)).name,
      category: nameCategory(life, category),
      status: approvedOn === null ? 'Đã gửi' : 'Đã duyệt',
    }));
}

/** A line of *Theo lĩnh vực* that counts anything. */
export function expectByCategory(life: Life, asked: Asked) {
  const byName = Map.groupBy(registeredBy(life, asked), ({ category }) => nameCategory(life, category));
  return [...byName].map(([category, own]) => ({
    category,
    collective: count(own, isCollective),
    individual: count(own, (one) => !isCollective(one)),
    total: own.length,
  }));
}

/** The registrations of all units together, as the office's report says them. */
export function expectRegistrations(life: Life, asked: Asked) {
  const lines = expectByUnit(life, asked);
  const sum = (of: 'counted' | 'approved' | 'collective' | 'individual' | 'min' | 'missing') =>
    lines.reduce((total, line) => total + line[of], 0);
  return {
    ...{ counted: sum('counted'), wanted: sum('min'), approved: sum('approved') },
    ...{ collective: sum('collective'), individual: sum('individual'), missing: sum('missing') },
    own: count(life.exemplars, ({ submittedOn }) => isWithin(asked, submittedOn)),
    met: count(lines, ({ missing }) => missing === 0),
    asked: lines.length,
  };
}

/** Exemplars approved until the end of a period; in the order of registration. */
export function approvedBy(life: Life, to: string): LifeExemplar[] {
  return life.exemplars.filter(({ approvedOn = '9999' }) => approvedOn <= to);
}
