import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTableOf } from '../documents/read-table.ts';
import { addApproved } from '../support/approved-exemplars.ts';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { readWord } from '../support/read-word.ts';

const village = 'Làng Ngol giữ rừng';
const paddy = 'Tổ đổi công làng Dơk';
const gongs = 'Đội cồng chiêng làng Tươh';

describe.each(everyChannel)('the conference on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  let other: ChatPerson;
  let ids: number[] = [];
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2025-04-10T08:00:00+07:00' });
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    other = await house.joined('Lê Văn Hai', 'officer');
    ids = await addApproved(house, [
      { code: 'GLAR-2021-001', name: village },
      { code: 'GLAR-2021-002', name: paddy },
      { code: 'GLAR-2021-003', name: gongs },
    ]);
    const { prisma } = house.app.house.db;
    const unit = await prisma.unit.findUniqueOrThrow({ where: { code: 'GLAR' } });
    for (const [i, exemplarId] of ids.entries())
      for (const year of [2022, 2023, 2024].slice(i))
        await prisma.evaluation.create({
          data: {
            ...{ planId: 1, exemplarId, unitId: unit.id, year, result: 'kept' },
            evaluatedAt: new Date(`${year}-12-10`),
          },
        });
  });
  afterAll(() => house.close());

  const rows = async (sql: string) => (await house.app.house.db.pool.query(sql)).rows;

  it('is empty before a unit nominates, and says how', async () => {
    await officer.says('/hoinghi');
    const empty = await officer.sees('Chưa đơn vị nào giới thiệu');
    expect(empty.buttons).toEqual(['Giới thiệu thay đơn vị', 'Số đại biểu']);
  });

  it('gets nominations alone, before the summary of the period', async () => {
    await liaison.says('/tongket giới thiệu');
    await liaison.sees('Đơn vị có 3 điển hình đã duyệt');
    await liaison.sees('chọn những điển hình');
    await liaison.says('1, 2');
    await liaison.sees('chọn những điển hình');
    await liaison.presses('Xong');
    for (const code of ['1/2 GLAR-2021-001', '2/2 GLAR-2021-002']) {
      await liaison.sees(code);
      await liaison.presses('Lấy tóm tắt thành tích đã đăng ký');
    }
    await liaison.sees('xem tệp Word ở trên');
    const { bytes } = await liaison.receivesFile(/^Danh-sach-gioi-thieu-Xa-Glar\.docx$/);
    const { text } = await readWord(bytes);
    for (const words of ['ỦY BAN NHÂN DÂN XÃ GLAR', village, paddy]) expect(text).toContain(words);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã giới thiệu 2 điển hình');
    await house.settled();
    expect(await rows('select duty from filing')).toEqual([{ duty: 'nominations' }]);
  });

  it('ranks them, and explains the points of each in one line', async () => {
    await officer.says('hội nghị điển hình');
    const { text, buttons } = await officer.sees('2 giới thiệu của 1 đơn vị');
    expect(text).toContain(`Hạng 1: GLAR-2021-001 ${village} (Xã Glar): 13 điểm, đã giới thiệu`);
    expect(text).toContain('3 năm duy trì × 3 = 9; lao động trực tiếp 2; địa bàn khó khăn 2');
    expect(text).toContain(`Hạng 2: GLAR-2021-002 ${paddy} (Xã Glar): 10 điểm`);
    expect(text).toContain('Bằng điểm: nhiều năm duy trì hơn');
    expect(buttons.slice(0, 2)).toEqual(['Chọn', 'Bỏ']);
  });

  it('chooses the first, and the unit is told at once', async () => {
    await officer.presses('Chọn');
    await officer.sees('Đã chọn GLAR-2021-001');
    await liaison.sees(`đã chọn GLAR-2021-001 ${village}`);
    await officer.presses('Ghi lý do chọn');
    await officer.sees('Vì sao chọn GLAR-2021-001?');
    await officer.says('Duy trì ba năm liền, nhiều nơi làm theo.');
    await officer.sees('Đã chọn GLAR-2021-001');
    await liaison.sees('Lý do: «Duy trì ba năm liền, nhiều nơi làm theo.»');
  });

  it('of two officers on one exemplar tells the second who was first', async () => {
    await officer.presses('Tiếp theo');
    await officer.sees('GLAR-2021-002');
    await other.says('/hoinghi GLAR-2021-002');
    await other.sees('GLAR-2021-002');
    await other.presses('Bỏ');
    await other.sees('Vì sao không chọn GLAR-2021-002?');
    await other.says('Ngắn');
    await other.sees('Lý do');
    await other.says('Mới có hai năm, để dịp sau.');
    await other.sees('Đã bỏ GLAR-2021-002');
    await liaison.sees('không chọn GLAR-2021-002');
    await officer.presses('Chọn');
    await officer.sees('Lê Văn Hai đã bỏ điển hình này');
    await house.settled();
    expect(await rows('select state from nomination order by id')).toEqual([
      { state: 'chosen' },
      { state: 'not_chosen' },
    ]);
  });

  it('lets an officer nominate for a unit, which is told', async () => {
    await officer.says('/hoinghi');
    await officer.presses('Giới thiệu thay đơn vị');
    await officer.sees('Giới thiệu điển hình nào?');
    await officer.says('cây khô giữa làng');
    await officer.sees('Không có điển hình đã duyệt nào khớp');
    await officer.says('GLAR-2021-001');
    await officer.sees('đã được giới thiệu');
    await officer.says('cồng chiêng');
    await officer.sees(`giới thiệu GLAR-2021-003 ${gongs} (Xã Glar)`);
    await officer.says('Đội duy trì ba mươi buổi tập mỗi năm, dạy 25 cháu.');
    await officer.sees('Đã giới thiệu GLAR-2021-003 thay Xã Glar');
    await liaison.sees('Phòng Nội vụ đã giới thiệu GLAR-2021-003');
  });

  it('counts delegates against the number that an officer set', async () => {
    await officer.presses('Bảng xếp hạng');
    await officer.presses('Số đại biểu');
    await officer.sees('Bao nhiêu đại biểu');
    await officer.says('nhiều');
    await officer.sees('Số đại biểu là một số');
    await officer.says('1 đại biểu');
    await officer.sees('Số đại biểu dự Hội nghị: 1.');
    await officer.presses('Bảng xếp hạng');
    await officer.sees('đã chọn 1/1');
    await officer.presses('Chọn');
    await officer.sees('Đã chọn GLAR-2021-003');
    await officer.presses('Bảng xếp hạng');
    await officer.sees('đã chọn 2/1, quá 1');
  });

  it('gives the list as Excel and as Word, in one line', async () => {
    await officer.says('/baocao hoinghi');
    const { bytes } = await officer.receivesFile(/^Bao-cao-hoi-nghi-2025.*\.xlsx$/);
    const { lines } = await readTableOf(bytes);
    expect(lines.map((line) => [line[1], line[12]])).toEqual([
      [village, 13],
      [gongs, 7],
      [paddy, 10],
    ]);
    const word = await officer.receivesFile(/^Danh-sach-dai-bieu-hoi-nghi-2025.*\.docx$/);
    expect((await readWord(word.bytes)).text).toContain('Đại biểu dự Hội nghị');
  });

  it('is read by managers, who decide nothing, and by no liaison', async () => {
    const manager = await house.joined('Phạm Văn Ba', 'manager');
    await manager.says('/hoinghi');
    const { buttons } = await manager.sees('3 giới thiệu');
    expect(buttons).not.toContain('Chọn');
    expect(buttons).not.toContain('Số đại biểu');
    for (const [typed, expected] of [
      ['/hoinghi đã chọn', 'Đang xem: được chọn dự Hội nghị – 2 giới thiệu'],
      ['/hoinghi xã Glar', 'Đang xem: Xã Glar – 3 giới thiệu'],
      ['/hoinghi Hà Bầu', 'Đang xem: Xã Hà Bầu – chưa có giới thiệu nào'],
      ['hội nghị làng', 'Đang xem: “lang” – 3 giới thiệu'],
      ['/hoinghi đổi công', 'Tổ đổi công làng Dơk'],
      ['/hoinghi cây khô', 'Không hiểu “cây khô”'],
    ] as const) {
      await manager.says(typed);
      await manager.sees(expected);
    }
    await liaison.says('/hoinghi');
    await liaison.sees('chỉ dành cho');
  });

  it('speaks English to who reads English', async () => {
    await other.says('/ngonngu');
    await other.presses('English');
    await other.says('/hoinghi GLAR-2021-001');
    const { text, buttons } = await other.sees('13 points, chosen as a delegate');
    expect(text).toContain('3 years kept up × 3 = 9; direct labour 2; difficult area 2');
    expect(buttons).toContain('Leave out');
  });
});
