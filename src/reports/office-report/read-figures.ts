import { nameDuty } from '../../duties/say.ts';
import { type DutyStanding, readStandings } from '../../duties/standing.ts';
import { formatDate } from '../../plan/calendar.ts';
import { periodOf } from '../../plan/occurrence.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import type { UnitLine } from '../by-unit-columns.ts';
import type { CategoryCount } from '../chart/chart-data.ts';
import { readCategoryCounts } from '../chart/read-chart-data.ts';
import { countedInSql, findYearsCounted, timesParameter } from '../counted-times.ts';
import { type LateUnit, listLateUnits } from '../late-letter/late-duties.ts';
import { readUnitLines } from '../unit-lines.ts';

/** The figures of the office's report of a year. */
export interface OfficeFigures {
  year: number;
  lines: UnitLine[];
  /** Exemplars that count at the end of the year before; undefined in the plan's first year. */
  countedBefore: number | undefined;
  categories: CategoryCount[];
  directLabour: number;
  difficultArea: number;
  documents: DocumentState[];
  late: LateUnit[];
  best: BestExemplar[];
}

/** How many units have handed in a document. */
export interface DocumentState {
  name: string;
  units: number;
  done: number;
  late: number;
  /** Empty: no date is set. */
  due: string;
}

/** An approved exemplar that the report names. */
export interface BestExemplar {
  name: string;
  unit: string;
  summary: string;
}

const mostNamed = 5;

/** Reads the figures of a year as they are at `now`. */
export async function readOfficeFigures(
  sql: Sql,
  plan: LoadedPlan,
  { year, now }: { year: number; now: Date },
): Promise<OfficeFigures> {
  const lines = await readUnitLines(sql, plan, { year, now });
  const { from, to } = findYearsCounted(plan, { year });
  const times = timesParameter(plan, { year }, now);
  const before =
    year > plan.period.from ? await readUnitLines(sql, plan, { year: year - 1, now }) : undefined;
  const { rows: traits } = await sql.query<{ labour: number; difficult: number }>(
    `SELECT count(*) FILTER (WHERE direct_labour)::int AS labour, count(*) FILTER (WHERE difficult_area)::int AS difficult
     FROM exemplar WHERE plan_id = $1 AND ${countedInSql('$2', '$3', '$4')} AND status IN ('submitted', 'approved')`,
    [plan.id, from, to, times],
  );
  // The one of each unit that meets most criteria; of these the best.
  const { rows: best } = await sql.query<BestExemplar>(
    `SELECT name, unit, summary FROM (
       SELECT DISTINCT ON (e.unit_id) e.id, e.name, u.name AS unit, e.summary, cardinality(e.criteria) AS met
       FROM exemplar e JOIN unit u ON u.id = e.unit_id
       WHERE e.plan_id = $1 AND ${countedInSql('$2', '$3', '$5')} AND e.status = 'approved'
       ORDER BY e.unit_id, cardinality(e.criteria) DESC, e.id) AS of_units
     ORDER BY met DESC, id LIMIT $4`,
    [plan.id, from, to, mostNamed, times],
  );
  const standings = (await readStandings(sql, plan, now, {})).filter(
    ({ occurrence }) => (periodOf(occurrence)?.year ?? year) === year,
  );
  const units = lines.map(({ unitId, name, kind }) => ({ id: unitId, name, kind }));
  return {
    year,
    lines,
    countedBefore: before?.reduce((sum, { counted }) => sum + counted, 0),
    categories: await readCategoryCounts(sql, plan, { year, unitId: null, now }, 'vi'),
    directLabour: traits[0]?.labour ?? 0,
    difficultArea: traits[0]?.difficult ?? 0,
    documents: countDocuments(plan, standings),
    late: listLateUnits(plan, units, standings, now),
    best,
  };
}

/** The duties that documents fulfil, in the order of the plan. */
function countDocuments(plan: LoadedPlan, standings: DutyStanding[]): DocumentState[] {
  const asked = standings.filter(
    ({ quota, status }) => quota === undefined && status !== 'optional' && status !== 'unset',
  );
  const byDuty = Map.groupBy(asked, (one) => nameDuty(plan, 'vi', one));
  return [...byDuty].map(([name, same]) => {
    const late = same.filter(({ status }) => status === 'doneLate').length;
    const due = same[0]?.due;
    return {
      name,
      units: same.length,
      done: same.filter(({ status }) => status === 'done').length + late,
      late,
      due: due ? formatDate(due.lastDay) : '',
    };
  });
}
