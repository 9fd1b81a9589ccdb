import { DomainError } from '../../../errors.ts';
import { asLocale } from '../../../i18n.ts';
import { loadPerson } from '../../../people/accounts.ts';
import { hasAccess } from '../../../people/rights.ts';
import { endAsked, findAsked, handBackAsked } from '../../../reports/asked/asked-reports.ts';
import { takeOverAsked } from '../../../reports/asked/take-over.ts';
import { findReport } from '../../../reports/index.ts';
import { readReportPeriod } from '../../../reports/report-period.ts';
import { listUnits } from '../../../units/units.ts';
import { type House, inPlan } from '../../core/house.ts';
import { narrowToOffices } from '../../core/office-house.ts';
import { createWords } from '../../core/words.ts';
import { followReport } from './follow-report.ts';
import { makeForPerson } from './make-for-person.ts';

/** Makes the reports again whose process has died while it made them. */
export async function resumeReports(house: House): Promise<void> {
  const { db, longWork, log } = house;
  for (const id of await takeOverAsked(db.pool, longWork.owner)) {
    try {
      await resume(house, id);
    } catch (error) {
      // This process lives, so no other one would take it over: the next look does.
      log.error({ err: error }, 'a report could not be begun again');
      await handBackAsked(db.prisma, id, longWork.owner);
    }
  }
}

async function resume(house: House, id: number): Promise<void> {
  const { prisma } = house.db;
  const asked = await findAsked(prisma, id);
  const person = asked && (await loadPerson(prisma, asked.personId));
  const report = asked && findReport(asked.question.report);
  const period = asked && readReportPeriod(asked.question.period);
  if (!person || !report || !period || !hasAccess(person, report.right)) {
    await endAsked(prisma, id, 'failed', house.clock.now());
    return;
  }
  const theirs = inPlan(narrowToOffices(house, person), asked);
  const locale = asLocale(person.locale);
  const by = { house: theirs, person, locale, ...createWords(theirs.plan, locale) };
  const { unitId } = asked.question;
  const unit = (await listUnits(prisma, theirs.officeIds)).find((one) => one.id === unitId);
  const stop = new AbortController();
  let share = 0;
  const watch = {
    signal: stop.signal,
    onShare: (now: number) => {
      share = now;
    },
  };
  // A unit that has ended since does not mean every unit.
  const made =
    unitId === null || unit
      ? makeForPerson(by, report, period, unit, watch)
      : Promise.reject(new DomainError('unit-unknown'));
  made.catch(() => 'followReport says so');
  const making = { asked, report, period, by, made, stop, share: () => share };
  house.longWork.add(id, stop, followReport(making));
}
