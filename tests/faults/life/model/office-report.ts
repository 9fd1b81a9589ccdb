import { type Asked, isWithin, sayDay, shownTo, yearsOf } from './asked.ts';
import { expectProgress } from './duties.ts';
import { type Life, results, unitsOn } from './life.ts';
import { approvedBy, expectRegistrations } from './registrations.ts';
import { proposalsOf } from './results.ts';

/** The figures of the office's report (Plan 101, V.3). */
export function expectOfficeReport(life: Life, asked: Asked) {
  const shown = shownTo(asked);
  const publicised = new Set(
    life.activities
      .filter(({ kind, on }) => kind === 'publicity' && on <= shown)
      .flatMap(({ exemplars }) => exemplars),
  );
  const proposals = proposalsOf(life, asked);
  const decided = Map.groupBy(
    life.proposals.flatMap(({ decision }) => (decision && isWithin(asked, decision.day) ? [decision] : [])),
    ({ number, day }) => `số ${number} ngày ${sayDay(day)}`,
  );
  const held = (wanted: string) =>
    life.activities.filter(({ kind, on }) => kind === wanted && isWithin(asked, on)).length;
  return {
    ...expectRegistrations(life, asked),
    nudges: life.reminders.filter(({ on }) => isWithin(asked, on)).length,
    publicity: held('publicity'),
    visits: held('visit'),
    experience: held('experience'),
    neverPublicised: approvedBy(life, shown).filter(({ code }) => !publicised.has(code)).length,
    evaluated: expectEvaluated(life, asked),
    proposals: proposals.length,
    granted: proposals.filter(({ decision }) => decision?.granted).length,
    refused: proposals.filter(({ decision }) => decision && !decision.granted).length,
    decisions: [...decided].map(([words, all]) => `${words}: ${all.filter(({ granted }) => granted).length}`),
    lateUnits: new Set(
      expectProgress(life, asked).flatMap(({ state, unit }) => (state === 'Quá hạn' ? [unit] : [])),
    ).size,
    documents: expectDocuments(life, asked),
  };
}

/**
 * The evaluations that a report tells: units evaluate in December, so the first half of a year
 * tells those of the year before. Null: there was none yet.
 */
function expectEvaluated(life: Life, asked: Asked) {
  const firstHalf = asked.half && asked.to.endsWith('-06-30');
  const years = yearsOf(asked).map((year) => (firstHalf ? year - 1 : year));
  const of = (year: number) =>
    approvedBy(life, [asked.day, `${year}-12-31`].toSorted()[0] ?? '').map(({ code }) => code);
  const approved = years.reduce((sum, year) => sum + of(year).length, 0);
  const found = life.evaluations.filter((one) => years.includes(one.year));
  if (found.length === 0) return null;
  return {
    approved,
    all: found.length,
    results: results.map((result) => found.filter((one) => one.result === result).length),
  };
}

/** The documents that some units handed in, or that are past their day: of how many units each. */
function expectDocuments(life: Life, asked: Asked) {
  const units = unitsOn(life, asked.day).length;
  const wanted = (duty: string) =>
    duty !== 'Đăng ký điển hình tiên tiến' && !duty.startsWith('Đề nghị khen thưởng');
  const byDuty = Map.groupBy(
    expectProgress(life, asked).filter(({ duty }) => wanted(duty)),
    ({ duty }) => duty,
  );
  return [...byDuty].flatMap(([duty, lines]) => {
    const done = lines.flatMap(({ doneOn }) => doneOn ?? []).toSorted();
    const late = lines.filter(({ state }) => state === 'Nộp chậm').length;
    const isPast = lines.some(({ state }) => state === 'Quá hạn');
    if (done.length === 0 && !isPast) return [];
    return [
      {
        ...{ duty, units, done: done.length, late, open: units - done.length },
        first: done[0] ?? null,
        last: done.at(-1) ?? null,
      },
    ];
  });
}
