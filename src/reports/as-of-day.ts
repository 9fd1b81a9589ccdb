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

/** Chosen or not: other grounds change nothing of it. */
const nominationStep = `
  select distinct on (c.nomination_id) c.nomination_id, c.at, c.person_id, c.reason,
    case c.action when 'choose' then 'chosen' when 'drop' then 'not_chosen' when 'withdraw' then 'withdrawn'
      else 'nominated' end as state
  from public.nomination_change c
  where c.action <> 'change' and c.at <= (select moment from as_of)
  order by c.nomination_id, c.id desc`;
const nominationGrounds = `
  select distinct on (c.nomination_id) c.nomination_id, c.after ->> 'grounds' as grounds
  from public.nomination_change c
  where c.after ? 'grounds' and c.at <= (select moment from as_of)
  order by c.nomination_id, c.id desc`;

/** Without a history (rows of the first release) the decision's own time tells. */
const stateOf = (row: string, step: string, waiting: string) => `jsonb_build_object(
    'status', coalesce(${step}.status, case when ${row}.decided_at <= (select moment from as_of) then ${row}.status::text else ${waiting} end),
    'decided_at', case when ${step}.status is null then case when ${row}.decided_at <= (select moment from as_of) then ${row}.decided_at end
      when ${step}.status <> 'submitted' then ${step}.at end)`;

/** The last line of a row's history with its content, until the moment. */
const lastStep = (table: 'evaluation' | 'activity') => `
      select c.at, c.after from public.${table}_change c
      where c.${table}_id = ${table === 'activity' ? 'a' : 'v'}.id and c.after is not null and c.at <= (select moment from as_of)
      order by c.id desc limit 1`;

/** The content that a line of history keeps, by the names of the columns. */
const columnsOf = (content: string) => `coalesce((
      select jsonb_object_agg(lower(regexp_replace(t.key, '([A-Z])', '_\\1', 'g')), t.value)
      from jsonb_each(${content}) t), '{}'::jsonb)`;

