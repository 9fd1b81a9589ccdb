import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putExemplar, type Registered } from '../support/approved.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { readWord } from '../support/read-word.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  let village: Registered;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Rơ Châm Thuận', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    village = await putExemplar(house, { unitCode: 'GLAR', n: 1, name: 'Làng Đê Kốp' });
    await putExemplar(house, { unitCode: 'GLAR', n: 2, name: 'Làng Groi', approved: false });
    await putExemplar(house, { unitCode: 'GLAR', n: 3, name: 'Làng Dur' });
    await layOutAYear();
  });
  afterAll(() => house.close());

  /** A year of the village: a step done, one ahead, publicity, an evaluation. */
  async function layOutAYear(): Promise<void> {
    const { db, plan } = house.app.house;
    const { unitId, submittedById: byId } = await db.prisma.exemplar.findUniqueOrThrow({
      where: { id: village.id },
    });
    const at = new Date('2021-08-20T01:00:00Z');
    const step = { kind: 'nurture', who: 'Hội Nông dân xã', exemplarId: village.id } as const;
    await db.prisma.fosteringPlan.create({
      data: {
        ...{ planId: plan.id, unitId, lead: 'Phó Chủ tịch UBND xã', savedAt: at, byId },
        steps: {
          create: [
            {
              ...step,
              what: 'Tập huấn tái canh',
              dueOn: new Date('2021-09-30'),
              doneOn: new Date('2021-09-20'),
            },
            { ...step, what: 'Dựng nhà rông', dueOn: new Date('2021-12-31') },
          ],
        },
      },
    });
    await db.prisma.activity.create({
      data: {
        ...{ planId: plan.id, unitId, kind: 'publicity', heldOn: new Date('2021-10-01') },
        ...{ place: 'Đài truyền thanh xã', broadcasts: 3, minutes: 15, loggedAt: at, loggedById: byId },
        ...{ loggedAs: 'liaison', channel: 'web', exemplars: { create: { exemplarId: village.id } } },
      },
    });
  }

  it('/danhsach and /hannop say what comes next for each exemplar', async () => {
    await house.at('2021-10-14T08:00:00+07:00');
    await liaison.says('/danhsach');
    const list = await liaison.sees(/Làng Đê Kốp\s+(– )?đã duyệt → đánh giá năm 2021/);
    expect(list.text).toMatch(/Làng Dur\s+(– )?đã duyệt → lập việc bồi dưỡng/);
    expect(list.text).not.toContain('chờ duyệt →');
    await liaison.says('/hannop');
    const duties = await liaison.sees(
      'Còn lại năm 2021: 1 điển hình chưa có việc bồi dưỡng, 1 điển hình chưa được tuyên truyền, 2 điển hình chưa đánh giá.',
    );
    expect(duties.text).toContain('GLAR-2021-001 Làng Đê Kốp: đánh giá năm 2021 (/baocaonam)');
    expect(duties.text).toContain('GLAR-2021-002 Làng Groi: chờ duyệt');
  });

  it('/hoso shows the whole story on one screen', async () => {
    await liaison.says('/hoso glar-2021-001');
    const story = await liaison.sees('GLAR-2021-001');
    for (const line of [
      'Việc tiếp theo: đánh giá năm 2021',
      '19/8/2021: Được duyệt (Rơ Châm Thuận)',
      'Bồi dưỡng (1/2 việc)',
      '✓ Tập huấn tái canh – Hội Nông dân xã – đã làm 20/9/2021',
      '1/10/2021: Tuyên truyền: Đài truyền thanh xã (3 lượt, 15 phút)',
      'Đánh giá hằng năm: chưa có',
    ]) {
      expect(story.text).toContain(line);
    }
    expect(story.buttons).toEqual(expect.arrayContaining(['In', 'Dòng thời gian', 'Xem nội dung đăng ký']));
    await liaison.presses('Dòng thời gian');
    await liaison.sees('Dòng thời gian của GLAR-2021-001 “Làng Đê Kốp”');
    await liaison.says('hồ sơ làng đê kốp');
    await liaison.sees('Bồi dưỡng (1/2 việc)');
    await liaison.says('/hoso');
    const which = await liaison.sees('Xem hồ sơ của điển hình nào? Có 3 điển hình.');
    expect(which.buttons).toHaveLength(3);
    await liaison.says('/hoso làng không có');
    await liaison.sees('khớp với “làng không có”');
  });

  it('[In] makes one page of Word with the moments by day', async () => {
    await officer.says('/hoso GLAR-2021-001');
    await officer.sees('Bồi dưỡng (1/2 việc)');
    await officer.presses('In');
    const { name, bytes } = await officer.receivesFile(/\.docx$/);
    expect(name).toBe('Phieu-theo-doi-GLAR-2021-001.docx');
    const text = JSON.stringify(await readWord(bytes));
    for (const words of [
      'PHIẾU THEO DÕI ĐIỂN HÌNH',
      'PHÒNG NỘI VỤ',
      'Làng Đê Kốp',
      'Đã làm: Tập huấn tái canh',
      '1/10/2021',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('an officer opens a unit’s page: what is left this year', async () => {
    await officer.says('/donvi xã Glar');
    const page = await officer.sees('Còn lại năm 2021:');
    expect(page.text).toContain('Kế hoạch bồi dưỡng: 1/2 việc đã làm. Việc gần nhất: “Dựng nhà rông”');
    expect(page.buttons).toEqual(['Danh sách điển hình', 'Kế hoạch bồi dưỡng', 'Văn bản đã nộp']);
    await officer.presses('Danh sách điển hình');
    await officer.sees('GLAR-2021-003 Làng Dur');
  });
});
