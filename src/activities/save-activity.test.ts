import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { type ActivityFacts, activityById, findSimilarActivities, pageActivities } from './activity.ts';
import { countNeverPublicised, listChoosable } from './exemplars-to-choose.ts';
import { type ActivityToSave, saveActivity } from './save-activity.ts';
import { withdrawActivity } from './withdraw-activity.ts';

const at = new Date('2021-09-12T01:00:00.000Z');
const by = { personId: 1, as: 'officer', channel: 'web', at } as const;

let db: TestDatabase;
let draftId = 0;
beforeAll(async () => {
  db = await freshDatabase();
  const { prisma } = db;
  await prisma.person.create({ data: { id: 1, name: 'A', createdAt: at } });
  for (const [id, code, name] of [
    [1, 'GLAR', 'Xã Glar'],
    [2, 'HADONG', 'Xã Hà Đông'],
  ] as const) {
    await prisma.unit.create({
      data: { ...{ id, code, name, short: name.slice(3), officeId: 1, position: id }, createdAt: at },
    });
  }
  for (const [id, unitId, name, status] of [
    [1, 1, 'doi cong chieng', 'approved'],
    [2, 1, 'to det tho cam', 'approved'],
    [3, 2, 'lang khong rac', 'approved'],
    [4, 2, 'chua duyet', 'submitted'],
  ] as const) {
    await prisma.exemplar.create({
      data: {
        ...{ id, code: `${unitId === 1 ? 'GLAR' : 'HADONG'}-2021-00${id}`, unitId, planId: 1, year: 2021 },
        ...{ subject: 'collective', category: 'community', name, searchName: name, place: 'Làng' },
        ...{
          difficultArea: false,
          directLabour: true,
          summary: 's',
          criteria: [],
          impact: 'i',
          endorsedOn: at,
        },
        ...{ status, submittedAt: at, submittedById: 1 },
        decidedAt: status === 'approved' ? new Date(at.getTime() - id * 1000) : null,
      },
    });
  }
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.prisma.activityExemplar.deleteMany();
  await db.prisma.$executeRaw`alter table activity_change disable trigger all`;
  await db.prisma.activityChange.deleteMany();
  await db.prisma.$executeRaw`alter table activity_change enable trigger all`;
  await db.prisma.activity.deleteMany();
});

const facts: ActivityFacts = {
  ...{ kind: 'publicity', unitId: null, heldOn: '2021-09-10', place: 'Đài' },
  ...{ reached: null, broadcasts: 3, minutes: 15, link: null, note: null },
};

async function openDraft(): Promise<number> {
  const openedBy = `u${++draftId}`;
  const times = { createdAt: at, updatedAt: at };
  return (await db.prisma.draft.create({ data: { form: 'activity', personId: 1, openedBy, ...times } })).id;
}

async function save(exemplarIds: number[], more: Partial<ActivityToSave> = {}) {
  const saved = await saveActivity(
    db,
    { planId: 1, facts, exemplarIds, draftId: more.draftId ?? (await openDraft()), ...more },
    by,
  );
  return saved.kind === 'saved' ? saved.activityId : saved.codes;
}

async function listDays(unitId: number): Promise<string[]> {
  const { items } = await pageActivities(db.prisma, { unitIds: [unitId], limit: 10, offset: 0 });
  return items.map(({ heldOn }) => heldOn);
}

