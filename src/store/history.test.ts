import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { History } from './generated/enums.ts';

const at = new Date('2021-08-18T01:00:00.000Z');
const later = new Date('2021-09-01T01:00:00.000Z');
const secret = 'Nguyễn Văn Kín';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase({ poolSize: 2 });
  await db.pool.query(
    `insert into unit (id, office_id, code, name, short, position, created_at) values (1, 1, 'GLAR', 'Xã Glar', 'Glar', 1, $1)`,
    [at],
  );
  await db.pool.query(`insert into person (id, name, created_at) values (1, 'A', $1)`, [at]);
  await db.pool.query(
    `insert into account (id, channel, external_id, chat_id, created_at) values (1, 'telegram', '11', 11, $1)`,
    [at],
  );
  await db.pool.query(
    `insert into exemplar (id, code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
       summary, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id)
     values (1, 'GLAR-2021-001', 1, 2021, 'collective', 'community', 'Làng', 'lang', 'Làng', false, false, 't', 'h', '2021-08-01',
       'submitted', 1, $1, 1)`,
    [at],
  );
  await db.pool.query(
    `insert into filing (id, plan_id, unit_id, duty, filed_at, filed_by_id, channel) values (1, 1, 1, 'implementationPlan', $1, 1, 'web')`,
    [at],
  );
  const facts = JSON.stringify({ name: secret, birthYear: 1970, place: 'Làng Dur' });
  await db.pool.query(
    `insert into exemplar_change (id, exemplar_id, at, person_id, channel, action, reason, before, after)
     values (7, 1, $1, 1, 'web', 'return', $2, null, $3), (8, 1, $1, 1, 'web', 'resubmit', null, $3, $3)`,
    [at, `Thiếu số liệu của ${secret}`, facts],
  );
  await db.pool.query(
    `insert into filing_change (id, filing_id, at, person_id, channel, action, reason) values (7, 1, $1, 1, 'web', 'return', $2)`,
    [at, `Thiếu chữ ký của ${secret}`],
  );
  await db.pool.query(
    `insert into activity (id, plan_id, unit_id, kind, held_on, place, logged_at, logged_by_id, logged_as, channel)
     values (1, 1, 1, 'visit', '2021-08-10', 'Glar', $1, 1, 'liaison', 'web')`,
    [at],
  );
  await db.pool.query(
    `insert into help_request (id, plan_id, unit_id, text, made_by, asked_at, asked_by_id, channel)
     values (1, 1, 1, 'Cần loa', 'draft:1', $1, 1, 'web')`,
    [at],
  );
  for (const [table, of, action] of [
    ['activity_change', 'activity_id', 'withdraw'],
    ['help_request_change', 'help_request_id', 'close'],
  ])
    await db.pool.query(
      `insert into ${table} (id, ${of}, at, person_id, channel, action, reason) values (7, 1, $1, 1, 'web', '${action}', $2)`,
      [at, `Đã hỏi ${secret}`],
    );
  await db.pool.query(
    `insert into person_change (id, person_id, at, by_id, channel, action, reason, account_id, before, after)
     values (7, 1, $1, 1, 'web', 'account_removed', $2, 1, '{"channel": "telegram"}', '{}')`,
    [at, `Máy của ${secret} đã mất`],
  );
  await addFosteringHistory();
  await addEvaluationHistory();
});
afterAll(() => db.drop());

async function addEvaluationHistory(): Promise<void> {
  await db.pool.query(
    `insert into evaluation (id, plan_id, exemplar_id, unit_id, year, result, evaluated_at) values (1, 1, 1, 1, 2021, 'kept', $1)`,
    [at],
  );
  await db.pool.query(
    `insert into award_proposal (id, plan_id, exemplar_id, unit_id, year, form, level, grounds, proposed_at)
     values (1, 1, 1, 1, 2021, 'merit', 'district', 'g', $1)`,
    [at],
  );
  await db.pool.query(
    `insert into nomination (id, plan_id, exemplar_id, unit_id, grounds, nominated_at, nominated_by_id)
     values (1, 1, 1, 1, 'g', $1, 1)`,
    [at],
  );
  await db.pool.query(
    `insert into award_decision (id, plan_id, number, decided_on, body, level, recorded_at, recorded_by_id, channel)
     values (1, 1, '12/QĐ-UBND', '2021-12-20', 'UBND huyện', 'district', $1, 1, 'web')`,
    [at],
  );
  for (const [table, of, action] of [
    ['nomination_change', 'nomination_id', 'drop'],
    ['evaluation_change', 'evaluation_id', 'change'],
    ['award_proposal_change', 'proposal_id', 'withdraw'],
    ['award_decision_change', 'decision_id', 'take_back'],
  ])
    await db.pool.query(
      `insert into ${table} (id, ${of}, at, person_id, channel, action, reason) values (7, 1, $1, 1, 'web', '${action}', $2)`,
      [at, `Theo lời ${secret}`],
    );
}

