import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveProposals } from '../../src/awards/save-proposals.ts';
import { putExemplar } from '../support/approved.ts';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { pdf } from '../support/sample-files.ts';

const reason = 'Thành tích chưa có số liệu so sánh với năm trước.';

describe.each(everyChannel)('awards on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let colleague: ChatPerson;
  let manager: ChatPerson;
  let glar: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2023-12-18T08:00:00+07:00' });
    glar = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await house.joined('Siu Thoan', 'liaison', 'HNOL');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    colleague = await house.joined('Lê Thị Thu', 'officer');
    manager = await house.joined('Ksor Nam', 'manager');
    for (const [unitCode, names] of [
      ['GLAR', ['Làng Groi giữ rừng', 'Làng Dôr sạch đẹp', 'Đội cồng chiêng', 'Tổ hợp tác cà phê']],
      ['HNOL', ['Làng Tươh học chữ']],
    ] as const)
      for (const [i, name] of names.entries()) await putExemplar(house, { unitCode, n: i + 1, name });
    await propose('GLAR', [1, 2, 3], 'district');
    await propose('HNOL', [1], 'district');
  });
  afterAll(() => house.close());

  async function propose(unitCode: string, numbers: number[], level: string): Promise<void> {
    const { prisma } = house.app.house.db;
    const unit = await prisma.unit.findUniqueOrThrow({ where: { code: unitCode } });
    const exemplars = await prisma.exemplar.findMany({
      where: { unitId: unit.id },
      orderBy: { code: 'asc' },
    });
    const wanted = numbers.map((n) => ({
      ...{ exemplarId: exemplars[n - 1]?.id ?? 0, form: 'merit', title: null, level },
      grounds: `Giảm ${n + 10} hộ nghèo trong năm 2023.`,
    }));
    const by = { personId: exemplars[0]?.submittedById ?? 0, channel: 'web', at: house.app.clock.now() };
    await prisma.$transaction((tx) =>
      saveProposals(tx, { planId: 1, unitId: unit.id, year: 2023 }, wanted, by),
    );
  }
  const states = async () => {
    await house.settled();
    const rows = await house.app.house.db.prisma.awardProposal.findMany({
      orderBy: [{ exemplar: { code: 'asc' } }, { id: 'asc' }],
      select: { state: true, exemplar: { select: { code: true } } },
    });
    return rows.map(({ state, exemplar }) => `${exemplar.code} ${state}`);
  };

  it('lists what units propose, by unit, state, level and year', async () => {
    await officer.says('/khenthuong');
    const list = await officer.sees('trong 4, năm 2023');
    expect(list.text).toContain('Có: 4 đã đề nghị.');
    expect(list.text).toMatch(/GLAR-2021-001.*Xã Glar: Giấy khen, cấp huyện – đã đề nghị/);
    await officer.says('khen thưởng xã H’Nol');
    const own = await officer.sees("Xã H'Nol");
    expect(own.text).not.toContain('GLAR-2021-001');
    await officer.says('/khenthuong 2022');
    await officer.sees('(năm 2022): chưa có đề nghị nào');
    await officer.says('/khenthuong cấp tỉnh');
    await officer.sees('cấp tỉnh): chưa có đề nghị nào');
    await officer.says('/khenthuong đã trình 2023');
    await officer.sees('đã trình): chưa có đề nghị nào');
    await officer.presses('Lọc');
    await officer.sees('Đang lọc');
    await officer.presses('Bỏ lọc');
    await officer.sees('1–4 trong 4, mọi năm');
    for (const odd of ['2030', 'năm 1999', '99999999999']) {
      await officer.says(`/khenthuong ${odd}`);
      expect((await officer.sees('nằm ngoài Kế hoạch')).buttons).not.toEqual([]);
    }
    await officer.says('/khenthuong xã Hoa Mai');
    await officer.sees('Hoa Mai');
  });

  it('forwards one, a page and several, each once', async () => {
    await officer.says('/khenthuong 2023');
    await officer.sees('trong 4, năm 2023');
    await officer.presses('1. GLAR-2021-001 – Giấy khen, cấp huyện');
    const one = await officer.sees('Trạng thái: đã đề nghị');
    expect(one.text).toContain('Giảm 11 hộ nghèo trong năm 2023.');
    expect(one.text).toContain('đơn vị chưa đánh giá');
    await officer.presses('Trình');
    await officer.sees('Trạng thái: đã trình, Trần Thị Hạnh ghi lúc');
    await officer.says('/khenthuong 2023');
    await officer.sees('Có: 3 đã đề nghị, 1 đã trình.');
    await officer.presses('Chọn nhiều');
    await officer.sees('Chọn những đề nghị chưa trình');
    await officer.says('tất cả trừ 3');
    await officer.sees('Chọn những đề nghị chưa trình');
    await officer.says('bỏ 2');
    await officer.sees('Chọn những đề nghị chưa trình');
    await officer.presses('Xong');
    await officer.sees('Đã chọn 1 đề nghị');
    await officer.presses('Trình');
    await officer.sees('Đã trình 1 đề nghị.');
    await officer.presses('Danh sách đề nghị');
    await officer.sees('Có: 2 đã đề nghị, 2 đã trình.');
    await officer.presses('Trình cả trang (2)');
    const asked = await officer.sees('Trình cấp có thẩm quyền 2 đề nghị này?');
    expect(asked.text).toContain('GLAR-2021-003');
    await officer.presses('Trình 2 đề nghị');
    await officer.sees('Đã trình 2 đề nghị.');
    expect(await states()).toEqual([
      ...['GLAR-2021-001 forwarded', 'GLAR-2021-002 forwarded', 'GLAR-2021-003 forwarded'],
      'HNOL-2021-001 forwarded',
    ]);
  });

  it('tells the unit why a proposal is not forwarded, and takes that back', async () => {
    await officer.says('/khenthuong GLAR-2021-003');
    await officer.sees('Trạng thái: đã trình');
    await officer.presses('Mở lại');
    await officer.sees('Vì sao mở lại');
    await officer.says('Bấm nhầm, chưa xem hồ sơ.');
    await officer.sees('Đã mở lại đề nghị của GLAR-2021-003');
    await officer.presses('Xem đề nghị');
    await officer.sees('Trạng thái: đã đề nghị');
    await officer.presses('Không trình');
    await officer.sees('Vì sao không trình đề nghị Giấy khen, cấp huyện của GLAR-2021-003?');
    await officer.says('Thiếu');
    await officer.sees('10');
    await officer.says(reason);
    await officer.sees('Đã ghi không trình đề nghị của GLAR-2021-003. Đơn vị được báo ngay.');
    const told = await glar.sees('Phòng Nội vụ không trình đề nghị khen thưởng sau');
    expect(told.text).toContain(reason);
    expect(told.text).toContain('GLAR-2021-003');
  });

  it('records one decision for many: granted, refused, and the rest waits', async () => {
    await officer.says('/khenthuong 2023');
    await officer.sees('trong 4, năm 2023');
    await officer.presses('Ghi quyết định');
    await officer.sees('Số quyết định?');
    await officer.says('chưa có');
    await officer.sees('cần có chữ số');
    await officer.says('số 3456/QĐ-UBND');
    await officer.sees('Ngày quyết định?');
    await officer.says('25/12/2023');
    await officer.sees('không thể ở sau hôm nay');
    await officer.says('15/12/2023');
    await officer.sees('Cơ quan nào ra quyết định?');
    await officer.presses('UBND huyện');
    await officer.sees('Quyết định khen thưởng những ai?');
    await officer.says('GLAR-2021-001');
    await officer.sees('Quyết định khen thưởng những ai?');
    await officer.presses('Xong');
    await officer.sees('Còn 2 đề nghị đã trình ở cấp này không có trong quyết định');
    await officer.presses('Có đề nghị không được khen');
    await officer.sees('Những đề nghị nào không được khen?');
    await officer.says('GLAR-2021-002');
    await officer.sees('Những đề nghị nào không được khen?');
    await officer.presses('Xong');
    await officer.sees('Vì sao những đề nghị đó không được khen?');
    await officer.says('Chưa đủ hai năm liên tục.');
    await officer.sees('Gửi tệp quyết định');
    if (officer.hasButtons) {
      await officer.sendsFile('Quyet dinh.pdf', pdf('quyết định'));
      await officer.sees('(1/');
      await officer.presses('Xong');
    } else await officer.presses('Bỏ qua');
    const review = await officer.sees('xem lại trước khi ghi');
    expect(review.text).toContain('3456/QĐ-UBND');
    expect(review.text).toContain('15/12/2023');
    await officer.presses('Ghi quyết định');
    await officer.sees(
      'Đã ghi quyết định số 3456/QĐ-UBND ngày 15/12/2023 của UBND huyện: được khen 1, không được khen 1.',
    );
    const told = await glar.sees('quyết định khen thưởng');
    expect(told.text).toMatch(/GLAR-2021-001.*đã được khen/);
    expect(told.text).toMatch(/GLAR-2021-002.*không được khen\. Lý do: Chưa đủ hai năm liên tục\./);
    expect(await states()).toEqual([
      ...['GLAR-2021-001 granted', 'GLAR-2021-002 refused', 'GLAR-2021-003 not_forwarded'],
      'HNOL-2021-001 forwarded',
    ]);
    await glar.presses('Hồ sơ GLAR-2021-001');
    await glar.sees('đã được khen: số 3456/QĐ-UBND ngày 15/12/2023 của UBND huyện');
  });

  it('adds to the same paper, and mends it with a reason', async () => {
    await colleague.says('/khenthuong đã trình');
    await colleague.sees('HNOL-2021-001');
    await colleague.presses('Ghi quyết định');
    await colleague.sees('Số quyết định?');
    for (const [odd, said] of [
      ['15/12/2023', 'Đây là một ngày'],
      ['34 <b>/QĐ', 'chỉ gồm chữ, chữ số'],
      ['số mấy nhỉ', 'cần có chữ số'],
    ] as const) {
      await colleague.says(odd);
      await colleague.sees(said);
    }
    await colleague.says('3456/QĐ-UBND ngày 31/12/2022');
    await colleague.sees('là của năm 2023, nên quyết định không thể là ngày 31/12/2022');
    await colleague.says('số 3456/qđ-ubnd ngày 15/12/2023 của UBND huyện');
    await colleague.sees('Cơ quan: UBND huyện');
    await colleague.sees('Quyết định khen thưởng những ai?');
    await colleague.says('tất cả');
    await colleague.sees('Quyết định khen thưởng những ai?');
    await colleague.presses('Xong');
    await colleague.sees('Gửi tệp quyết định');
    await colleague.presses('Bỏ qua');
    await colleague.sees('Ghi tiếp thì những đề nghị này được thêm vào đó');
    await colleague.presses('Ghi quyết định');
    await colleague.sees('đã được ghi trước đó, nay thêm vào: được khen 1.');
    await colleague.presses('Xem quyết định');
    const screen = await colleague.sees('Lê Thị Thu ghi thêm người được khen');
    expect(screen.text).toContain('GLAR-2021-001');
    await colleague.presses('Sửa quyết định');
    await colleague.sees('Số quyết định?');
    await colleague.says('3465/QĐ-UBND');
    await colleague.sees('Ngày quyết định?');
    await colleague.presses('Giữ nguyên: 15/12/2023');
    await colleague.sees('Cơ quan nào ra quyết định?');
    await colleague.presses('Giữ nguyên: UBND huyện');
    await colleague.sees('Gửi tệp quyết định');
    await colleague.presses('Bỏ qua');
    await colleague.sees('Vì sao sửa?');
    await colleague.says('Gõ nhầm số quyết định.');
    await colleague.sees('xem lại trước khi ghi');
    await colleague.presses('Lưu thay đổi');
    await colleague.sees('Đã sửa quyết định: số 3465/QĐ-UBND ngày 15/12/2023 của UBND huyện');
    await glar.sees('đã sửa quyết định khen thưởng: số 3465/QĐ-UBND');
  });

  it.each([
    ['/khenthuong 2022 2023', /Danh sách xem từng năm/],
    ['/khenthuong mọi năm', /trong 4, mọi năm/],
    ['/khenthuong được khen xã Glar', /\(1\), năm 2023, Xã Glar, đã được khen/],
    ['/khenthuong bị từ chối', /\(1\), năm 2023, không được khen/],
    ['/khenthuong cồng chiêng', /GLAR-2021-003[\s\S]*không trình/],
    ['/khenthuong GLAR-2021-001 GLAR-2021-002', /GLAR-2021-001[\s\S]*GLAR-2021-002/],
    ['/khenthuong GLAR-2021-001 2022', /không có đề nghị khen thưởng năm 2022/],
    ['/khenthuong 3465/qd-ubnd', /Quyết định số 3465\/QĐ-UBND ngày 15\/12\/2023/],
    ['quyết định khen thưởng năm 2023', /Quyết định số 3465\/QĐ-UBND ngày 15\/12\/2023/],
    ['/khenthuong quyết định 99/QĐ', /Không có quyết định khen thưởng nào khớp với “99\/QĐ”/],
    ['danh sách đề nghị khen thưởng', /trong 4, năm 2023/],
  ])('the words “%s” are understood', async (typed, expected) => {
    await officer.says(typed);
    await officer.sees(expected);
  });

  it('is read by managers, who change nothing', async () => {
    await manager.says('khen thưởng');
    const list = await manager.sees('Đề nghị khen thưởng');
    for (const label of ['Ghi quyết định', 'Trình', 'Thêm đề nghị'])
      expect(list.buttons).not.toContain(label);
    await manager.presses('Các quyết định');
    await manager.sees('3465/QĐ-UBND');
    await manager.presses('1. 3465/QĐ-UBND');
    const one = await manager.sees('Gõ nhầm số quyết định.');
    expect(one.buttons).not.toContain('Hủy ghi');
    await glar.says('/khenthuong');
    await glar.sees('chỉ dành cho');
  });

  it('is taken back: everything is forwarded again, and units are told', async () => {
    await officer.says('/khenthuong');
    await officer.sees('Đề nghị khen thưởng');
    await officer.presses('Các quyết định');
    await officer.sees('3465/QĐ-UBND');
    await officer.presses('1. 3465/QĐ-UBND');
    await officer.sees('Gõ nhầm số quyết định.');
    await officer.presses('Hủy ghi');
    await officer.sees('3 đề nghị sẽ trở lại trạng thái đã trình');
    await officer.says('Ghi nhầm quyết định của huyện khác.');
    await officer.sees('Đã hủy ghi quyết định số 3465/QĐ-UBND');
    const told = await glar.sees('đã hủy việc ghi quyết định khen thưởng số 3465/QĐ-UBND');
    expect(told.text).toContain('GLAR-2021-002');
    expect(await states()).toEqual([
      ...['GLAR-2021-001 forwarded', 'GLAR-2021-002 forwarded', 'GLAR-2021-003 not_forwarded'],
      'HNOL-2021-001 forwarded',
    ]);
  });

  it('is proposed by an officer on behalf of a unit', async () => {
    await officer.says('/khenthuong');
    await officer.sees('Đề nghị khen thưởng');
    await officer.presses('Thêm đề nghị');
    await officer.sees('Đề nghị khen thưởng điển hình nào?');
    await officer.says('làng');
    await officer.sees('Gõ mã của một điển hình');
    await officer.says('tổ hợp tác cà phê');
    await officer.sees('Đề nghị của năm nào?');
    await officer.presses('Năm 2023');
    await officer.sees('hình thức khen thưởng hoặc danh hiệu nào');
    await officer.presses('Bằng khen');
    await officer.sees('Bằng khen cấp nào?');
    await officer.presses('Cấp tỉnh');
    await officer.sees('Thành tích làm căn cứ');
    await officer.says('Ba năm liền tăng năng suất, giúp 14 hộ thoát nghèo.');
    await officer.sees('Đã thêm đề nghị thay Xã Glar: GLAR-2021-004, Bằng khen, cấp tỉnh, năm 2023.');
    await glar.sees('đã đề nghị khen thưởng thay đơn vị');
    await officer.presses('Xem đề nghị');
    await officer.sees('đề nghị thay Xã Glar');
  });

  it('gives the lists as Excel and Word', async () => {
    await officer.says('/baocao khenthuong 2023');
    await officer.receivesFile(/^Bao-cao-khen-thuong-2023\.xlsx$/);
    await officer.receivesFile(/^Danh-sach-de-nghi-khen-thuong-2023\.docx$/);
    await glar.says('/baocao khenthuong 2023');
    await glar.receivesFile(/^Danh-sach-de-nghi-khen-thuong-2023-Xa-Glar\.docx$/);
  });

  it('refuses the district level after it ended, with a sentence', async () => {
    await house.at('2025-07-10T08:00:00+07:00');
    // The sessions of the others in a browser are over by then.
    const later = await house.joined('Đinh A Ngưi', 'officer');
    await later.says('/khenthuong GLAR-2021-001');
    await later.sees('cấp hoặc hình thức này hiện không còn');
    await later.presses('Ghi quyết định');
    await later.sees('Số quyết định?');
    await later.says('12/QĐ-UBND');
    await later.sees('Ngày quyết định?');
    await later.says('1/7/2025');
    await later.sees('cấp huyện không có vào ngày 1/7/2025');
    await later.says('30/6/2025');
    await later.sees('Cơ quan nào ra quyết định?');
  });
});
