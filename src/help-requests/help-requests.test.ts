import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { transact } from '../store/transaction.ts';
import { answerHelp } from './answer-help.ts';
import { countOpenHelp, helpRequestById, pageHelpRequests } from './help-request.ts';
import { askForHelp, type NewHelpRequest, requestHelp } from './request-help.ts';

const at = new Date('2021-12-10T01:00:00.000Z');
const by = { personId: 1, channel: 'web', at };

let db: TestDatabase;
let opened = 0;
beforeAll(async () => {
  db = await freshDatabase();
  const { prisma } = db;
  const unit = { id: 1, code: 'GLAR', name: 'Xã Glar', short: 'Glar', officeId: 1, position: 1 };
  await prisma.unit.create({ data: { ...unit, createdAt: at } });
  for (const [id, role, unitId] of [
    [1, 'liaison', 1],
    [2, 'officer', null],
    [3, 'liaison', 1],
  ] as const) {
    const office = unitId === null ? 1 : null;
    await prisma.person.create({
      data: {
        ...{ id, name: `P${id}`, createdAt: at },
        memberships: { create: { role, unitId, officeId: office, since: at } },
      },
    });
  }
});
afterAll(() => db.drop());

const draft = async () => {
  const times = { createdAt: at, updatedAt: at };
  return (
    await db.prisma.draft.create({ data: { form: 'x', personId: 1, openedBy: `u${++opened}`, ...times } })
  ).id;
};
const request = (text: string, madeBy: NewHelpRequest['madeBy']) =>
  transact(db, (tx) => requestHelp(tx, { planId: 1, unitId: 1, exemplarId: null, text, madeBy }, by));
const told = (kind: string) =>
  db.prisma.delivery.findMany({ where: { kind }, select: { personId: true }, orderBy: { id: 'asc' } });

describe('a request for help', () => {
  it('is one a source: its other words replace the first until it is taken up', async () => {
    const id = await request('Thiếu khung dệt', 'evaluation:7');
    expect(await request('Thiếu khung dệt', 'evaluation:7')).toBe(id);
    expect(await request('Thiếu ba khung dệt', 'evaluation:7')).toBe(id);
    const asked = await helpRequestById(db.prisma, id);
    expect(asked).toMatchObject({ text: 'Thiếu ba khung dệt', state: 'open' });
    expect(asked?.steps.map(({ action }) => action)).toEqual(['ask', 'mend']);
    expect(await told('officer-news')).toEqual([{ personId: 2 }]);
    await answerHelp(db, { id, action: 'take', note: null, draftId: await draft() }, { ...by, personId: 2 });
    await request('Thiếu bốn khung dệt', 'evaluation:7');
    expect(await helpRequestById(db.prisma, id)).toMatchObject({
      text: 'Thiếu ba khung dệt',
      state: 'taken',
    });
  });

  it('of a draft is asked once, however often the draft is sent', async () => {
    const draftId = await draft();
    const given = { planId: 1, unitId: 1, exemplarId: null, text: 'Cần loa đài cho làng', draftId };
    const id = await askForHelp(db, given, by);
    expect(await askForHelp(db, given, by)).toBe(id);
    expect(await countOpenHelp(db.prisma, 1)).toBe(1);
  });

  it('is closed once, with a note, and the person who asked is told', async () => {
    const id = await request('Cần tập huấn kỹ thuật', 'evaluation:8');
    const draftId = await draft();
    const close = { id, action: 'close', note: 'Đã tập huấn', draftId } as const;
    const first = await answerHelp(db, close, { ...by, personId: 2 });
    expect(first.deliveries).toHaveLength(1);
    expect((await answerHelp(db, close, { ...by, personId: 2 })).deliveries).toEqual([]);
    expect(await told('help-close')).toEqual([{ personId: 1 }]);
    expect(await helpRequestById(db.prisma, id)).toMatchObject({ state: 'closed', note: 'Đã tập huấn' });
    for (const action of ['take', 'close'] as const) {
      const again = { id, action, note: 'Lần nữa', draftId: await draft() };
      await expect(answerHelp(db, again, by)).rejects.toMatchObject({ code: 'help-closed' });
    }
  });

  it('of a person who left is answered to the unit’s liaisons', async () => {
    const id = await request('Cần sửa nhà văn hóa', 'evaluation:9');
    await db.prisma.membership.updateMany({ where: { personId: 1 }, data: { until: at } });
    await answerHelp(
      db,
      { id, action: 'take', note: 'Tuần sau', draftId: await draft() },
      { ...by, personId: 2 },
    );
    expect((await told('help-take')).map(({ personId }) => personId)).toEqual([1, 3]);
    const again = { id, action: 'take', note: null, draftId: await draft() } as const;
    await expect(answerHelp(db, again, by)).rejects.toMatchObject({ code: 'help-taken' });
  });

  it('is listed by where it stands: new ones first, closed ones last', async () => {
    const { items, total } = await pageHelpRequests(db.prisma, { limit: 10, offset: 0 });
    expect(items.map(({ state }) => state)).toEqual(['open', 'taken', 'taken', 'closed']);
    expect(total).toBe(4);
    const unsettled = { unsettled: true, unitIds: [1], limit: 2, offset: 2 };
    expect(await pageHelpRequests(db.prisma, unsettled)).toMatchObject({ total: 3 });
    expect(await pageHelpRequests(db.prisma, { unitIds: [2], limit: 9, offset: 0 })).toMatchObject({
      total: 0,
    });
  });

  it('of a closed plan waits for no answer, and takes none', async () => {
    const id = await request('Cần giống cây mắc ca', 'evaluation:11');
    const waiting = async () =>
      (await pageHelpRequests(db.prisma, { unsettled: true, limit: 50, offset: 0 })).items.map(
        (one) => one.id,
      );
    expect(await waiting()).toContain(id);
    await db.prisma.plan.update({ where: { id: 1 }, data: { closedAt: at, code: '1/KH' } });
    expect(await waiting()).toEqual([]);
    for (const action of ['take', 'close'] as const) {
      const late = { id, action, note: 'Đã cấp giống', draftId: await draft() };
      await expect(answerHelp(db, late, { ...by, personId: 2 })).rejects.toMatchObject({
        code: 'plan-closed',
      });
    }
    expect(await helpRequestById(db.prisma, id)).toMatchObject({ state: 'open' });
    await db.prisma.plan.update({ where: { id: 1 }, data: { closedAt: null, code: null } });
  });
});