async function addFosteringHistory(): Promise<void> {
  await db.pool.query(
    `insert into fostering_plan (id, plan_id, unit_id, lead, saved_at, by_id) values (1, 1, 1, $2, $1, 1)`,
    [at, secret],
  );
  await db.pool.query(
    `insert into fostering_change (id, fostering_plan_id, at, person_id, channel, action, reason, after)
     values (7, 1, $1, 1, 'web', 'lead', $2, $3)`,
    [at, `Thay cho ${secret}`, JSON.stringify({ lead: secret })],
  );
}

let newestLine = 1000;

/** Adds a line like line 7 of a history, or another one: each test erases a line of its own. */
async function addLine(history: string, like = 7): Promise<number> {
  newestLine += 1;
  const id = JSON.stringify({ id: newestLine });
  const copy = `insert into ${history} select (jsonb_populate_record(c, $1::jsonb)).* from ${history} c where id = $2`;
  await db.pool.query(copy, [id, like]);
  return newestLine;
}

const lineOf = async (table: string, id: number) =>
  (await db.pool.query(`select to_jsonb(c) as line from ${table} c where id = $1`, [id])).rows[0]?.line;

const erase = async (history: string, id: number, parts: string[], rule = 'request.person') => {
  const { rows } = await db.pool.query('select erase_from_history($1, $2, $3, $4, $5, 1) as erased', [
    history,
    id,
    parts,
    rule,
    later,
  ]);
  return rows[0]?.erased;
};

const recordsOf = (history: History, changeId: number) =>
  db.prisma.historyErasure.findMany({ where: { history, changeId }, orderBy: { id: 'asc' } });

describe.each(Object.values(History))('%s', (history) => {
  it('refuses every change but its erasure', async () => {
    const id = await addLine(history);
    const before = await lineOf(history, id);
    for (const sql of [
      `update TABLE set reason = 'Lý do khác hẳn' where id = ${id}`,
      `update TABLE set reason = null where id = ${id}`,
      `update TABLE set reason = null, erased = true where id = ${id}`,
      `update TABLE set at = at + interval '1 day' where id = ${id}`,
      "update TABLE set channel = 'zalo'",
      `update TABLE set id = 9 where id = ${id}`,
      `delete from TABLE where id = ${id}`,
      'delete from TABLE',
      'truncate TABLE cascade',
      'truncate exemplar, filing, person cascade',
    ]) {
      await expect(db.pool.query(sql.replace('TABLE', history)), sql).rejects.toThrow('append-only');
      expect(await lineOf(history, id), sql).toEqual(before);
    }
  });

  it('takes no new line that says it was erased', async () => {
    const copy = `insert into ${history} select (jsonb_populate_record(c, '{"id": 9, "erased": true, "reason": null}')).*
      from ${history} c where id = 7`;
    await expect(db.pool.query(copy)).rejects.toThrow('append-only');
  });

  it('loses a reason by the function alone, which records it', async () => {
    const id = await addLine(history);
    const before = await lineOf(history, id);
    expect(await erase(history, id, ['reason'])).toBe(true);
    expect(await lineOf(history, id)).toEqual({ ...before, reason: null, erased: true });
    const [record, ...more] = await recordsOf(history, id);
    const said = { history, changeId: id, parts: ['reason'], rule: 'request.person', at: later, byId: 1 };
    expect(record).toMatchObject(said);
    expect(more).toEqual([]);
  });

  it('is erased once: the second time changes and records nothing', async () => {
    const id = await addLine(history);
    await erase(history, id, ['reason']);
    const once = await lineOf(history, id);
    expect(await erase(history, id, ['reason'])).toBe(false);
    expect(await lineOf(history, id)).toEqual(once);
    expect(await recordsOf(history, id)).toHaveLength(1);
  });

  it('takes back nothing that was erased', async () => {
    const id = await addLine(history);
    await erase(history, id, ['reason']);
    for (const change of [`reason = '${secret} lại ở đây'`, 'erased = false', "channel = 'zalo'"]) {
      await expect(db.pool.query(`update ${history} set ${change} where id = ${id}`)).rejects.toThrow(
        'append-only',
      );
    }
  });

  it('keeps what is no personal data', async () => {
    const id = await addLine(history);
    const before = await lineOf(history, id);
    for (const part of [
      ...['at', 'id', 'action', 'channel', 'person_id'],
      ...['reason.name', 'before.a.b', '', 'reason, id'],
    ]) {
      await expect(erase(history, id, [part]), part).rejects.toThrow();
      expect(await lineOf(history, id), part).toEqual(before);
      expect(await recordsOf(history, id), part).toEqual([]);
    }
  });

  it('has no line 99 to erase from', async () => {
    await expect(erase(history, 99, ['reason'])).rejects.toThrow(`${history} has no line 99`);
    expect(await recordsOf(history, 99)).toEqual([]);
  });

  it('is erased from on a rule that has a name', async () => {
    for (const rule of ['', 'because', `request.${secret}`]) {
      await expect(erase(history, 7, ['reason'], rule)).rejects.toThrow('history_erasure_rule');
    }
  });
});

