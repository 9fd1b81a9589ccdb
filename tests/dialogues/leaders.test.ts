import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, type Registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const official: Registers = {
  subject: 'Cá nhân',
  category: 'Cán bộ, chiến sỹ, công chức, viên chức, nhân viên',
  answers: { leader: { presses: ['Có giữ chức vụ'] } },
};

describe.each(channelsOfLongScripts)('on %s, a leader', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Rơ Châm Thuận', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(() => house.close());

  const opens = async (label: RegExp) => {
    await officer.says('/duyet');
    const queue = await officer.sees('Chờ duyệt');
    await officer.pressesOn(queue, queue.buttons.find((one) => label.test(one)) ?? '');
    return officer.sees('Tiêu chí đạt được, bằng lời');
  };
  const sends = async (given: Parameters<typeof answersUntil>[2] = {}) => {
    await answersUntil(liaison, 'review', given);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
  };

  it('may head a collective that is still a draft, and review says so', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'place', { name: 'Làng Ktu đoàn kết' });
    await liaison.presses('Lưu nháp');
    await liaison.sees('Đã lưu');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'leads', { ...official, name: 'Kpă Hà' });
    await liaison.presses('Làng Ktu đoàn kết (bản nháp)');
    await sends(official);
    const shown = await opens(/Kpă Hà/);
    expect(shown.text).toContain('Lãnh đạo tập thể: Làng Ktu đoàn kết (bản nháp)');
    expect(shown.text).toContain('“Làng Ktu đoàn kết”, còn là bản nháp của đơn vị (Kế hoạch, III.3.2)');
  });

  it('is linked with the exemplar that the draft becomes', async () => {
    await liaison.says('/nhap');
    await liaison.sees('Làng Ktu đoàn kết');
    await liaison.presses('1. Đăng ký: Làng Ktu đoàn kết');
    await sends();
    const shown = await opens(/Kpă Hà/);
    expect(shown.text).toMatch(/Lãnh đạo tập thể: Làng Ktu đoàn kết$/m);
    expect(shown.text).not.toContain('Lưu ý');
    const { rows } = await house.app.house.db.pool.query(
      `select c.action, c.after ->> 'leadsId' = l.id::text as linked from exemplar_change c
       join exemplar e on e.id = c.exemplar_id join exemplar l on l.id = e.leads_id order by c.id desc limit 1`,
    );
    expect(rows).toEqual([{ action: 'link', linked: true }]);
  });

  it('of a collective that is turned down, or of none, is pointed out', async () => {
    await opens(/Làng Ktu/);
    await officer.presses('Không duyệt');
    await officer.sees('Vì sao không duyệt');
    await officer.says('Chưa đủ tiêu chí theo kế hoạch.');
    await officer.presses('Đúng, không duyệt');
    await officer.sees('Đơn vị được báo ngay');
    const rejected = await opens(/Kpă Hà/);
    expect(rejected.text).toContain('“Làng Ktu đoàn kết”, không duyệt (Kế hoạch, III.3.2)');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'leads', { ...official, name: 'Siu Blơ' });
    await liaison.presses('Chưa có tập thể nào');
    await sends(official);
    const none = await opens(/Siu Blơ/);
    expect(none.text).toContain('chưa gắn với tập thể điển hình nào');
  });
});
