import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExemplar } from '../../src/bot/features/exemplars/exemplar-presses.ts';
import { sendNudge } from '../../src/bot/features/nudging/target.ts';
import { peoplePresses } from '../../src/bot/features/people/presses.ts';
import { loadPlanText } from '../../src/plans/load-plan.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';

describe.each(['telegram', 'zalo'] as const)('two offices in one database, on %s', (channel) => {
  let house: TestHouse;
  let first: ChatPerson;
  let second: ChatPerson;
  let liaison: ChatPerson;
  let updates = 900_000_000;

  const prisma = () => house.app.house.db.prisma;
  const idOf = async (name: string) => (await prisma().person.findFirstOrThrow({ where: { name } })).id;

  beforeAll(async () => {
    house = await testHouse({ channel });
    first = await house.joined('Trần Thị Hạnh', 'officer');
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await registers(liaison, { name: 'Làng Đê Kốp đổi mới' });
    const at = house.app.clock.now();
    const { id: officeId } = await prisma().office.create({ data: { code: 'phu-xuan' } });
    const text = await readFile('prisma/plans/101-kh-ubnd.yaml', 'utf8');
    const file = { name: 'px.yaml', text: text.replace('code: 101/KH-UBND', 'code: 7/KH-UBND') };
    const { planId = 0 } = await loadPlanText(house.app.house.db, file, { at, officeId });
    const unit = { officeId, code: 'PHUXUAN', name: 'Xã Phú Xuân', short: 'Phú Xuân', position: 900 };
    await prisma().unit.create({
      data: { ...unit, createdAt: at, plans: { create: { planId, kind: 'commune', position: 0 } } },
    });
    await house.app.house.plans.refresh();
    second = await house.joined('Lê Văn Sơn', 'officer');
    await prisma().membership.updateMany({
      where: { personId: await idOf('Lê Văn Sơn') },
      data: { officeId },
    });
  });
  afterAll(() => house.close());

  it('each officer has the units of their office', async () => {
    await second.says('/donvi');
    const theirs = await second.sees('Đơn vị (1)');
    expect(theirs.text).toContain('Xã Phú Xuân (PHUXUAN)');
    await first.says('/donvi');
    const all = await first.sees('Đơn vị (53)');
    expect(all.text).not.toContain('Phú Xuân');
  });

  it('the queue, lists, search and progress show nothing of the other office', async () => {
    await second.says('/duyet');
    await second.sees('Không còn hồ sơ nào chờ duyệt');
    await second.says('/danhsach');
    await second.sees('Chưa có điển hình nào được đăng ký');
    await second.says('GLAR-2021-001');
    const none = await second.sees(/GLAR-2021-001|Không tìm thấy/);
    expect(none.text).not.toContain('Đê Kốp');
    await second.says('/tiendo');
    const progress = await second.sees('1 đơn vị');
    expect(progress.text).not.toContain('Glar');
    await second.says('/nguoidung Bình');
    await second.sees('Không tìm thấy ai có “Bình”');
    await first.says('/duyet');
    await first.sees('GLAR-2021-001');
  });

  it('a report is of the own office alone', async () => {
    await second.says('/baocao tonghop 2021');
    const { caption } = await second.receivesFile(/tong-hop|tonghop/);
    expect(caption).not.toContain('Phú Xuân,');
    expect(caption).toContain('0/1');
    await first.says('/baocao tonghop 2021');
    expect((await first.receivesFile(/tong-hop|tonghop/)).caption).toContain('/53');
  });

  it('a forged button of the other office does nothing', async () => {
    await house.settled();
    const { id: exemplarId } = await prisma().exemplar.findFirstOrThrow();
    const { chatId } = await prisma().account.findFirstOrThrow({
      where: { personId: await idOf('Lê Văn Sơn') },
    });
    const rounds = await prisma().nudgeRound.count();
    const forged = [
      openExemplar.data(exemplarId),
      sendNudge.data({ planId: 1, duty: 'registration' }, '', null),
      peoplePresses.open.data(await idOf('Nguyễn Văn Bình')),
    ];
    for (const data of forged) {
      updates += 1;
      const chat = Number(chatId);
      const from = { id: chat, is_bot: false, first_name: 'x' };
      const message = {
        message_id: 1,
        date: 0,
        chat: { id: chat, type: 'private' as const, first_name: 'x' },
      };
      const press = { id: `${chat}:${updates}`, chat_instance: '1', data, from, message };
      await house.app.accept(channel, [
        { key: String(updates), update: { update_id: updates, callback_query: press } },
      ]);
      await second.sees(/Không tìm thấy|không có quyền/);
    }
    await house.settled();
    expect(await prisma().nudgeRound.count()).toBe(rounds);
  });
});
