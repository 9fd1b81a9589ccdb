import { formatDate } from './calendar.ts';
import { duesOf } from './due.ts';
import { loadPlan, loadUnits } from './load.ts';
import type { Plan, UnitEntry } from './plan.ts';
import { PlanError } from './plan-error.ts';
import { formatQuota } from './quota.ts';

/**
 * Runs `npm run plan:check FILE [UNITS_FILE]`: prints a summary of the plan, or every mistake with
 * its line. `describe` adds lines about a plan that can be used. Returns the exit code: 0 when the
 * files can be used, 1 when not.
 */
export function checkFile(
  args: string[],
  print: (line: string) => void,
  describe: (plan: Plan) => string[] = () => [],
): number {
  const [planFile, unitsFile, ...others] = args;
  if (planFile === undefined || others.length > 0) {
    print('usage: npm run plan:check PLAN_FILE [UNITS_FILE]');
    return 1;
  }
  try {
    const plan = loadPlan(planFile);
    const units = unitsFile === undefined ? undefined : loadUnits(unitsFile, plan);
    for (const line of [...summary(plan, units), ...describe(plan)]) print(line);
    return 0;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    for (const line of error.linesInBoth) print(line);
    return 1;
  }
}

function summary(plan: Plan, units: UnitEntry[] | undefined): string[] {
  const undated = plan.duties.filter(({ due }) => due.rule === 'unset');
  const criteria = plan.categories.reduce((sum, category) => sum + category.criteria.length, 0);
  return [
    `${plan.code}, ${formatDate(plan.issuedOn)}: ${plan.title.vi}`,
    `period ${plan.period.from}–${plan.period.to}, time zone ${plan.zone}`,
    `phone of the office: ${plan.bodies.officePhone ?? 'none (bodies.officePhone), so messages name the office only'}`,
    'quotas:',
    ...plan.unitKinds.map(({ code, name, quota }) => {
      const entries = units?.filter(({ kind }) => kind === code).length;
      return `  ${code} (${name.vi}): ${formatQuota(quota)}${entries === undefined ? '' : `, ${entries} unit(s)`}`;
    }),
    `criteria: ${plan.generalCriteria.length} general, ${criteria} in ${plan.categories.length} categories`,
    'last days that are on time:',
    ...duesOf(plan).map(({ duty, occurrence, lastDay }) =>
      `  ${formatDate(lastDay)} ${duty} ${occurrence}`.trimEnd(),
    ),
    ...undated.map(({ code }) => `  not set yet: ${code}`),
  ];
}
