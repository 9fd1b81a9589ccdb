import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { locales } from '../i18n.ts';

const at = '2021-08-18T01:00:00Z';
const digest = 'a'.repeat(64);

type Row = Record<string, unknown>;

/** A row of each table that the database takes. */
const good: Record<string, Row> = {
  office: { code: 'office-2' },
  plan: { office_id: 1, code: '102/KH-UBND' },
  plan_version: {
    ...{ plan_id: 1, number: 2, content: '{}', hash: 'b'.repeat(64), loaded_at: at },
  },
  plan_unit: { plan_id: 1, unit_id: 2, kind: 'township', position: 2 },
  due_move: {
    ...{ plan_id: 1, duty: 'annualReport', occurrence: '2021', last_day: '2021-12-20', at, by_id: 1 },
    ...{ channel: 'web', reason: 'Lùi vì dịch bệnh' },
  },
  unit: { office_id: 1, code: 'DD', name: 'Đak Đoa', short: 'Đak Đoa', position: 2, created_at: at },
  change_of_units: {
    ...{
      office_id: 1,
      action: 'merged',
      day: '2021-09-01',
      ground: 'Nghị quyết',
      before: '{1,2}',
      after: '[{}]',
    },
    ...{ recorded_at: at, by_id: 1, channel: 'web', made_by: 'draft:1' },
  },
  person: { name: 'A', created_at: at },
  account: { channel: 'zalo', external_id: '7', chat_id: 7, person_id: 1, created_at: at },
  membership: { person_id: 1, role: 'liaison', unit_id: 1, since: at },
  invitation: { code: 'GQ2M9TAK', role: 'liaison', unit_id: 1, created_at: at, expires_at: at },
  draft: { form: 'register', person_id: 1, opened_by: 'zalo:1', created_at: at, updated_at: at },
  exemplar: {
    ...{
      code: 'GLAR-2021-002',
      unit_id: 1,
      year: 2021,
      subject: 'individual',
      category: 'business',
      name: 'B',
    },
    ...{ search_name: 'b', sex: 'female', birth_year: 1980, place: 'Glar', difficult_area: false },
    ...{
      direct_labour: true,
      summary: 's',
      criteria: '{}',
      impact: 'i',
      endorsed_on: '2021-08-01',
      plan_id: 1,
    },
    ...{ status: 'submitted', submitted_at: at, submitted_by_id: 1 },
  },
  standing_report: {
    ...{ plan_id: 1, person_id: 1, report: 'tonghop', rhythm: 'weekly', day: 1, since: at },
    ended_at: null,
  },
  asked_report: {
    ...{ update_key: 'zalo:1', channel: 'zalo', chat_id: 7, person_id: 1, plan_id: 1 },
    ...{ question: '{"report":"tonghop"}', state: 'making', asked_at: at },
  },
  own_criterion: {
    plan_id: 1,
    unit_id: 1,
    text: 'Giữ được đội chiêng',
    added_at: at,
    added_by_id: 1,
    added_via: 'zalo',
  },
  exemplar_counter: { unit_id: 1, year: 2022, last: 1 },
  exemplar_change: { exemplar_id: 1, at, person_id: 1, channel: 'web', action: 'submit' },
  filing: {
    plan_id: 1,
    unit_id: 1,
    duty: 'implementationPlan',
    filed_at: at,
    filed_by_id: 1,
    channel: 'zalo',
  },
  filing_change: { filing_id: 1, at, person_id: 1, channel: 'telegram', action: 'submit' },
  activity: {
    ...{ plan_id: 1, unit_id: 1, kind: 'publicity', held_on: '2021-09-01', place: 'Đài truyền thanh huyện' },
    ...{ logged_at: at, logged_by_id: 1, logged_as: 'liaison', channel: 'zalo' },
  },
  activity_change: { activity_id: 1, at, person_id: 1, channel: 'web', action: 'log' },
  help_request: {
    ...{ plan_id: 1, unit_id: 1, text: 'Cần loa đài', made_by: 'draft:2', asked_at: at },
    ...{ asked_by_id: 1, channel: 'zalo' },
  },
  help_request_change: { help_request_id: 1, at, person_id: 1, channel: 'web', action: 'take' },
  person_change: { person_id: 1, at, by_id: 1, channel: 'web', action: 'draft_taken' },
  evaluation: { plan_id: 1, exemplar_id: 1, unit_id: 1, year: 2022, result: 'kept', evaluated_at: at },
  evaluation_change: { evaluation_id: 1, at, person_id: 1, channel: 'web', action: 'evaluate' },
  award_proposal: {
    ...{ plan_id: 1, exemplar_id: 1, unit_id: 1, year: 2021, form: 'merit', level: 'district' },
    ...{ grounds: 'Giảm 12 hộ nghèo', proposed_at: at },
  },
  award_proposal_change: { proposal_id: 1, at, person_id: 1, channel: 'web', action: 'propose' },
  award_decision: {
    ...{ plan_id: 1, number: '12/QĐ-UBND', decided_on: '2021-12-20', body: 'UBND huyện', level: 'district' },
    ...{ recorded_at: at, recorded_by_id: 1, channel: 'web' },
  },
  award_decision_change: { decision_id: 1, at, person_id: 1, channel: 'web', action: 'record' },
  annual_report: {
    ...{ plan_id: 1, unit_id: 1, year: 2021, filing_id: 1, results: '', difficulties: '', proposals: '' },
    ...{ directions: '', answers: '{}' },
  },
  period_summary: {
    ...{ plan_id: 1, unit_id: 1, duty: 'periodSummary', from_year: 2021, to_year: 2025, filing_id: 1 },
    ...{ results: '', difficulties: '', proposals: '', directions: '', answers: '{}' },
  },
  nomination: {
    ...{ plan_id: 1, exemplar_id: 1, unit_id: 1, grounds: 'Giảm 12 hộ nghèo', nominated_at: at },
    nominated_by_id: 1,
  },
  nomination_change: { nomination_id: 1, at, person_id: 1, channel: 'web', action: 'nominate' },
  delegate_number: { plan_id: 1, delegates: 60, at, by_id: 1, channel: 'zalo' },
  fostering_plan: { plan_id: 1, unit_id: 2, lead: 'Phó Chủ tịch UBND xã', saved_at: at, by_id: 1 },
  fostering_step: {
    ...{ fostering_plan_id: 1, kind: 'nurture', what: 'Tập huấn', who: 'Hội Nông dân', due_on: '2021-12-01' },
  },
  fostering_change: { fostering_plan_id: 1, at, person_id: 1, channel: 'zalo', action: 'save' },
  step_nudge: {
    ...{ step_id: 1, due_on: '2021-12-01', stage: 'after-1', offset_days: 1, person_id: 1 },
    ...{ created_at: at, delivery_id: 1 },
  },
  history_erasure: {
    history: 'exemplar_change',
    change_id: 1,
    parts: '{before}',
    rule: 'request.person',
    at,
  },
  attachment: {
    ...{ exemplar_id: 1, name: 'a.pdf', mime: 'application/pdf', size: 1, sha256: digest },
    ...{ storage_key: 'attachments/aa/a', update_key: 'zalo:1', uploaded_at: at },
  },
  chat_file: {
    ...{ id: 'x', channel: 'web', chat_id: 1, name: 'a.xlsx', mime: 'image/svg+xml', size: 0 },
    ...{ storage_key: 'web/x', created_at: at },
  },
  nudge: {
    ...{
      plan_id: 1,
      duty: 'registration',
      occurrence: '2021-Q3',
      unit_id: 1,
      stage: 'before-7',
      offset_days: -7,
      person_id: 1,
    },
    ...{ created_at: at, delivery_id: 1 },
  },
  nudge_round: { key: 'r', plan_id: 1, duty: 'yearlyReport', officer_id: 1, created_at: at },
  delivery: { key: 'd', person_id: 1, kind: 'exemplar-approve', created_at: at },
  inbox_update: { channel: 'web', update_key: '9', chat_key: 'web:9', payload: '{}' },
  plain_chat: { channel: 'zalo', chat_id: 9 },
  send_lease: { channel: 'telegram', owner: 7, at },
  code_attempt: { who: 'address:', cause: 'c', at },
  web_chat: { label: 'Firefox', created_at: at },
  web_message: { chat_id: 1, from_bot: true, message: '{}', sent_at: at },
  backup: { started_at: at, bytes: 0 },
  rehearsal_step: { id: 'b' },
  rehearsal_action: { step_id: 'a', n: 1, heard: '{}' },
};

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase({ poolSize: 1 });
  const first: [table: string, row: Row][] = [
    ['unit', { ...good.unit, id: 1, code: 'GLAR' }],
    ['unit', { ...good.unit, id: 2, code: 'ADOK' }],
    ['person', { ...good.person, id: 1 }],
    ['account', { ...good.account, id: 1, external_id: '1' }],
    ['membership', { ...good.membership, id: 1, until: at }],
    ['exemplar', { ...good.exemplar, id: 1, code: 'GLAR-2021-001' }],
    ['exemplar', { ...good.exemplar, id: 2, code: 'GLAR-2021-009' }],
    ['exemplar_change', { ...good.exemplar_change, id: 1, before: '{}' }],
    ['filing', { ...good.filing, id: 1 }],
    ['filing_change', { ...good.filing_change, id: 1 }],
    ['activity', { ...good.activity, id: 1 }],
    ['help_request', { ...good.help_request, id: 1, made_by: 'draft:1' }],
    ['delivery', { ...good.delivery, id: 1, key: 'first' }],
    ['evaluation', { ...good.evaluation, id: 1, year: 2021 }],
    ['nomination', { ...good.nomination, id: 1, exemplar_id: 2 }],
    ['award_proposal', { ...good.award_proposal, id: 1, year: 2020 }],
    ['award_decision', { ...good.award_decision, id: 1, number: '11/QĐ-UBND' }],
    ['fostering_plan', { ...good.fostering_plan, id: 1, unit_id: 1 }],
    ['fostering_step', { ...good.fostering_step, id: 1 }],
    ['web_chat', { ...good.web_chat, chat_id: 1 }],
    ['rehearsal_step', { id: 'a' }],
  ];
  for (const [table, row] of first) await insert(table, row);
  // Ids that the tests give by themselves begin after those.
  for (const [table, row] of first) {
    if (typeof row.id === 'string') continue;
    const column = table === 'web_chat' ? 'chat_id' : 'id';
    await db.pool.query(`select setval(pg_get_serial_sequence('${table}', '${column}'), 100)`);
  }
});
afterAll(() => db.drop());