/** Other grounds alone leave a proposal where it stood. */
const proposalStep = `
      select c.at, c.reason, (c.after ->> 'decisionId')::int as decision_id, coalesce(c.after ->> 'state', case c.action::text when 'withdraw' then 'withdrawn' when 'forward' then 'forwarded'
        when 'decline' then 'not_forwarded' when 'grant' then 'granted' when 'refuse' then 'refused' else 'proposed' end) as state
      from public.award_proposal_change c
      where c.proposal_id = p.id and (c.action::text <> 'change' or c.after ? 'state') and c.at <= (select moment from as_of)
      order by c.id desc limit 1`;

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
  // Whether a chat was blocked has no history: the last message that was sent there by then tells.
  account: `
    select r.* from public.account a
    cross join lateral jsonb_populate_record(a, jsonb_build_object('reachable', not exists (
      select from (select d.status from public.delivery d where d.person_id = a.person_id and d.settled_at <= (select moment from as_of)
        and d.status in ('sent', 'blocked') order by d.settled_at desc, d.id desc limit 1) last where last.status = 'blocked'))) r
    where a.created_at <= (select moment from as_of)`,
  nudge_round: 'select * from public.nudge_round where created_at <= (select moment from as_of)',
  nudge: 'select * from public.nudge where created_at <= (select moment from as_of)',
  evaluation: `
    select r.* from public.evaluation v left join lateral (${lastStep('evaluation')}) s on true
    cross join lateral jsonb_populate_record(v, ${columnsOf('s.after')}
      || case when s.at is null then '{}'::jsonb else jsonb_build_object('evaluated_at', s.at) end) r
    where coalesce(s.at, v.evaluated_at) <= (select moment from as_of)`,
  award_proposal: `
    select r.* from public.award_proposal p left join lateral (${proposalStep}) s on true
    left join lateral (
      select c.before ->> 'grounds' as grounds from public.award_proposal_change c
      where c.proposal_id = p.id and c.action = 'change' and c.at > (select moment from as_of) order by c.id limit 1) g on true
    cross join lateral jsonb_populate_record(p, jsonb_build_object('grounds', coalesce(g.grounds, p.grounds))
      || case when s.state is null then '{}'::jsonb else jsonb_build_object('state', s.state, 'decision_id', s.decision_id,
        'reason', case when s.state in ('not_forwarded', 'refused') then s.reason end,
        'decided_at', case when s.state not in ('proposed', 'withdrawn') then s.at end) end) r
    where p.proposed_at <= (select moment from as_of)`,
  award_decision: `
    select r.* from public.award_decision d left join lateral (
      select c.before from public.award_decision_change c
      where c.decision_id = d.id and c.action = 'mend' and c.at > (select moment from as_of) order by c.id limit 1) m on true
    cross join lateral jsonb_populate_record(d, jsonb_build_object(
      'number', coalesce(m.before ->> 'number', d.number), 'body', coalesce(m.before ->> 'body', d.body),
      'decided_on', coalesce(m.before ->> 'decidedOn', d.decided_on::text),
      'taken_back_at', case when d.taken_back_at <= (select moment from as_of) then d.taken_back_at end)) r
    where d.recorded_at <= (select moment from as_of)`,
  carried_exemplar: 'select * from public.carried_exemplar where at <= (select moment from as_of)',
  own_criterion: `
    select r.* from public.own_criterion c
    cross join lateral jsonb_populate_record(c, jsonb_build_object(
      'retired_at', case when c.retired_at <= (select moment from as_of) then c.retired_at end)) r
    where c.added_at <= (select moment from as_of)`,
  fostering_plan: 'select * from public.fostering_plan where saved_at <= (select moment from as_of)',
  fostering_step: `
    select r.* from public.fostering_step f
    left join lateral (
      select bool_or(c.action = 'add') as known, bool_or(c.action = 'add' and c.at <= (select moment from as_of)) as added
      from public.fostering_change c where c.step_id = f.id) h on true
    left join lateral (
      select c.after ->> 'dueOn' as due_on from public.fostering_change c
      where c.step_id = f.id and c.action in ('add', 'move') and c.at <= (select moment from as_of)
      order by c.id desc limit 1) d on true
    left join lateral (
      select c.action, c.at, c.after ->> 'doneOn' as done_on from public.fostering_change c
      where c.step_id = f.id and c.action in ('done', 'drop', 'reopen') and c.at <= (select moment from as_of)
      order by c.id desc limit 1) s on true
    left join lateral (
      select c.before ->> 'fosteringPlanId' as plan_id from public.fostering_change c
      where c.step_id = f.id and c.action = 'carry' and c.at > (select moment from as_of)
      order by c.id limit 1) m on true
    cross join lateral jsonb_populate_record(f, case when h.known then jsonb_build_object(
        'due_on', coalesce(d.due_on, f.due_on::text),
        'done_on', case when s.action = 'done' then s.done_on end,
        'dropped_at', case when s.action = 'drop' then s.at end)
      else '{}'::jsonb end || jsonb_build_object('fostering_plan_id', coalesce(m.plan_id, f.fostering_plan_id::text))) r
    where h.known is not true or h.added`,
  help_request: `
    select r.* from public.help_request q left join lateral (
      select c.action from public.help_request_change c
      where c.help_request_id = q.id and c.action not in ('mend', 'carry') and c.at <= (select moment from as_of)
      order by c.id desc limit 1) s on true
    left join lateral (
      select c.before ->> 'planId' as plan_id from public.help_request_change c
      where c.help_request_id = q.id and c.action = 'carry' and c.at > (select moment from as_of)
      order by c.id limit 1) m on true
    cross join lateral jsonb_populate_record(q, jsonb_build_object('plan_id', coalesce(m.plan_id, q.plan_id::text)) || case when s.action is null then '{}'::jsonb
      else jsonb_build_object('state', case s.action when 'take' then 'taken' when 'close' then 'closed' else 'open' end) end) r
    where q.asked_at <= (select moment from as_of)`,
  nomination: `
    select r.* from public.nomination n join nomination_step s on s.nomination_id = n.id
    left join nomination_grounds g on g.nomination_id = n.id
    cross join lateral jsonb_populate_record(n, jsonb_build_object('state', s.state,
      'decided_at', case when s.state in ('chosen', 'not_chosen') then s.at end,
      'decided_by_id', case when s.state in ('chosen', 'not_chosen') then s.person_id end,
      'reason', case when s.state in ('chosen', 'not_chosen') then s.reason end,
      'grounds', coalesce(g.grounds, n.grounds))) r`,
  delegate_number: 'select * from public.delegate_number where at <= (select moment from as_of)',
  activity: `
    select r.* from public.activity a left join lateral (${lastStep('activity')}) s on true
    cross join lateral jsonb_populate_record(a, ${columnsOf('s.after')} || jsonb_build_object(
      'withdrawn_at', case when a.withdrawn_at <= (select moment from as_of) then a.withdrawn_at end)) r
    where a.logged_at <= (select moment from as_of)`,
};

const hidden = [
  `exemplar_step as (${exemplarStep})`,
  `filing_step as (${filingStep})`,
  `nomination_step as (${nominationStep})`,
  `nomination_grounds as (${nominationGrounds})`,
  ...Object.entries(tables).map(([name, query]) => `${name} as (${query})`),
].join(',\n');

/** Writes a statement that reads the tables as they were at a moment. `day` is its day. */
function writeAsOf(statement: string, { moment, day }: AsOf): string {
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

/** Snapshots of the tables as they are, by those of a day that were made of them. */
const present = new WeakMap<Snapshot, Snapshot>();

/**
 * Returns a snapshot that shows the database as it was at a moment. Of a snapshot of a later day it
 * shows the earlier one.
 */
export function snapshotAsOf(snapshot: Snapshot, at: AsOf): Snapshot {
  const now = present.get(snapshot) ?? snapshot;
  const { rows, sql } = now;
  const then: Snapshot = {
    rows: (statement, params) => rows(writeAsOf(statement, at), params),
    sql: {
      // Not by its name: another statement is prepared under it.
      query: (statement, values) =>
        typeof statement === 'string'
          ? sql.query(writeAsOf(statement, at), values)
          : sql.query({ text: writeAsOf(statement.text, at), values: statement.values ?? [] }),
    },
  };
  present.set(then, now);
  return then;
}
