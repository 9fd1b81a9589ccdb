import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { mendsLine, opens, opensToMend, returnsIt, seesAsked, seesReview } from '../support/mends.ts';
import { registers, seesQuestion } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let first: ChatPerson;
  let second: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    first = await house.joined('Rơ Châm Một', 'liaison', 'GLAR');
    second = await house.joined('Rơ Châm Hai', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(() => house.close());

  const registered = async (name: string) => {
    const { text } = await registers(first, { name });
    return { code: /GLAR-2021-\d+/.exec(text)?.[0] ?? '', name };
  };
  const kept = async (code: string) => {
    const { rows } = await house.app.house.db.pool.query<Record<string, unknown>>(
      `select name, place, member_count as "memberCount", representative, status from exemplar where code = $1`,
      [code],
    );
    return rows[0];
  };
  const type = (words: string) => ({ says: [words] });
  const send = (person: ChatPerson) => person.presses('Gửi Phòng Nội vụ');

  it('both are told that the other has it open, and since when', async () => {
    const { code, name } = await registered('Hai người cùng mở');
    await opensToMend(first, code, name);
    await second.says('/danhsach');
    await second.presses(`${code} ${name}`);
    await second.presses('Sửa');
    await second.sees(/Rơ Châm Một cũng đang sửa hồ sơ này, mở từ \d\d:\d\d 18\/8\/2021/);
    await seesReview(second);
    const review = await mendsLine(first, 'Địa bàn', type('Làng Ngol'));
    expect(review.text).toMatch(/Rơ Châm Hai cũng đang sửa hồ sơ này, mở từ \d\d:\d\d 18\/8\/2021/);
  });

  it('the second is shown each changed line, and keeps their own or takes the new one', async () => {
    const { code, name } = await registered('Dòng cả hai cùng sửa');
    await opensToMend(first, code, name);
    await opensToMend(second, code, name);
    await mendsLine(first, 'Địa bàn', type('Làng Ngol'));
    await mendsLine(first, 'Số người', type('130'));
    await mendsLine(second, 'Địa bàn', type('Làng Dôr 2'));
    await mendsLine(second, 'Người đại diện', type('Bà Siu Hà, Bí thư'));
    await send(first);
    await first.sees('Đã gửi lại');

    await send(second);
    const asked = await second.sees('Hồ sơ đã thay đổi từ khi anh/chị mở');
    expect(asked.text).toMatch(/Địa bàn \(Rơ Châm Một, \d\d:\d\d 18\/8\/2021\)/);
    expect(asked.text).toContain('trước: Làng Đê Kốp\nbây giờ: Làng Ngol\ncủa anh/chị: Làng Dôr 2');
    expect(asked.text).toMatch(/Số người \(Rơ Châm Một, .*\): 125 → 130/);
    expect(asked.text).not.toContain('Người đại diện');
    expect(asked.buttons.slice(0, 2)).toEqual(['Giữ của tôi', 'Lấy bản mới']);
    expect(await kept(code)).toMatchObject({ place: 'Làng Ngol', memberCount: 130 });
    await second.presses('Giữ của tôi');
    const review = await seesReview(second);
    expect(review.text).toContain('Địa bàn: Làng Dôr 2');
    expect(review.text).toContain('Số người: 130');
    await send(second);
    await second.sees('Đã gửi lại');
    expect(await kept(code)).toMatchObject({
      place: 'Làng Dôr 2',
      memberCount: 130,
      representative: 'Bà Siu Hà, Bí thư',
    });
  });

  it('lines that only the other changed are merged and listed before sending', async () => {
    const { code, name } = await registered('Mỗi người một dòng');
    await opensToMend(first, code, name);
    await opensToMend(second, code, name);
    await mendsLine(first, 'Địa bàn khó khăn', { presses: ['Không thuộc'] });
    await first.presses('Sửa');
    await first.presses('Minh chứng');
    await seesAsked(first, 'files');
    await first.sendsFile('image.pdf', pdf('một'));
    await first.sees('Đã nhận “image.pdf”');
    await first.presses('Xong');
    await seesReview(first);
    await second.presses('Sửa');
    await second.presses('Minh chứng');
    await seesAsked(second, 'files');
    await second.sendsFile('image.pdf', pdf('hai'));
    await second.sees('Đã nhận “image.pdf”');
    await second.presses('Xong');
    await seesReview(second);
    await send(first);
    await first.sees('Đã gửi lại');
    await send(second);
    const told = await second.sees('Hồ sơ đã thay đổi từ khi anh/chị mở:');
    expect(told.text).toMatch(
      /Địa bàn khó khăn \(Rơ Châm Một, .*\): Địa bàn khó khăn, vùng sâu, vùng xa → Không thuộc/,
    );
    expect(told.text).toContain('phần anh/chị sửa vẫn giữ');
    expect((await seesReview(second)).text).toContain('Minh chứng: 2 tệp');
    await send(second);
    await second.sees('Đã gửi lại');
    const { rows } = await house.app.house.db.pool.query<{ name: string }>(
      `select a.name from attachment a join exemplar e on e.id = a.exemplar_id where e.code = $1 order by a.id`,
      [code],
    );
    expect(rows.map((row) => row.name)).toEqual(['image.pdf', 'image (2).pdf']);
  });

  it('several lines are decided one by one or all at once; nothing is sent in between', async () => {
    const { code, name } = await registered('Từng dòng một');
    for (const person of [first, second]) await opensToMend(person, code, name);
    for (const [person, mark] of [
      [first, 'Một'],
      [second, 'Hai'],
    ] as const) {
      await mendsLine(person, 'Địa bàn', type(`Làng ${mark}`));
      await mendsLine(person, 'Người đại diện', type(`Ông ${mark}`));
      await mendsLine(person, 'Biên bản', type(`02/${mark}`));
    }
    await send(first);
    await first.sees('Đã gửi lại');
    await send(second);
    const asked = await second.sees('Hồ sơ đã thay đổi từ khi anh/chị mở');
    expect(asked.buttons.slice(0, 3)).toEqual(['Giữ tất cả của tôi', 'Lấy tất cả bản mới', 'Chọn từng dòng']);
    await second.presses('Chọn từng dòng');
    await second.sees('Giữ của anh/chị ở những dòng nào?');
    await second.presses('☐ Người đại diện');
    await second.presses('Xong');
    const review = await seesReview(second);
    expect(review.text).toContain('Người đại diện: Ông Hai');
    expect(review.text).toContain('Địa bàn: Làng Một');
    expect(review.text).toContain('Biên bản: 02/Một');
    // Changed a second time before it is sent: asked a second time.
    await opensToMend(first, code, name);
    await mendsLine(first, 'Người đại diện', type('Ông Một Mới'));
    await send(first);
    await first.sees('Đã gửi lại');
    await send(second);
    const again = await second.sees('Hồ sơ đã thay đổi từ khi anh/chị mở');
    expect(again.text).toContain('trước: Ông Một\nbây giờ: Ông Một Mới\ncủa anh/chị: Ông Hai');
    await second.presses('Lấy bản mới');
    await seesReview(second);
    await send(second);
    await second.sees('Đã gửi lại');
    expect(await kept(code)).toMatchObject({ representative: 'Ông Một Mới', place: 'Làng Một' });
  });

  it('of two who send at the same instant one is sent and the other is asked', async () => {
    const { code, name } = await registered('Cùng một lúc');
    for (const person of [first, second]) await opensToMend(person, code, name);
    await mendsLine(first, 'Địa bàn', type('Làng Một'));
    await mendsLine(second, 'Địa bàn', type('Làng Hai'));
    await Promise.all([send(first), send(second)]);
    const told = await Promise.all(
      [first, second].map((person) => person.sees(/Đã gửi lại|Hồ sơ đã thay đổi từ khi anh\/chị mở/)),
    );
    const sent = told.findIndex(({ text }) => text.startsWith('Đã gửi lại'));
    const other = sent === 0 ? second : first;
    expect(told.filter(({ text }) => text.startsWith('Đã gửi lại'))).toHaveLength(1);
    expect(await kept(code)).toMatchObject({ place: sent === 0 ? 'Làng Một' : 'Làng Hai' });
    await other.presses('Lấy bản mới');
    await seesReview(other);
    await send(other);
    await other.sees('Đã gửi lại');
  });

  it('a draft of the first release, without a history, overwrites nothing either', async () => {
    const { code, name } = await registered('Bản nháp cũ');
    for (const person of [first, second]) await opensToMend(person, code, name);
    await house.settled();
    await house.app.house.db.pool.query(`update draft set subject = subject - 'changeId' - 'returned'`);
    await mendsLine(first, 'Số người', type('77'));
    await mendsLine(second, 'Số người', type('88'));
    await send(first);
    await first.sees('Đã gửi lại');
    await send(second);
    const asked = await second.sees('Hồ sơ đã thay đổi từ khi anh/chị mở');
    expect(asked.text).toContain('trước: 125\nbây giờ: 77\ncủa anh/chị: 88');
    expect(await kept(code)).toMatchObject({ memberCount: 77 });
    await second.presses('Giữ của tôi');
    await seesReview(second);
    await send(second);
    await second.sees('Đã gửi lại');
    expect(await kept(code)).toMatchObject({ memberCount: 88 });
  });

  it('returned during the change: the reason is shown, the ticked line asked', async () => {
    const exemplar = await registered('Trả lại lúc đang sửa');
    await opensToMend(second, exemplar.code, exemplar.name);
    await mendsLine(second, 'Địa bàn', type('Làng Bối'));
    await returnsIt(officer, exemplar, ['Số người'], 'Ghi lại số người cho đúng.');
    await send(second);
    await second.sees(`Bổ sung ${exemplar.code} “${exemplar.name}”. Lý do: «Ghi lại số người cho đúng.»`);
    expect((await seesAsked(second, 'memberCount')).text).toContain('Hiện tại: 125');
    await second.says('131');
    await second.sees('Vì sao cần sửa dòng không được đề nghị bổ sung?');
    await second.says('ngắn');
    await second.sees('Câu trả lời cần từ 10 đến 500 ký tự');
    await second.says('Làng đã đổi tên từ tháng 7');
    expect((await seesReview(second)).text).toContain('Lý do sửa mục khác: Làng đã đổi tên từ tháng 7');
    await send(second);
    await second.sees('Đã gửi lại');
    expect(await kept(exemplar.code)).toMatchObject({ place: 'Làng Bối', memberCount: 131 });
    await officer.says('/duyet');
    await officer.presses(`${exemplar.code} ${exemplar.name}`);
    const screen = await officer.sees('Đơn vị đã sửa:');
    expect(screen.text).toContain('Địa bàn: Làng Đê Kốp → Làng Bối');
    expect(screen.text).toContain(
      'Có sửa mục không được đề nghị bổ sung. Lý do: «Làng đã đổi tên từ tháng 7»',
    );
  });

  it('approved during the change: nothing is lost, and a reopening lets it be sent', async () => {
    const { code, name } = await registered('Duyệt lúc đang sửa');
    await opensToMend(second, code, name);
    await mendsLine(second, 'Địa bàn', type('Làng Tươl'));
    await officer.says('/duyet');
    await officer.presses(`${code} ${name}`);
    await officer.presses('Duyệt');
    await officer.sees(`Đã duyệt ${code}`);
    await send(second);
    const told = await second.sees(`${code} đã được quyết định nên không sửa hay rút được nữa`);
    expect(told.text).toMatch(/đã duyệt, do Trần Thị Hạnh quyết định lúc \d\d:\d\d 18\/8\/2021/);
    expect(told.text).toContain('Địa bàn: Làng Đê Kốp → Làng Tươl');
    expect(await kept(code)).toMatchObject({ place: 'Làng Đê Kốp', status: 'approved' });
    await house.app.house.db.pool.query(
      `update exemplar set status = 'submitted', decided_at = null, decided_by_id = null where code = $1`,
      [code],
    );
    await second.says('/nhap');
    expect((await second.sees('Bản nháp đang có')).text).toContain(`Đăng ký: ${name}`);
    expect((await opensToMend(second, code, name)).text).toContain('Địa bàn: Làng Tươl');
    await send(second);
    await second.sees('Đã gửi lại');
    expect(await kept(code)).toMatchObject({ place: 'Làng Tươl', status: 'submitted' });
  });

  it('withdrawn during the change: the person and time are shown, and the draft stays', async () => {
    const { code, name } = await registered('Rút lúc đang sửa');
    await opensToMend(second, code, name);
    await mendsLine(second, 'Địa bàn', type('Làng Kam'));
    await opens(first, code, name);
    await first.presses('Rút');
    await first.presses('Rút hồ sơ');
    await first.sees(`Đã rút ${code}`);
    await send(second);
    const told = await second.sees(`${code} đã được Rơ Châm Một rút lúc`);
    expect(told.text).toContain('Bản nháp vẫn được giữ:\n– Địa bàn: Làng Đê Kốp → Làng Kam');
    expect(told.buttons).toEqual(['Bỏ bản nháp']);
    expect(await kept(code)).toMatchObject({ place: 'Làng Đê Kốp', status: 'withdrawn' });
    await second.presses('Bỏ bản nháp');
    await second.sees('Giữ hay bỏ bản nháp');
    await second.presses('Bỏ bản nháp');
    await second.sees('Đã bỏ bản nháp');
  });

  it.each([
    { returned: false, name: 'Chưa ai xem' },
    { returned: true, name: 'Trả lại rồi hai lần gửi' },
  ])('the officer sees what both sent, in the order of the form: $name', async ({ returned, name }) => {
    const exemplar = await registered(name);
    const lines = ['Biên bản', 'Địa bàn', 'Số người'];
    if (returned) {
      await returnsIt(officer, exemplar, lines, 'Ghi lại cả ba dòng cho đúng.');
      const told = await first.sees(`của ${exemplar.code}`);
      expect(told.text).toContain('đề nghị bổ sung Số người, Địa bàn, Biên bản của');
    }
    const opened = async (person: ChatPerson) => {
      if (!returned) return opensToMend(person, exemplar.code, name);
      await opens(person, exemplar.code, name);
      await person.presses('Sửa');
      for (const _ of lines) {
        await seesQuestion(person);
        await person.presses('Giữ nguyên');
      }
      return seesReview(person);
    };
    await opened(first);
    await mendsLine(first, 'Biên bản', type('09/BB-UBND'));
    await mendsLine(first, 'Số người', type('140'));
    await send(first);
    await first.sees('Đã gửi lại');
    await opensToMend(second, exemplar.code, name);
    await mendsLine(second, 'Địa bàn', type('Làng Pral'));
    await mendsLine(second, 'Số người', type('141'));
    await send(second);
    await second.sees('Đã gửi lại');
    await officer.says(`/duyet ${exemplar.code}`);
    expect((await officer.sees('Đơn vị đã sửa:')).text).toContain(
      'Đơn vị đã sửa:\n– Số người: 125 → 141\n– Địa bàn: Làng Đê Kốp → Làng Pral\n– Biên bản: – → 09/BB-UBND',
    );
  });
});
