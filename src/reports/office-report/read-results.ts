import type { LoadedPlan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import { buildAwardParameters } from '../award-list/parameters.ts';
import { awardListSql } from '../award-list/rows.sql.ts';
import { reportDay } from '../report-day.ts';
import { spanOf } from '../report-period.ts';
import { yearResultsSql } from '../year-results/rows.sql.ts';
import { buildYearParameters } from '../year-results/year-results.ts';
import { findEvaluatedPeriod } from './evaluated-period.ts';
import type { AwardDecisionLine, EvaluatedYear, OfficeFigures, SpreadExemplar } from './figures.ts';
import type { OfficeScope } from './read-registrations.ts';

/** So many replicated exemplars stand by name in the text. */
const mostSpread = 10;

/**
 * Reads evaluations, proposals and decisions (Plan 101, IV.3). Evaluations are those of *Kết quả
 * năm*, proposals those of *Đề nghị khen thưởng*.
 */
export async function readResults(
  sql: Sql,
  plan: LoadedPlan,
  { now, ...period }: OfficeScope,
): Promise<Pick<OfficeFigures, 'evaluations' | 'spread' | 'proposals' | 'decisions'>> {
  const evaluated = findEvaluatedPeriod(plan, period);
  const of = evaluated && buildYearParameters(plan, { ...evaluated, now });
  const years = of ? (await sql.query<YearRow>(evaluationsSql, of)).rows : [];
  const spread = of ? (await sql.query<SpreadExemplar>(spreadSql, of)).rows : [];
  const { rows: proposals } = await sql.query<OfficeFigures['proposals']>(
    proposalsSql,
    buildAwardParameters(plan, { ...period, now }),
  );
  const { rows: decisions } = await sql.query<AwardDecisionLine>(decisionsSql, [
    ...[plan.id, spanOf(plan, period).from, reportDay(plan, period, now)],
  ]);
  return {
    evaluations: years.map(({ kept, spread, declined, stopped, ...year }) => ({
      ...year,
      results: { kept, spread, declined, stopped },
    })),
    spread,
    proposals: proposals[0] ?? {
      ...{ all: 0, proposed: 0, forwarded: 0 },
      ...{ not_forwarded: 0, granted: 0, refused: 0 },
    },
    decisions,
  };
}

type YearRow = Omit<EvaluatedYear, 'results'> & EvaluatedYear['results'];

const found = (result: string) =>
  `(count(*) FILTER (WHERE evaluation ->> 'result' = '${result}'))::int AS ${result}`;

const evaluationsSql = `
  SELECT year, count(*)::int AS approved, count(evaluation ->> 'result')::int AS evaluated,
    ${(['kept', 'spread', 'declined', 'stopped'] as const).map(found).join(', ')},
    coalesce(sum((evaluation ->> 'spreadCount')::int) FILTER (WHERE evaluation ->> 'result' = 'spread'), 0)::int AS "spreadTo"
  FROM (${yearResultsSql}) listed GROUP BY year ORDER BY year`;

const spreadSql = `
  SELECT name, unit, evaluation ->> 'spreadTo' AS "to", (evaluation ->> 'spreadCount')::int AS count
  FROM (SELECT DISTINCT ON (code) * FROM (${yearResultsSql}) listed
    WHERE evaluation ->> 'result' = 'spread' ORDER BY code, year DESC) newest
  ORDER BY (evaluation ->> 'spreadCount')::int DESC NULLS LAST, code LIMIT ${mostSpread}`;

const standing = (state: string) => `(count(*) FILTER (WHERE state = '${state}'))::int AS ${state}`;

const proposalsSql = `
  SELECT count(*)::int AS all,
    ${(['proposed', 'forwarded', 'not_forwarded', 'granted', 'refused'] as const).map(standing).join(', ')}
  FROM (${awardListSql}) listed`;

const decisionsSql = `
  SELECT d.number, d.decided_on::text AS on, d.body,
    (SELECT count(*) FROM award_proposal p WHERE p.decision_id = d.id AND p.state = 'granted')::int AS granted
  FROM award_decision d
  WHERE d.plan_id = $1 AND d.taken_back_at IS NULL AND d.decided_on BETWEEN $2::date AND $3::date
  ORDER BY d.decided_on, d.id`;
