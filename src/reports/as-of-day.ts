import type { Database } from '../store/database.ts';
import type { Snapshot } from '../store/snapshot.ts';

// A report "tính đến ngày …" runs the same statements as a report of now. In front of each stand
// expressions with the names of the tables that it reads, which hide the tables: their rows are
// those of that moment, derived from the histories.

/** The state of a row at the moment: the last of its steps until then decides. */
const exemplarStep = `
  select distinct on (c.exemplar_id) c.exemplar_id, c.at,
    case c.action when 'approve' then 'approved' when 'return' then 'returned' when 'reject' then 'rejected'
      when 'withdraw' then 'withdrawn' else 'submitted' end as status
  from public.exemplar_change c
  where c.action <> 'link' and c.at <= (select moment from as_of)
  order by c.exemplar_id, c.id desc`;
const filingStep = `
  select distinct on (c.filing_id) c.filing_id, c.at,
    case c.action when 'accept' then 'accepted' when 'return' then 'returned' else 'submitted' end as status
  from public.filing_change c
  where c.at <= (select moment from as_of)
  order by c.filing_id, c.id desc`;

/** Without a history (rows of the first release) the decision's own time tells. */
const stateOf = (row: string, step: string, waiting: string) => `jsonb_build_object(
    'status', coalesce(${step}.status, case when ${row}.decided_at <= (select moment from as_of) then ${row}.status::text else ${waiting} end),
    'decided_at', case when ${step}.status is null then case when ${row}.decided_at <= (select moment from as_of) then ${row}.decided_at end
      when ${step}.status <> 'submitted' then ${step}.at end)`;

const tables: Record<string, string> = {
  exemplar: `
    select r.* from public.exemplar e left join exemplar_step s on s.exemplar_id = e.id
    cross join lateral jsonb_populate_record(e, ${stateOf('e', 's', "'submitted'")} || jsonb_build_object(
      'unit_id', case when e.origin_unit_id is null then e.unit_id
        else unit_on_way(e.origin_unit_id, e.unit_id, (select day from as_of)) end,
      'counts_for_id', case when e.origin_unit_id is not null and e.counts_for_id is not null
        then unit_on_way(e.origin_unit_id, e.counts_for_id, (select day from as_of)) end)) r
    where e.submitted_at <= (select moment from as_of)`,
  filing: `
    select r.* from public.filing f left join filing_step s on s.filing_id = f.id
    cross join lateral jsonb_populate_record(f, ${stateOf('f', 's', "'submitted'")}) r
    where f.filed_at <= (select moment from as_of)`,
  unit: `
    select r.* from public.unit u
    cross join lateral jsonb_populate_record(u, jsonb_build_object(
      'active', coalesce(u.since <= (select day from as_of), true)
        and case when u.until is null then u.active else u.until >= (select day from as_of) end,
      'successor_id', case when u.until < (select day from as_of) then u.successor_id end)) r`,
  membership: `
    select r.* from public.membership m
    cross join lateral jsonb_populate_record(m, jsonb_build_object(
      'until', case when m.until <= (select moment from as_of) then m.until end)) r
    where m.since <= (select moment from as_of)`,
  delivery: `
    select r.* from public.delivery d
    cross join lateral jsonb_populate_record(d, case when d.settled_at <= (select moment from as_of) then '{}'::jsonb
      else '{"status":"pending","settled_at":null}'::jsonb end) r
    where d.created_at <= (select moment from as_of)`,
  nudge: 'select * from public.nudge where created_at <= (select moment from as_of)',
  evaluation: 'select * from public.evaluation where evaluated_at <= (select moment from as_of)',
  award_proposal: 'select * from public.award_proposal where proposed_at <= (select moment from as_of)',
  activity: `
    select r.* from public.activity a
    cross join lateral jsonb_populate_record(a, jsonb_build_object(
      'withdrawn_at', case when a.withdrawn_at <= (select moment from as_of) then a.withdrawn_at end)) r
    where a.logged_at <= (select moment from as_of)`,
};

const hidden = [
  `exemplar_step as (${exemplarStep})`,
  `filing_step as (${filingStep})`,
  ...Object.entries(tables).map(([name, query]) => `${name} as (${query})`),
].join(',\n');

/** Writes a statement that reads the tables as they were at a moment. `day` is its day. */
export function writeAsOf(statement: string, { moment, day }: AsOf): string {
  const asOf = `as_of as (select '${moment.toISOString()}'::timestamptz as moment, '${day}'::date as day)`;
  const own = /^\s*with\s/i.exec(statement);
  const rest = own ? `, ${statement.slice(own[0].length)}` : `\n${statement}`;
  return `with ${asOf},\n${hidden}${rest}`;
}

/** The moment whose figures a report shows, and its day in the plan's zone. */
export interface AsOf {
  moment: Date;
  day: string;
}

/** Returns a database whose snapshots show it as it was at a moment. */
export function showAsOf(db: Pick<Database, 'inSnapshot'>, at: AsOf): Pick<Database, 'inSnapshot'> {
  return { inSnapshot: (work) => db.inSnapshot((snapshot) => work(snapshotAsOf(snapshot, at))) };
}

function snapshotAsOf({ rows, sql }: Snapshot, at: AsOf): Snapshot {
  return {
    rows: (statement, params) => rows(writeAsOf(statement, at), params),
    sql: {
      // Not by its name: another statement is prepared under it.
      query: (statement, values) =>
        typeof statement === 'string'
          ? sql.query(writeAsOf(statement, at), values)
          : sql.query({ text: writeAsOf(statement.text, at), values: statement.values ?? [] }),
    },
  };
}
