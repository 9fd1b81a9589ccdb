import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChannelBot, createBot } from '../../src/bot/bot.ts';
import { press } from '../../src/bot/core/press.ts';
import { createPressTable } from '../../src/bot/core/press-table.ts';
import { createWords } from '../../src/bot/core/words.ts';
import { features, pressesOf } from '../../src/bot/features/index.ts';
import type { Turn } from '../../src/jobs/turn.ts';
import { loadPerson } from '../../src/people/accounts.ts';
import type { RoleName } from '../../src/people/known-person.ts';
import { allRoles, needsUnit } from '../../src/people/roles.ts';
import { type TestHouse, testHouse } from '../support/house.ts';

type Presser = RoleName | 'stranger';
/**
 * Objects that a press may be about: of the person's own units, any, an approved exemplar, the
 * person's own.
 */
type Reach = 'own' | 'all' | 'approved';
type Who = Partial<Record<Presser, Reach>>;
type About =
  | 'unit'
  | 'criterion'
  | 'documents'
  | 'exemplar'
  | 'filing'
  | 'fostering step'
  | 'activity'
  | 'help'
  | 'nomination'
  | 'proposal'
  | 'award decision'
  | 'person'
  | 'draft'
  | 'nudge'
  | 'standing report'
  | 'asked report'
  | 'left draft';
/** Presses, the object of each and its part, and who may: domain, "Who may do what". */
type Row = { data: string[]; about?: About; who: Who };

const joined: Who = { liaison: 'all', head: 'all', officer: 'all', manager: 'all', publicist: 'all' };
const everyone: Who = { ...joined, stranger: 'all' };
const owners: Who = {
  liaison: 'own',
  head: 'own',
  officer: 'own',
  manager: 'own',
  publicist: 'own',
};
const readers: Who = { liaison: 'own', head: 'own', officer: 'all', manager: 'all' };
const seers: Who = { ...readers, publicist: 'approved' };
const writers: Who = { liaison: 'own', officer: 'all' };
const recorders: Who = { ...writers, publicist: 'approved' };
const asker: Who = { liaison: 'own' };
const officer: Who = { officer: 'all' };
const office: Who = { officer: 'all', manager: 'all' };

