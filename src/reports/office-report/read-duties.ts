import { findDutyKind } from '../../duties/kinds/index.ts';
import { nameDuty } from '../../duties/say.ts';
import { type DutyStanding, readStandings } from '../../duties/standing.ts';
import { localDate } from '../../plan/calendar.ts';
import { dueOf } from '../../plan/due.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import { listDutiesOfPeriod } from '../duties-of-period.ts';
import { listLateUnits } from '../late-letter/late-duties.ts';
import { listUnitsToUrge } from '../late-letter/units-to-urge.ts';
import { nudgeLogSql } from '../nudge-log.sql.ts';
import { buildNudgeParameters } from '../nudge-log.ts';
import type { DocumentState, OfficeFigures } from './figures.ts';
import type { OfficeScope } from './read-registrations.ts';

/** Reads the duties of the period as *Tiến độ nộp* shows them: documents, and who is late. */
export async function readDuties(
  sql: Sql,
  plan: LoadedPlan,
  scope: OfficeScope,
): Promise<Pick<OfficeFigures, 'documents' | 'late' | 'tardy'>> {
  const asked = new Set(listDutiesOfPeriod(plan, scope).map(keyOf));
  const standings = (await readStandings(sql, plan, scope.now, {})).filter((one) => asked.has(keyOf(one)));
  // Units of the day of the figures owe the duties, not those of the period that have merged since.
  const units = await listUnitsToUrge(sql, plan, { unitIds: null, kinds: null });
  const registeredLate = new Set(
    standings.filter(({ quota, status }) => quota && status === 'doneLate').map(({ unitId }) => unitId),
  );
  return {
    documents: countDocuments(plan, standings),
    late: listLateUnits(plan, units, standings, scope.now),
    tardy: units.filter(({ id }) => registeredLate.has(id)).map(({ name }) => name),
  };
}

const keyOf = ({ duty, occurrence }: { duty: string; occurrence: string }) => `${duty} ${occurrence}`;

/** The duties that documents fulfil, in the order of the plan. */
function countDocuments(plan: LoadedPlan, standings: DutyStanding[]): DocumentState[] {
  const documents = standings.filter(({ quota }) => quota === undefined);
  return [...Map.groupBy(documents, keyOf).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const of = (status: DutyStanding['status']) => same.filter((one) => one.status === status).length;
    const days = same.flatMap(({ doneAt }) => (doneAt ? [localDate(doneAt, plan.zone)] : [])).toSorted();
    return {
      name: nameDuty(plan, 'vi', first),
      optional: findDutyKind(plan, first.duty)?.optional === true,
      units: same.length,
      done: of('done') + of('doneLate'),
      late: of('doneLate'),
      due: dueOf(plan, first.duty, first.occurrence)?.lastDay ?? null,
      from: days.at(0) ?? null,
      to: days.at(-1) ?? null,
    };
  });
}

/** Counts the reminders of the period that reached a person, as *Đôn đốc* lists them. */
export async function readNudges(
  sql: Sql,
  plan: LoadedPlan,
  scope: OfficeScope,
): Promise<OfficeFigures['nudges']> {
  const { rows } = await sql.query<OfficeFigures['nudges']>(
    `SELECT (count(*) FILTER (WHERE status = 'sent'))::int AS sent,
       (count(*) FILTER (WHERE status = 'sent' AND "byHand"))::int AS "byHand"
     FROM (${nudgeLogSql}) told`,
    buildNudgeParameters(plan, scope),
  );
  return rows[0] ?? { sent: 0, byHand: 0 };
}
