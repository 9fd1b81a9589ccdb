import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { channelsOfThisRun } from '../support/which-run.ts';
import { workbookWords } from '../support/workbook-words.ts';

describe.each(channelsOfThisRun)('the main job on %s, end to end', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  it('registers, is reviewed, is nudged and is reported', async () => {
    const officer = await house.newcomer('Hạnh');
    await officer.says('/start FRST-2345');
    await officer.presses('Đúng, tôi nhận');
    await officer.sees('Họ và tên');
    await officer.says('Trần Thị Hạnh');
    await officer.sees('Số điện thoại');
    await officer.sharesPhone('0905000001');
    await officer.sees('Đã xong.');

    const liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    const sent = await registers(liaison);
    expect(sent.text).toContain('GLAR-2021-001');
    expect(sent.text).toContain('1/10–15');

    await officer.says('/duyet');
    await officer.presses('GLAR-2021-001 Làng Đê Kốp giữ gìn bản sắc văn hóa');
    await officer.presses('Duyệt');
    await officer.sees('Đã duyệt GLAR-2021-001');
    await liaison.sees('đã duyệt GLAR-2021-001');

    await house.at('2021-08-20T08:00:00+07:00');
    const nudge = await liaison.sees('còn thiếu 9 điển hình');
    expect(nudge.text).toContain('đã có 1/10–15');
    expect(nudge.text).toContain('Hạn chót 24/8/2021, còn 4 ngày');
    expect(nudge.buttons).toEqual(['Đăng ký điển hình', 'Nộp kế hoạch', 'Nhắc lại ngày mai', 'Đã rõ']);

    const manager = await house.joined('Đinh Văn Thọ', 'manager');
    await manager.says('/baocao tonghop 2021');
    const report = await manager.receivesFile(/tong-hop-2021\.xlsx$/);
    expect(await workbookWords(report.bytes)).toContain('Xã Glar');
  });
});
