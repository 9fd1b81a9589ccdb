import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { attachmentOwners, ownerColumn } from './owners.ts';

const at = new Date('2021-08-18T01:00:00.000Z');
const columns = Object.values(attachmentOwners).map(({ column }) => column);

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  const { prisma } = db;
  const unit = { code: 'GLAR', name: 'Xã Glar', short: 'Glar', officeId: 1, position: 1 };
  await prisma.unit.create({ data: { id: 1, ...unit, createdAt: at } });
  await prisma.person.create({ data: { id: 1, name: 'A', createdAt: at } });
  const times = { createdAt: at, updatedAt: at };
  await prisma.draft.create({ data: { id: 1, form: 'register', personId: 1, openedBy: 'u1', ...times } });
  const filing = {
    unitId: 1,
    duty: 'implementationPlan',
    planId: 1,
    filedAt: at,
    filedById: 1,
    channel: 'web',
  };
  await prisma.filing.create({ data: { id: 1, ...filing } });
  const step = { id: 1, kind: 'nurture', what: 'Tập huấn', who: 'Hội Nông dân', dueOn: at } as const;
  const plan = { planId: 1, unitId: 1, lead: 'Chủ tịch', savedAt: at, byId: 1 };
  await prisma.fosteringPlan.create({ data: { ...plan, steps: { create: step } } });
  await prisma.activity.create({
    data: {
      ...{ id: 1, planId: 1, kind: 'visit', heldOn: at, place: 'Glar', loggedAt: at },
      loggedById: 1,
      loggedAs: 'officer',
      channel: 'web',
    },
  });
  await db.prisma.awardDecision.create({
    data: {
      ...{ id: 1, planId: 1, number: '12/QĐ-UBND', decidedOn: at, body: 'UBND huyện', level: 'district' },
      ...{ recordedAt: at, recordedById: 1, channel: 'web' },
    },
  });
  await db.pool.query(
    `insert into exemplar (id, code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
       summary, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id)
     values (1, 'GLAR-2021-001', 1, 2021, 'collective', 'community', 'Làng', 'lang', 'Làng', false, false, 't', 'h', '2021-08-01',
       'submitted', 1, $1, 1)`,
    [at],
  );
  await prisma.evaluation.create({
    data: { id: 1, planId: 1, exemplarId: 1, unitId: 1, year: 2021, result: 'kept', evaluatedAt: at },
  });
});
afterAll(() => db.drop());

const digits = 'a'.repeat(64);
const file = (key: string, of: object) => ({
  ...{ name: `${key}.pdf`, mime: 'application/pdf', size: 1, sha256: digits, updateKey: key, uploadedAt: at },
  ...{ storageKey: `attachments/aa/${key}`, ...of },
});

describe('the owner of an attachment', () => {
  it('is known for every column of the table that can name one', async () => {
    const { rows } = await db.pool.query<{ column: string }>(
      `select a.attname as column from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       where k.contype = 'f' and k.conrelid = 'attachment'::regclass`,
    );
    const notOwners = ['draft_id', 'uploaded_by_id'];
    expect(rows.map(({ column }) => column).sort()).toEqual([...columns, ...notOwners].sort());
  });

  it('is exactly one, by a CHECK', async () => {
    const { rows } = await db.pool.query<{ sql: string }>(
      `select pg_get_constraintdef(oid) as sql from pg_constraint where conname = 'attachment_has_one_owner'`,
    );
    for (const column of columns) expect(rows[0]?.sql.split(column)).toHaveLength(3);
  });

  it.each(Object.keys(attachmentOwners))(
    'may be %s alone, and may not go while it has files',
    async (field) => {
      await db.prisma.attachment.create({ data: file(field, { [field]: 1 }) });
      const table = field.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      await expect(db.pool.query(`delete from ${table} where id = 1`)).rejects.toMatchObject({
        code: '23001',
      });
      await db.prisma.attachment.deleteMany();
    },
  );

  it.each([
    ['none', {}],
    ['two', { exemplarId: 1, filingId: 1 }],
    ['two, and the draft that brought it', { exemplarId: 1, filingId: 1, draftId: 1 }],
  ])('is never %s', async (_, of) => {
    await expect(db.prisma.attachment.create({ data: file('x', of) })).rejects.toThrow(
      'attachment_has_one_owner',
    );
  });

  it('is the draft until it is handed over, and the draft stays as long', async () => {
    const { id } = await db.prisma.attachment.create({ data: file('of-draft', { draftId: 1 }) });
    await expect(db.pool.query('delete from draft where id = 1')).rejects.toThrow('attachment_has_one_owner');
    await db.prisma.attachment.update({ where: { id }, data: { filingId: 1 } });
    await db.pool.query('delete from draft where id = 1');
    const kept = await db.prisma.attachment.findUnique({
      where: { id },
      select: { draftId: true, filingId: true },
    });
    expect(kept).toEqual({ draftId: null, filingId: 1 });
  });

  it.each([
    [{ exemplarId: 7 }, { column: 'exemplar_id', id: 7 }],
    [{ filingId: 8 }, { column: 'filing_id', id: 8 }],
    [{ activityId: 9 }, { column: 'activity_id', id: 9 }],
    [{ evaluationId: 5 }, { column: 'evaluation_id', id: 5 }],
  ])('%j has its column', (owner, column) => {
    expect(ownerColumn(owner)).toEqual(column);
  });
});
