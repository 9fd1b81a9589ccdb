import type { Sql } from '../../src/store/sql.ts';

const tables = [
  ...['person', 'membership', 'invitation', 'person_change', 'draft', 'exemplar', 'exemplar_change'],
  ...['attachment', 'filing', 'filing_change', 'nudge', 'delivery', 'nudge_round', 'snooze', 'unit'],
  ...['own_criterion', 'standing_report', 'asked_report', 'due_move', 'plan', 'plan_version', 'plan_unit'],
  ...['fostering_plan', 'fostering_step', 'fostering_change', 'carried_exemplar'],
  ...['activity', 'activity_change', 'help_request', 'help_request_change'],
  ...['award_proposal', 'award_proposal_change', 'award_decision', 'award_decision_change'],
  ...['evaluation', 'annual_report', 'period_summary', 'nomination', 'nomination_change'],
  'delegate_number',
];

/** Reads all domain data as text, by table, to compare it with that of another moment. */
export async function readEverything(sql: Sql): Promise<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of tables) {
    const { rows } = await sql.query<{ all: string | null }>(
      `select string_agg(one::text, E'\\n' order by one::text) as all from ${name} one`,
    );
    kept[name] = rows[0]?.all ?? '';
  }
  return kept;
}
