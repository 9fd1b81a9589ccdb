import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson, SeenMessage } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

/**
 * Turns the pages of a list from the message `first` to the end; returns all shown text that
 * matches `line`.
 */
async function readsAll(person: ChatPerson, first: SeenMessage, line: RegExp): Promise<string[]> {
  const found = new Set<string>();
  let shown = first;
  for (;;) {
    // A long page may come in several messages: the whole chat is read each time.
    for (const { fromBot, text } of await person.transcript()) {
      if (fromBot) for (const [all] of text.normalize('NFC').matchAll(line)) found.add(all);
    }
    const next = shown.buttons.find((label) => /^Trang \d+\/\d+ ›$/.test(label));
    if (!next) return [...found];
    await person.pressesOn(shown, next);
    shown = await person.sees(/[\s\S]/);
    while (!shown.buttons.includes('‹ Trang trước')) shown = await person.sees(/[\s\S]/);
  }
}

describe.each(channelsOfThisRun)('no list is cut off, on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let names: string[];
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Phụ Trách Nhiều Nơi', 'liaison', 'GLAR');
    const { prisma } = house.app.house.db;
    const units = await prisma.unit.findMany({
      where: { plans: { some: { kind: 'commune' } } },
      orderBy: { position: 'asc' },
    });
    names = units.map(({ name }) => name);
    const { personId } = await prisma.membership.findFirstOrThrow({ where: { role: 'liaison' } });
    const since = new Date('2021-08-18T01:00:00Z');
    await prisma.membership.createMany({
      data: units
        .filter(({ code }) => code !== 'GLAR')
        .map(({ id }) => ({ personId, unitId: id, role: 'liaison' as const, since })),
    });
    await prisma.draft.createMany({
      data: units.map(({ id }, i) => ({
        form: 'filing',
        personId,
        openedBy: `test:${i}`,
        answers: { unit: String(id), duty: 'implementationPlan.0' },
        createdAt: since,
        updatedAt: since,
      })),
    });
  });
  afterAll(async () => {
    await house.close();
  });

  it('/hannop shows each unit, six a page', async () => {
    expect(names.length).toBeGreaterThan(12);
    await liaison.says('/hannop');
    const seen = await readsAll(liaison, await liaison.sees('Đăng ký điển hình'), /^Xã [^,.:“]*$/gm);
    expect(new Set(seen)).toEqual(new Set(names));
  });

  it('/start greets with five units and says where the others are', async () => {
    await liaison.says('/start');
    const greeting = await liaison.sees('Chào anh/chị');
    expect(greeting.text).toContain(`Và ${names.length - 5} đơn vị khác: chọn Hạn nộp để xem hết.`);
    expect(greeting.buttons).toContain('Hạn nộp');
  });

  it('/nhap shows each draft, ten a page, and says how many there are', async () => {
    await liaison.says('/nhap');
    const drafts = /^\d+\. .*câu \d+\/\d+/gm;
    const first = await liaison.sees(`(${names.length})`);
    expect(first.text.match(drafts)).toHaveLength(10);
    await liaison.presses('Trang 2/2 ›');
    const second = await liaison.sees(`(${names.length})`);
    expect(second.text.match(drafts)).toHaveLength(names.length - 10);
    await liaison.presses('‹ Trang trước');
    await liaison.sees(`(${names.length})`);
  });

  it('a nudge about more than it can show leads to all of it', async () => {
    await house.at('2021-08-20T08:00:00+07:00');
    const nudge = await liaison.sees(/Còn \d+ việc khác: chọn Hạn nộp để xem hết/);
    expect(nudge.buttons).toContain('Hạn nộp');
    await liaison.pressesOn(nudge, 'Hạn nộp');
    await liaison.sees('Đăng ký điển hình tiên tiến:');
  });

  it('words that many units match say how many, and offer them', async () => {
    const manager = await house.joined('Đinh Văn Thọ', 'manager');
    await manager.says('/baocao danhsach xã');
    const many = await manager.sees('Có nhiều đơn vị như vậy');
    expect(many.text).toMatch(/ và \d+ đơn vị khác\. Anh\/chị gõ rõ hơn/);
    // A page of them, all units, and another unit.
    expect(many.buttons).toHaveLength(12);
    await manager.presses('Đơn vị khác');
    const all = await manager.sees('Đơn vị nào?');
    expect(all.buttons).toContain('Trang 2/6 ›');
  });
});
