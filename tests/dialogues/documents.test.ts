import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson, SeenMessage } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const plan = 'Kế hoạch triển khai';

describe.each(channelsOfLongScripts)('documents on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  let late: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  /** Sends one file to the question for files, and ends the question. */
  async function sends(person: ChatPerson, name: string): Promise<SeenMessage> {
    await person.sees('Gửi tệp');
    await person.sendsFile(name, pdf(name));
    await person.sees('(1/10)');
    await person.presses('Xong');
    return person.sees('Đã nhận');
  }

  /** Opens the document of a duty from the officer's queue. */
  async function opens(person: ChatPerson, label: string): Promise<SeenMessage> {
    await person.says('/duyet');
    await person.presses(label);
    return person.sees(/^.+ – .+\n\nBản \d+\/\d+/);
  }

  it('a document is opened, returned, handed in again, accepted; each version stays', async () => {
    await liaison.says('/nopvanban');
    await liaison.presses(`${plan} (24/8/2021)`);
    await sends(liaison, 'Kế hoạch.pdf');

    const first = await opens(officer, `${plan} – Xã Glar`);
    expect(first.text.normalize('NFC')).toMatch(
      /Bản 1\/1: chờ xem\nNgười nộp: Nguyễn Văn Bình, \d\d:\d\d 18\/8\/2021/,
    );
    expect(first.text).toContain('Tệp (1): “Kế hoạch.pdf”');
    expect(first.buttons).toEqual(['Xem văn bản', 'Chấp nhận', 'Trả lại', 'Tiếp theo']);
    await officer.presses('Xem văn bản');
    expect((await officer.receivesFile(/^Ke-hoach\.pdf$/)).caption).toContain(
      `Xã Glar – ${plan}: Kế hoạch.pdf`,
    );
    await officer.presses('Trả lại');
    await officer.sees('cần sửa điều gì?');
    await officer.says('Sai rồi');
    await officer.sees('Lý do cần từ 10 đến 1.000 ký tự (hiện 7)');
    await officer.says('Thiếu chữ ký của <Chủ tịch> & dấu.');
    const returned = await officer.sees(`Đã trả lại ${plan} – Xã Glar`);
    expect(returned.buttons).toEqual(['Tiếp theo']);
    await officer.presses('Tiếp theo');
    await officer.sees('Không còn hồ sơ nào chờ duyệt');

    const notice = await liaison.sees(
      'Phòng Nội vụ trả lại kế hoạch triển khai của Xã Glar: «Thiếu chữ ký của <Chủ tịch> & dấu.»',
    );
    expect(notice.buttons).toEqual(['Nộp lại']);
    await liaison.pressesOn(notice, 'Nộp lại');
    await liaison.sees(`Gửi tệp ${plan}`);
    await liaison.says('/hannop');
    const open = await liaison.sees(`${plan}: Đã nộp ngày 18/8/2021, Phòng Nội vụ trả lại ngày 18/8/2021`);
    expect(open.text).toContain('cần nộp lại. Hạn chót 24/8/2021, còn 6 ngày.');
    await liaison.presses('Tiếp tục');
    const again = await sends(liaison, 'Kế hoạch đã ký.pdf');
    expect(again.text).toContain('Bản này thay cho bản đã nộp trước; bản trước vẫn được lưu.');

    const second = await opens(officer, `${plan} – Xã Glar`);
    expect(second.text).toContain('Bản 2/2: chờ xem');
    expect(second.text).toContain('Bản trước bị trả lại vì: «Thiếu chữ ký của <Chủ tịch> & dấu.»');
    await officer.presses('Chấp nhận');
    const accepted = await officer.sees(`Đã chấp nhận ${plan} – Xã Glar`);
    expect(accepted.buttons).toEqual(['Tiếp theo', 'Mở lại']);
    const told = await liaison.sees('Phòng Nội vụ đã chấp nhận kế hoạch triển khai của Xã Glar.');
    expect(told.buttons).toEqual(['Xem văn bản']);

    await liaison.says('/hannop');
    const duties = await liaison.sees(`${plan}: Đã xong ngày 18/8/2021. Phòng Nội vụ đã chấp nhận.`);
    expect(duties.buttons).toContain(`Xem văn bản: ${plan}`);
    await liaison.presses(`Xem văn bản: ${plan}`);
    const versions = await liaison.sees(/Bản 2\/2: đã chấp nhận[\s\S]*Bản 1\/2: trả lại/);
    expect(versions.text).toContain('Trần Thị Hạnh');
    expect(versions.text).toContain('trả lại, «Thiếu chữ ký của <Chủ tịch> & dấu.»');
    expect(versions.buttons).toEqual([
      'Xem văn bản (bản 2)',
      'Xem văn bản (bản 1)',
      'Nộp bản mới',
      'Hạn nộp',
    ]);
    await liaison.presses('Xem văn bản (bản 1)');
    await liaison.receivesFile(/^Ke-hoach\.pdf$/);
  });

  it('the head of the unit can read it, and cannot hand in', async () => {
    const head = await house.joined('Rơ Châm Hùng', 'head', 'GLAR');
    await head.says('/hannop');
    await head.presses(`Xem văn bản: ${plan}`);
    const versions = await head.sees('Bản 2/2: đã chấp nhận');
    expect(versions.buttons).toEqual(['Xem văn bản (bản 2)', 'Xem văn bản (bản 1)', 'Hạn nộp']);
    await head.presses('Xem văn bản (bản 2)');
    await head.receivesFile(/^Ke-hoach-da-ky\.pdf$/);
  });

  it('the second of two officers is told who decided; a decision can be taken back', async () => {
    const second = await house.joined('Lê Văn Hai', 'officer');
    await liaison.says('/nopvanban');
    await liaison.presses('Báo cáo kết quả năm 2021 (15/12/2021)');
    await sends(liaison, 'Báo cáo.pdf');
    const label = 'Báo cáo kết quả năm 2021 – Xã Glar';
    const screen = await opens(second, label);
    await opens(officer, label);
    await officer.presses('Chấp nhận');
    await officer.sees('Đã chấp nhận');
    await second.pressesOn(screen, 'Chấp nhận');
    await second.sees(/Văn bản này đã được Trần Thị Hạnh chấp nhận lúc \d\d:\d\d 18\/8\/2021\. Gõ \/duyet/);
    if (second.hasButtons) await second.pressesOn(screen, 'Trả lại');
    else {
      await second.says('/duyet glar');
      await second.presses('Văn bản đã nộp của đơn vị (3)');
      await second.presses('Báo cáo kết quả năm 2021 (1)');
      await second.presses('Xem để duyệt');
    }
    const shown = await second.sees(/đã được Trần Thị Hạnh chấp nhận lúc \d\d:\d\d 18\/8\/2021\.(?:\n|$)/);
    expect(shown.buttons).toEqual(['Xem văn bản', 'Mở lại', 'Tiếp theo']);
    await second.presses('Mở lại');
    await second.sees('văn bản chờ xem lại và đơn vị được báo. Vì sao?');
    await second.says('Phụ lục 2 còn thiếu số liệu.');
    await second.sees(`Đã mở lại ${label}`);
    await liaison.sees('Phòng Nội vụ xem lại báo cáo kết quả năm 2021 của Xã Glar. Lý do: «Phụ lục 2');
    await opens(officer, label);
    await officer.presses('Chấp nhận');
    await officer.sees('Đã chấp nhận');
  });

  it('an officer hands in for a unit, which the history and the unit are told', async () => {
    await officer.says('/nopvanban');
    await officer.sees('Nộp văn bản thay cho đơn vị nào?');
    await officer.says('xã không có');
    await officer.sees('Không tìm thấy đơn vị “xã không có”');
    await officer.says('glar');
    await officer.presses('Danh sách đăng ký có ký (không bắt buộc)');
    await officer.sees('Anh/chị nộp thay Xã Glar.');
    await officer.sendsFile('Danh sách.pdf', pdf('danh sách'));
    await officer.sees('(1/10)');
    await officer.presses('Xong');
    const done = await officer.sees('Đã nhận Danh sách đăng ký có ký của Xã Glar: 1 tệp.');
    expect(done.text).toContain('Đã ghi là Phòng Nội vụ nộp thay Xã Glar. Đơn vị được báo ngay.');
    expect(done.buttons).toEqual(['Xem để duyệt']);
    await officer.presses('Xem để duyệt');
    await officer.sees('Người nộp: Trần Thị Hạnh (Phòng Nội vụ), nộp thay Xã Glar');
    const notice = await liaison.sees(
      'Phòng Nội vụ (Trần Thị Hạnh) đã nộp thay Xã Glar danh sách đăng ký có ký: 1 tệp.',
    );
    await liaison.pressesOn(notice, 'Xem văn bản');
    await liaison.sees(/nộp thay Xã Glar, \d\d:\d\d 18\/8\/2021/);
    await liaison.presses('Xem văn bản');
    await liaison.receivesFile(/^Danh-sach\.pdf$/);
    await liaison.says('/hannop');
    const duties = await liaison.sees('Đăng ký điển hình tiên tiến: đã có 0');
    expect(duties.text).toContain('còn thiếu 10. Chưa xong.');
  });

  it.each(['Xã Trang', 'Xã Hải Yang', 'Xã Ia Pết'])(
    'does not say that %s is told, when it has no liaison to tell',
    async (unit) => {
      const nobody = 'Đơn vị chưa được báo vì không có cán bộ đầu mối nào nhận được tin';
      await officer.says('/nopvanban');
      await officer.sees('Nộp văn bản thay cho đơn vị nào?');
      await officer.says(unit);
      await officer.presses(`${plan} (24/8/2021)`);
      expect((await officer.sees(`Anh/chị nộp thay ${unit}.`)).text).toContain(nobody);
      await officer.sendsFile('Kế hoạch.pdf', pdf(unit));
      await officer.sees('(1/10)');
      await officer.presses('Xong');
      expect((await officer.sees(`nộp thay ${unit}.`)).text).toContain(nobody);
      await officer.presses('Xem để duyệt');
      await officer.sees('chờ xem');
      await officer.presses('Chấp nhận');
      expect((await officer.sees('Đã chấp nhận')).text).toContain(nobody);
    },
  );

  it('documents are in the queue with exemplars, oldest first', async () => {
    late = await house.joined('Rah Lan Hoa', 'liaison', 'HNENG');
    await late.says('/nopvanban');
    await late.presses(`${plan} (24/8/2021)`);
    await sends(late, 'Kế hoạch H Neng.pdf');
    await house.at('2021-08-26T09:00:00+07:00');
    await registers(liaison, { name: 'Đồi chè Glar' });
    await liaison.says('/nopvanban');
    await liaison.presses(`✓ ${plan} (24/8/2021)`);
    const filed = await sends(liaison, 'Kế hoạch bổ sung.pdf');
    expect(filed.text).toContain('bổ sung sau hạn, không tính là trễ');
    await officer.says('/duyet');
    const queue = await officer.sees('Chờ duyệt 1–4 trong 4:');
    expect(queue.text).toMatch(/Danh sách đăng ký có ký[\s\S]*Đồi chè Glar[\s\S]*Kế hoạch triển khai/);
    await officer.presses('Duyệt tất cả');
    const ask = await officer.sees('Duyệt 1 hồ sơ sau đây?');
    expect(ask.text).toContain('3 văn bản trên trang này không nằm trong số đó');
    await officer.presses('Không, xem lại');
    await officer.presses('Lọc khác');
    const filters = await officer.sees('Lọc danh sách chờ duyệt theo:');
    expect(filters.buttons).toEqual([
      'Theo đơn vị',
      'Theo loại đơn vị',
      'Theo lĩnh vực',
      '☐ Nộp trễ (1)',
      '☐ Vượt chỉ tiêu (0)',
      '☐ Văn bản (3)',
    ]);
    await officer.presses('☐ Văn bản (3)');
    const documents = await officer.sees('Đang lọc: Văn bản');
    expect(documents.buttons).toEqual([
      'Danh sách đăng ký có ký – Xã Glar',
      `${plan} – Xã H'Neng`,
      `${plan} – Xã Glar`,
      'Theo đơn vị',
      'Lọc khác',
    ]);
    await officer.presses(`${plan} – Xã Glar`);
    await officer.sees('Bổ sung sau hạn (24/8/2021), lần đầu nộp đúng hạn');
    await officer.presses('Tiếp theo');
    await officer.sees('Danh sách đăng ký có ký – Xã Glar');
    await officer.presses('Chấp nhận');
    await officer.presses('Tiếp theo');
    await officer.sees(`${plan} – Xã H'Neng`);
    await officer.presses('Tiếp theo');
    await officer.sees(`${plan} – Xã Glar`);
    await officer.presses('Chấp nhận');
    await officer.presses('Tiếp theo');
    await officer.sees(`${plan} – Xã H'Neng`);
    await officer.says('/duyet văn bản');
    await officer.sees('Chờ duyệt (1):');
    await officer.says('/duyet y tế');
    await officer.sees('Không có hồ sơ, văn bản nào chờ duyệt khi lọc: Y tế.');
    await officer.says('/duyet glar');
    const ofUnit = await officer.sees('Đang lọc: Xã Glar');
    expect(ofUnit.buttons.at(-1)).toBe('Văn bản đã nộp của đơn vị (5)');
    await officer.presses('Văn bản đã nộp của đơn vị (5)');
    await officer.presses(`${plan} (3)`);
    await officer.sees('Bản 3/3: đã chấp nhận');
  });

  it('in time at first and returned after the due, it is open and not late', async () => {
    await officer.says("/duyet H'Neng");
    await officer.presses(`${plan} – Xã H'Neng`);
    await officer.presses('Trả lại');
    await officer.sees('cần sửa điều gì?');
    await officer.says('Thiếu danh sách kèm theo.');
    await officer.sees('Đã trả lại');
    await late.sees('trả lại kế hoạch triển khai');
    await late.says('/hannop');
    const duties = await late.sees(`${plan}: Đã nộp ngày 18/8/2021, Phòng Nội vụ trả lại ngày 26/8/2021`);
    expect(duties.text).toContain('Lần đầu nộp đúng hạn (24/8/2021) nên bản nộp lại không tính là trễ.');
    await house.at('2021-08-27T08:00:00+07:00');
    const nudge = await late.sees('cần nộp lại kế hoạch triển khai');
    expect(nudge.text).not.toContain('chưa nộp kế hoạch');
    await late.pressesOn(nudge, 'Nộp kế hoạch');
    await sends(late, 'Kế hoạch H Neng.pdf');
    await late.says('/hannop');
    const done = await late.sees(`${plan}: Đã xong ngày 18/8/2021. Bổ sung sau hạn ngày 27/8/2021.`);
    expect(done.text).not.toContain('trễ hạn (24/8/2021)');
    await officer.says("/duyet H'Neng");
    await officer.presses(`${plan} – Xã H'Neng`);
    await officer.presses('Chấp nhận');
    await officer.sees('Đã chấp nhận');
  });

  it('the same update twice hands in, returns and accepts once', async () => {
    const other = await house.joined('Siu Hà', 'liaison', 'HADONG');
    house.twice = true;
    await other.says('/nopvanban');
    await other.presses(`${plan} (24/8/2021)`);
    await sends(other, 'Kế hoạch Hà Đông.pdf');
    await opens(officer, `${plan} – Xã Hà Đông`);
    await officer.presses('Trả lại');
    await officer.sees('cần sửa điều gì?');
    await officer.says('Chưa có phụ lục kèm theo kế hoạch.');
    await officer.sees('Đã trả lại');
    const notice = await other.sees('trả lại kế hoạch triển khai của Xã Hà Đông');
    await other.pressesOn(notice, 'Nộp lại');
    await sends(other, 'Kế hoạch Hà Đông 2.pdf');
    await opens(officer, `${plan} – Xã Hà Đông`);
    await officer.presses('Chấp nhận');
    await officer.sees('Đã chấp nhận');
    await other.sees('đã chấp nhận kế hoạch triển khai của Xã Hà Đông');
    house.twice = false;
    const { rows } = await house.app.house.db.pool.query<{ action: string }>(
      `select c.action from filing_change c join filing f on f.id = c.filing_id join unit u on u.id = f.unit_id
       where u.code = 'HADONG' order by c.id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['submit', 'return', 'submit', 'accept']);
    const notices = (await other.transcript()).filter(({ text }) =>
      /trả lại kế hoạch|đã chấp nhận/.test(text.normalize('NFC')),
    );
    expect(notices).toHaveLength(2);
  });
});
