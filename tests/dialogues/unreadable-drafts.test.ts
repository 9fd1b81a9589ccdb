import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

/** Subjects that no form of this release wrote, and forms that it does not have. */
const written: [by: string, form: string, subject: object][] = [
  ['a registration for a unit without an id', 'register', { unitId: 'GLAR' }],
  ['a registration that mends two exemplars', 'register', { exemplarId: [3, 4], previous: {} }],
  ['a registration whose earlier answers are no answers', 'register', { exemplarId: 3, previous: 'kept' }],
  ['a document for a duty that is a number', 'filing', { unitId: 5, duty: 7 }],
  ['a return of an exemplar without its code', 'return', { exemplarId: 3 }],
  ['a reminder of a year in words', 'nudge-note', { duty: 'annualReport', year: 'năm 2021' }],
  ['a form of a later release', 'yearly-review', { list: ['GLAR-2021-001'] }],
];

describe.each(channelsOfLongScripts)('on %s, a draft that another release wrote', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  it.each(written)('stays unchanged and is explained: %s', async (by, form, subject) => {
    const { prisma } = house.app.house.db;
    const nth = written.findIndex(([one]) => one === by);
    const liaison = await house.joined(`Kpă ${'ABCDEFGHIJ'.charAt(nth)}`, 'liaison', 'GLAR');
    const person = await prisma.person.findFirstOrThrow({ where: { name: liaison.name } });
    await liaison.says('/dangky');
    await liaison.sees('Đối tượng');
    const draft = await prisma.draft.update({
      where: { id: (await prisma.draft.findFirstOrThrow({ where: { personId: person.id } })).id },
      data: { form, subject, answers: { name: 'Làng Ngol', '~summary': 'Đã viết' }, cursor: 'summary' },
    });
    await liaison.says('cá nhân');
    await liaison.sees('do một phiên bản khác của hệ thống ghi');
    await liaison.says('/nhap');
    await liaison.sees('1 bản nháp do phiên bản khác của hệ thống ghi');
    expect(await prisma.draft.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({
      state: 'open',
      form,
      subject,
      answers: { name: 'Làng Ngol', '~summary': 'Đã viết' },
    });
    await liaison.says('/dangky');
    await liaison.sees('Đối tượng');
  });

  it('asks again for an answer that it cannot read, and keeps the others', async () => {
    const { prisma } = house.app.house.db;
    const liaison = await house.joined('Đọc Lại', 'liaison', 'GLAR');
    const person = await prisma.person.findFirstOrThrow({ where: { name: liaison.name } });
    await liaison.says('/dangky');
    await liaison.sees('Đối tượng');
    const { id } = await prisma.draft.findFirstOrThrow({ where: { personId: person.id } });
    await prisma.draft.update({
      where: { id },
      data: { answers: { unit: '5', subject: { code: 'collective' }, category: 'community' }, cursor: null },
    });
    await liaison.presses('Tập thể');
    await liaison.sees('Lĩnh vực');
    await house.settled();
    const { answers } = await prisma.draft.findUniqueOrThrow({ where: { id } });
    expect(answers).toMatchObject({ unit: '5', subject: 'collective' });
  });
});