describe('personal data in a history', () => {
  it.each([
    ['exemplar_change', ['after.name'], { after: { birthYear: 1970, place: 'Làng Dur' } }],
    ['exemplar_change', ['after.name', 'after.birthYear'], { after: { place: 'Làng Dur' } }],
    ['exemplar_change', ['before.name', 'after.nothing'], {}],
    ['exemplar_change', ['reason', 'before', 'after'], { reason: null, after: null }],
    ['person_change', ['account_id'], { account_id: null }],
    ['person_change', ['before.channel', 'reason'], { before: {}, reason: null }],
  ])('of %s goes by part: %j', async (history, parts, changed) => {
    const id = await addLine(history);
    const before = await lineOf(history, id);
    expect(await erase(history, id, parts)).toBe(true);
    expect(await lineOf(history, id)).toEqual({ ...before, ...changed, erased: true });
  });

  it('is gone from the line, from both sides of it, and is not in the record', async () => {
    const id = await addLine('exemplar_change', 8);
    await erase('exemplar_change', id, ['before.name', 'after.name']);
    const { rows } = await db.pool.query(
      `select c::text as text from exemplar_change c where id = $1
       union all select e::text from history_erasure e where change_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(2);
    for (const { text } of rows) expect(text).not.toContain(secret);
  });

  it('is not erased from another line', async () => {
    const other = await lineOf('exemplar_change', 8);
    await erase('exemplar_change', await addLine('exemplar_change'), ['reason', 'after']);
    expect(await lineOf('exemplar_change', 8)).toEqual(other);
  });

  it('stands in no other part of a filing than the reason', async () => {
    for (const part of ['before', 'after', 'account_id']) {
      await expect(erase('filing_change', 7, [part])).rejects.toThrow('history_erasure_parts');
    }
  });
});

describe('the record of what was erased', () => {
  it('is the erasure: added by hand, it erases as the function does', async () => {
    const changeId = await addLine('filing_change');
    const data = {
      history: History.filing_change,
      changeId,
      parts: ['reason'],
      rule: 'request.person',
      at: later,
    };
    await db.prisma.historyErasure.create({ data });
    expect(await lineOf('filing_change', changeId)).toMatchObject({ reason: null, erased: true });
  });

  it.each([
    ["update history_erasure set rule = 'other.rule'"],
    ['update history_erasure set change_id = 8'],
    ['delete from history_erasure'],
    ['truncate history_erasure'],
  ])('refuses: %s', async (sql) => {
    const id = await addLine('person_change');
    await erase('person_change', id, ['reason']);
    await expect(db.pool.query(sql)).rejects.toThrow('append-only');
    expect(await recordsOf('person_change', id)).toHaveLength(1);
  });
});

it('every table of changes is such a history', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_name ~ '_change$'`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.values(History).sort());
});
