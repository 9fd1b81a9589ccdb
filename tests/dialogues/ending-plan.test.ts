import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planEndedNotice } from '../../src/bot/features/plans/ended-notice.ts';
import { putExemplar } from '../support/approved.ts';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';

const next = readFileSync('prisma/plans/vi-du-2026-2030.yaml');

describe.each(everyChannel)('a plan that ends, on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let glar: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2026-01-13T08:00:00+07:00' });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    glar = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await putExemplar(house, { unitCode: 'GLAR', n: 1, name: 'Làng Đê Kốp' });
    await putExemplar(house, { unitCode: 'GLAR', n: 2, name: 'Làng Groi', approved: false });
  });
  afterAll(() => house.close());

  it('is followed by another that takes its exemplars along', async () => {
    await officer.says('/kehoach');
    await officer.presses('Nạp tệp kế hoạch');
    await officer.sees('Gửi tệp kế hoạch');
    await officer.sendsFile('moi.yaml', next);
    await officer.sees('moi.yaml');
    await officer.presses('Xong');
    await officer.sees('09/KH-UBND');
    await officer.presses('Mở và chuyển tiếp 1 điển hình của 101/KH-UBND');
    await officer.sees('Đã mở kế hoạch 09/KH-UBND');
  });

  it('lists what is open by kind, and each thing, with the way back', async () => {
    await glar.says('/dangky');
    const { buttons } = await glar.sees('Đăng ký theo kế hoạch nào?');
    await glar.presses(buttons.find((label) => label.startsWith('101/KH-UBND')) ?? '');
    await glar.sees('Đối tượng?');
    await house.settled();
    await officer.says('/kehoach');
    await officer.presses('Đóng 101/KH-UBND');
    const shown = await officer.sees(/1 hồ sơ chưa duyệt hoặc cần bổ sung: để nguyên/);
    expect(shown.text.normalize()).toMatch(/\d+ việc phải nộp chưa xong: ghi là chưa nộp/);
    expect(shown.text.normalize()).toMatch(/1 bản nháp: để nguyên/);
    await officer.presses('Xem từng việc');
    await officer.sees('Việc còn mở của 101/KH-UBND');
    await officer.presses('1 hồ sơ chưa duyệt hoặc cần bổ sung');
    await officer.sees('GLAR-2021-002 Làng Groi');
    await officer.presses('Các loại việc còn mở');
    await officer.sees('Việc còn mở của 101/KH-UBND');
    await officer.presses('1 bản nháp');
    await officer.sees('Nguyễn Văn Bình (hồ sơ đăng ký)');
    await officer.presses('Tiếp tục');
    await officer.sees(/1 hồ sơ chưa duyệt hoặc cần bổ sung: để nguyên/);
  });

  it('asks again after a change, then ends what is open with a reason', async () => {
    await officer.presses('1 hồ sơ chưa duyệt hoặc cần bổ sung → kết thúc, có lý do');
    await officer.sees(/1 hồ sơ chưa duyệt hoặc cần bổ sung: kết thúc, có lý do/);
    await house.settled();
    await putExemplar(house, { unitCode: 'GLAR', n: 3, name: 'Làng Bông', approved: false });
    await officer.presses('Đúng, đóng kế hoạch');
    await officer.sees(/Đã có thay đổi từ khi anh\/chị xem: 2 hồ sơ chưa duyệt/);
    await officer.sees(/2 hồ sơ chưa duyệt hoặc cần bổ sung: kết thúc, có lý do/);
    await officer.presses('Đúng, đóng kế hoạch');
    await officer.sees('Các đơn vị sẽ đọc lý do này');
    await officer.says('Giai đoạn cũ đã tổng kết xong');
    await officer.sees('Đã đóng kế hoạch 101/KH-UBND.');
    await house.settled();
    const told = await glar.sees(/đã đóng kế hoạch 101\/KH-UBND[\s\S]*09\/KH-UBND[\s\S]*tổng kết xong/);
    expect(told.text.normalize()).toMatch(/được ghi là chưa nộp:[\s\S]*Xã Glar: báo cáo kết quả năm 2025/);
    const { prisma } = house.app.house.db;
    const ended = await prisma.exemplar.findMany({ where: { status: 'rejected' }, orderBy: { id: 'asc' } });
    expect(ended.map(({ code, decisionReason }) => [code, decisionReason])).toEqual(
      ['GLAR-2021-002', 'GLAR-2021-003'].map((code) => [code, 'Giai đoạn cũ đã tổng kết xong']),
    );
    await officer.says('/kehoach');
    await officer.sees(/Khi đóng \(lý do: Giai đoạn cũ đã tổng kết xong\)[\s\S]*2 hồ sơ[^\n]*kết thúc/);
  });

  it('stops a registration in the middle, and says where the work is now', async () => {
    await glar.says('Tập thể');
    const over = await glar.sees('Kế hoạch 101/KH-UBND đã đóng');
    expect(over.text.normalize()).toContain('Việc mới làm theo kế hoạch 09/KH-UBND');
    await glar.presses('Bỏ bản nháp');
    await glar.says('/dangky');
    await glar.sees('Đối tượng?');
  });

  it('shows the carried exemplar with both plans', async () => {
    await officer.says('/hoso GLAR-2021-001');
    await officer.sees(/101\/KH-UBND[\s\S]*09\/KH-UBND/);
  });

  it.each([
    ['/baocao tonghop 2021', /Tổng hợp theo đơn vị[\s\S]*đăng ký 2021 \(đã gửi và đã duyệt\): 1/],
    ['báo cáo tổng hợp năm 2026', /đăng ký 2026 \(đã gửi và đã duyệt\): 0/],
    ['báo cáo tổng hợp giai đoạn trước', /cả giai đoạn đến năm 2025[\s\S]*đăng ký 2021–2025/],
    ['/baocao tonghop kế hoạch 101 năm 2021 xã glar', /Xã Glar[\s\S]*2021/],
    ['/baocao tonghop kế hoạch mới', /đăng ký 2026 \(đã gửi và đã duyệt\): 0/],
    ['báo cáo ketqua giai đoạn 2021-2025', /Kết quả năm – cả giai đoạn đến năm 2025[\s\S]*101/],
    ['/bieudo theo đơn vị kế hoạch cũ', /chỉ tiêu 2025[^\n]*\(kế hoạch 101\/KH-UBND\)/],
    ['/bieudo theo đơn vị 2021', /chỉ tiêu 2021[^\n]*\(kế hoạch 101\/KH-UBND\)/],
    ['/bieudo theo lĩnh vực giai đoạn này', /lĩnh vực 2026[^\n]*\(kế hoạch 09\/KH-UBND\)/],
    ['/baocao hoinghi giai đoạn trước', /Giới thiệu dự Hội nghị[^\n]*\(kế hoạch 101\/KH-UBND\)/],
    ['/tracuu làng giai đoạn trước', 'GLAR-2021-001'],
    ['/tracuu làng giai đoạn 2026-2030', 'Không có điển hình nào khớp với “làng 2026-2030”'],
    ['/danhsach giai đoạn trước', /Danh sách chi tiết – cả giai đoạn đến năm 2025[^\n]*101\/KH-UBND/],
    ['danh sách kế hoạch 09', /09\/KH-UBND[\s\S]*GLAR-2021-001/],
    ['/hoso kế hoạch cũ đã duyệt', 'GLAR-2021-001'],
    ['/khenthuong 2024', /2024/],
    ['/hoinghi kế hoạch 09', 'năm 2030'],
  ])('answers of the period that is meant: %s', async (asked, answer) => {
    await officer.says(asked);
    await officer.sees(answer);
  });

  it('leads units from its notice to their duties, and the office to reports', async () => {
    const { db } = house.app.house;
    const idOf = async (name: string) => (await db.prisma.person.findFirstOrThrow({ where: { name } })).id;
    const noticeTo = async (name: string) =>
      planEndedNotice(house.app.house, { planId: 1, toPlanId: 2, reason: 'Đã xong' }, 'vi', await idOf(name));
    const toOfficer = await noticeTo('Trần Thị Hạnh');
    expect(toOfficer.buttons).toMatchObject([[{ callback_data: 'cmd:baocao' }]]);
    expect(toOfficer.text).not.toContain('chưa nộp');
    const personId = await idOf('Nguyễn Văn Bình');
    const units = await db.prisma.unit.findMany({ where: { code: { in: ['ADOK', 'IAPET'] } } });
    await db.prisma.membership.createMany({
      data: units.map(({ id }) => ({
        ...{ personId, role: 'liaison', unitId: id, since: house.app.clock.now() },
      })),
    });
    const toLiaison = await noticeTo('Nguyễn Văn Bình');
    expect(toLiaison.buttons).toMatchObject([[{ callback_data: 'cmd:hannop' }]]);
    expect(toLiaison.text.match(/^– /gm)).toHaveLength(12);
    expect(toLiaison.text).toMatch(/… và \d+ việc nữa$/);
  });
});
