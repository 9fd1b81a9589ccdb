import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { loadUnits, parsePlan, readPlanText } from '../plan/load.ts';
import { loadWorkingCalendar } from '../plan/load-calendar.ts';
import type { Plan, UnitEntry } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import { isPlanKnown, loadPlanText } from '../plans/load-plan.ts';
import { openPlans, type Plans } from '../plans/plans.ts';
import type { Database } from '../store/database.ts';
import { loadRoster } from '../units/units.ts';

/** The files that the settings name: the plan, its units, and the office's days off. */
export interface PlanFiles {
  plan: Plan;
  /** The file of the plan as it stands, and its name. */
  written: { name: string; text: string };
  units: UnitEntry[];
  calendar: WorkingCalendar;
}

/** Reads the files of the plan. Throws `PlanError` with every mistake found in one of them. */
export function readPlanFiles(config: Config): PlanFiles {
  const text = readPlanText(config.planFile);
  const plan = parsePlan(text, config.planFile);
  const calendar = loadWorkingCalendar(config.calendarFile);
  const units = loadUnits(config.unitsFile, plan);
  return { plan, written: { name: config.planFile, text }, units, calendar };
}

/** Loads plan and units into the database, unless it has them, and opens its plans. */
export async function loadPlanFiles(
  db: Database,
  { plan, written, units }: PlanFiles,
  clock: Clock,
): Promise<Plans> {
  if (!(await isPlanKnown(db.pool, plan))) await loadPlanText(db, written, { at: clock.now() });
  const plans = await openPlans(db, plan.code, clock);
  await loadRoster(db.pool, units, { planId: plans.leading().id, at: clock.now() });
  return plans;
}
