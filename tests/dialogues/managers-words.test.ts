import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
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

  it('what no report can be of is asked with buttons that keep the rest', async () => {
    await manager.says('cho chú cái báo cáo tổng hợp 6T đầu năm xã Glar và Hà Bầu');
    await manager.sees('một đơn vị hoặc cho tất cả đơn vị');
    await manager.presses('Xã Hà Bầu');
    await manager.receivesFile('Bao-cao-tong-hop-2021-H1-Xa-Ha-Bau.xlsx');
    await manager.says('báo cáo tổng hợp các xã tính đến 31/6/2021');
    await manager.sees('Chưa lập được báo cáo cho “tính đến 31/6/2021”');
    await manager.presses('2021');
    await manager.receivesFile('Bao-cao-tong-hop-2021-loc-xa.xlsx');
    await manager.says('báo cáo tổng hợp và danh sách chi tiết năm nay cả huyện');
    await manager.sees('Mỗi lần lập một báo cáo');
    await manager.presses('Danh sách chi tiết');
    await manager.receivesFile('Bao-cao-danh-sach-2021.xlsx');
    await manager.says('báo cáo danh sách lĩnh vực văn hóa');
    await manager.sees('Kế hoạch không có lĩnh vực “văn hóa”');
    await manager.presses('Tất cả đơn vị');
    await manager.receivesFile('Bao-cao-danh-sach-2021.xlsx');
    await manager.says('báo cáo tổng hợp xã Hà Đôn');
    await manager.sees('Không tìm thấy đơn vị “xã Hà Đôn”');
    await manager.presses('Xã Hà Đông');
    await manager.receivesFile('Bao-cao-tong-hop-2021-Xa-Ha-Dong.xlsx');
  });

  it('a list of more than a chat can filter, and progress, are reports', async () => {
    await manager.says('cho anh cái danh sách các xã lĩnh vực y tế');
    const { caption } = await manager.receivesFile(/^Bao-cao-danh-sach-2021-loc-xa-y-te/);
    expect(caption).toContain('Nhóm đơn vị: Xã; Lĩnh vực: Y tế');
    await manager.says('danh sách các đơn vị nộp trễ');
    await manager.sees('không lọc được theo Trạng thái: Nộp chậm');
    await manager.presses('Tiến độ nộp');
    await manager.receivesFile('Bao-cao-tien-do-2021-loc-nop-cham.xlsx');
    await manager.says('anh muốn xem tiến độ các xã chưa nộp');
    await manager.receivesFile('Bao-cao-tien-do-2021-loc-xa-qua-han-chua-xong.xlsx');
    await officer.says('tiến độ các xã');
    await officer.receivesFile('Bao-cao-tien-do-2021-loc-xa.xlsx');
  });

  it('who has not handed in is a question for progress', async () => {
    for (const typed of ['ai chưa nộp?', 'đơn vị nào chưa nộp', 'hiện còn bao nhiêu đơn vị chưa nộp']) {
      await manager.says(typed);
      await manager.sees(/Chưa nộp[\s\S]*đơn vị 1–/);
    }
    await manager.says('xã nào còn thiếu điển hình');
    const some = await manager.receivesFile('Bao-cao-tien-do-2021-loc-xa-qua-han-chua-xong.xlsx');
    expect(some.caption).toContain('Trạng thái: Quá hạn, Chưa xong');
    await manager.says('ai chưa nộp kế hoạch triển khai năm 2021');
    const one = await manager.receivesFile(
      'Bao-cao-tien-do-2021-loc-qua-han-chua-xong-ke-hoach-trien-khai.xlsx',
    );
    expect(one.caption).toContain('Việc phải nộp: Kế hoạch triển khai');
    expect(one.caption).toContain('Việc của các đơn vị: 53');
  });

  it('a person is offered what they may have, and no more', async () => {
    const liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await liaison.says('báo cáo danh sách xã Hà Bầu');
    await liaison.sees('không lập được báo cáo của Xã Hà Bầu');
    await liaison.presses('Xã Glar');
    await liaison.receivesFile('Bao-cao-danh-sach-2021-Xa-Glar.xlsx');
    await liaison.says('tiến độ');
    await liaison.receivesFile('Bao-cao-tien-do-2021-Xa-Glar.xlsx');
    await manager.says('báo cáo tổng hợp và gọi điện');
    expect((await manager.sees('Mỗi lần lập một báo cáo')).buttons).toEqual(['Tổng hợp theo đơn vị']);
    const publicist = await house.joined('Trần Thị Bích', 'publicist');
    await publicist.says('tiến độ');
    await publicist.sees('Lệnh /tiendo chỉ dành cho');
  });

  it('a picture is of a half-year and of a day too', async () => {
    await manager.says('vẽ biểu đồ theo đơn vị 6T đầu năm các xã');
    await manager.sees('– 6 tháng đầu năm 2021');
    await manager.says('biểu đồ xã Glar và Hà Đông tính đến hết tháng 7');
    await manager.sees('Mỗi biểu đồ vẽ cho một đơn vị');
    await manager.presses('Xã Hà Đông');
    await manager.sees('Biểu đồ nào (năm 2021, tính đến 31/7/2021, Xã Hà Đông');
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

  it('a sentence in their own words leads to its work, and changes nothing alone', async () => {
    await manager.says('em ơi toàn huyện mình được bao nhiêu điển hình rồi');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
    await manager.says('bảng tổng hợp à nhầm, danh sách chi tiết năm nay');
    await manager.receivesFile('Bao-cao-danh-sach-2021.xlsx');
    await manager.says('nhắc mấy xã chưa nộp đi');
    await manager.sees('Lệnh /dondoc chỉ dành cho');
    await manager.says('sáng thứ ba hằng tuần gửi chú bảng tổng hợp');
    await manager.sees('Tự gửi cho anh/chị Tổng hợp theo đơn vị, Thứ Ba hằng tuần, lúc 08:00?');
    await manager.presses('Đúng, đặt lịch');
    await manager.sees('Đã đặt: Tổng hợp theo đơn vị, Thứ Ba hằng tuần');
    await manager.says('thôi đừng gửi nữa');
    await manager.presses('Thôi nhận 1: Tổng hợp theo đơn vị, Thứ Ba hằng tuần');
    await manager.sees('Đã thôi gửi');
    await officer.says('lùi hạn báo cáo năm đến 25/12');
    await officer.sees(
      'Sửa hạn Báo cáo kết quả năm 2021 (Tất cả đơn vị) đến hết ngày 25/12/2021. Chưa có gì',
    );
    await officer.says('/huy');
    await officer.presses('Bỏ bản nháp');
    await officer.says('đừng nhắc xã Trang vội');
    await officer.sees('chưa có gì được gửi hay thay đổi');
    await officer.says('cho xem tiến độ rồi nhắc mấy đơn vị chậm');
    await officer.sees('Anh/chị muốn làm việc nào?');
  });
});
