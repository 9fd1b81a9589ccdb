import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press as declare } from '../../src/bot/core/press.ts';
import { createPressTable } from '../../src/bot/core/press-table.ts';
import { createWords } from '../../src/bot/core/words.ts';
import { features, pressesOf } from '../../src/bot/features/index.ts';
import type { RoleName } from '../../src/people/known-person.ts';
import { allRoles, needsUnit } from '../../src/people/roles.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { layUnitObjects, type UnitObjects } from '../support/lay-unit-objects.ts';
import { openDirectPresses, type PressesDirectly } from '../support/press-directly.ts';
import { type About, type Presser, pressRows, type Row } from '../support/press-rows.ts';
import { readEverything } from '../support/read-everything.ts';

describe('the kinds of buttons', () => {
  it('are each in the table of rights', () => {
    const names = pressRows.flatMap(({ data }) => data.map((one) => one.split(':')[0]));
    const { kinds } = pressesOf(features);
    expect(new Set(kinds.map(({ name }) => name))).toEqual(new Set(names));
  });

  it('have unique names', () => {
    const { kinds } = pressesOf(features);
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
    const table = createPressTable();
    const [one, same] = [declare('a', 'id'), declare('a', 'page', 'text')];
    table.add(one, { right: 'all' }, async (_ctx, _id) => {});
    expect(() => table.add(same, { right: 'all' }, async (_ctx, _page, _words) => {})).toThrow('named a');
  });
});

/** A press of one role with an id, and whether it is allowed. */
interface Case {
  role: Presser;
  data: string;
  may: boolean;
  about?: About;
}

const absent = 2_147_483_647;

/** The objects of two units, side by side. */
function pairUp(
  own: UnitObjects,
  other: UnitObjects,
): Record<keyof UnitObjects, { own: number; other: number }> {
  const pair = (about: keyof UnitObjects) => ({ own: own[about], other: other[about] });
  return {
    exemplar: pair('exemplar'),
    filing: pair('filing'),
    criterion: pair('criterion'),
    'fostering step': pair('fostering step'),
    activity: pair('activity'),
    help: pair('help'),
    nomination: pair('nomination'),
    proposal: pair('proposal'),
    'award decision': pair('award decision'),
  };
}

