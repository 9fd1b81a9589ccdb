import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { readWord } from '../support/read-word.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const village = 'Làng Ngol giữ rừng';
const farmer = 'ÔNG RƠ CHÂM BIN';

describe.each(channelsOfLongScripts)('the annual report on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2021-12-10T08:00:00+07:00' });
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    await approved('GLAR-2021-001', village, 'collective', 'community');
    await approved('GLAR-2021-002', farmer, 'individual', 'resident');
  });
  afterAll(() => house.close());

  /** An exemplar of Glar that was approved before. */
  async function approved(code: string, name: string, subject: string, category: string): Promise<void> {
    await house.app.house.db.pool.query(
      `insert into exemplar (code, unit_id, plan_id, year, subject, category, name, search_name, place, difficult_area,
         direct_labour, summary, impact, endorsed_on, status, submitted_at, submitted_by_id, decided_at, decided_by_id)
       select $1, u.id, 1, 2021, $3::subject, $4, $2, lower($2), 'Làng Ngol', true, true, 'Giữ 120 ha rừng, giảm 12 hộ nghèo.',
         'Các làng khác làm theo', '2021-08-05', 'approved', '2021-08-20', p.id, '2021-09-01', p.id
       from unit u, person p where u.code = 'GLAR' order by p.id limit 1`,
      [code, name, subject, category],
    );
  }
  const rows = async (sql: string) => (await house.app.house.db.pool.query(sql)).rows;

  it('walks through the exemplars in turn, and a pause loses nothing', async () => {
    await liaison.says('báo cáo năm 2021');
    await liaison.sees('hạn chót 15/12/2021');
    const first = await liaison.sees('1/2 GLAR-2021-001');
    expect(first.buttons).toEqual(
      expect.arrayContaining(['Duy trì tốt', 'Phát triển, nhân rộng', 'Giảm sút', 'Đã dừng']),
    );
    expect(first.buttons).not.toContain('Như năm trước');
    await liaison.presses('Phát triển, nhân rộng');
    await liaison.sees('Đã nhân rộng ở đâu?');
    await liaison.says('làng Dơk và làng Tươh');
    await liaison.sees('Bao nhiêu đơn vị hoặc hộ');
    await liaison.says('mười hai hộ');
    await liaison.sees('khó khăn gì?');
    await liaison.says('Thiếu nước tưới trong mùa khô.');
    await liaison.sees('Cần được giúp đỡ điều gì?');
    await liaison.says('/hannop');
    await liaison.sees('Báo cáo kết quả năm 2021');
    await liaison.presses('Tiếp tục');
    await liaison.sees('Cần được giúp đỡ điều gì?');
    await liaison.says('Hỗ trợ máy bơm cho 12 hộ.');
    await liaison.sees('Minh chứng');
    await liaison.sendsFile('Ảnh rừng.pdf', pdf('rừng'));
    await liaison.sees('(1/5)');
    await liaison.presses('Xong');
    await liaison.sees('Bài học kinh nghiệm');
    await liaison.says('Già làng làm trước, bà con làm theo.');
    await liaison.sees('2/2 GLAR-2021-002');
    await liaison.presses('Giảm sút');
    for (const asked of ['khó khăn gì?', 'Cần được giúp đỡ', 'Minh chứng', 'Bài học']) {
      const question = await liaison.sees(asked);
      expect(question.text).not.toContain('Ảnh rừng');
      await liaison.presses('Bỏ qua');
    }
  });

  it('asks award proposals with the forms, titles and levels of the day', async () => {
    await liaison.sees('Đề nghị khen thưởng');
    await liaison.says('1');
    await liaison.sees('Đề nghị khen thưởng');
    await liaison.presses('Xong');
    const award = await liaison.sees('hình thức khen thưởng hoặc danh hiệu nào');
    expect(award.buttons).toEqual(expect.arrayContaining(['Giấy khen', 'Tập thể lao động tiên tiến']));
    expect(award.buttons).not.toContain('Lao động tiên tiến');
    await liaison.presses('Giấy khen');
    const level = await liaison.sees('Giấy khen cấp nào?');
    expect(level.buttons).toEqual(expect.arrayContaining(['Cấp cơ sở', 'Cấp huyện']));
    await liaison.presses('Cấp huyện');
    await liaison.sees('Thành tích làm căn cứ');
    await liaison.says('Ngắn quá');
    await liaison.sees('Căn cứ cần từ 20 đến 2.000 ký tự (hiện 8)');
    await liaison.presses('Đề nghị thêm hình thức khác');
    await liaison.sees('sẽ hỏi thêm một đề nghị nữa cho GLAR-2021-001');
    await liaison.presses('Lấy tóm tắt thành tích đã đăng ký');
  });

  it('proposes another form for the same exemplar, and refuses the same one twice', async () => {
    const another = await liaison.sees('– đề nghị 2');
    expect(another.text).toContain('hình thức khen thưởng hoặc danh hiệu nào');
    await liaison.presses('Giấy khen');
    await liaison.sees('Giấy khen cấp nào?');
    await liaison.presses('Cấp huyện');
    await liaison.sees('GLAR-2021-001 đã được đề nghị Giấy khen (Cấp huyện) ngay trong báo cáo này');
    await liaison.presses('Quay lại');
    await liaison.presses('Tập thể lao động tiên tiến');
    await liaison.sees('Tập thể lao động tiên tiến cấp nào?');
    await liaison.presses('Cấp huyện');
    await liaison.sees('Thành tích làm căn cứ');
    await liaison.says('Hai năm liền vượt chỉ tiêu trồng rừng.');
  });

  it('offers four texts drafted from the data, and the Word file before sending', async () => {
    const results = await liaison.sees('Kết quả, ưu điểm');
    expect(results.text).toContain('đơn vị đánh giá 2 điển hình: 1 phát triển, nhân rộng; 1 giảm sút.');
    expect(results.text).toContain(`- Đã nhân rộng: ${village}: làng Dơk và làng Tươh (12 đơn vị, hộ).`);
    await liaison.presses('Giữ nguyên');
    const difficulties = await liaison.sees('Hạn chế, khó khăn');
    expect(difficulties.text).toContain(`- ${village}: Thiếu nước tưới trong mùa khô.`);
    await liaison.presses('Viết thêm');
    await liaison.says('Kinh phí xã còn ít.');
    await liaison.presses('Xong');
    await liaison.sees('Kiến nghị, đề xuất');
    await liaison.presses('Giữ nguyên');
    await liaison.sees('Phương hướng');
    await liaison.presses('Giữ nguyên');
    const confirm = await liaison.sees('xem tệp Word ở trên');
    expect(confirm.text).toContain('Đề nghị khen thưởng: 2.');
    const { bytes } = await liaison.receivesFile(/^Bao-cao-nam-2021-Xa-Glar\.docx$/);
    const { text } = await readWord(bytes);
    for (const words of [
      'ỦY BAN NHÂN DÂN XÃ GLAR',
      village,
      'làng Dơk và làng Tươh',
      'Kinh phí xã còn ít.',
      'Giấy khen',
      'Tập thể lao động tiên tiến',
    ])
      expect(text).toContain(words);
  });

  it('takes in what was approved since, leaves out what was withdrawn', async () => {
    await approved('GLAR-2021-003', 'Làng Tươh sạch đẹp', 'collective', 'community');
    await rows(`update exemplar set status = 'withdrawn' where code = 'GLAR-2021-002'`);
    await liaison.presses('Gửi Phòng Nội vụ');
    const asked = await liaison.sees('2/2 GLAR-2021-003');
    expect(asked.text).toContain('Không còn trong danh sách đã duyệt: GLAR-2021-002');
    await liaison.presses('Duy trì tốt');
    for (const question of ['khó khăn gì?', 'Cần được giúp đỡ', 'Minh chứng', 'Bài học']) {
      await liaison.sees(question);
      await liaison.presses('Bỏ qua');
    }
    await liaison.sees('đã theo câu trả lời mới: Kết quả, ưu điểm');
    await liaison.sees('xem tệp Word ở trên');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi báo cáo kết quả năm 2021 của Xã Glar');
    await house.settled();
    expect(
      await rows('select result, spread_to, spread_count, help from evaluation order by exemplar_id'),
    ).toEqual([
      {
        result: 'spread',
        spread_to: 'làng Dơk và làng Tươh',
        spread_count: 12,
        help: 'Hỗ trợ máy bơm cho 12 hộ.',
      },
      { result: 'kept', spread_to: null, spread_count: null, help: null },
    ]);
    expect(await rows('select form, title, level, state from award_proposal order by exemplar_id')).toEqual([
      { form: 'merit', title: null, level: 'district', state: 'proposed' },
      { form: null, title: expect.any(String), level: 'district', state: 'proposed' },
    ]);
    expect(
      await rows(`select count(*) from help_request where text = 'Hỗ trợ máy bơm cho 12 hộ.'`),
    ).toMatchObject([{ count: 1 }]);
    await liaison.says('/hannop');
    const dues = await liaison.sees('Báo cáo kết quả năm 2021: Đã xong ngày 10/12/2021');
    expect(dues.text).toContain('Đề nghị khen thưởng 2021: Đã xong ngày 10/12/2021');
  });

  it('is returned to the very line, and comes again as a further version', async () => {
    await officer.says('/duyet');
    await officer.presses('Báo cáo kết quả năm 2021 – Xã Glar');
    await officer.sees('Bản 1/1: chờ xem');
    await officer.presses('Xem minh chứng');
    await officer.receivesFile(/^Anh-rung\.pdf$/);
    await officer.presses('Trả lại');
    await officer.sees('chọn điển hình hoặc đoạn cần sửa');
    await officer.says('GLAR-2021-001');
    await officer.sees('chọn điển hình hoặc đoạn cần sửa');
    await officer.says('phương hướng');
    await officer.sees('chọn điển hình hoặc đoạn cần sửa');
    await officer.presses('Xong');
    await officer.sees('1/1 GLAR-2021-001');
    await officer.says('khó khăn');
    await officer.sees('Cần sửa những dòng nào?');
    await officer.says('minh chứng');
    const lines = await officer.sees('Cần sửa những dòng nào?');
    expect(lines.buttons.join('\n')).toContain('Căn cứ đề nghị (đề nghị 2)');
    await officer.presses('Xong');
    await officer.sees('cần sửa điều gì?');
    await officer.says('Nêu rõ số hộ thiếu nước tưới.');
    await officer.sees('Đã trả lại Báo cáo kết quả năm 2021 – Xã Glar');
    const notice = await liaison.sees(
      'GLAR-2021-001: Khó khăn; GLAR-2021-001: Minh chứng; Phương hướng, nhiệm vụ',
    );
    await liaison.pressesOn(notice, 'Sửa ngay');
    const line = await liaison.sees('1/2 GLAR-2021-001');
    expect(line.text).toContain('Điển hình gặp khó khăn gì?');
    expect(line.text).toContain('Thiếu nước tưới trong mùa khô.');
    await liaison.presses('Viết lại từ đầu');
    await liaison.says('12 hộ thiếu nước tưới trong mùa khô.');
    await liaison.sees('Ảnh rừng.pdf');
    await liaison.presses('Bỏ bớt tệp');
    await liaison.sees('Bỏ tệp nào?');
    await liaison.presses('Ảnh rừng.pdf');
    await liaison.sees('Đã bỏ “Ảnh rừng.pdf”');
    await liaison.sendsFile('Biên bản đo rừng.pdf', pdf('đo rừng'));
    await liaison.sees('(1/5)');
    await liaison.presses('Xong');
    await liaison.sees('Phương hướng, nhiệm vụ');
    await liaison.presses('Giữ nguyên');
    await liaison.sees('Đoạn anh/chị đã viết vẫn giữ');
    await liaison.sees('xem tệp Word ở trên');
    await liaison.presses('Sửa');
    const list = await liaison.sees('muốn sửa dòng nào?');
    expect(list.buttons.filter((one) => one.startsWith('GLAR-2021-'))).toEqual([
      `GLAR-2021-001 ${village}`,
      'GLAR-2021-003 Làng Tươh sạch đẹp',
      `GLAR-2021-001 ${village} – đề nghị 2`,
    ]);
    await liaison.presses('GLAR-2021-001 Làng Ngol giữ rừng');
    const ofOne = await liaison.sees('muốn sửa dòng nào?');
    expect(ofOne.buttons).toEqual(
      expect.arrayContaining(['Đánh giá', 'Nơi đã nhân rộng', 'Khó khăn', 'Hình thức, danh hiệu']),
    );
    await liaison.presses('Quay lại');
    await liaison.sees('xem tệp Word ở trên');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Bản này thay cho bản đã nộp trước');
    await house.settled();
    expect(await rows('select action from evaluation_change order by id')).toEqual(
      ['evaluate', 'evaluate', 'change'].map((action) => ({ action })),
    );
    expect(await rows('select status, cardinality(returned_lines) as lines from filing order by id')).toEqual(
      [
        { status: 'returned', lines: 3 },
        { status: 'submitted', lines: 0 },
      ],
    );
    expect(await rows(`select count(*) from annual_report`)).toMatchObject([{ count: 2 }]);
  });

  it('keeps the evidence of each version as the officer saw it', async () => {
    await officer.says('/duyet');
    await officer.presses('Báo cáo kết quả năm 2021 – Xã Glar');
    const screen = await officer.sees('Bản 2/2: chờ xem');
    expect(screen.text).toContain('trả lại để sửa: GLAR-2021-001: Khó khăn');
    await officer.presses('Xem minh chứng');
    await officer.receivesFile(/^Bien-ban-do-rung\.pdf$/);
    await officer.says('/duyet');
    await officer.presses('Báo cáo kết quả năm 2021 – Xã Glar');
    await officer.sees('Bản 2/2: chờ xem');
    await officer.presses('Các bản đã nộp (2)');
    const versions = await officer.sees('Bản 1/2');
    expect(versions.buttons).toEqual(
      expect.arrayContaining(['Xem minh chứng (bản 2)', 'Xem minh chứng (bản 1)']),
    );
    await officer.presses('Xem minh chứng (bản 1)');
    await officer.receivesFile(/^Anh-rung\.pdf$/);
  });

  it('a signed copy after the due changes no lateness', async () => {
    await house.at('2021-12-20T09:00:00+07:00');
    await liaison.says('/baocaonam');
    await liaison.sees('bản 2/2');
    await liaison.presses('Nộp bản đã ký');
    await liaison.sees('Gửi tệp');
    await liaison.sendsFile('Báo cáo đã ký.pdf', pdf('ký'));
    await liaison.sees('(1/10)');
    await liaison.presses('Xong');
    await liaison.sees('bổ sung sau hạn');
    await liaison.says('/hannop');
    await liaison.sees('Báo cáo kết quả năm 2021: Đã xong ngày 10/12/2021');
  });

  it('the head reads where it stands; another year is said not to be asked', async () => {
    const head = await house.joined('Rơ Châm Hùng', 'head', 'GLAR');
    await head.says('/baocaonam');
    const standing = await head.sees('bản 3/3');
    expect(standing.buttons).toEqual(['Xem văn bản']);
    await liaison.says('/baocaonam 2030');
    await liaison.sees('Kế hoạch không yêu cầu báo cáo năm 2030');
  });

  it('the next year offers what was said; a unit may have nothing to report', async () => {
    await house.at('2022-12-01T08:00:00+07:00');
    // A session of the web chat ends within the year.
    const later = await house.joined('Rơ Châm Lê', 'liaison', 'GLAR');
    await later.says('/baocaonam 2022');
    const first = await later.sees('1/2 GLAR-2021-001');
    expect(first.text).toContain('Năm trước: Phát triển, nhân rộng.');
    await later.presses('Như năm trước');
    await later.sees('2/2 GLAR-2021-003');
    const other = await house.joined('Siu Hlan', 'liaison', 'ADOK');
    await other.says('/baocaonam 2022');
    await other.sees('chưa có điển hình nào được duyệt');
    await other.presses('Không phát sinh');
    await other.sees('Vì sao năm 2022');
    await other.says('Năm nay xã đang bồi dưỡng, chưa có điển hình được duyệt.');
    await other.sees('Đã gửi báo cáo không phát sinh năm 2022');
    const reviewer = await house.joined('Lê Văn Hai', 'officer');
    await reviewer.says('/duyet');
    await reviewer.presses('Báo cáo kết quả năm 2022 – Xã A Dơk');
    await reviewer.sees('Không phát sinh: «Năm nay xã đang bồi dưỡng');
    await reviewer.presses('Chấp nhận');
    await reviewer.sees('Đã chấp nhận');
  });
});
