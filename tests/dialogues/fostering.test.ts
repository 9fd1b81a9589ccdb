import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putExemplar } from '../support/approved.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const lead = 'Rơ Châm Hyưh, Phó Chủ tịch UBND xã';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  let head: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Rơ Châm Thuận', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    head = await house.joined('Ksor Hùng', 'head', 'GLAR');
  });
  afterAll(() => house.close());

  /** Answers what, who and by when of one step. */
  const plansStep = async (what: string, who: string, day: string) => {
    await liaison.sees('Làm gì?');
    await liaison.says(what);
    await liaison.sees('Ai làm?');
    await liaison.says(who);
    await liaison.sees('chậm nhất ngày nào?');
    await liaison.says(day);
    return liaison.sees('hay đã đủ?');
  };

  it('before an approval there is nothing to foster', async () => {
    await liaison.says('/boiduong');
    await liaison.sees('Xã Glar chưa có điển hình nào được duyệt.');
  });

  it('the unit is asked for its plan with the news of the approval', async () => {
    await putExemplar(house, { unitCode: 'GLAR', n: 2, name: 'Làng Groi' });
    await putExemplar(house, { unitCode: 'GLAR', n: 1, name: 'Làng Đê Kốp', approved: false });
    await officer.says('/duyet GLAR-2021-001');
    await officer.sees('GLAR-2021-001');
    await officer.presses('Duyệt');
    const news = await liaison.sees('đã duyệt GLAR-2021-001');
    expect(news.text).toContain('lập kế hoạch bồi dưỡng điển hình của Xã Glar');
    await liaison.says('/hannop');
    const duties = await liaison.sees('Kế hoạch bồi dưỡng: chưa lập, 2 điển hình đã duyệt.');
    expect(duties.buttons).toContain('Kế hoạch bồi dưỡng');
  });

  it('asks who leads, then for each exemplar and for all: kind, what, who, by when', async () => {
    await liaison.says('/boiduong');
    await liaison.sees('Lãnh đạo phụ trách bồi dưỡng điển hình của Xã Glar là ai?');
    await liaison.says('chưa có ạ');
    await liaison.sees('“chưa có” có vẻ chưa phải là câu trả lời');
    await liaison.says(lead);
    const first = await liaison.sees('“Làng Đê Kốp”: sẽ làm việc gì?');
    expect(first.text).toContain('1/3 GLAR-2021-001');
    expect(first.buttons.slice(0, 4)).toEqual([
      ...['Bồi dưỡng', 'Tuyên truyền, nhân rộng', 'Biểu dương, khen thưởng', 'Giao lưu, thi đua'],
    ]);
    expect(first.buttons).not.toContain('Lưu kế hoạch');
    // The first words of an option are no command: /tuyentruyen makes a report.
    await liaison.says('tuyên truyền');
    await liaison.sees('Làm gì?');
    await liaison.presses('Quay lại');
    await liaison.sees('sẽ làm việc gì?');
    await liaison.presses('Bồi dưỡng');
    await liaison.sees('Làm gì?');
    await liaison.says('hê');
    await liaison.sees('từ 5 đến 500 ký tự (hiện 2)');
    await liaison.says('Tập huấn tái canh cà phê');
    await liaison.sees('Ai làm?');
    await liaison.says('Hội Nông dân xã');
    await liaison.sees('chậm nhất ngày nào?');
    await liaison.says('1/8/2021');
    await liaison.sees('Ngày đó đã qua.');
    await liaison.says('30/9/2021');
    const more = await liaison.sees('hay đã đủ?');
    expect(more.buttons.slice(0, 2)).toEqual(['Thêm việc', 'Xong']);
    await liaison.presses('Thêm việc');
    await liaison.sees('“Làng Đê Kốp”: việc tiếp theo thuộc loại nào?');
    await liaison.presses('Biểu dương, khen thưởng');
    await plansStep('Biểu dương tại hội nghị', 'UBND xã', 'cuối năm');
    await liaison.presses('Xong');
    const second = await liaison.sees('“Làng Groi”: sẽ làm việc gì?');
    expect(second.text).toContain('2/3 GLAR-2021-002');
  });

  it('paused anywhere it loses nothing', async () => {
    await liaison.says('/hannop');
    await liaison.sees('Kế hoạch bồi dưỡng: chưa lập');
    await liaison.says('/boiduong');
    await liaison.sees('Những câu đã trả lời vẫn còn');
    await liaison.sees('2/3 GLAR-2021-002');
    await liaison.presses('Bỏ qua');
    const all = await liaison.sees('Có việc nào chung cho mọi điển hình không?');
    expect(all.text).toContain('3/3 Tất cả điển hình');
    expect(all.buttons).toContain('Lưu kế hoạch');
    await liaison.presses('Tuyên truyền, nhân rộng');
    await liaison.sees('Làm gì?');
    await liaison.says('Tin, bài trên đài truyền thanh');
    const who = await liaison.sees('Ai làm?');
    expect(who.buttons).toContain('Hội Nông dân xã');
    await liaison.presses('UBND xã');
    await liaison.sees('chậm nhất ngày nào?');
    await liaison.says('quý IV');
    await liaison.sees('hay đã đủ?');
    await liaison.presses('Xong');
    const review = await liaison.sees('Anh/chị xem lại rồi lưu.');
    expect(review.text).toContain(`Lãnh đạo phụ trách: ${lead}`);
    expect(review.text).toContain(
      'GLAR-2021-001: Việc 1: Bồi dưỡng: Tập huấn tái canh cà phê (Hội Nông dân xã; chậm nhất 30/9/2021)',
    );
    expect(review.text).toContain('GLAR-2021-002: Việc 1: –');
  });

  it('a line changed on the review screen asks the whole step again', async () => {
    await liaison.presses('Sửa');
    await liaison.sees('sửa dòng nào');
    await liaison.presses('Tất cả điển hình: Việc 1');
    await liaison.sees('Có việc nào chung');
    await liaison.presses('Giữ nguyên');
    await liaison.sees('Làm gì?');
    await liaison.says('Mỗi quý một tin trên đài truyền thanh');
    await liaison.sees('Ai làm?');
    await liaison.presses('Giữ nguyên');
    await liaison.sees('chậm nhất ngày nào?');
    await liaison.presses('Giữ nguyên');
    const review = await liaison.sees('Anh/chị xem lại rồi lưu.');
    expect(review.text).toContain('Mỗi quý một tin trên đài truyền thanh (UBND xã; chậm nhất 31/12/2021)');
    await liaison.presses('Lưu kế hoạch');
    const saved = await liaison.sees('Đã lưu kế hoạch bồi dưỡng: 3 việc.');
    expect(saved.text).toContain('3 việc: 0 đã làm, 0 quá hạn, 0 đã bỏ');
    expect(saved.buttons).toEqual(expect.arrayContaining(['Đã làm', 'Dời ngày', 'Bỏ', 'Thêm việc']));
    expect(await house.app.house.db.prisma.fosteringStep.count()).toBe(3);
  });

  it('steps are moved, ticked off with evidence, and dropped with a reason', async () => {
    await liaison.presses('Dời ngày');
    await liaison.sees('“Tập huấn tái canh cà phê”');
    await liaison.says('5/10/2021');
    await liaison.sees('Đã dời: “Tập huấn tái canh cà phê” chậm nhất ngày 5/10/2021.');
    await house.at('2021-10-05T09:00:00+07:00');
    await liaison.presses('Đã làm');
    await liaison.sees('làm xong ngày nào?');
    await liaison.says('6/10/2021');
    await liaison.sees('Ngày đó chưa tới.');
    await liaison.presses('Hôm nay');
    await liaison.sees('minh chứng');
    await liaison.sendsFile('lop-hoc.pdf', pdf('lớp học'));
    await liaison.sees('(1/10)');
    await liaison.presses('Xong');
    const done = await liaison.sees('làm xong ngày 5/10/2021.');
    expect(done.text).toContain('✓ Bồi dưỡng: Tập huấn tái canh cà phê – Hội Nông dân xã – đã làm 5/10/2021');
    await liaison.presses('2. Biểu dương tại hội nghị');
    await liaison.sees('ai làm: UBND xã');
    await liaison.presses('Bỏ');
    await liaison.sees('Vì sao bỏ việc');
    await liaison.says('Dịch');
    await liaison.sees('Ví dụ: Ngày hội dừng tổ chức vì dịch bệnh.');
    await liaison.says('Hội nghị dừng vì dịch bệnh');
    const dropped = await liaison.sees('Đã bỏ việc “Biểu dương tại hội nghị”');
    expect(dropped.text).toContain('3 việc: 1 đã làm, 0 quá hạn, 1 đã bỏ');
    await liaison.presses('1. Tập huấn tái canh cà phê');
    await liaison.sees('dời hạn “Tập huấn tái canh cà phê”: 30/9/2021 → 5/10/2021');
    await liaison.presses('Minh chứng (1 tệp)');
    const file = await liaison.receivesFile(/lop-hoc/);
    expect(new Uint8Array(file.bytes)).toEqual(pdf('lớp học'));
  });

  it('more steps are added later; the history keeps everything', async () => {
    await liaison.says('bồi dưỡng');
    await liaison.sees('Kế hoạch bồi dưỡng của Xã Glar');
    await liaison.presses('Thêm việc');
    await liaison.sees('Cho điển hình nào?');
    await liaison.presses('GLAR-2021-002 Làng Groi');
    await liaison.sees('Thuộc loại việc nào?');
    await liaison.presses('Giao lưu, thi đua');
    await plansStep('Giao lưu với làng bạn', 'Đoàn xã', '10/10/2021');
    await liaison.presses('Xong');
    await liaison.sees('Đã thêm 1 việc.');
    await liaison.presses('Lịch sử');
    const history = await liaison.sees('Lịch sử kế hoạch bồi dưỡng của Xã Glar (8)');
    expect(history.text).toContain('thêm việc “Giao lưu với làng bạn”, hạn 10/10/2021');
    expect(history.text).toContain('bỏ “Biểu dương tại hội nghị”. Lý do: Hội nghị dừng vì dịch bệnh');
  });

  it('an overdue step is nudged in the one message of the day, to the head too', async () => {
    await house.at('2021-10-11T08:00:00+07:00');
    const nudge = await liaison.sees('Giao lưu với làng bạn (Đoàn xã), hạn 10/10/2021, quá 1 ngày');
    expect(nudge.text).toContain('Xã Glar có 1 việc bồi dưỡng điển hình quá hạn:');
    expect(nudge.buttons).toContain('Việc bồi dưỡng');
    await head.sees('có 1 việc bồi dưỡng điển hình quá hạn (cán bộ đầu mối: Rơ Châm Thuận)');
    await liaison.presses('Việc bồi dưỡng');
    await liaison.sees('⚠ Giao lưu, thi đua: Giao lưu với làng bạn – Đoàn xã – hạn 10/10/2021, quá 1 ngày');
    await liaison.says('/hannop');
    await liaison.sees(
      'Kế hoạch bồi dưỡng: 1/3 việc đã làm, 1 quá hạn. Việc gần nhất: “Giao lưu với làng bạn”',
    );
  });

  it('officers see every unit’s plan and act for it; a head reads', async () => {
    await officer.says('/boiduong');
    const units = await officer.sees('1/1 đơn vị đã lập kế hoạch, 1 đơn vị có việc quá hạn.');
    await officer.pressesOn(units, 'Xã Glar: 1/3 việc, 1 quá hạn');
    await officer.sees('Kế hoạch bồi dưỡng của Xã Glar');
    await officer.presses('Đổi lãnh đạo phụ trách');
    await officer.sees('Lãnh đạo phụ trách bồi dưỡng điển hình của Xã Glar là ai?');
    await officer.says('Nguyễn Văn Bình, Chủ tịch UBND xã');
    await officer.sees('Lãnh đạo phụ trách: Nguyễn Văn Bình, Chủ tịch UBND xã');
    await officer.presses('Lịch sử');
    await officer.sees(/thay đơn vị\): đổi lãnh đạo phụ trách: Rơ Châm Hyưh/);
    await head.says('/boiduong');
    const read = await head.sees('Kế hoạch bồi dưỡng của Xã Glar');
    for (const label of ['Đã làm', 'Thêm việc', 'Đổi lãnh đạo phụ trách']) {
      expect(read.buttons).not.toContain(label);
    }
  });
});
