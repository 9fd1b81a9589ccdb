import { afterAll, beforeAll, describe, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  let manager: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    manager = await house.joined('Đinh Văn Thọ', 'manager');
    officer = await house.joined('Lê Thị Nga', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  it('a report of a quarter comes as that of the year, and says so', async () => {
    await manager.says('anh cho chú xin cái báo cáo tổng hợp quý này');
    await manager.sees('chưa tách riêng “quý này”');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
  });

  it('a report is named without the word for it', async () => {
    await manager.says('xuất danh sách chi tiết cả huyện năm ngoái');
    await manager.sees('Năm 2020 nằm ngoài Kế hoạch');
    await officer.says('cong van don doc nhe');
    await officer.sees('chưa cần công văn đôn đốc');
    await officer.says('in giúp chị danh sách gọi điện');
    await officer.sees('Dòng cần gọi');
    await manager.says('báo cáo chi tiết');
    await manager.receivesFile('Bao-cao-danh-sach-2021.xlsx');
  });

  it('a command with words behind it works at a question with options', async () => {
    await officer.says('mời huyện đoàn');
    await officer.sees('Mời với vai trò nào ở Huyện Đoàn?');
    await officer.says('tổng hợp năm nay ạ');
    await officer.sees('Tổng hợp theo đơn vị 2021');
    await officer.says('mời xã h neng');
    await officer.sees("Mời với vai trò nào ở Xã H'Neng?");
    await officer.says('thủ trưởng');
    await officer.sees("được mời với vai trò thủ trưởng Xã H'Neng");
  });

  it('a language is chosen by its name, also one that reads like a greeting', async () => {
    await manager.says('ngôn ngữ');
    await manager.sees('chọn ngôn ngữ');
    await manager.says('tiếng anh');
    await manager.sees('English has been chosen.');
    await manager.says('tieng viet a');
    await manager.sees('Đã chọn tiếng Việt.');
  });
});