async function insert(table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const values = columns.map((_, i) => `$${i + 1}`);
  await db.pool.query(
    `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`,
    Object.values(row),
  );
}

/** Inserts and takes back. */
async function tries(table: string, row: Row): Promise<void> {
  await db.pool.query('begin');
  try {
    await insert(table, row);
  } finally {
    await db.pool.query('rollback');
  }
}

const short = 'Thiếu';
const reason = 'Thiếu số liệu năm 2021';

/** What the database refuses: each time one good row with these columns changed. */
const refused: [constraint: string, changed: Row][] = [
  ['account_channel', { channel: 'signal' }],
  ['account_channel', { channel: '' }],
  ['account_locale', { locale: 'fr' }],
  ['account_locale', { locale: 'VI' }],
  ['person_locale', { locale: 'vn' }],
  ['unit_code', { code: 'glar' }],
  ['unit_code', { code: 'IA BANG' }],
  ['unit_code', { code: 'ABCDEFGHIJKLM' }],
  ['office_code', { code: 'Phòng' }],
  ['plan_closed', { closed_by_id: 1 }],
  ['plan_closed_with_a_code', { code: null, closed_at: at }],
  ['plan_ending_of_a_closed_one', { ending: '{}' }],
  ['plan_version_number', { number: 0 }],
  ['plan_version_content', { content: '[]' }],
  ['plan_version_hash', { hash: 'b' }],
  ['plan_version_differences', { differences: '{}' }],
  ['plan_unit_kind', { kind: 'xã' }],
  ['plan_unit_kind', { kind: '' }],
  ['plan_unit_quota', { min: 3, max: 2 }],
  ['plan_unit_quota', { max: 2 }],
  ['plan_unit_position', { position: -1 }],
  ['plan_unit_days', { since: '2021-08-02', until: '2021-08-01' }],
  ['unit_days', { since: '2021-09-03', until: '2021-09-01', active: false }],
  ['unit_that_ended_is_inactive', { until: '2021-09-01' }],
  ['unit_succeeded_by_another', { successor_id: 1 }],
  ['change_of_units_ground', { ground: '' }],
  ['change_of_units_before', { before: '{1}' }],
  ['change_of_units_before', { action: 'created' }],
  ['change_of_units_before', { action: 'closed', after: '[]' }],
  ['change_of_units_after', { after: '[]' }],
  ['change_of_units_after', { after: '{}' }],
  ['change_of_units_after', { action: 'split', before: '{1}' }],
  ['change_of_units_one_end', { applied_at: at, undone_at: at, undone_by_id: 1 }],
  ['change_of_units_undone', { undone_at: at }],
  ['change_of_units_channel', { channel: 'signal' }],
  ['change_of_units_made_by', { made_by: '7' }],
  ['due_move_duty', { duty: '' }],
  ['due_move_occurrence', { occurrence: '2021-13' }],
  ['due_move_has_its_reason', { reason: short }],
  ['due_move_channel', { channel: 'signal' }],
  ['membership_place', { office_id: 1 }],
  ['invitation_place', { unit_id: null }],
  ['unit_position', { position: -1 }],
  ['membership_of_a_unit_or_the_office', { unit_id: null }],
  ['membership_of_a_unit_or_the_office', { role: 'officer' }],
  ['invitation_code', { code: 'GQ2M-9TAK' }],
  ['invitation_code', { code: 'gq2m9tak' }],
  ['invitation_used', { used_by_id: 1 }],
  ['invitation_used', { used_channel: 'zalo' }],
  ['invitation_used_channel', { used_channel: 'sms', used_at: at }],
  ['invitation_gives_a_role_or_links', { links_to_id: 1 }],
  ['invitation_invitee_name_length', { invitee_name: '' }],
  ['invitation_invitee_name_length', { invitee_name: 'x'.repeat(201) }],
  ['draft_form', { form: 'Register' }],
  ['draft_form', { form: 'register form' }],
  ['draft_owner', { person_id: null }],
  ['draft_rev', { rev: -1 }],
  ['draft_answers', { answers: '[]' }],
  ['draft_answers', { answers: 'null' }],
  ['draft_subject', { subject: '"x"' }],
  ['exemplar_category', { category: 'doanh nghiệp' }],
  ['exemplar_year', { year: 21 }],
  ['exemplar_year', { year: 0 }],
  ['exemplar_sex', { sex: 'Nữ' }],
  ['exemplar_sex', { sex: '' }],
  ['exemplar_birth_year', { birth_year: 80 }],
  ['exemplar_member_count', { member_count: 0 }],
  ['exemplar_decision', { status: 'approved' }],
  ['exemplar_decision', { status: 'returned', decision_reason: reason }],
  ['exemplar_decision', { status: 'rejected' }],
  ['exemplar_decision', { decided_at: at }],
  ['exemplar_decision', { decided_by_id: 1 }],
  ['exemplar_leads_one', { leads_id: 1, leads_draft_id: 1 }],
  ['exemplar_own_ticked', { own_ticked: null }],
  ['exemplar_own_ticked', { own_ticked: '{1,null}' }],
  ['own_criterion_text', { text: '' }],
  ['own_criterion_added_via', { added_via: 'signal' }],
  ['own_criterion_retired_via', { retired_at: at, retired_by_id: 1, retired_via: 'signal' }],
  ['own_criterion_retired', { retired_at: at }],
  ['own_criterion_retired', { retired_by_id: 1 }],
  ['own_criterion_retired', { retired_at: at, retired_by_id: 1 }],
  ['exemplar_counter_year', { year: 0 }],
  ['exemplar_counter_last', { last: 0 }],
  ['exemplar_change_channel', { channel: 'console' }],
  ['exemplar_change_has_its_reason', { action: 'return' }],
  ['exemplar_change_has_its_reason', { action: 'reject', reason: short }],
  ['exemplar_change_has_its_reason', { action: 'reopen', reason: '' }],
  ['filing_channel', { channel: 'mail' }],
  ['filing_duty', { duty: '' }],
  ['filing_occurrence', { occurrence: '1' }],
  ['filing_occurrence', { occurrence: '2021-Q5' }],
  ['filing_decision_check', { status: 'accepted' }],
  ['filing_decision_check', { status: 'returned', decided_at: at, decision_reason: short }],
  ['filing_decision_check', { decision_reason: reason }],
  ['filing_change_channel', { channel: 'bot' }],
  ['filing_change_has_its_reason', { action: 'return' }],
  ['filing_change_has_its_reason', { action: 'reopen', reason: short }],
  ['activity_place', { place: '' }],
  ['activity_place', { place: 'x'.repeat(301) }],
  ['activity_reached', { reached: 0 }],
  ['activity_broadcasts', { broadcasts: 0 }],
  ['activity_broadcasts', { kind: 'visit', broadcasts: 3 }],
  ['activity_minutes', { minutes: -5 }],
  ['activity_minutes', { kind: 'training', minutes: 5 }],
  ['activity_link', { link: 'javascript:alert(1)' }],
  ['activity_link', { link: 'https://dakdoa.gia lai.gov.vn' }],
  ['activity_link', { link: `https://${'a'.repeat(500)}` }],
  ['activity_note', { note: '' }],
  ['activity_channel', { channel: 'bot' }],
  ['activity_logged_as', { unit_id: null }],
  ['activity_logged_as', { logged_as: 'publicist' }],
  ['activity_logged_as', { logged_as: 'publicist', unit_id: null, kind: 'visit' }],
  ['activity_logged_as', { logged_as: 'head' }],
  ['activity_withdrawn', { withdrawn_at: at }],
  ['activity_withdrawn', { withdraw_reason: reason }],
  ['activity_withdrawn', { withdrawn_at: at, withdraw_reason: short }],
  ['activity_change_channel', { channel: 'bot' }],
  ['activity_change_has_its_reason', { action: 'withdraw' }],
  ['activity_change_has_its_reason', { action: 'withdraw', reason: short }],
  ['help_request_text', { text: '' }],
  ['help_request_note', { note: '' }],
  ['help_request_made_by', { made_by: '12' }],
  ['help_request_channel', { channel: 'page' }],
  ['help_request_change_channel', { channel: 'bot' }],
  ['help_request_change_has_its_reason', { action: 'close' }],
  ['person_change_channel', { channel: 'page' }],
  ['person_change_has_its_subject', { action: 'role_given' }],
  ['person_change_has_its_subject', { action: 'account_linked' }],
  ['person_change_has_its_reason', { action: 'role_ended', membership_id: 1 }],
  ['person_change_has_its_reason', { action: 'account_removed', account_id: 1, reason: short }],
  ['person_change_has_its_reason', { action: 'unit_moved', membership_id: 1, reason, by_id: null }],
  ['filing_nil_reason', { nil_reason: short }],
  ['filing_returned_lines', { returned_lines: null }],
  ['filing_returned_lines', { returned_lines: '{results}' }],
  ['evaluation_spread', { spread_to: 'Xã Ia Băng' }],
  ['evaluation_spread', { result: 'stopped', spread_count: 2 }],
  ['evaluation_spread_count', { result: 'spread', spread_count: 0 }],
  ['evaluation_year', { year: 21 }],
  ['evaluation_change_channel', { channel: 'bot' }],
  ['award_proposal_form_or_title', { form: null }],
  ['award_proposal_form_or_title', { title: 'worker' }],
  ['award_proposal_codes', { form: 'giấy khen' }],
  ['award_proposal_codes', { level: 'cấp huyện' }],
  ['award_proposal_grounds', { grounds: '' }],
  ['award_proposal_year', { year: 21 }],
  ['award_proposal_change_channel', { channel: 'mail' }],
  ['award_proposal_decision', { state: 'granted', decided_at: at }],
  ['award_proposal_decision', { state: 'forwarded', decided_at: at, decision_id: 1 }],
  ['award_proposal_decided', { state: 'not_forwarded' }],
  ['award_proposal_reason', { reason }],
  ['award_proposal_reason', { state: 'refused', decided_at: at, reason: '' }],
  ['award_proposal_change_has_its_reason', { action: 'decline' }],
  ['award_proposal_change_has_its_reason', { action: 'refuse', reason: short }],
  ['award_proposal_change_has_its_reason', { action: 'reopen', reason: '' }],
  ['award_decision_number', { number: '' }],
  ['award_decision_number', { number: 'x'.repeat(61) }],
  ['award_decision_body', { body: '' }],
  ['award_decision_level', { level: 'cấp huyện' }],
  ['award_decision_channel', { channel: 'bot' }],
  ['award_decision_change_channel', { channel: 'bot' }],
  ['award_decision_change_has_its_reason', { action: 'mend' }],
  ['award_decision_change_has_its_reason', { action: 'take_back', reason: short }],
  ['annual_report_answers', { answers: '[]' }],
  ['annual_report_year', { year: 0 }],
  ['period_summary_duty', { duty: 'tổng kết' }],
  ['period_summary_occurrence', { occurrence: '2021-H3' }],
  ['period_summary_years', { from_year: 21 }],
  ['period_summary_years', { to_year: 2020 }],
  ['period_summary_answers', { answers: '[]' }],
  ['nomination_grounds', { grounds: '' }],
  ['nomination_decided', { state: 'chosen' }],
  ['nomination_decided', { decided_at: at, decided_by_id: 1 }],
  ['nomination_decided', { state: 'withdrawn', decided_by_id: 1 }],
  ['nomination_reason', { reason }],
  ['nomination_reason', { state: 'not_chosen', decided_at: at, decided_by_id: 1 }],
  ['nomination_reason', { state: 'not_chosen', decided_at: at, decided_by_id: 1, reason: short }],
  ['nomination_reason', { state: 'chosen', decided_at: at, decided_by_id: 1, reason: '' }],
  ['nomination_change_channel', { channel: 'mail' }],
  ['nomination_change_has_its_reason', { action: 'drop' }],
  ['nomination_change_has_its_reason', { action: 'drop', reason: short }],
  ['delegate_number_delegates', { delegates: 0 }],
  ['delegate_number_channel', { channel: 'bot' }],
  ['attachment_part', { part: 'minh chứng' }],
  ['attachment_part', { part: 'evidence@' }],
  ['fostering_plan_lead', { lead: '' }],
  ['fostering_step_words', { what: '' }],
  ['fostering_step_words', { who: 'x'.repeat(501) }],
  ['fostering_step_done_or_dropped', { done_on: '2021-11-01', dropped_at: at, drop_reason: reason }],
  ['fostering_step_dropped_with_a_reason', { dropped_at: at }],
  ['fostering_step_dropped_with_a_reason', { drop_reason: reason }],
  ['fostering_change_channel', { channel: 'mail' }],
  ['fostering_change_has_its_step', { action: 'add' }],
  ['fostering_change_has_its_step', { step_id: 1 }],
  ['fostering_change_has_its_reason', { action: 'drop', step_id: 1 }],
  ['fostering_change_has_its_reason', { action: 'reopen', step_id: 1, reason: short }],
  ['step_nudge_stage', { stage: 'round-1' }],
  ['step_nudge_offset', { offset_days: null }],
  ['history_erasure_parts', { history: 'fostering_change', parts: '{account_id}' }],
  ['history_erasure_parts', { parts: '{}' }],
  ['history_erasure_parts', { parts: '{account_id}' }],
  ['history_erasure_parts', { history: 'filing_change', parts: '{before}' }],
  ['history_erasure_parts', { history: 'activity_change', parts: '{account_id}' }],
  ['history_erasure_rule', { rule: 'because' }],
  ['attachment_has_one_owner', { exemplar_id: null }],
  ['attachment_has_one_owner', { filing_id: 1 }],
  ['attachment_size', { size: 0 }],
  ['attachment_size', { size: -1 }],
  ['attachment_size', { size: 20 * 1024 * 1024 + 1 }],
  ['attachment_sha256', { sha256: 'abc' }],
  ['attachment_sha256', { sha256: digest.toUpperCase() }],
  ['attachment_mime', { mime: 'pdf' }],
  ['attachment_mime', { mime: 'text/html; charset=utf-8' }],
  ['attachment_storage_key', { storage_key: '../attachments/a' }],
  ['attachment_storage_key', { storage_key: 'web/a' }],
  ['chat_file_behind_a_link', { received: true, expires_at: at }],
  ['chat_file_channel', { channel: 'linked' }],
  ['chat_file_mime', { mime: '' }],
  ['chat_file_size', { size: -1 }],
  ['chat_file_storage_key', { storage_key: 'attachments/a' }],
  ['nudge_duty', { duty: 'báo cáo' }],
  ['nudge_occurrence', { occurrence: '2021-8' }],
  ['nudge_stage', { stage: 'before-0' }],
  ['nudge_stage', { stage: 'after' }],
  ['nudge_stage', { stage: 'again-18/8/2021', offset_days: null }],
  ['nudge_offset', { offset_days: null }],
  ['nudge_offset', { stage: 'round-1' }],
  ['nudge_round_duty', { duty: '1' }],
  ['nudge_round_occurrence', { occurrence: '-1' }],
  ['exemplar_occurrence', { occurrence: '2021-H3' }],
  ['delivery_channel', { channel: 'e-mail' }],
  ['delivery_kind', { kind: 'Nudge' }],
  ['delivery_kind', { kind: '' }],
  ['delivery_attempts', { attempts: -1 }],
  ['delivery_unsure_check', { unsure: -1 }],
  ['delivery_settled', { status: 'sent' }],
  ['delivery_settled', { status: 'dropped' }],
  ['delivery_settled', { settled_at: at }],
  ['inbox_update_channel', { channel: 'facebook', chat_key: 'facebook:1' }],
  ['inbox_update_chat_key', { chat_key: 'zalo:9' }],
  ['inbox_update_chat_key', { chat_key: '9' }],
  ['inbox_update_attempts', { attempts: -1 }],
  ['inbox_update_settled', { status: 'failed' }],
  ['inbox_update_settled', { settled_at: at }],
  ['inbox_update_payload', { status: 'done', settled_at: at }],
  ['plain_chat_channel', { channel: 'plain' }],
  ['send_lease_channel', { channel: 'sms' }],
  ['send_lease_waits', { chat: '7', waits: true }],
  ['code_attempt_who', { who: 'somebody' }],
  ['rehearsal_step_skipped_ended', { skipped: true }],
  ['rehearsal_action_n', { n: 0 }],
  ['web_chat_last_read', { last_read: -1 }],
  ['web_chat_commands', { commands: '{}' }],
  ['web_message_is_one', { message: '[]' }],
  ['standing_report_day', { day: 8 }],
  ['standing_report_day', { day: null }],
  ['standing_report_day', { rhythm: 'daily' }],
  ['standing_report_day', { rhythm: 'monthly', day: 32 }],
  ['standing_report_end', { ended_at: '2000-01-01' }],
  ['asked_report_channel', { channel: 'signal' }],
  ['asked_report_question', { question: '[]' }],
  ['asked_report_question', { question: '"tonghop"' }],
  ['asked_report_done', { done: 101 }],
  ['asked_report_done', { done: -1 }],
  ['asked_report_end', { ended_at: at }],
  ['asked_report_end', { state: 'sent' }],
  ['chat_file_made_for', { made_for: '[]' }],
  ['backup_sizes', { bytes: -1 }],
  ['backup_sizes', { missing: -1 }],
];

