import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/plan/load.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answerFor, answersUntil, gives, registers, seesQuestion } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  });
  afterAll(async () => {
    await house.close();
  });

  const lastExemplar = async (columns: string) => {
    const { rows } = await house.app.house.db.pool.query(
      `select ${columns} from exemplar order by id desc limit 1`,
    );
    return rows[0];
  };

  describe('every category of the plan', () => {
    const { categories, subjects } = loadPlan('prisma/plans/101-kh-ubnd.yaml');
    const names = [
      'Sơn',
      'Hoa',
      'Pleiku Roh',
      'Bình minh',
      'Tre xanh',
      'Suối Đá',
      'Nắng',
      'Ia Băng',
      'Cà phê',
      'Hồ tiêu',
      'Mít',
      'Rừng',
    ];

    it.each(categories.map((category, i) => ({ ...category, i })))(
      '$code',
      async ({ code, subject, name, leaders, i }) => {
        const label = subjects[subject].name.vi === 'Tập thể' ? 'Tập thể' : 'Cá nhân';
        const asked: string[] = [];
        await liaison.says('/dangky');
        for (;;) {
          const { key, message } = await seesQuestion(liaison);
          if (key === 'category') {
            const all = categories.filter((c) => c.subject === subject).map((c) => c.name.vi);
            expect(message.buttons.slice(0, all.length + 1)).toEqual([...all, 'Xem tiêu chí']);
          }
          if (key !== 'subject')
            expect(message.buttons.includes('Quay lại') || key === 'review', key).toBe(true);
          if (key === 'review') break;
          expect(message.buttons, key).toContain('Lưu nháp');
          asked.push(key);
          const given = {
            subject: label,
            category: name.vi,
            name: `${names[i]} ${names[(i + 5) % 12]} ${code}`,
          } as const;
          await gives(
            liaison,
            message,
            answerFor(key, { ...given, answers: { leader: { presses: ['Có giữ chức vụ'] } } }),
          );
        }
        await liaison.presses('Gửi Phòng Nội vụ');
        await liaison.sees(new RegExp(`Đã gửi: GLAR-2021-${String(i + 1).padStart(3, '0')} `));
        expect(await lastExemplar('category, subject')).toEqual({ category: code, subject });
        expect(asked.includes('leads')).toBe(leaders);
      },
    );
  });

  it('a bad answer gets one sentence with an example, then the good one is accepted', async () => {
    const choose = /gõ đúng chữ của mục đó/;
    const bad: Record<string, [string[], RegExp]> = {
      subject: [['tổ chức', '7'], choose],
      category: [['nông nghiệp'], choose],
      name: [
        ['ab', '1234', 'x'.repeat(201)],
        /từ 3 đến 200 ký tự. Ví dụ: Nguyễn Thị Hoa|Tên cần có chữ. Ví dụ/,
      ],
      birthYear: [
        ['75', '1875', '2022', 'không rõ', 'Bỏ qua'],
        /đủ bốn chữ số, ví dụ: 1975|không bỏ qua được/,
      ],
      sex: [['?'], choose],
      ethnicity: [['?'], /từ 2 đến 50 ký tự. Ví dụ: Ba Na/],
      position: [['?'], /Ví dụ: Trưởng thôn/],
      place: [['-', '064081001234', 'CMND 230123456'], /Ví dụ: Làng Đê Kốp|không nhận số CCCD/],
      difficult: [['có lẽ'], choose],
      labour: [['?'], choose],
      summary: [['quá ngắn'], /Đã ghi, hiện có 8\/4\.000/],
      criteria: [['99', '125', '1 và 30', '5-2', '-'], /Anh\/chị gõ số từ 1 đến 9, ví dụ: 1, 3/],
      endorsedOn: [
        ['31/2/2021', 'hôm kia kìa', 'tháng 8', '25/12/2021'],
        /gõ như 5\/8\/2021|không thể ở tương lai/,
      ],
      minutes: [['x'.repeat(201)], /từ 2 đến 200 ký tự/],
      files: [['đây ạ'], /gửi tệp \(ảnh, PDF, Word, Excel\)/],
    };
    await liaison.says('/dangky');
    for (;;) {
      const { key, message } = await seesQuestion(liaison);
      if (key === 'review') break;
      const [texts = [], reply] = bad[key] ?? [];
      let asked = message;
      for (const text of texts) {
        await liaison.says(text);
        if (reply) await liaison.sees(reply);
        // Where its lines would be far up by now, the question is asked again.
        if (reply === choose && !liaison.hasButtons) asked = (await seesQuestion(liaison)).message;
      }
      await gives(liaison, asked, answerFor(key, { subject: 'Cá nhân', name: 'Rơ Châm Thử Sai' }));
    }
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    expect(await lastExemplar('name, birth_year, summary')).toMatchObject({
      name: 'Rơ Châm Thử Sai',
      birth_year: 1975,
      summary: expect.stringMatching(/^quá ngắn\nLàng có 125 hộ/),
    });
  });

  it('a mark of a missing line is no answer to a question for words; nothing is lost', async () => {
    // 40 and Z are marks of no line, with numbers and with letters.
    const marks = ['40', 'Z)'];
    const refused = (mark: string) =>
      `Không có mục “${mark.charAt(0) === '4' ? '40' : 'Z'}”. Anh/chị gõ câu trả lời đầy đủ`;
    await liaison.says('/dangky');
    for (;;) {
      const { key, message } = await seesQuestion(liaison);
      if (key === 'review') break;
      const words = ['name', 'representative', 'place', 'summary', 'impact'].includes(key);
      const typed = words ? marks : key === 'minutes' || key === 'criteria' ? ['Z)'] : [];
      if (key === 'summary') await liaison.says('Năm 2020 giảm 12 hộ nghèo.');
      for (const mark of typed) {
        await liaison.says(mark);
        await liaison.sees(refused(mark));
      }
      const answers = { minutes: { says: ['125'] } };
      await gives(liaison, message, answerFor(key, { name: 'Số không phải là tên', answers }));
    }
    const review = (await liaison.transcript()).findLast(({ text }) => text.includes('xem lại lần cuối'));
    expect(review?.text).toContain('Tóm tắt thành tích: Năm 2020 giảm 12 hộ nghèo.\nLàng có 125 hộ');
    expect(review?.text).toContain('Biên bản: 125');
    expect(review?.text).not.toContain('Tiêu chí riêng');
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('refuses the button Xong until there is enough, and keeps the buttons', async () => {
    await liaison.says('/dangky');
    const tick = await answersUntil(liaison, 'summary', { name: 'Nút không mất' });
    await liaison.presses('Xong');
    await liaison.sees('Mới có 0 ký tự, cần ít nhất 50');
    await gives(liaison, tick, answerFor('summary'));
    await answersUntil(liaison, 'criteria');
    await liaison.presses('Xong');
    await liaison.sees('Đúng là điển hình này chưa đạt tiêu chí nào của kế hoạch?');
    await liaison.presses('Chọn tiêu chí');
    await seesQuestion(liaison);
    const now = (await liaison.transcript()).findLast(({ text }) => text.includes('Tiêu chí đạt được?'));
    expect(now?.buttons.filter((label) => label.startsWith('☐')).length).toBeGreaterThan(5);
    await liaison.says('1, 3');
    const { message } = await seesQuestion(liaison);
    const boxes = message.buttons.filter((label) => /^[☐☑]/.test(label));
    expect(boxes.flatMap((label, i) => (label.startsWith('☑') ? [i + 1] : []))).toEqual([1, 3]);
    const third = boxes[2] ?? '';
    // A double tap: the same press twice.
    await liaison.pressesOn(message, third);
    await liaison.pressesOn(message, third);
    await liaison.says('Có đội cồng chiêng nữ');
    await liaison.sees('Đã ghi thêm tiêu chí riêng');
    for (const lines of ['2', '5 và 6', 'từ 8 đến 10']) {
      await liaison.says(lines);
      expect((await seesQuestion(liaison)).key).toBe('criteria');
    }
    // Other meanings: none of these is a criterion.
    for (const slip of ['không có', 'vâng ạ', 'rồi']) {
      await liaison.says(slip);
      await liaison.sees('Tiêu chí riêng của đơn vị cần ít nhất 10 ký tự');
    }
    await liaison.says('Có vườn rau chung');
    await liaison.sees('Đã ghi thêm tiêu chí riêng của đơn vị: “Có vườn rau chung”');
    await liaison.says('Ghi nhầm một tiêu chí');
    const slip = await liaison.sees('“Ghi nhầm một tiêu chí”. Chọn tiếp');
    expect(slip.buttons).toEqual(['Xong', 'Lưu nháp', 'Bỏ tiêu chí riêng']);
    // A double tap removes one; its words, typed, too.
    await liaison.pressesOn(slip, 'Bỏ tiêu chí riêng');
    await liaison.sees('Đã bỏ tiêu chí riêng “Ghi nhầm một tiêu chí”');
    expect((await seesQuestion(liaison)).key).toBe('criteria');
    if (liaison.hasButtons) {
      await liaison.pressesOn(slip, 'Bỏ tiêu chí riêng');
      expect((await seesQuestion(liaison)).key).toBe('criteria');
    }
    await liaison.says('bo tieu chi rieng');
    await liaison.sees('Đã bỏ tiêu chí riêng “Có vườn rau chung”');
    await liaison.says('Có vườn rau chung');
    await liaison.sees('“Có vườn rau chung”. Chọn tiếp');
    await liaison.says('xong rồi');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toMatch(
      /Tiêu chí đạt được: 7\/13 tiêu chí \(số 1, 2, 5, 6, 8, 9, 10\); tiêu chí riêng: Có đội cồng chiêng nữ; Có vườn rau chung/,
    );
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp “Đăng ký: Nút không mất”');
  });

  it('shows the criteria of the categories without losing its buttons', async () => {
    await liaison.says('/dangky');
    await liaison.presses('Tập thể');
    await liaison.sees('Lĩnh vực?');
    await liaison.presses('Xem tiêu chí');
    const general = await liaison.sees('Tiêu chí chung');
    expect(general.buttons.filter((label) => label !== 'Tiếp tục')).toHaveLength(9);
    await liaison.pressesOn(general, 'Sản xuất, kinh doanh');
    await liaison.sees('thực hiện tốt nghĩa vụ nộp thuế');
    // Without buttons the newest menu is the one of the criteria: it leads back.
    if (!liaison.hasButtons) {
      await liaison.presses('Tiếp tục');
      await liaison.sees('Lĩnh vực?');
    }
    const category = (await liaison.transcript()).findLast(({ text }) => text.includes('Lĩnh vực?'));
    expect(category?.buttons).toContain('Sản xuất, kinh doanh');
    if (category) await liaison.pressesOn(category, 'Sản xuất, kinh doanh');
    await liaison.sees('Tên mô hình?');
    await liaison.says('hủy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('takes dates as people write them', async () => {
    const forms = [
      '5/8/2021',
      '5-8-21',
      '05.08.2021',
      'ngày 5 tháng 8',
      'ngày 5 tháng 8 năm 2021',
      '05082021',
      '2021-08-05',
      '5/8',
    ];
    await liaison.says('/dangky');
    await answersUntil(liaison, 'endorsedOn', { name: 'Ngày tháng nhiều kiểu' });
    for (const text of forms) {
      await liaison.says(text);
      await liaison.sees('Số biên bản');
      await liaison.presses('Quay lại');
      const again = await liaison.sees('Ngày họp tập thể suy tôn');
      expect(again.text, text).toContain('Hiện tại: 5/8/2021');
      expect(again.buttons).toContain('Giữ nguyên');
    }
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ');
  });

  it('goes back from every question to the one before, and forward again', async () => {
    await liaison.says('/dangky');
    let before: string | undefined;
    for (;;) {
      const { key, message } = await seesQuestion(liaison);
      if (key === 'review') break;
      if (before) {
        await liaison.presses('Quay lại');
        const back = await seesQuestion(liaison);
        expect(back.key).toBe(before);
        expect(back.message.text).toContain('Hiện tại:');
        await liaison.presses('Giữ nguyên');
        expect((await seesQuestion(liaison)).key).toBe(key);
      }
      await gives(liaison, message, answerFor(key, { subject: 'Cá nhân', name: 'Đinh Thị Quay Lại' }));
      before = key;
    }
    // And from the review screen every line can be changed or kept.
    await liaison.presses('Sửa');
    const lines = (await liaison.sees('muốn sửa dòng nào')).buttons.slice(0, -1);
    expect(lines).toEqual([
      'Đối tượng',
      'Lĩnh vực',
      'Họ và tên',
      'Năm sinh',
      'Giới tính',
      'Dân tộc',
      'Chức vụ, nghề nghiệp',
      'Địa bàn',
      'Địa bàn khó khăn',
      'Lao động trực tiếp',
      'Tóm tắt thành tích',
      'Tiêu chí đạt được',
      'Phong trào thi đua',
      'Hiệu quả, nhân rộng',
      'Ngày suy tôn',
      'Biên bản',
      'Minh chứng',
    ]);
    for (const [i, line] of lines.entries()) {
      await liaison.presses(line);
      await seesQuestion(liaison);
      await liaison.presses(line === 'Tiêu chí đạt được' ? 'Xong' : 'Giữ nguyên');
      expect((await seesQuestion(liaison)).key, line).toBe('review');
      if (i < lines.length - 1) {
        await liaison.presses('Sửa');
        await liaison.sees('muốn sửa dòng nào');
      }
    }
    await liaison.presses('Sửa');
    await liaison.presses('Dân tộc');
    await liaison.sees('Dân tộc?');
    await liaison.says('Gia Rai');
    const review = await liaison.sees('xem lại lần cuối');
    expect(review.text).toContain('Dân tộc: Gia Rai');
    await liaison.presses('Hủy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ');
  });

  it('within one question the buttons stay the same and in their order', async () => {
    await liaison.says('/dangky');
    const asked = await answersUntil(liaison, 'summary', { name: 'Nút đứng yên' });
    expect(asked.buttons).toEqual(['Xong', 'Quay lại', 'Lưu nháp']);
    const replies: [string, RegExp][] = [
      ['Năm 2020 giảm 12 hộ nghèo.', /Đã ghi, hiện có/],
      ['xong', /Mới có 26 ký tự/],
      ['40', /Không có mục “40”/],
      ['x'.repeat(4000), /quá 4\.000/],
      ['Làng có 125 hộ, đều có nước sạch.', /Đã ghi, hiện có/],
    ];
    const sees = async (buttons: string[]) => {
      for (const [text, reply] of replies) {
        await liaison.says(text);
        const said = await liaison.sees(reply);
        // The button that takes a piece back stands behind the others: those keep their numbers.
        expect(said.buttons, text).toEqual([...buttons, 'Bỏ đoạn cuối']);
        if (!liaison.hasButtons) expect(said.text).toContain('Gõ câu trả lời, hoặc gõ số để chọn:');
      }
    };
    await sees(asked.buttons);
    await liaison.presses('Xong');
    await liaison.sees('Tiêu chí đạt được?');
    await liaison.presses('Quay lại');
    const back = await liaison.sees(/Tóm tắt thành tích \(/);
    expect(back.buttons).toEqual(['Viết thêm', 'Viết lại từ đầu', 'Giữ nguyên', 'Quay lại', 'Lưu nháp']);
    await liaison.presses('Viết lại từ đầu');
    await sees(['Xong', 'Giữ nguyên', 'Quay lại', 'Lưu nháp']);
    await liaison.presses('Giữ nguyên');
    await liaison.sees('Tiêu chí đạt được?');
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('asks for figures when there are none, and accepts long texts in several messages', async () => {
    const words = 'Thôn giữ gìn vệ sinh đường làng, bà con đoàn kết giúp nhau sản xuất. ';
    await liaison.says('/dangky');
    await answersUntil(liaison, 'summary', { name: 'Chưa có số liệu' });
    await liaison.says(words.repeat(50));
    await liaison.sees('Đã ghi');
    await liaison.says(words.repeat(20));
    await liaison.sees('quá 4.000');
    await liaison.presses('Xong');
    await liaison.sees('chưa có số liệu');
    await liaison.presses('Viết thêm số liệu');
    const again = await liaison.sees(/Tóm tắt thành tích \(/);
    expect(again.text).toContain('Hiện tại: Thôn giữ gìn vệ sinh');
    await liaison.says('Giảm 12 hộ nghèo.');
    await liaison.sees('Đã ghi');
    await liaison.presses('Xong');
    const review = await answersUntil(liaison, 'review');
    expect(review.text.length).toBeLessThan(4096);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    expect((await lastExemplar('summary')).summary).toMatch(/sản xuất\.\s+Giảm 12 hộ nghèo\.$/);
  });

  it('warns of a similar name, shows it, and leaves the choice', async () => {
    const first = await registers(liaison, { name: 'Câu lạc bộ cồng chiêng làng Dur' });
    expect(first.buttons).toEqual(['Đăng ký tiếp', 'Danh sách của đơn vị']);
    await liaison.says('/dangky');
    await answersUntil(liaison, 'name');
    await liaison.says('CLB cồng chiêng làng Dur');
    const warning = await liaison.sees('Đã có điển hình tên gần giống');
    expect(warning.text).toContain('“Câu lạc bộ cồng chiêng làng Dur” – Xã Glar (chờ duyệt)');
    expect(warning.buttons.slice(0, 3)).toEqual(['Vẫn đăng ký', 'Xem', 'Bỏ']);
    await liaison.presses('Xem');
    await liaison.sees(/^GLAR-2021-\d+ “Câu lạc bộ/);
    await liaison.pressesOn(warning, 'Vẫn đăng ký');
    await liaison.sees('Người đại diện');
    await liaison.presses('Quay lại');
    await liaison.sees('Tên mô hình');
    await liaison.says('CLB cồng chiêng làng Dur ');
    await liaison.presses('Bỏ');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('yes and no may be typed', async () => {
    await liaison.says('/dangky');
    const review = await answersUntil(liaison, 'review', {
      name: 'Trả lời bằng chữ',
      answers: {
        subject: { says: ['cá nhân'] },
        category: { says: ['can bo, chien sy, cong chuc, vien chuc, nhan vien'] },
        ethnicity: { says: ['không'] },
        leader: { says: ['có ạ'] },
        difficult: { says: ['không'] },
        labour: { says: ['vâng'] },
        summary: {
          says: ['Đã vận động được 45 hộ hiến 1.200 m² đất làm đường giao thông nông thôn.', 'xong'],
        },
        impact: { says: ['Các thôn khác đã học tập và làm theo.', 'Xong'] },
        minutes: { says: ['không có'] },
        files: { says: ['bỏ qua'] },
      },
    });
    expect(review.text).toContain('Địa bàn khó khăn: Không thuộc');
    expect(review.text).toContain('Lao động trực tiếp: Lao động trực tiếp');
    expect(review.text).toContain('Dân tộc: –');
    expect(review.text).toContain('Biên bản: –');
    expect(review.text).toContain('Lãnh đạo tập thể: Chưa có tập thể nào');
    expect(review.text).toContain('1/8 tiêu chí (số 1)');
    // Fifteen are registered by now: the sixteenth needs a reason.
    await liaison.says('gửi phòng nội vụ');
    await liaison.sees('Đơn vị đã có 15 điển hình, chỉ tiêu tối đa là 15');
  });
});
