import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { readWord } from '../support/read-word.ts';
import { pdf } from '../support/sample-files.ts';

describe.each(everyChannel)('the letter to late units on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await liaison.says('/nopvanban');
    await liaison.presses('Kế hoạch triển khai (24/8/2021)');
    await liaison.sees('Gửi tệp');
    await liaison.sendsFile('Kế hoạch.pdf', pdf('Kế hoạch.pdf'));
    await liaison.sees('(1/10)');
    await liaison.presses('Xong');
    await liaison.sees('Đã nhận');
  });
  afterAll(async () => {
    await house.close();
  });

  const letter = async (person: ChatPerson) => {
    const { bytes, caption } = await person.receivesFile(/^Cong-van-don-doc-.*\.docx$/);
    return { caption: caption?.normalize('NFC') ?? '', ...(await readWord(bytes)) };
  };

  it('is one sentence and no file while nothing is overdue, however it is asked for', async () => {
    for (const typed of ['/baocao congvan', 'công văn đôn đốc các xã', '/baocao congvan glar, hà đông']) {
      await officer.says(typed);
      await officer.sees(/Không đơn vị nào .*có việc quá hạn/);
    }
    expect((await officer.transcript()).filter(({ file }) => file?.includes('Cong-van'))).toEqual([]);
  });

  it('goes to all, to a kind, about a duty, to a list of units: in one line', async () => {
    await house.at('2021-09-01T08:00:00+07:00');
    await officer.says('/baocao congvan');
    expect((await letter(officer)).text).toContain('còn 53 đơn vị chưa hoàn thành 105 việc');
    await officer.says('/baocao congvan các xã, thị trấn');
    const kinds = await letter(officer);
    expect(kinds.caption).toContain('Xã, Thị trấn');
    expect(kinds.text).toContain('còn 17 đơn vị chưa hoàn thành 33 việc');
    await officer.says('/baocao công văn đôn đốc kế hoạch triển khai');
    const plans = await letter(officer);
    expect(plans.caption).toContain('Việc: Kế hoạch triển khai');
    expect(plans.text).toContain('còn 52 đơn vị chưa hoàn thành 52 việc');
    await officer.says('/baocao congvan xã Glar và Công an huyện');
    expect((await letter(officer)).text).toMatch(/Kính gửi:\n- Công an huyện;\n- Xã Glar\./);
    await officer.says('/baocao congvan kế hoạch triển khai, xã Glar');
    await officer.sees('Không đơn vị nào trong số đã chọn có việc quá hạn');
  });

  it('speaks of an earlier day, as every report does', async () => {
    await house.at('2021-09-20T08:00:00+07:00');
    await officer.says('/baocao congvan tính đến ngày 1/9/2021');
    const day = await letter(officer);
    expect(day.caption).toContain('Công văn đôn đốc (Word) tính đến 1/9/2021');
    expect(day.text).toContain('Đến hết ngày 1/9/2021, còn 53 đơn vị');
    await officer.says('công văn đôn đốc các xã đến hết ngày 1 tháng 9');
    expect((await letter(officer)).text).toContain('Đến hết ngày 1/9/2021, còn 16 đơn vị');
    await officer.says('/baocao congvan 2021 1/9/2021 xã Glar');
    expect((await letter(officer)).text).toContain('Kính gửi: Xã Glar');
    await officer.says('/baocao congvan đến ngày 20/8/2021');
    await officer.sees('Đến hết ngày 20/8/2021, không đơn vị nào được hỏi có việc quá hạn');
    await officer.says('/baocao congvan các xã đến ngày 1/1/2030');
    await officer.sees('Ngày 1/1/2030 chưa tới');
    await officer.presses('Công văn đôn đốc (Word)');
    expect((await letter(officer)).caption).toContain('20/9/2021');
    await officer.says('/baocao congvan năm 2022');
    await officer.sees('không lập theo năm, theo kỳ');
    await officer.says('/baocao hội nghị tính đến 1/9/2021');
    const { caption } = await officer.receivesFile(/^Bao-cao-hoi-nghi-2021-den-2021-09-01\.xlsx$/);
    expect(caption).toContain('tính đến 1/9/2021');
  });

  it('is about duties and units that the officer ticks', async () => {
    await officer.says('/baocao');
    await officer.presses('Công văn đôn đốc (Word)');
    await officer.presses('Chọn việc, chọn đơn vị');
    const duties = await officer.sees('Công văn đôn đốc về việc nào?');
    expect(duties.buttons.slice(0, 2)).toEqual([
      '☐ Đăng ký điển hình tiên tiến (53 đơn vị)',
      '☐ Kế hoạch triển khai (52 đơn vị)',
    ]);
    await officer.presses('☐ Kế hoạch triển khai (52 đơn vị)');
    await officer.presses('Xong');
    const units = await officer.sees('Gửi những đơn vị nào?');
    expect(units.buttons).not.toContain('☐ Xã Glar (1 việc)');
    await officer.says('Xã Hà Đông, Công an huyện');
    await officer.presses('Xong');
    await officer.sees('Công văn gồm 2 đơn vị, 2 việc quá hạn');
    await officer.presses('Lập công văn');
    const { caption, text } = await letter(officer);
    for (const unit of ['Công an huyện', 'Xã Hà Đông']) expect(caption).toContain(unit);
    expect(text).toContain('- Kế hoạch triển khai (hạn 24/08/2021): 2 đơn vị.');
    // Without a tick it is about everything that is overdue.
    await officer.says('/baocao');
    await officer.presses('Công văn đôn đốc (Word)');
    await officer.presses('Chọn việc, chọn đơn vị');
    await officer.presses('Xong');
    await officer.sees('Gửi những đơn vị nào?');
    await officer.presses('Xong');
    await officer.sees('Công văn gồm 53 đơn vị, 105 việc quá hạn');
  });

  it('is not for people of a unit', async () => {
    for (const typed of ['/baocao congvan glar', '/baocao congvan kế hoạch triển khai', '/baocao congvan']) {
      await liaison.says(typed);
      await liaison.sees('không có quyền');
    }
  });

  it('stays Vietnamese for an officer who reads English', async () => {
    await officer.says('/ngonngu');
    await officer.presses('English');
    await officer.says('/baocao letter implementation plan');
    const { caption, text } = await letter(officer);
    expect(caption).toContain('Duties: Implementation plan');
    expect(text).toContain('Kế hoạch triển khai (hạn 24/08/2021): 52 đơn vị.');
  });
});
