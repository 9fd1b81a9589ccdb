import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import type { Role } from '../store/generated/enums.ts';
import { inTransaction } from '../store/sql.ts';
import { transact } from '../store/transaction.ts';
import { type NewsItem, newsPerMessage, officerNews } from './officer-news.ts';
import { tellOfficers } from './tell-officers.ts';

const at = new Date('2021-08-20T02:00:00Z');
const long = new Date('2021-01-01T00:00:00Z');

let db: TestDatabase;
let made = 0;
let unitId: number;
let liaison: number;
let officers: Record<'hanh' | 'hai' | 'mai', number>;
beforeEach(async () => {
  db = await freshDatabase();
  const unit = {
    code: 'GLAR',
    name: 'Xã Glar',
    short: 'Glar',
    officeId: 1,
    position: 1,
    createdAt: long,
  };
  unitId = (await db.prisma.unit.create({ data: unit })).id;
  liaison = await person('Bình', []);
  officers = {
    hanh: await person('Hạnh', ['officer']),
    hai: await person('Hai', ['officer']),
    mai: await person('Mai', ['officer']),
  };
});
afterEach(() => db.drop());

async function person(name: string, roles: Role[]): Promise<number> {
  const { id } = await db.prisma.person.create({
    data: {
      name,
      createdAt: long,
      accounts: {
        create: { channel: 'telegram', externalId: `${name}-${++made}`, chatId: 1, createdAt: long },
      },
      memberships: { create: roles.map((role) => ({ role, officeId: 1, since: long })) },
    },
  });
  return id;
}

/** An exemplar returned by this officer; undefined: not returned. */
async function exemplar(returnedBy?: number): Promise<number> {
  made++;
  const { id } = await db.prisma.exemplar.create({
    data: {
      code: `GLAR-2021-${made}`,
      unitId,
      year: 2021,
      subject: 'collective',
      category: 'community',
      name: `Mô hình ${made}`,
      searchName: `mo hinh ${made}`,
      place: 'Làng Groi',
      difficultArea: false,
      directLabour: false,
      summary: 'Tóm tắt',
      impact: 'Hiệu quả',
      endorsedOn: at,
      status: 'submitted',
      planId: 1,
      submittedAt: at,
      submittedById: liaison,
      ...(returnedBy && {
        changes: {
          create: { at, personId: returnedBy, channel: 'web', action: 'return', reason: 'Thiếu số liệu' },
        },
      }),
    },
  });
  return id;
}

/** A document; with `returnedBy` its previous version was returned by that officer. */
async function filing(returnedBy?: number): Promise<number> {
  const one = {
    unitId,
    duty: 'implementationPlan',
    planId: 1,
    filedAt: at,
    filedById: liaison,
    channel: 'web',
  };
  if (returnedBy) {
    await db.prisma.filing.create({
      data: { ...one, status: 'returned', decidedAt: at, decidedById: returnedBy },
    });
  }
  return (await db.prisma.filing.create({ data: one })).id;
}

const tell = (about: NewsItem, byPersonId = liaison, key = JSON.stringify(about)) =>
  inTransaction(db.pool, (client) => tellOfficers(client, { about, key, byPersonId, at }));

/** Names of the people told, with the number of events each is told of. */
async function told(): Promise<Record<string, number>> {
  const rows = await db.prisma.delivery.findMany({ include: { person: true } });
  const things = new Map<string, number>();
  for (const { person, payload } of rows) {
    const name = person.name ?? '';
    things.set(name, (things.get(name) ?? 0) + officerNews.parse(payload).items.length);
  }
  return Object.fromEntries(things);
}

const everyone = { Hạnh: 1, Hai: 1, Mai: 1 };