/** The longest name of a table that a constraint's name begins with. */
const tableOf = (constraint: string): string =>
  Object.keys(good)
    .filter((table) => constraint.startsWith(`${table}_`))
    .sort((a, b) => b.length - a.length)[0] ?? '';

describe('the database', () => {
  it.each(Object.entries(good))('takes a good row of %s', async (table, row) => {
    await tries(table, row);
  });

  it.each<[table: string, changed: Row]>([
    ['code_attempt', { who: 'account:17' }],
    ['code_attempt', { who: 'person:5' }],
    ['code_attempt', { who: 'address:203.0.113.7' }],
    ['code_attempt', { who: 'address:2001:db8:0:1::/64' }],
    ['chat_file', { mime: 'x-conference/x-cooltalk' }],
    ['chat_file', { mime: 'application/vnd.ms-excel.sheet.macroEnabled.12' }],
    ['chat_file', { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }],
    ['filing', { occurrence: '2199-12' }],
    ['exemplar', { year: 2200, birth_year: 2180 }],
    ['nudge', { stage: 'again-2021-08-19', offset_days: null }],
    ['nudge', { stage: 'round-12', offset_days: null }],
    ['nudge', { stage: 'last-day', offset_days: 0 }],
    ['step_nudge', { stage: 'again-2021-12-02', offset_days: null }],
    ['fostering_change', { action: 'move', step_id: 1 }],
    ['exemplar', { status: 'withdrawn', decided_at: at }],
    ['exemplar', { status: 'withdrawn' }],
    ['invitation', { used_at: at }],
    ['delivery', { kind: 'account_removed' }],
    ['delivery', { kind: 'morning-line', status: 'unconnected', settled_at: at }],
  ])('takes what the program writes: %s %j', async (table, changed) => {
    await tries(table, { ...good[table], ...changed });
  });

  it.each(refused)('refuses by %s: %j', async (constraint, changed) => {
    const table = tableOf(constraint);
    await expect(tries(table, { ...good[table], ...changed })).rejects.toMatchObject({
      code: '23514',
      constraint,
    });
  });

  it('has no CHECK that nothing here is refused by', async () => {
    const { rows } = await db.pool.query<{ name: string }>(
      `select conname as name from pg_constraint
       where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0 order by 1`,
    );
    const tried = new Set(refused.map(([constraint]) => constraint));
    expect(rows.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each(['person', 'account'])('knows the languages of the texts: %s', async (table) => {
    for (const locale of locales) await tries(table, { ...good[table], locale });
  });

  it('has a person in a role of a unit once at a time, and in one of the office', async () => {
    const lasting = { ...good.membership, until: null };
    await insert('membership', lasting);
    await expect(insert('membership', lasting)).rejects.toMatchObject({
      constraint: 'membership_living_of_unit',
    });
    await insert('membership', { ...lasting, role: 'head' });
    const ofTheOffice = { ...lasting, role: 'officer', unit_id: null, office_id: 1 };
    await insert('membership', ofTheOffice);
    await expect(insert('membership', ofTheOffice)).rejects.toMatchObject({
      constraint: 'membership_living_of_office',
    });
    await insert('membership', { ...ofTheOffice, role: 'manager' });
    await db.pool.query(`update membership set until = $1 where until is null and role = 'liaison'`, [at]);
    await insert('membership', lasting);
  });
});
