import { type Asked, isWithin, shownTo, yearOf } from './asked.ts';
import { type Life, results, unitOn } from './life.ts';
import { approvedBy } from './registrations.ts';

/** The figures of a unit's report of a year (Plan 101, IV.3). */
export function expectUnitReport(life: Life, unit: string, asked: Asked) {
  const shown = shownTo(asked);
  const year = yearOf(asked.to);
  const own = approvedBy(life, shown).filter((one) => unitOn(life, one.unit, shown).code === unit);
  const codes = new Set(own.map(({ code }) => code));
  const found = life.evaluations.filter((one) => one.year === year && codes.has(one.exemplar));
  const is = (subject: string) => own.filter((one) => one.subject === subject).length;
  return {
    approved: own.length,
    collective: is('collective'),
    individual: is('individual'),
    own: own.filter(({ submittedOn }) => isWithin(asked, submittedOn)).length,
    evaluated: found.length,
    results: results.map((result) => found.filter((one) => one.result === result).length),
    proposals: life.proposals.filter((one) => one.year === year && codes.has(one.exemplar)).length,
  };
}