describe('who is told', () => {
  it('only the officer who returned an exemplar', async () => {
    await tell({ exemplarId: await exemplar(officers.hai) });
    expect(await told()).toEqual({ Hai: 1 });
  });

  it('only the officer who returned a document', async () => {
    await tell({ filingId: await filing(officers.mai) });
    expect(await told()).toEqual({ Mai: 1 });
  });

  it('no officer of another office, whose plan it is not', async () => {
    const { id: officeId } = await db.prisma.office.create({ data: { code: 'phu-xuan' } });
    const other = await person('Sơn', ['officer']);
    await db.prisma.membership.updateMany({ where: { personId: other }, data: { officeId } });
    await tell({ filingId: await filing() });
    await tell({ exemplarId: await exemplar() });
    expect(await told()).toEqual({ Hạnh: 2, Hai: 2, Mai: 2 });
  });

  it('every officer, of a document handed in for the first time', async () => {
    const manager = await person('Thọ', ['manager']);
    await tell({ filingId: await filing() });
    expect(await told()).toEqual(everyone);
    expect(await db.prisma.delivery.count({ where: { personId: manager } })).toBe(0);
  });

  it.each([
    ['whose role has ended', { until: new Date('2021-08-19T00:00:00Z') }],
    ['whose role has not begun', { since: new Date('2021-09-01T00:00:00Z') }],
    ['who is a manager now', { role: 'manager' as const }],
  ])('every other officer, when it was sent back by one %s', async (_, data) => {
    await db.prisma.membership.updateMany({ where: { personId: officers.hanh }, data });
    await tell({ exemplarId: await exemplar(officers.hanh) });
    expect(await told()).toEqual({ Hai: 1, Mai: 1 });
  });

  it.each([
    [
      'blocked the bot',
      () => db.prisma.account.updateMany({ where: { personId: officers.hanh }, data: { reachable: false } }),
    ],
    ['has no account any more', () => db.prisma.account.deleteMany({ where: { personId: officers.hanh } })],
  ])('every officer, when the one who sent it back %s', async (_, happens) => {
    await happens();
    await tell({ exemplarId: await exemplar(officers.hanh) });
    expect(await told()).toEqual(everyone);
  });

  it('no officer of their own actions', async () => {
    await tell({ filingId: await filing() }, officers.hai);
    expect(await told()).toEqual({ Hạnh: 1, Mai: 1 });
    await tell({ exemplarId: await exemplar(officers.hanh) }, officers.hanh);
    expect(await told()).toEqual({ Hạnh: 1, Mai: 1 });
  });

  it('a person once, with any roles they hold or held', async () => {
    const ended = new Date('2021-03-01T00:00:00Z');
    const before = {
      personId: officers.hanh,
      role: 'officer' as const,
      officeId: 1,
      since: long,
      until: ended,
    };
    await db.prisma.membership.create({ data: before });
    await db.prisma.membership.create({
      data: { personId: officers.hanh, role: 'manager', officeId: 1, since: long },
    });
    await tell({ filingId: await filing() });
    expect(await told()).toEqual(everyone);
  });
});

describe('several things at once', () => {
  const events = async (count: number) => {
    const ids: number[] = [];
    for (let i = 0; i < count; i++) ids.push(await exemplar(officers.hanh));
    return ids;
  };
  const itemsOf = async () =>
    (await db.prisma.delivery.findMany({ orderBy: { id: 'asc' } })).map(
      ({ payload }) => officerNews.parse(payload).items,
    );

  it('share a message until it is full', async () => {
    const ids = await events(newsPerMessage + 2);
    for (const exemplarId of ids) await tell({ exemplarId });
    const messages = await itemsOf();
    expect(messages.map(({ length }) => length)).toEqual([newsPerMessage, 2]);
    expect(messages.flat()).toEqual(ids.map((exemplarId) => ({ exemplarId })));
  });

  it('begin another message while the first is being sent, or was sent', async () => {
    const [first = 0, second = 0, third = 0] = await events(3);
    await tell({ exemplarId: first });
    await inTransaction(db.pool, async (sending) => {
      await sending.query(`select 1 from delivery where status = 'pending' for update`);
      await tell({ exemplarId: second });
    });
    await db.prisma.delivery.updateMany({ data: { status: 'sent', settledAt: at } });
    await tell({ exemplarId: third });
    expect(await itemsOf()).toEqual([
      [{ exemplarId: first }],
      [{ exemplarId: second }],
      [{ exemplarId: third }],
    ]);
  });

  it('are never lost and never doubled, when many tell at the same moment', async () => {
    const ids = await events(24);
    await Promise.all(
      ids.map((exemplarId, i) =>
        i % 2
          ? tell({ exemplarId })
          : transact(db, ({ sql }) =>
              tellOfficers(sql, { about: { exemplarId }, key: `e${exemplarId}`, byPersonId: liaison, at }),
            ),
      ),
    );
    const seen = (await itemsOf()).flat().map((item) => ('exemplarId' in item ? item.exemplarId : 0));
    expect(seen.sort((a, b) => a - b)).toEqual(ids);
    const jobs = await db.pool.query(
      `select 1 from delivery d join graphile_worker.jobs j on j.key = 'deliver:' || d.id`,
    );
    expect(jobs.rows).toHaveLength(await db.prisma.delivery.count());
  });

  it('the same occasion is told once', async () => {
    const [exemplarId = 0] = await events(1);
    for (const _ of ['first', 'again']) await tell({ exemplarId });
    await db.prisma.delivery.updateMany({ data: { status: 'sent', settledAt: at } });
    await tell({ exemplarId });
    expect(await itemsOf()).toEqual([[{ exemplarId }]]);
  });

  it('nothing is told when the transaction of the event is rolled back', async () => {
    const [exemplarId = 0] = await events(1);
    const undone = inTransaction(db.pool, async (client) => {
      await tellOfficers(client, { about: { exemplarId }, key: 'x', byPersonId: liaison, at });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await itemsOf()).toEqual([]);
  });
});
