import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putExemplar } from '../support/approved.ts';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';

const next = readFileSync('prisma/plans/101-kh-ubnd.yaml', 'utf8').replaceAll('101/KH-UBND', '205/KH-UBND');

describe.each(everyChannel)('a plan that ends, on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let glar: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2021-08-18T08:00:00+07:00' });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    glar = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await putExemplar(house, { unitCode: 'GLAR', n: 1, name: 'Làng Đê Kốp' });
    await putExemplar(house, { unitCode: 'GLAR', n: 2, name: 'Làng Groi', approved: false });
  });
  afterAll(() => house.close());

  it('takes its exemplars along, and ends what is open with a reason', async () => {
    await officer.says('/kehoach');
    await officer.presses('Nạp tệp kế hoạch');
    await officer.sees('Gửi tệp kế hoạch');
    await officer.sendsFile('moi.yaml', new TextEncoder().encode(next));
    await officer.sees('moi.yaml');
    await officer.presses('Xong');
    await officer.sees('205/KH-UBND');
    await officer.presses('Mở và chuyển tiếp 1 điển hình của 101/KH-UBND');
    await officer.sees('Đã mở kế hoạch 205/KH-UBND');
    await officer.says('/kehoach');
    await officer.presses('Đóng 101/KH-UBND');
    await officer.sees(/1 hồ sơ chưa duyệt hoặc cần bổ sung: để nguyên/);
    await officer.presses('1 hồ sơ chưa duyệt hoặc cần bổ sung → kết thúc, có lý do');
    await officer.sees(/1 hồ sơ chưa duyệt hoặc cần bổ sung: kết thúc, có lý do/);
    await officer.presses('Đúng, đóng kế hoạch');
    await officer.sees('Các đơn vị sẽ đọc lý do này');
    await officer.says('Giai đoạn cũ đã tổng kết xong');
    await officer.sees('Đã đóng kế hoạch 101/KH-UBND.');
    await house.settled();
    await glar.sees(/đã đóng kế hoạch 101\/KH-UBND[\s\S]*205\/KH-UBND[\s\S]*tổng kết xong/);
    const { prisma } = house.app.house.db;
    const ended = await prisma.exemplar.findUniqueOrThrow({ where: { code: 'GLAR-2021-002' } });
    expect(ended).toMatchObject({ status: 'rejected', decisionReason: 'Giai đoạn cũ đã tổng kết xong' });
  });

  it('shows the carried exemplar with both plans', async () => {
    await officer.says('/hoso GLAR-2021-001');
    await officer.sees(/101\/KH-UBND[\s\S]*205\/KH-UBND/);
  });
});
