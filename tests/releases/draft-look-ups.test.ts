import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestHouse, testHouse } from '../support/house.ts';
import { databaseOf } from '../support/release.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';

const answered = {
  name: 'Tổ hợp tác dệt thổ cẩm làng Bong',
  unit: '6',
  files: 0,
  place: 'Làng Đê Kốp',
  impact: 'Cách làm đơn giản, các làng khác trong xã đã đến học và làm theo.',
  labour: 'yes',
  minutes: null,
  subject: 'collective',
  summary: 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, giữ được 3 đội cồng chiêng của làng.',
  category: 'community',
  criteria: ['ge-1'],
  difficult: 'yes',
  endorsedOn: '2021-08-05',
  memberCount: 125,
  representative: 'Ông A Nhưk, Trưởng thôn',
};
const similar = {
  id: 1,
  code: 'GLAR-2021-001',
  name: 'Làng Đê Kốp giữ gìn bản sắc văn hóa',
  unit: 'Xã Glar',
  status: 'approved',
};
const named = {
  name: 'Làng Đê Kốp giữ gìn bản sắc',
  unit: '5',
  subject: 'collective',
  category: 'community',
};
const since = { base: answered, theirs: answered, mine: answered, lines: [] };

interface Row {
  id: number;
  personId: number;
  answers: Record<string, unknown>;
  subject?: Record<string, unknown>;
  cursor?: string;
}

/** Open registrations as the last release stored them, each with keys that begin with `~`. */
const rows: (Row & { is: string; after: object })[] = [
  {
    is: 'one without a similar name is not asked about any',
    id: 101,
    personId: 5,
    answers: { ...answered, unit: '5', '~similar': [], '~unitName': 'Xã Glar' },
    after: { answers: { ...answered, unit: '5', duplicate: null }, cursor: null },
  },
  {
    is: 'one with a similar name has yet to be asked about it',
    id: 102,
    personId: 7,
    answers: { ...named, '~similar': [similar] },
    after: { answers: named, cursor: null },
  },
  {
    is: 'one that was asked about a similar name keeps the answer',
    id: 103,
    personId: 8,
    answers: { ...answered, duplicate: 'register', '~similar': [similar] },
    after: { answers: { ...answered, duplicate: 'register' }, cursor: null },
  },
  {
    is: 'one above the maximum stands at the reason',
    id: 104,
    personId: 9,
    answers: { ...answered, unit: '18', '~similar': [], '~over': 15 },
    after: { answers: { ...answered, unit: '18', duplicate: null }, cursor: 'exception' },
  },
  {
    is: 'one above the maximum with its reason stands where it stood',
    id: 105,
    personId: 10,
    answers: { ...answered, exception: 'Phong trào của xã nổi bật', '~over': 15, '~similar': [] },
    cursor: 'place',
    after: {
      answers: { ...answered, exception: 'Phong trào của xã nổi bật', duplicate: null },
      cursor: 'place',
    },
  },
  {
    is: 'a leader keeps the collective that they lead',
    id: 106,
    personId: 11,
    answers: { ...answered, leader: 'yes', leads: '4', '~leadsName': 'Đội cồng chiêng nữ làng Dôr 2' },
    after: { answers: { ...answered, leader: 'yes', leads: '4', duplicate: null }, cursor: null },
  },
  {
    is: 'what others changed since belongs to what the draft is about',
    id: 107,
    personId: 11,
    answers: { ...answered, '~since': since },
    subject: { unitId: 16, exemplarId: 12, previous: answered },
    after: {
      answers: { ...answered, duplicate: null },
      subject: { unitId: 16, exemplarId: 12, previous: answered, since },
    },
  },
  {
    is: 'text and ticks that were begun stay as they are',
    id: 108,
    personId: 11,
    answers: { unit: '16', '~summary': 'Đã thu gom 120 kg', '~criteria': ['ge-1'], '~leftOut': [3] },
    after: {
      answers: { unit: '16', '~summary': 'Đã thu gom 120 kg', '~criteria': ['ge-1'], '~leftOut': [3] },
    },
  },
];

let house: TestHouse;
beforeAll(async () => {
  const draft = rows.map(({ id, personId, answers, subject = {}, cursor = null }) => ({
    id,
    rev: 1,
    form: 'register',
    state: 'open',
    cursor,
    result: null,
    answers,
    subject,
    chat_key: 'telegram:1',
    opened_by: `telegram:draft-${id}`,
    person_id: personId,
    created_at: '2022-01-10T01:00:00Z',
    updated_at: '2022-01-10T01:00:00Z',
    last_update: null,
  }));
  house = await testHouse({
    start: '2022-01-11T08:00:00+07:00',
    lives: { database: await databaseOf('0.1.0', { draft }), firstUpdate: 800_000_001 },
  });
});
afterAll(async () => {
  await house.close();
});

async function whoHadBegun(name: string): Promise<TelegramPerson> {
  const account = await house.app.house.db.prisma.account.findFirstOrThrow({
    where: { channel: 'telegram', person: { name } },
  });
  return house.telegram.person({ name, id: Number(account.externalId) });
}

/** Opens a draft by its button in /nhap. */
async function opens(person: TelegramPerson, title: string): Promise<void> {
  await person.says('/nhap');
  const list = await person.sees('Bản nháp đang có');
  await person.pressesOn(list, list.buttons.find((label) => label.includes(title)) ?? title);
}

describe('a registration that the last release left open', () => {
  it.each(rows)('$is', async ({ id, after }) => {
    const draft = await house.app.house.db.prisma.draft.findUniqueOrThrow({ where: { id } });
    expect(draft).toMatchObject({ state: 'open' });
    expect({ answers: draft.answers, subject: draft.subject, cursor: draft.cursor }).toEqual({
      answers: z.object({ answers: z.unknown() }).parse(after).answers,
      subject: rows.find((row) => row.id === id)?.subject ?? {},
      cursor: null,
      ...after,
    });
  });

  it('asks about the similar name that it had found', async () => {
    const person = await whoHadBegun("Siu H'Bia");
    await opens(person, 'Làng Đê Kốp giữ gìn bản sắc');
    const warning = await person.sees('Đã có điển hình tên gần giống');
    expect(warning.text).toContain('GLAR-2021-001');
    await person.presses('Xem');
    await person.sees(/^GLAR-2021-001/);
    await person.pressesOn(warning, 'Vẫn đăng ký');
    await person.sees('Người đại diện');
  });

  it('asks for the reason where the maximum was reached', async () => {
    const person = await whoHadBegun('Phạm Văn An');
    await opens(person, 'Tổ hợp tác dệt thổ cẩm');
    await person.sees('Vì sao cần đăng ký thêm');
    await person.says('Phong trào của xã có thêm mô hình nổi bật');
    await person.sees('xem lại lần cuối');
  });

  it('shows the unit and the collective by their current names', async () => {
    const person = await whoHadBegun('Rơ Châm Thu');
    await opens(person, '. Đăng ký');
    const review = await person.sees('xem lại lần cuối');
    expect(review.text).toContain("Xã H'Neng");
  });
});
