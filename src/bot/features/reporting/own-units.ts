import { listUnitsWithin } from '../../../people/rights.ts';
import type { Report } from '../../../reports/report.ts';
import { writeReportPeriod } from '../../../reports/report-period.ts';
import { findNamedUnits } from '../../../units/named-units.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { makeReport } from '../report-presses.ts';
import { unitsPerPage } from './ask.ts';
import type { Understood } from './ask-back.ts';

// People of a unit get the reports of their units alone. Where they ask for more, they are told.

/**
 * Says that the words name units that this person gets no report of, with the way to their own.
 * Returns whether they do.
 */
export async function sayOtherUnits(
  ctx: BotContext,
  { report, period }: Understood,
  { words, units }: { words: string; units: Unit[] },
): Promise<boolean> {
  if (listUnitsWithin(ctx.person, report.right) === 'all') return false;
  const named = findNamedUnits(await listUnits(ctx.house.db.prisma, ctx.house.officeIds), words);
  const meant = named.are === 'one' ? [named.unit] : named.are === 'several' ? named.units : [];
  const asked = meant.filter(({ id }) => !units.some((own) => own.id === id));
  if (asked.length === 0) return false;
  const code = codeInPlan(ctx, report.code);
  await ctx.say({
    text: ctx.html('report-other-units', { asked: listNames(asked), units: listNames(units) }),
    buttons: units
      .slice(0, unitsPerPage)
      .map(({ id, name }) => [
        { text: name, callback_data: makeReport.data(code, writeReportPeriod(period), id) },
      ]),
  });
  return true;
}

/** Says that the report is of the person's units alone, where the whole district was asked for. */
export async function sayOwnUnitsOnly(
  ctx: BotContext,
  report: Report,
  { asked, units }: { asked: boolean; units: Unit[] },
): Promise<void> {
  if (!asked || listUnitsWithin(ctx.person, report.right) === 'all') return;
  await ctx.say({ text: ctx.html('report-own-units', { units: listNames(units) }) });
}

function listNames(units: Unit[]): string {
  const names = units.slice(0, unitsPerPage).map(({ name }) => name);
  return names.join(', ') + (units.length > names.length ? '…' : '');
}
