import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, type Registers, seesQuestion } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({
      channel,
      planFile: 'tests/fixtures/plans/small.yaml',
      unitsFile: 'tests/fixtures/plans/small-units.yaml',
      start: '2023-03-01T08:00:00+07:00',
    });
  });
  afterAll(async () => {
    await house.close();
  });

  const office = 'Bộ phận Văn phòng – Thống kê';
  const answers: NonNullable<Registers['answers']> = {
    // Its own word for collectives, also in the button.
    subject: { presses: ['Nhóm'] },
    category: { presses: ['Thôn, xóm kiểu mẫu'] },
    endorsedOn: { says: ['20/2/2023'] },
  };

  async function untilReview(person: ChatPerson, given: Registers = {}) {
    await person.says('/dangky');
    return answersUntil(person, 'review', { ...given, answers: { ...answers, ...given.answers } });
  }
  async function sends(person: ChatPerson, name: string): Promise<string> {
    await untilReview(person, { name });
    await person.presses(`Gửi ${office}`);
    return (await person.sees('Đã gửi')).text;
  }

  it('another place has its own bodies, kinds, categories and quotas in every sentence', async () => {
    const stranger = await house.newcomer('Lạ');
    await stranger.says('xin chào');
    const told = await stranger.sees('chưa tham gia');
    expect(told.text).toContain(office);
    await stranger.says('/start AAAA-2222');
    await stranger.sees(`liên hệ ${office}, điện thoại 0269 0000 007, để nhận mã mới`);
    const officer = await house.joined('Lê Thị Duyệt', 'officer');
    expect((await officer.transcript()).map(({ text }) => text).join('\n')).toContain(`cán bộ ${office}`);
    const manager = await house.joined('Trần Văn Chủ Tịch', 'manager');
    expect((await manager.transcript()).map(({ text }) => text).join('\n')).toContain('lãnh đạo UBND xã');
    const seen = await Promise.all([stranger, officer, manager].map((person) => person.transcript()));
    const calls = house.telegram.calls.map(({ params }) => params);
    const all = JSON.stringify([...seen, ...calls]);
    expect(all).not.toContain('Phòng Nội vụ');
    expect(all).not.toContain('Glar');
  });

  it('registers for a unit, above the maximum only with a reason; codes have no gaps', async () => {
    const officer = await house.joined('Thay Mặt', 'officer');
    await officer.says('/dangky');
    await officer.sees('Đăng ký thay cho đơn vị nào?');
    await officer.says('thôn');
    await officer.sees('Có nhiều đơn vị như vậy: Thôn Đông, Thôn Đoài, Thôn Hạ');
    await officer.says('Glar');
    await officer.sees('Không tìm thấy đơn vị “Glar”. Anh/chị gõ tên hoặc mã đơn vị, ví dụ: Thôn Đông');
    await officer.says('thon doai');
    await officer.sees('Đối tượng?');
    await officer.presses('Quay lại');
    const unit = await officer.sees('Đăng ký thay cho đơn vị nào?');
    expect(unit.text).toContain('Hiện tại: Thôn Đoài');
    await officer.presses('Giữ nguyên');
    const review = await answersUntil(officer, 'review', { name: 'Đường hoa thôn Đoài', answers });
    expect(review.text).toContain('Đăng ký của Thôn Đoài');
    await officer.presses(`Gửi ${office}`);
    await officer.sees('Đã gửi: THON2-2023-001 “Đường hoa thôn Đoài”. Thôn Đoài: 1/2–3.');
    const history = await house.app.house.db.pool.query(
      `select after->>'onBehalf' as "onBehalf" from exemplar_change order by id desc limit 1`,
    );
    expect(history.rows).toEqual([{ onBehalf: 'true' }]);

    const liaison = await house.joined('Phạm Văn Đoài', 'liaison', 'THON2');
    expect(await sends(liaison, 'Vườn mẫu')).toContain('THON2-2023-002');
    // The last place: two at the same instant.
    const other = await house.joined('Phạm Thị Đoài', 'liaison', 'THON2');
    await untilReview(liaison, { name: 'Tổ may gia công' });
    await untilReview(other, { name: 'Đội bóng chuyền nữ' });
    await Promise.all([liaison, other].map((person) => person.presses(`Gửi ${office}`)));
    const said = await Promise.all(
      [liaison, other].map((person) => person.sees(/Đã gửi|Vì sao cần đăng ký thêm/)),
    );
    const [over] = [liaison, other].filter((_, i) => said[i]?.text.includes('Vì sao'));
    expect(said.filter(({ text }) => text.includes('THON2-2023-003'))).toHaveLength(1);
    if (!over) throw new Error('both were taken');
    await over.says('vì thế');
    await over.sees(/từ 10 đến 500 ký tự/);
    await over.says('Phong trào thể thao của thôn phát triển mạnh');
    const again = await seesQuestion(over);
    expect(again.message.text).toContain('Đơn vị đã có 3 điển hình, chỉ tiêu tối đa là 3');
    expect(again.message.text).toContain('Lý do vượt chỉ tiêu: Phong trào thể thao');
    await over.presses(`Gửi ${office}`);
    const sent = await over.sees('Đã gửi: THON2-2023-004');
    expect(sent.text).toContain(`Hồ sơ vượt chỉ tiêu, chờ ${office} chấp nhận`);

    await officer.says('/duyet');
    const queue = await officer.sees('Chờ duyệt');
    expect(queue.text).toMatch(/THON2-2023-004.*(?:\n\s+.*)?vượt chỉ tiêu/);
    await officer.presses(queue.buttons.find((label) => label.startsWith('THON2-2023-004')) ?? '');
    const screen = await officer.sees('Vượt chỉ tiêu');
    expect(screen.text).toContain('Lý do vượt chỉ tiêu: Phong trào thể thao');
    await officer.presses('Duyệt');
    await officer.sees('Đã duyệt THON2-2023-004');
  });

  it('a liaison of several units picks one, and may change it', async () => {
    const liaison = await house.joined('Nhiều Đơn Vị', 'liaison', 'CLBTT');
    await liaison.says(await house.code('liaison', 'CLBDC'));
    await liaison.presses('Đúng, tôi nhận');
    await liaison.presses('Bỏ qua');
    await liaison.sees('Đã xong.');
    await liaison.says('/dangky');
    const asked = await liaison.sees('Đơn vị nào?');
    expect(asked.buttons.slice(0, 2)).toEqual(['Câu lạc bộ Thể thao An Phú', 'Câu lạc bộ Đờn ca An Phú']);
    await liaison.says('thon doai');
    await liaison.sees('Không tìm thấy đơn vị “thon doai”');
    await liaison.pressesOn(asked, 'Câu lạc bộ Thể thao An Phú');
    await liaison.sees('Đối tượng?');
    await liaison.presses('Quay lại');
    await liaison.sees('Đơn vị nào?');
    await liaison.presses('Câu lạc bộ Đờn ca An Phú');
    const review = await answersUntil(liaison, 'review', { name: 'Đội đờn ca tài tử', answers });
    expect(review.text).toContain('Đăng ký của Câu lạc bộ Đờn ca An Phú');
    expect(review.text).toContain('Đơn vị: Câu lạc bộ Đờn ca An Phú');
    await liaison.presses(`Gửi ${office}`);
    await liaison.sees(
      'Đã gửi: CLBDC-2023-001 “Đội đờn ca tài tử”. Câu lạc bộ Đờn ca An Phú: đã có 1, cần ít nhất 1.',
    );
  });

  it('offers no report of awards or of a conference, which the plan does not have', async () => {
    const manager = await house.joined('Xem Báo Cáo', 'manager');
    await manager.says('/baocao');
    const { buttons } = await manager.sees(
      'Báo cáo nào? Có thể gõ liền một dòng, ví dụ: /baocao tonghop 2023',
    );
    expect(buttons).toContain('Kết quả năm');
    expect(buttons).not.toContain('Đề nghị khen thưởng');
    expect(buttons).not.toContain('Giới thiệu dự Hội nghị');
    await manager.says('/baocao khenthuong');
    await manager.sees('Kế hoạch này không nêu cấp, hình thức khen thưởng');
    await manager.says('/dinhky');
    await manager.presses('Đặt thêm báo cáo định kỳ');
    expect((await manager.sees('Báo cáo nào')).buttons).not.toContain('Đề nghị khen thưởng');
    await manager.says('/huy');
    await manager.presses('Bỏ bản nháp');
    await manager.sees('Đã bỏ');
  });

  it('after the due it is accepted, marked late, and the bot says so before sending', async () => {
    await house.at('2023-04-01T00:00:00+07:00');
    const liaison = await house.joined('Nộp Muộn', 'liaison', 'THON3');
    const review = await untilReview(liaison, { name: 'Kênh mương kiên cố' });
    expect(review.text).toContain('Đã quá hạn đăng ký. Hồ sơ vẫn được nhận và ghi là nộp trễ.');
    await liaison.presses(`Gửi ${office}`);
    const sent = await liaison.sees('Đã gửi: THON3-2023-001');
    expect(sent.text).toContain('Hồ sơ được ghi là nộp trễ');
    await liaison.presses('Danh sách của đơn vị');
    await liaison.presses('THON3-2023-001 Kênh mương kiên cố');
    await liaison.sees('Nộp trễ hạn');
  });
});