describe('a press by a role, on its own, another’s and a missing object', { timeout: 240_000 }, () => {
  let house: TestHouse;
  let press: PressesDirectly;
  const chats = new Map<Presser, number>();
  const cases: Case[] = [];
  const prisma = () => house.app.house.db.prisma;

  beforeAll(async () => {
    house = await testHouse();
    press = await openDirectPresses(house);
    await layOut();
  });
  afterAll(async () => {
    await house.close();
  });

  /** Creates one person of each role, and two units with every object that buttons name. */
  async function layOut(): Promise<void> {
    const db = prisma();
    const at = house.app.clock.now();
    const [own, other] = await Promise.all(
      ['GLAR', 'HADONG'].map((code) => db.unit.findUniqueOrThrow({ where: { code } })),
    );
    if (!own || !other) throw new Error('no units');
    const personIn = async (role: RoleName, unitId: number | null, until?: Date) =>
      db.person.create({
        data: {
          name: `Thử ${role} ${unitId ?? ''}`,
          createdAt: at,
          memberships: { create: { role, unitId, officeId: unitId === null ? 1 : null, since: at, until } },
        },
      });
    const [neighbour, gone, goneThere] = [
      await personIn('liaison', other.id),
      await personIn('liaison', own.id, at),
      await personIn('liaison', other.id, at),
    ];

    const by = { personId: neighbour.id, at };
    const mine = await layUnitObjects(db, { ...by, unitId: own.id, n: 1 });
    const theirs = await layUnitObjects(db, { ...by, unitId: other.id, n: 2 });
    const approved = await layUnitObjects(db, { ...by, unitId: other.id, n: 3, approved: true });
    let opened = 0;
    const draftOf = (form: string, personId: number | null, chatKey: string, unitId?: number) =>
      db.draft.create({
        data: {
          form,
          personId,
          chatKey,
          answers: unitId === undefined ? {} : { unit: String(unitId) },
          subject: { code: 'AAAABBBB', role: 'liaison', unit: 'Xã', linksTo: null },
          openedBy: `thu:${++opened}`,
          createdAt: at,
          updatedAt: at,
        },
      });
    const nudge = (personId: number) =>
      db.delivery.create({
        data: {
          key: `thu:${personId}`,
          personId,
          kind: 'nudge',
          status: 'sent',
          createdAt: at,
          settledAt: at,
        },
      });
    const standing = (personId: number) =>
      db.standingReport.create({
        data: { planId: 1, personId, report: 'tonghop', rhythm: 'daily', since: at },
      });
    const theirNudge = await nudge(neighbour.id);
    const asked = (personId: number) =>
      db.askedReport.create({
        data: {
          ...{ updateKey: `thu:${personId}`, channel: 'telegram', chatId: personId, personId, planId: 1 },
          ...{ question: { report: 'tonghop', period: '2021', unitId: null }, state: 'making', askedAt: at },
        },
      });
    const theirReport = await standing(neighbour.id);
    const theirAsked = await asked(neighbour.id);
    const theirDraft = await draftOf('join', neighbour.id, '');

    for (const role of [...allRoles, 'stranger'] as const) {
      const phone = house.telegram.person({ name: `Thử ${role}` });
      await phone.says('/start');
      await phone.sees('mã mời');
      chats.set(role, phone.id);
      let personId: number | null = null;
      if (role !== 'stranger') {
        personId = (await personIn(role, needsUnit(role) ? own.id : null)).id;
        await db.account.updateMany({ where: { chatId: phone.id }, data: { personId } });
      }
      const left = [
        await draftOf('register', gone.id, '', own.id),
        await draftOf('register', goneThere.id, '', other.id),
      ];
      const myDraft = await draftOf('join', personId, `telegram:${phone.id}`);
      const myNudge = personId === null ? undefined : await nudge(personId);
      const myReport = personId === null ? undefined : await standing(personId);
      const myAsked = personId === null ? undefined : await asked(personId);
      const units = { own: own.id, other: other.id };
      const both = pairUp(mine, theirs);
      const ids: Record<About, Record<string, number | undefined>> = {
        unit: units,
        documents: units,
        ...both,
        exemplar: { ...both.exemplar, approved: approved.exemplar },
        activity: { ...both.activity, approved: approved.activity },
        'award decision': { other: theirs['award decision'] },
        person: { own: gone.id, other: neighbour.id },
        draft: { own: myDraft.id, other: theirDraft.id },
        nudge: { own: myNudge?.id, other: theirNudge.id },
        'standing report': { own: myReport?.id, other: theirReport.id },
        'asked report': { own: myAsked?.id, other: theirAsked.id },
        'left draft': { own: left[0]?.id, other: left[1]?.id },
      };
      cases.push(...pressRows.flatMap((row) => casesOf(role, row, row.about && ids[row.about])));
    }
  }

  function casesOf(
    role: Presser,
    { data, about, who }: Row,
    ids?: Record<string, number | undefined>,
  ): Case[] {
    const reach = who[role];
    if (!ids) return data.map((one) => ({ role, data: one, may: reach !== undefined }));
    return data.flatMap((one) =>
      Object.entries({ ...ids, absent }).flatMap(([whose, id]) => {
        if (id === undefined) return [];
        const may = whose !== 'absent' && (reach === 'all' || reach === whose);
        return [
          {
            role,
            about,
            may,
            data: one
              .replace('OTHER', id === 1 ? '2' : '1')
              .replace('ID36', id === absent ? 'zik0zj' : id.toString(36))
              .replace('ID', String(id)),
          },
        ];
      }),
    );
  }

  /** Presses all, the roles in parallel, and returns the answers to each. */
  async function pressAll(all: Case[]): Promise<{ one: Case; said: string[] }[]> {
    const ofRole = async (role: Presser) => {
      const answered: { one: Case; said: string[] }[] = [];
      for (const one of all)
        if (one.role === role) answered.push({ one, said: await press(chats.get(role) ?? 0, one.data) });
      return answered;
    };
    return (await Promise.all([...chats.keys()].map(ofRole))).flat();
  }

  const sentence = (key: string) => createWords(house.app.house.plan, 'vi').t(key);
  const refusals = () =>
    [
      'not-allowed',
      'not-joined',
      'exemplar-not-found',
      'filing-not-found',
      'fostering-step-unknown',
      'activity-not-found',
      'help-not-found',
      'nomination-not-found',
      'proposal-not-found',
      'award-decision-not-found',
      'own-criterion-unknown',
      'unit-unknown',
      'person-unknown',
      'draft-gone',
    ].map((code) => sentence(`error-${code}`));

  it('that is not allowed says so in one sentence and changes nothing', async () => {
    const wrong = cases.filter(({ may }) => !may);
    expect(wrong.length).toBeGreaterThan(400);
    const before = await readEverything(house.app.house.db.pool);
    const answered = await pressAll(wrong);
    const known = [...refusals(), sentence('button-over')];
    expect(answered.filter(({ said }) => said.length !== 1 || !known.includes(said[0] ?? ''))).toEqual([]);
    const strangers = answered.filter(({ one }) => one.role === 'stranger' && one.about !== 'draft');
    expect(new Set(strangers.flatMap(({ said }) => said))).toEqual(new Set([sentence('error-not-joined')]));
    expect(await readEverything(house.app.house.db.pool)).toEqual(before);
  });

  it('that is allowed is done', async () => {
    const right = cases.filter(({ may }) => may);
    expect(right.length).toBeGreaterThan(100);
    const answered = await pressAll(right);
    const refused = answered.filter(
      ({ one, said }) =>
        said.length === 0 ||
        said.some((text) => refusals().includes(text)) ||
        (one.about !== undefined && said.includes(sentence('button-over'))),
    );
    expect(refused).toEqual([]);
  });
});