/** `ID` is replaced by the id of the press's object, `ID36` by the same in base 36. */
const rows: Row[] = [
  { data: ['cmd:trogiup', 'cmd.with:trogiup:nam+2021', 'ngonngu:vi', 'huongdan'], who: everyone },
  { data: ['taikhoan.link', 'tieuchi:community', 'tieuchi.kh:1'], who: joined },
  { data: ['danhsach:0', 'danhsach.of:0:y2021'], who: seers },
  { data: ['tc:0:cong+chieng'], who: { ...office, publicist: 'all' } },
  { data: ['hs:ID', 'hs.in:ID', 'hs.dt:ID', 'hs.tep:ID'], about: 'exemplar', who: seers },
  { data: ['exemplar:ID', 'exemplar.files:ID'], about: 'exemplar', who: seers },
  { data: ['exemplar.off:ID', 'exemplar.off2:ID'], about: 'exemplar', who: { liaison: 'own' } },
  { data: ['exemplar.mend:ID', 'exemplar.copy:ID'], about: 'exemplar', who: writers },
  {
    data: ['dangky:ID', 'dangky.kh:ID:1:-', 'dangky.copy:ID:0', 'nop:ID:implementationPlan:0'],
    about: 'unit',
    who: writers,
  },
  { data: ['dangky:0', 'dangky.kh:0:1:-', 'nop:0:implementationPlan:0', 'nhap:0'], who: writers },
  { data: ['dv.ds:0', 'dv.doi:merged', 'dv.cho', 'dv.huy:1'], who: officer },
  { data: ['tcr.dv:0'], who: readers },
  { data: ['tcr:ID', 'tcr.kh:ID:1', 'tcr.ls:ID:1:0'], about: 'unit', who: readers },
  { data: ['tcr.xem:ID'], about: 'criterion', who: readers },
  { data: ['tcr.moi:ID:1'], about: 'unit', who: writers },
  { data: ['tcr.sua:ID', 'tcr.thoi:ID', 'tcr.thoi2:ID'], about: 'criterion', who: writers },
  { data: ['bd.dv:0'], who: readers },
  { data: ['bd.mo:ID', 'bd:ID:1:0', 'bd.ls:ID:1:0'], about: 'unit', who: readers },
  { data: ['bd.lap:ID:1', 'bd.them:ID:1', 'bd.ld:ID:1'], about: 'unit', who: writers },
  { data: ['bd.viec:ID', 'bd.tep:ID'], about: 'fostering step', who: readers },
  {
    data: ['bd.xong:ID', 'bd.doi:ID', 'bd.bo:ID', 'bd.lai:ID'],
    about: 'fostering step',
    who: writers,
  },
  { data: ['hd.ghi:0', 'hd.kh:1:0'], who: recorders },
  { data: ['hd.ghi:ID'], about: 'exemplar', who: recorders },
  { data: ['hd.ds:0:0'], who: seers },
  { data: ['hd.ds:ID:0'], about: 'unit', who: readers },
  { data: ['hd.dh:ID:0'], about: 'exemplar', who: seers },
  { data: ['hd.xem:ID', 'hd.ls:ID', 'hd.tep:ID'], about: 'activity', who: seers },
  { data: ['hd.sua:ID', 'hd.rut:ID'], about: 'activity', who: recorders },
  { data: ['gd.ds:0:0'], who: readers },
  { data: ['gd.xem:ID'], about: 'help', who: readers },
  { data: ['gd.moi:ID'], about: 'unit', who: asker },
  { data: ['gd.dh:ID'], about: 'exemplar', who: asker },
  { data: ['gd.thoi:ID'], about: 'help', who: asker },
  { data: ['gd.nhan:ID', 'gd.xong:ID'], about: 'help', who: officer },
  { data: ['bcn:ID:annualReport:2021'], about: 'unit', who: { liaison: 'own', head: 'own', officer: 'all' } },
  { data: ['bcn:0:annualReport:2021'], who: { liaison: 'own', head: 'own', officer: 'all' } },
  { data: ['bcn.sua:ID:annualReport:2021', 'bcn.khong:ID:annualReport:2021'], about: 'unit', who: writers },
  { data: ['bcn.mc:ID'], about: 'filing', who: readers },
  { data: ['tk:ID:periodSummary:0', 'tk:ID:nominations:0'], about: 'unit', who: readers },
  { data: ['tk:0:periodSummary:0'], who: readers },
  { data: ['tk.sua:ID:periodSummary:0', 'tk.khong:ID:periodSummary:0'], about: 'unit', who: writers },
  { data: ['hn:1:0'], who: office },
  { data: ['hn.xem:ID'], about: 'nomination', who: office },
  {
    data: ['hn.chon:ID:0', 'hn.bo:ID:0', 'hn.lydo:ID:0', 'hn.tiep:ID'],
    about: 'nomination',
    who: officer,
  },
  { data: ['hn.gt:1', 'hn.so:1'], who: officer },
  { data: ['kt:0:p1', 'kt.loc:p1', 'kt.chon:y:p1', 'kt.dv:0:p1', 'kt.ds:1:0'], who: office },
  { data: ['kt.xem:ID:p1'], about: 'proposal', who: office },
  { data: ['kt.tt:0:p1', 'kt.nh:p1', 'kt.qd:p1', 'kt.them:p1'], who: officer },
  {
    data: ['kt.kt:ID:p1', 'kt.kd:ID:p1', 'kt.mo:ID:p1', 'kt.tr:ID:p1', 'kt.t:ID36'],
    about: 'proposal',
    who: officer,
  },
  { data: ['kt.cho:ID'], about: 'exemplar', who: officer },
  { data: ['kt.q:ID', 'kt.tep:ID'], about: 'award decision', who: office },
  { data: ['kt.sua:ID', 'kt.huy:ID'], about: 'award decision', who: officer },
  { data: ['hannop:0'], who: { liaison: 'own', head: 'own' } },
  { data: ['vanban:ID:implementationPlan:0:0', 'vanban.dv:ID'], about: 'documents', who: readers },
  { data: ['vanban.tep:ID'], about: 'filing', who: readers },
  {
    data: ['draft.go:ID', 'draft.keep:ID', 'draft.ask:ID', 'draft.drop:ID'],
    about: 'draft',
    who: { ...owners, stranger: 'own' },
  },
  { data: ['draft.take:ID'], about: 'left draft', who: writers },
  { data: ['nhac.mai:ID', 'nhac.ro:ID'], about: 'nudge', who: owners },
  {
    data: [
      'baocao:tonghop',
      'baocao.year:tonghop:2021',
      'baocao.units:tonghop:2021:0',
      'baocao.loc:tonghop:2021:',
    ],
    who: readers,
  },
  { data: ['baocao.make:tonghop:2021:ID'], about: 'unit', who: readers },
  { data: ['dinhky', 'dinhky.them'], who: { ...readers, publicist: 'all' } },
  {
    data: ['dinhky.thoi:ID'],
    about: 'standing report',
    who: owners,
  },
  {
    data: ['baocao.huy:ID'],
    about: 'asked report',
    who: owners,
  },
  { data: ['bieudo:donvi:2021:0', 'bieudo.kh:1:2021:0', 'baocao:congvan', 'baocao:word'], who: office },
  { data: ['congvan:1', 'congvan.lap:1'], who: office },
  { data: ['bieudo:linhvuc:2021:ID', 'bieudo.kh:1:2021:ID'], about: 'unit', who: office },
  { data: ['baocao:goidien', 'baocao.units:goidien:0:0', 'baocao.make:goidien:0:0'], who: officer },
  { data: ['duyet.q:0:', 'duyet.f:', 'duyet.fu:0:', 'duyet.fk:', 'duyet.fc:', 'duyet.pa:0:'], who: officer },
  { data: ['duyet.go:1:', 'vb.go:1:', 'duyet:0:0', 'duyet.units', 'duyet.all:0:0'], who: officer },
  { data: ['duyet.next:1'], who: officer },
  {
    data: ['see', 'tc', 'yes', 'ret', 'rej', 'mo'].map((name) => `duyet.${name}:ID:`),
    about: 'exemplar',
    who: officer,
  },
  {
    data: ['files', 'open', 'ok', 'back', 'no'].map((name) => `duyet.${name}:ID`),
    about: 'exemplar',
    who: officer,
  },
  {
    data: ['duyet.y:ID:0:', 'duyet.r:ID:0:', 'duyet.n:ID:0:', 'duyet.a3:ID36:0'],
    about: 'exemplar',
    who: officer,
  },
  { data: ['duyet.like:ID36.1:', 'duyet.all2:ID36'], about: 'exemplar', who: officer },
  {
    data: ['see', 'yes', 'ret', 'mo'].map((name) => `vb.${name}:ID:`),
    about: 'filing',
    who: officer,
  },
  { data: ['dondoc:registration:0', 'dondoc.note:registration:0', 'dondoc.off'], who: officer },
  { data: ['dondoc.xem:registration:0:0:0', 'dondoc.send:registration:0:0'], who: officer },
  { data: ['dondoc.kq:1', 'dondoc.goi:1:0', 'dondoc.kq:1.none', 'dondoc.goi:1.none:0'], who: officer },
  { data: ['tiendo', 'tiendo.kh:1', 'tiendo.ds:none:0', 'dondoc.ds:none', 'dondoc.dsn:none'], who: officer },
  { data: ['dondoc.dsx:none:0:0', 'dondoc.dsg:none:0'], who: officer },
  { data: ['kehoach', 'kehoach.pb:1:0', 'kehoach.nap', 'kehoach.dong:1'], who: officer },
  {
    data: ['baocao.kh:1', 'baocao.cua:1:2021:0:1', 'baocao:tuyentruyen'],
    who: { ...readers, publicist: 'all' },
  },
  { data: ['baocao.make:tuyentruyen:2021:ID'], about: 'unit', who: { ...readers, publicist: 'all' } },
  { data: ['moi.off:1', 'moi.tiep', 'moi.ma:0', 'moi.da:0', 'moi.xem:1'], who: officer },
  { data: ['nguoidung.ds:0:', 'nguoidung.tim'], who: officer },
  {
    data: ['xem:ID', 'ls:ID:0', 'ma:ID', 'vaitro:ID', 'donvi:ID', 'go:ID'].map((rest) => `nguoidung.${rest}`),
    about: 'person',
    who: officer,
  },
];