describe('an activity', () => {
  it('is logged once by one draft, however often it is sent', async () => {
    const draft = await openDraft();
    const first = await save([1, 3], { draftId: draft });
    expect(await save([1, 3], { draftId: draft })).toBe(first);
    expect(await db.prisma.activity.count()).toBe(1);
    expect(await db.prisma.activityChange.count()).toBe(1);
  });

  it('is not about an exemplar that is not approved', async () => {
    expect(await save([1, 4])).toEqual(['HADONG-2021-004']);
    expect(await db.prisma.activity.count()).toBe(0);
  });

  it('is mended once: who saw the state before is refused', async () => {
    const activityId = Number(await save([1]));
    const { changeId = 0 } = (await activityById(db.prisma, activityId)) ?? {};
    await save([1, 2], { mends: { activityId, changeId }, facts: { ...facts, minutes: 20 } });
    expect(await activityById(db.prisma, activityId)).toMatchObject({ minutes: 20, loggedAt: at });
    await expect(save([1], { mends: { activityId, changeId } })).rejects.toMatchObject({
      code: 'activity-changed',
    });
    const [, mended] = await db.prisma.activityChange.findMany({ orderBy: { id: 'asc' } });
    expect(mended).toMatchObject({
      action: 'mend',
      before: { minutes: 15, exemplars: ['GLAR-2021-001'] },
      after: { minutes: 20, exemplars: ['GLAR-2021-001', 'GLAR-2021-002'] },
    });
  });

  it('that was withdrawn is kept, and neither listed, mended nor withdrawn again', async () => {
    const activityId = Number(await save([1]));
    const { changeId = 0 } = (await activityById(db.prisma, activityId)) ?? {};
    const reason = 'Ghi nhầm sang xã khác';
    const draft = await openDraft();
    await withdrawActivity(db, { activityId, reason, draftId: draft }, by);
    await withdrawActivity(db, { activityId, reason, draftId: draft }, by);
    expect(await activityById(db.prisma, activityId)).toMatchObject({ withdrawReason: reason });
    expect(await listDays(1)).toEqual([]);
    expect(await db.prisma.activityChange.count()).toBe(2);
    const gone = { code: 'activity-gone' };
    await expect(save([1], { mends: { activityId, changeId } })).rejects.toMatchObject(gone);
    const again = { activityId, reason, draftId: await openDraft() };
    await expect(withdrawActivity(db, again, by)).rejects.toMatchObject(gone);
  });

  it('belongs to the story of each unit whose exemplar it was about', async () => {
    await save([1, 3]);
    await save([2], { facts: { ...facts, unitId: 1, heldOn: '2021-09-01' } });
    expect(await listDays(1)).toEqual(['2021-09-10', '2021-09-01']);
    expect(await listDays(2)).toEqual(['2021-09-10']);
  });

  it.each([
    [{ kind: 'publicity', heldOn: '2021-09-10' }, [1], 1],
    [{ kind: 'publicity', heldOn: '2021-09-10' }, [2, 3], 1],
    [{ kind: 'publicity', heldOn: '2021-09-10' }, [2], 0],
    [{ kind: 'visit', heldOn: '2021-09-10' }, [1], 0],
    [{ kind: 'publicity', heldOn: '2021-09-11' }, [1], 0],
  ] as const)('like %j about %j has %i alike', async (like, exemplarIds, found) => {
    await save([1, 3]);
    const alike = await findSimilarActivities(db.prisma, { ...like, exemplarIds: [...exemplarIds] });
    expect(alike).toHaveLength(found);
  });
});

describe('exemplars to choose from', () => {
  const codes = async (of: { unitIds?: number[]; words?: string } = {}) =>
    (await listChoosable(db.prisma, { planId: 1, limit: 10, ...of })).items.map(({ id }) => id);

  it('are those never publicised first, the oldest approval first', async () => {
    expect(await codes()).toEqual([3, 2, 1]);
    await save([3]);
    expect(await codes()).toEqual([2, 1, 3]);
    expect(await countNeverPublicised(db.prisma, { planId: 1 })).toBe(2);
    await save([2], { facts: { ...facts, kind: 'visit', broadcasts: null, minutes: null } });
    expect(await countNeverPublicised(db.prisma, { planId: 1 })).toBe(2);
  });

  it.each([
    [{ words: 'dệt thổ cẩm' }, [2]],
    [{ words: 'GLAR-2021-001' }, [1]],
    [{ words: 'glar 2021 001' }, [1]],
    [{ words: 'xã Hà Đông' }, [3]],
    [{ words: 'glar' }, [2, 1]],
    [{ unitIds: [2] }, [3]],
    [{ unitIds: [2], words: 'dệt' }, []],
    [{ words: 'chưa duyệt' }, []],
  ])('%j finds %j', async (of, found) => expect(await codes(of)).toEqual(found));
});
