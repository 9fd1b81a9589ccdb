import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderOfficerNews } from '../../src/bot/features/outgoing/officer-news.ts';
import type { ChatPerson, SeenMessage } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers } from '../support/registers.ts';

const ground = 'Nghị quyết số 1664/NQ-UBTVQH15';

/** Six communes of Plan 101 became two on 1/7/2025 (a plausible division). */
const mergers = [
  { from: ['GLAR', 'TRANG', 'TANBINH'], name: 'Xã Đak Đoa mới', code: 'XDAKDOA' },
  { from: ['IABANG', 'ADOK', 'IAPET'], name: 'Xã Ia Băng mới', code: 'XIABANG' },
];

describe('an office from August 2021 to December 2026, with two plans', () => {
  let house: TestHouse;
  let officer: ChatPerson;
  let reportsOf101: SeenMessage;
  const liaisons = new Map<string, ChatPerson>();
  const liaisonOf = (code: string) => {
    const person = liaisons.get(code);
    if (!person) throw new Error(`no liaison of ${code}`);
    return person;
  };
  beforeAll(async () => {
    house = await testHouse({ start: '2021-08-18T08:00:00+07:00' });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    for (const code of mergers.flatMap(({ from }) => from)) {
      liaisons.set(code, await house.joined(`Cán bộ ${code}`, 'liaison', code));
    }
  });
  afterAll(() => house.close());

  /** The caption of a report asked for in one line, without the line of its title. */
  const figuresOf = async (line: string) => {
    await officer.says(`/baocao ${line}`);
    const { caption } = await officer.receivesFile(/\.xlsx$/);
    return caption.normalize().split('\n').slice(1);
  };

  const closesPlan101 = async () => {
    await officer.says('/kehoach');
    await officer.presses('Đóng 101/KH-UBND');
    await officer.sees('không mở lại được');
    await officer.presses('Đúng, đóng kế hoạch');
    await officer.sees('Đã đóng kế hoạch 101/KH-UBND.');
  };

  it('2021: communes register, the officer approves, the report counts', async () => {
    for (const [code, liaison] of liaisons) await registers(liaison, { name: `Làng ${code} giữ rừng` });
    await registers(liaisonOf('GLAR'), { name: 'Đội cồng chiêng nữ' });
    await officer.says('/duyet');
    await officer.presses('Duyệt tất cả');
    await officer.presses('Duyệt 7 hồ sơ');
    await officer.sees('Đã duyệt 7 hồ sơ');
    expect(await figuresOf('tonghop 2021')).toEqual(
      expect.arrayContaining([expect.stringMatching(/đã gửi và đã duyệt\): 7$/), 'Trong đó đã duyệt: 7']),
    );
  });

  it('2025: six communes merge into two, and the report of 2021 does not change', async () => {
    await house.at('2025-06-25T09:00:00+07:00');
    const before = await figuresOf('tonghop 2021');
    for (const { from, name, code } of mergers) {
      await officer.says('/donvi');
      await officer.presses('Sáp nhập');
      await officer.sees('Sáp nhập những đơn vị nào?');
      await officer.says(from.join(', '));
      await officer.sees('Tên đầy đủ của đơn vị mới?');
      await officer.says(name);
      await officer.sees('Mã của đơn vị mới?');
      await officer.says(code);
      await officer.sees('Loại đơn vị?');
      await officer.presses('Xã');
      await officer.sees('Chỉ tiêu điển hình của đơn vị mới?');
      await officer.presses('Theo loại đơn vị');
      await officer.sees('Có hiệu lực từ ngày nào?');
      await officer.says('1/7/2025');
      await officer.sees('Căn cứ nào?');
      await officer.says(ground);
      await officer.sees(`Chuyển sang ${name}: 3 người`);
      await officer.presses('Đồng ý');
      await officer.sees('Thay đổi có hiệu lực từ 1/7/2025');
    }
    await house.at('2025-07-01T08:00:00+07:00');
    await officer.says('/donvi');
    await officer.sees('Đơn vị (49)');
    await liaisonOf('GLAR').says('/hannop');
    await liaisonOf('GLAR').sees('đã có 4 (chỉ tiêu 10–15)');
    await liaisonOf('ADOK').says('/danhsach');
    await liaisonOf('ADOK').sees('IABANG-2021-001');
    expect(await figuresOf('tonghop 2021')).toEqual(before);
    // The year 2025 shows the units of its last day.
    expect(await figuresOf('tonghop 2025 đak đoa mới')).toEqual(
      expect.arrayContaining([expect.stringContaining('0/1')]),
    );
  });

  it('2026: a second plan opens next to Plan 101, and reports do not mix', async () => {
    await house.at('2026-03-03T09:00:00+07:00');
    const before = await figuresOf('tonghop 2021');
    await officer.says('/kehoach');
    await officer.sees('49 đơn vị, 7 hồ sơ điển hình.');
    await officer.presses('Nạp tệp kế hoạch');
    await officer.sees('Gửi tệp kế hoạch');
    await officer.sendsFile('tinh.yaml', await readFile('prisma/plans/tinh-2026-2030.yaml'));
    await officer.sees('tinh.yaml');
    await officer.presses('Xong');
    await officer.sees('12/KH-UBND là kế hoạch mới');
    await officer.presses('Mở kế hoạch, không chuyển tiếp');
    await officer.sees('Đã mở kế hoạch 12/KH-UBND');

    const liaison = liaisonOf('GLAR');
    await liaison.says('/dangky');
    const asked = await liaison.sees('Đăng ký theo kế hoạch nào?');
    await liaison.presses(asked.buttons.find((one) => one.startsWith('12/KH-UBND')) ?? '');
    await answersUntil(liaison, 'review', {
      name: 'Tổ công nghệ số cộng đồng',
      answers: { category: { presses: ['Thôn, làng, tổ dân phố'] } },
    });
    await liaison.presses('Gửi Sở Nội vụ');
    await liaison.sees('1/2–5');
    // Only one plan has the year: the other is not offered.
    expect(await figuresOf('tonghop 2021')).toEqual(before);
    expect(await figuresOf('tonghop 2026')).toEqual(
      expect.arrayContaining(['Đơn vị đã đủ chỉ tiêu: 0/12', expect.stringMatching(/đã duyệt\): 1$/)]),
    );
  });

  it('2026: a registration shows the criteria of its own plan', async () => {
    const liaison = liaisonOf('TRANG');
    await liaison.says('/dangky');
    const asked = await liaison.sees('Đăng ký theo kế hoạch nào?');
    await liaison.presses(asked.buttons.find((one) => one.startsWith('12/KH-UBND')) ?? '');
    await answersUntil(liaison, 'category');
    await liaison.presses('Xem tiêu chí');
    await liaison.sees('Người thật: tập thể, cá nhân cụ thể');
    await liaison.presses('Thôn, làng, tổ dân phố');
    await liaison.sees('Giữ gìn an ninh trật tự, vệ sinh môi trường');
    await liaison.says('/tieuchi hành chính');
    await liaison.sees('Giải quyết hồ sơ đúng hạn');
    await liaison.presses('Chọn lĩnh vực này');
    await answersUntil(liaison, 'review', { name: 'Tổ một cửa lưu động' });
    await liaison.presses('Gửi Sở Nội vụ');
    await liaison.sees('2/2–5');
  });

  it('2026: the queue is filtered by a category of the second plan', async () => {
    await officer.says('/duyet cải cách hành chính');
    const queue = await officer.sees('Cải cách hành chính');
    expect(queue.buttons.join('\n').normalize()).toContain('Tổ một cửa lưu động');
    await officer.says('/duyet');
    await officer.presses('Lọc khác');
    await officer.presses('Theo lĩnh vực');
    await officer.presses('Cải cách hành chính (1)');
    await officer.sees('Cải cách hành chính');
  });

  it('2026: progress of a unit and nudges name the duties of both plans', async () => {
    await officer.says('/tiendo xã đak đoa mới');
    expect((await officer.sees(/Xã Đak Đoa mới[\s\S]*\(12\/KH-UBND\)/)).text).toContain('101/KH-UBND');
    await officer.says('/dondoc');
    const { buttons } = await officer.sees('Đôn đốc');
    const labels = buttons.map((one) => one.normalize());
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContainEqual(expect.stringContaining('12/KH-UBND'));
  });

  it('2026: news of documents name them in the words of their plan', async () => {
    const { prisma } = house.app.house.db;
    const [plan, unit, person] = await Promise.all([
      prisma.plan.findFirstOrThrow({ where: { code: '12/KH-UBND' } }),
      prisma.unit.findUniqueOrThrow({ where: { code: 'XDAKDOA' } }),
      prisma.person.findFirstOrThrow({ where: { name: 'Trần Thị Hạnh' } }),
    ]);
    const items: { filingId: number }[] = [];
    for (const duty of ['listFirstHalf', 'yearReport']) {
      const of = { planId: plan.id, unitId: unit.id, duty, occurrence: '2026' };
      const how = { filedAt: house.app.clock.now(), filedById: person.id, channel: 'web' };
      items.push({ filingId: (await prisma.filing.create({ data: { ...of, ...how } })).id });
    }
    const news = await renderOfficerNews(house.app.house, person.id, { items }, 'vi');
    const labels = (news?.buttons ?? []).flat().map(({ text }) => text.normalize());
    expect(labels).toEqual([
      expect.stringContaining('Danh sách 6 tháng đầu năm'),
      expect.stringContaining('Báo cáo kết quả năm'),
    ]);
  });

  it('2026: a report of the second plan stays one behind its buttons', async () => {
    await officer.says('/baocao word 2026 xã đak đoa mới');
    await officer.presses('Tất cả đơn vị');
    await officer.receivesFile('Bao-cao-ket-qua-2026.docx');
    await officer.says('/bieudo theo đơn vị 2026');
    await officer.sees('Đăng ký so với chỉ tiêu 2026 – Tất cả đơn vị');
    await officer.presses('Theo lĩnh vực');
    await officer.sees(/2026 – Tất cả đơn vị/);
    await officer.says('/baocao');
    await officer.presses('101/KH-UBND (2021–2025)');
    reportsOf101 = await officer.sees('Báo cáo nào?');
  });

  it("2026: a closed plan's own criterion is not changed by an old button", async () => {
    const liaison = liaisonOf('GLAR');
    const { ownCriterion } = house.app.house.db.prisma;
    await liaison.says('/tieuchi riêng');
    await liaison.presses('101/KH-UBND (2021–2025)');
    await liaison.presses('Thêm tiêu chí');
    await liaison.says('Giữ được đội cồng chiêng của làng');
    await liaison.presses('Cả tập thể và cá nhân');
    await liaison.sees('Đã thêm tiêu chí.');
    await liaison.presses('1. Giữ được đội cồng chiêng của làng');
    const opened = await liaison.sees('tiêu chí riêng');
    const before = await ownCriterion.findMany();
    await closesPlan101();
    for (const label of ['Sửa tiêu chí', 'Thôi dùng']) {
      await liaison.pressesOn(opened, label);
      await liaison.sees('Kế hoạch 101/KH-UBND đã đóng');
    }
    await house.settled();
    expect(await ownCriterion.findMany()).toEqual(before);
  });

  it('December 2026: Plan 101 is closed, nudges name duties of the second plan', async () => {
    const liaison = liaisonOf('GLAR');
    await officer.pressesOn(reportsOf101, 'Tổng hợp theo đơn vị');
    expect((await officer.sees('Năm nào?')).buttons).toContain('2021');
    await house.at('2026-12-04T08:00:00+07:00');
    const nudge = await liaison.sees('danh sách 6 tháng cuối năm 2026');
    expect(nudge.text.normalize()).toContain('Hạn chót 4/12/2026');
    expect(nudge.text.normalize()).not.toContain('101/KH-UBND');
    expect(await figuresOf('tonghop 2021')).toEqual(
      expect.arrayContaining([expect.stringMatching(/đã gửi và đã duyệt\): 7$/)]),
    );
  });
});