describe('the kinds of buttons', () => {
  it('are each in the table of rights', () => {
    const names = rows.flatMap(({ data }) => data.map((one) => one.split(':')[0]));
    const { kinds } = pressesOf(features);
    expect(new Set(kinds.map(({ name }) => name))).toEqual(new Set(names));
  });

  it('have unique names', () => {
    const { kinds } = pressesOf(features);
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
    const table = createPressTable();
    const [one, same] = [press('a', 'id'), press('a', 'page', 'text')];
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
const exemplarNames = ['own', 'other', 'approved'] as const;

describe('a press by a role, on its own, another’s and a missing object', { timeout: 240_000 }, () => {
  let house: TestHouse;
  let bot: ChannelBot;
  const chats = new Map<Presser, number>();
  const cases: Case[] = [];
  const prisma = () => house.app.house.db.prisma;

  beforeAll(async () => {
    house = await testHouse();
    const telegram = house.app.house.channels.find(({ name }) => name === 'telegram');
    if (!telegram) throw new Error('no Telegram');
    bot = await createBot(house.app.house, telegram);
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

    const exemplars = new Map<string, number>();
    for (const [n, name] of ['first', ...exemplarNames].entries()) {
      const made = await db.exemplar.create({
        data: {
          code: `THU-2021-00${n + 1}`,
          unitId: name === 'own' ? own.id : other.id,
          year: 2021,
          subject: 'collective',
          category: 'community',
          name: `Làng ${name}`,
          searchName: `lang ${name}`,
          place: 'Làng',
          difficultArea: false,
          directLabour: true,
          summary: 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo.',
          criteria: [],
          impact: 'Có thể nhân rộng.',
          endorsedOn: new Date('2021-08-17'),
          status: name === 'approved' ? 'approved' : 'submitted',
          decidedAt: name === 'approved' ? at : null,
          planId: 1,
          submittedAt: at,
          submittedById: neighbour.id,
        },
      });
      if (name !== 'first') exemplars.set(name, made.id);
    }
    const file = (unitId: number) =>
      db.filing.create({
        data: {
          unitId,
          planId: 1,
          duty: 'implementationPlan',
          filedAt: at,
          filedById: neighbour.id,
          channel: 'web',
        },
      });
    const filings = [await file(own.id), await file(other.id)];
    const criterion = (unitId: number) =>
      db.ownCriterion.create({
        data: {
          planId: 1,
          unitId,
          text: 'Giữ được đội cồng chiêng',
          addedAt: at,
          addedById: neighbour.id,
          addedVia: 'web',
        },
      });
    const criteria = [await criterion(own.id), await criterion(other.id)];
    const step = async (unitId: number) => {
      const given = { kind: 'nurture', what: 'Tập huấn', who: 'Hội Nông dân', dueOn: at } as const;
      const made = await db.fosteringPlan.create({
        data: {
          ...{ planId: 1, unitId, lead: 'Chủ tịch', savedAt: at, byId: neighbour.id },
          steps: { create: given },
        },
        select: { steps: { select: { id: true } } },
      });
      return made.steps[0]?.id;
    };
    const steps = [await step(own.id), await step(other.id)];
    const activities = new Map<string, number>();
    const help: number[] = [];
    const nominated: number[] = [];
    const proposed: number[] = [];
    for (const name of exemplarNames) {
      const publicity = name === 'approved';
      const { id } = await db.activity.create({
        data: {
          ...{ planId: 1, kind: publicity ? 'publicity' : 'visit', heldOn: at, place: 'Làng' },
          unitId: publicity ? null : name === 'own' ? own.id : other.id,
          ...{ loggedAt: at, loggedById: neighbour.id, channel: 'web' },
          loggedAs: publicity ? 'publicist' : 'liaison',
          exemplars: { create: { exemplarId: exemplars.get(name) ?? 0 } },
        },
      });
      activities.set(name, id);
      if (publicity) continue;
      const asked = await db.helpRequest.create({
        data: {
          ...{ planId: 1, unitId: name === 'own' ? own.id : other.id, text: 'Cần loa', askedAt: at },
          ...{ askedById: neighbour.id, channel: 'web', madeBy: `draft:${900_000 + help.length}` },
        },
      });
      help.push(asked.id);
      const { id: nominationId } = await db.nomination.create({
        data: {
          ...{ planId: 1, unitId: name === 'own' ? own.id : other.id, exemplarId: exemplars.get(name) ?? 0 },
          ...{ grounds: 'Giữ rừng ba năm', nominatedAt: at, nominatedById: neighbour.id },
        },
      });
      nominated.push(nominationId);
      const { id: proposalId } = await db.awardProposal.create({
        data: {
          ...{ planId: 1, unitId: name === 'own' ? own.id : other.id, exemplarId: exemplars.get(name) ?? 0 },
          ...{ year: 2021, form: 'merit', level: 'district', grounds: 'Giữ rừng ba năm', proposedAt: at },
        },
      });
      proposed.push(proposalId);
    }
    const decided = await db.awardDecision.create({
      data: {
        ...{ planId: 1, number: '12/QĐ-UBND', decidedOn: at, body: 'UBND huyện', level: 'district' },
        ...{ recordedAt: at, recordedById: neighbour.id, channel: 'web' },
      },
    });
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
      const ids: Record<About, Record<string, number | undefined>> = {
        unit: units,
        documents: units,
        criterion: { own: criteria[0]?.id, other: criteria[1]?.id },
        exemplar: Object.fromEntries(exemplars),
        'fostering step': { own: steps[0], other: steps[1] },
        filing: { own: filings[0]?.id, other: filings[1]?.id },
        activity: Object.fromEntries(activities),
        help: { own: help[0], other: help[1] },
        nomination: { own: nominated[0], other: nominated[1] },
        proposal: { own: proposed[0], other: proposed[1] },
        'award decision': { other: decided.id },
        person: { own: gone.id, other: neighbour.id },
        draft: { own: myDraft.id, other: theirDraft.id },
        nudge: { own: myNudge?.id, other: theirNudge.id },
        'standing report': { own: myReport?.id, other: theirReport.id },
        'asked report': { own: myAsked?.id, other: theirAsked.id },
        'left draft': { own: left[0]?.id, other: left[1]?.id },
      };
      cases.push(...rows.flatMap((row) => casesOf(role, row, row.about && ids[row.about])));
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
            data: one.replace('ID36', id === absent ? 'zik0zj' : id.toString(36)).replace('ID', String(id)),
          },
        ];
      }),
    );
  }

  let updates = 800_000_000;
  const conversations = new Map<number, unknown>();
  /** Presses one button, as the inbox would pass it to the bot, and returns the answers. */
  async function answerTo({ role, data }: Case): Promise<string[]> {
    const chat = chats.get(role) ?? 0;
    const account = await prisma().account.findFirstOrThrow({ where: { chatId: chat } });
    const update_id = ++updates;
    const before = house.telegram.calls.length;
    const turn: Turn = {
      inboxId: update_id,
      channel: 'telegram',
      updateKey: `telegram:${update_id}`,
      chatKey: `telegram:${chat}`,
      update: {
        update_id,
        callback_query: {
          id: `${chat}:${update_id}`,
          chat_instance: '1',
          data,
          from: { id: chat, is_bot: false, first_name: 'x' },
          message: { message_id: 1, date: 0, chat: { id: chat, type: 'private', first_name: 'x' } },
        },
      },
      attempt: 1,
      sent: [],
      account,
      person:
        account.personId === null ? null : await loadPerson(house.app.house.db.prisma, account.personId),
      conversation: conversations.get(chat),
    };
    await bot.handle(turn);
    conversations.set(chat, turn.conversation);
    return house.telegram.calls
      .slice(before)
      .filter(
        ({ method, params, answered }) =>
          Number(params.chat_id) === chat &&
          /^(send(?!Chat)|editMessageText)/.test(method) &&
          answered?.status === 200,
      )
      .map(({ params }) => String(params.text ?? params.caption ?? ''));
  }

  /** Presses all, the roles in parallel, and returns the answers to each. */
  async function pressAll(all: Case[]): Promise<{ one: Case; said: string[] }[]> {
    const ofRole = async (role: Presser) => {
      const answered: { one: Case; said: string[] }[] = [];
      for (const one of all) if (one.role === role) answered.push({ one, said: await answerTo(one) });
      return answered;
    };
    return (await Promise.all([...chats.keys()].map(ofRole))).flat();
  }

  /** All domain data, as text. */
  async function everything(): Promise<Record<string, string>> {
    const tables = [
      ...['person', 'membership', 'invitation', 'person_change', 'draft', 'exemplar', 'exemplar_change'],
      ...['attachment', 'filing', 'filing_change', 'nudge', 'delivery', 'nudge_round', 'snooze', 'unit'],
      ...[
        'own_criterion',
        'standing_report',
        'asked_report',
        'fostering_plan',
        'fostering_step',
        'fostering_change',
      ],
      ...['activity', 'activity_change', 'help_request', 'help_request_change'],
      ...['award_proposal', 'award_proposal_change', 'award_decision', 'award_decision_change'],
      ...['period_summary', 'nomination', 'nomination_change', 'delegate_number'],
    ];
    const kept: Record<string, string> = {};
    for (const name of tables) {
      const { rows: found } = await house.app.house.db.pool.query<{ all: string | null }>(
        `select string_agg(one::text, E'\\n' order by one::text) as all from ${name} one`,
      );
      kept[name] = found[0]?.all ?? '';
    }
    return kept;
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
    const before = await everything();
    const answered = await pressAll(wrong);
    const known = [...refusals(), sentence('button-over')];
    expect(answered.filter(({ said }) => said.length !== 1 || !known.includes(said[0] ?? ''))).toEqual([]);
    const strangers = answered.filter(({ one }) => one.role === 'stranger' && one.about !== 'draft');
    expect(new Set(strangers.flatMap(({ said }) => said))).toEqual(new Set([sentence('error-not-joined')]));
    expect(await everything()).toEqual(before);
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
