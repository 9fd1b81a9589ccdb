import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/exemplars/review.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const plan101 = readFileSync('prisma/plans/101-kh-ubnd.yaml', 'utf8');

/** The plan file with places changed. */
function changed(...places: [from: string, to: string][]): string {
  return places.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the plan has no "${from}"`);
    return text.replaceAll(from, to);
  }, plan101);
}

/** A plan of the next years, with a list and a report of its own dates. */
const plan205 = changed(['101/KH-UBND', '205/KH-UBND'], ['date: 2021-08-25', 'date: 2021-12-25']);

describe.each(channelsOfLongScripts)('plans, on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let glar: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2021-08-18T08:00:00+07:00' });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    glar = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  async function sends(name: string, text: string, by = officer): Promise<void> {
    await by.says('/kehoach');
    await by.presses('Nạp tệp kế hoạch');
    await by.sees('Gửi tệp kế hoạch');
    await by.sendsFile(name, new TextEncoder().encode(text));
    await by.sees(name);
    await by.presses('Xong');
  }

  it('asks nothing about plans while there is one', async () => {
    await registers(glar, { name: 'Làng Đê Kốp giữ rừng' });
    await officer.says('/kehoach');
    const shown = await officer.sees('Các kế hoạch');
    expect(shown.text.normalize()).toContain('53 đơn vị, 1 hồ sơ điển hình.');
  });

  it('names the lines of a file that cannot be used', async () => {
    await sends('sai.yaml', changed(['min: 10, max: 15', 'min: 20, max: 15']));
    await officer.sees(/sai\.yaml:\d+: unitKinds\.\d+\.quota: có min lớn hơn max/);
    await officer.presses('Thôi, không nạp');
    await sends('thieu.yaml', changed(['code: community', 'code: hamlet']));
    await officer.sees(/thieu\.yaml:\d+: categories: “community” là lĩnh vực của 1 điển hình/);
    await officer.presses('Thôi, không nạp');
    await officer.sees('Không nạp tệp nào.');
  });

  it('takes plain text alone for a plan, and says how to save it', async () => {
    await officer.says('/kehoach');
    await officer.presses('Nạp tệp kế hoạch');
    await officer.sees('Gửi tệp kế hoạch');
    if (officer.channel !== 'zalo') {
      await officer.sendsFile('ke-hoach.docx', readFileSync('tests/fixtures/office/word.docx'));
      await officer.sees('không phải tệp văn bản (có thể là Word, Excel, PDF hay bảng mã cũ)');
    }
    await officer.says('xong');
    await officer.sees('Anh/chị gửi tệp kế hoạch (.yaml)');
    await officer.says('/huy');
    await officer.presses('Bỏ bản nháp');
    await officer.sees('Đã bỏ');
  });

  it('loads a new version after showing what differs', async () => {
    await sends('ke-hoach.yaml', changed(['date: 2021-08-25', 'date: 2021-09-01']));
    const preview = await officer.sees('sẽ có phiên bản 2');
    expect(preview.text.normalize()).toContain(
      'Ngày cuối của Đăng ký điển hình tiên tiến: 24/8/2021 thành 31/8/2021',
    );
    await officer.presses('Đúng, nạp phiên bản này');
    await officer.sees('Đã nạp phiên bản 2 của 101/KH-UBND');
    await glar.says('/hannop');
    await glar.sees('Hạn chót 31/8/2021');
    await officer.says('/kehoach');
    await officer.presses('Phiên bản của 101/KH-UBND (2)');
    const versions = await officer.sees('Các phiên bản của 101/KH-UBND');
    expect(versions.text.normalize()).toMatch(
      /Phiên bản 2 – 08:0\d 18\/8\/2021, Trần Thị Hạnh[\s\S]*Phiên bản 1/,
    );
  });

  it('shows what differs again where another officer has loaded a file since', async () => {
    const other = await house.joined('Lê Văn Tâm', 'officer');
    const moved = (day: string) => changed(['date: 2021-08-25', `date: ${day}`]);
    await sends('cua-hanh.yaml', moved('2021-09-02'));
    await officer.sees('sẽ có phiên bản 3');
    await sends('cua-tam.yaml', moved('2021-09-03'), other);
    await other.sees('sẽ có phiên bản 3');
    await other.presses('Đúng, nạp phiên bản này');
    await other.sees('Đã nạp phiên bản 3 của 101/KH-UBND');
    await officer.presses('Đúng, nạp phiên bản này');
    await officer.sees('vừa có phiên bản khác do người khác nạp');
    const again = await officer.sees('sẽ có phiên bản 4');
    expect(nfc(again)).toContain('2/9/2021 thành 1/9/2021');
    await officer.presses('Đúng, nạp phiên bản này');
    await officer.sees('Đã nạp phiên bản 4 của 101/KH-UBND');
    // A file that was loaded since: the press finds nothing to load, and no draft is left.
    await sends('cua-hanh.yaml', moved('2021-09-06'));
    await officer.sees('sẽ có phiên bản 5');
    await sends('cua-hanh.yaml', moved('2021-09-06'), other);
    await other.presses('Đúng, nạp phiên bản này');
    await other.sees('Đã nạp phiên bản 5');
    await officer.presses('Đúng, nạp phiên bản này');
    await officer.sees('đã có đúng nội dung này, là phiên bản 5');
    await officer.presses('Thôi, không nạp');
    await sends('tra-lai.yaml', `${moved('2021-09-01')}\n# \n`);
    await officer.sees('đã có đúng nội dung này, là phiên bản 2');
    await officer.presses('Thôi, không nạp');
    await house.settled();
    const open = await house.app.house.db.prisma.draft.count({ where: { form: 'load-plan', state: 'open' } });
    expect(open).toBe(0);
  });

  it('opens the next plan with the standing exemplars that were chosen', async () => {
    const { db, clock } = house.app.house;
    const { id: personId } = await db.prisma.person.findFirstOrThrow({ where: { name: 'Trần Thị Hạnh' } });
    const first = await db.prisma.exemplar.findFirstOrThrow();
    await decide({ db, clock }, first.id, { action: 'approve' }, { personId, channel: 'web' });
    const { planId, year, subject, category, place, summary, impact, endorsedOn, submittedAt } = first;
    const same = { planId, year, subject, category, place, summary, impact, endorsedOn, submittedAt };
    const approved = async (code: string) =>
      db.prisma.exemplar.create({
        data: {
          ...same,
          ...{
            code,
            name: `Mô hình ${code}`,
            searchName: `mo hinh ${code}`,
            criteria: [],
            status: 'approved',
          },
          ...{ difficultArea: false, directLabour: false, submittedById: personId, decidedAt: submittedAt },
          unitId: (await db.prisma.unit.findUniqueOrThrow({ where: { code: code.split('-')[0] ?? '' } })).id,
        },
      });
    const others: number[] = [];
    for (const code of ['GLAR-2021-002', 'GLAR-2021-003', 'ADOK-2021-001'])
      others.push((await approved(code)).id);
    await sends('ke-hoach-205.yaml', plan205);
    const preview = await officer.sees('205/KH-UBND là kế hoạch mới');
    const labels = preview.buttons.map((label) => label.normalize());
    expect(labels).toContain('Mở và chuyển tiếp 4 điển hình của 101/KH-UBND');
    expect(labels).toContain('Mở kế hoạch, không chuyển tiếp');
    await officer.presses('Chọn từng điển hình của 101/KH-UBND');
    await officer.sees('Chuyển tiếp những điển hình nào của 101/KH-UBND?');
    await officer.presses('Xong');
    await officer.sees('ít nhất một');
    await officer.says('xã A Dơk');
    await officer.says('GLAR-2021-002');
    await officer.presses('Xong');
    expect(nfc(await officer.sees('Đã chọn chuyển tiếp 2 điển hình của 101/KH-UBND'))).toMatch(
      /GLAR-2021-002[\s\S]*ADOK-2021-001|ADOK-2021-001[\s\S]*GLAR-2021-002/,
    );
    await officer.presses('Mở và chuyển tiếp 2 điển hình đã chọn');
    await officer.sees('Đã mở kế hoạch 205/KH-UBND');
    await house.settled();
    const carried = await db.prisma.carriedExemplar.findMany({ include: { exemplar: true } });
    expect(carried.map(({ exemplar }) => exemplar.code).sort()).toEqual(['ADOK-2021-001', 'GLAR-2021-002']);
    await db.prisma.carriedExemplar.deleteMany();
    await db.prisma.exemplar.deleteMany({ where: { id: { in: others } } });
  });

  it('asks a liaison for the plan, and counts under it alone', async () => {
    await glar.says('/dangky');
    const asked = await glar.sees('Đăng ký theo kế hoạch nào?');
    const label = asked.buttons.find((one) => one.startsWith('205/KH-UBND')) ?? '';
    await glar.presses(label);
    await answersUntil(glar, 'review', { name: 'Tổ hợp tác trồng cà phê' });
    await glar.presses('Gửi Phòng Nội vụ');
    await glar.sees('Xã Glar: 1/10–15');
    await glar.says('/hannop');
    const dues = nfc(await glar.sees(/Đăng ký điển hình tiên tiến: đã có/));
    expect(dues).toContain('Hạn chót 5/9/2021');
    expect(dues).toContain('Hạn chót 24/12/2021');
    expect(dues).toContain('(205/KH-UBND)');
  });

  it('reports each plan by itself', async () => {
    await officer.says('/baocao');
    await officer.sees('Báo cáo của kế hoạch nào?');
    await officer.presses('205/KH-UBND (2021–2025)');
    await officer.presses('Tổng hợp theo đơn vị');
    await officer.presses('Tất cả đơn vị');
    // A busy machine says first how far it is: the figures tell the file.
    const report = nfc(await officer.sees(/đăng ký 2021 \(đã gửi và đã duyệt\): 1/));
    expect(report).toContain('Tổng hợp theo đơn vị');
    await officer.says('/baocao');
    await officer.presses('101/KH-UBND (2021–2025)');
    await officer.presses('Tổng hợp theo đơn vị');
    await officer.presses('Tất cả đơn vị');
    expect(nfc(await officer.sees(/Trong đó đã duyệt: 1/))).toContain('Tổng hợp theo đơn vị');
  });

  it('every screen of one plan asks for it, and its buttons stay with it', async () => {
    const second = '205/KH-UBND (2021–2025)';
    await officer.says('/tiendo');
    await officer.sees('Tiến độ của kế hoạch nào?');
    await officer.presses(second);
    expect(nfc(await officer.sees('Tiến độ đăng ký điển hình'))).toMatch(
      /\(kế hoạch 205\/KH-UBND\)[\s\S]*Hạn chót 24\/12\/2021/,
    );
    await officer.presses('Còn thiếu');
    expect(nfc(await officer.sees('Còn thiếu, đơn vị (1)'))).toContain('Xã Glar: 1/10–15');
    await officer.presses('Đôn đốc');
    expect(nfc(await officer.sees('Xem trước'))).toContain('24/12/2021');
    await officer.presses('Hủy');
    await officer.says('/tiendo chưa nộp kế hoạch 101');
    expect(nfc(await officer.sees('Chưa nộp, đơn vị'))).toContain('101/KH-UBND');
    await officer.says('/bieudo theo đơn vị 2021');
    await officer.sees('Biểu đồ của kế hoạch nào?');
    await officer.presses(second);
    const bars = nfc(await officer.sees('Đăng ký so với chỉ tiêu 2021'));
    expect(bars).toMatch(/\(kế hoạch 205\/KH-UBND\)[\s\S]*Đã gửi 1,/);
    await officer.says('/baocao tonghop 2021 kế hoạch 205');
    const asked = nfc(await officer.sees(/đăng ký 2021 \(đã gửi và đã duyệt\): 1/));
    expect(asked).toContain('Tổng hợp theo đơn vị');
    await officer.says('/baocao tonghop 2021');
    await officer.sees('Báo cáo của kế hoạch nào?');
    await officer.presses(second);
    await officer.sees('kế hoạch 205/KH-UBND');
  });

  it('greets a liaison with the dues of both plans, and asks whose criteria are meant', async () => {
    await glar.says('/start');
    const greeting = nfc(await glar.sees('Xã Glar (205/KH-UBND)'));
    expect(greeting).toContain('Xã Glar (101/KH-UBND)');
    await glar.says('/tieuchi');
    await glar.sees('Tiêu chí của kế hoạch nào?');
    await glar.presses('205/KH-UBND (2021–2025)');
    await glar.sees('kế hoạch 205/KH-UBND');
    await glar.says('/tieuchi riêng');
    await glar.sees('Tiêu chí của kế hoạch nào?');
    await glar.presses('205/KH-UBND (2021–2025)');
    await glar.presses('Thêm tiêu chí');
    await glar.says('Có từ 5 hộ trở lên cùng làm');
    await glar.presses('Cả tập thể và cá nhân');
    await glar.sees('Đã thêm tiêu chí.');
    const own = await house.app.house.db.prisma.ownCriterion.findMany({ include: { plan: true } });
    expect(own.map(({ plan }) => plan.code)).toEqual(['205/KH-UBND']);
    const invited = await house.newcomer('Siu Hà');
    await invited.says(await house.code('liaison', 'GLAR'));
    expect(nfc(await invited.sees('cán bộ đầu mối'))).toContain(
      '101/KH-UBND (2021–2025), 205/KH-UBND (2021–2025)',
    );
  });

  it('nudges about each plan by its own ladder', async () => {
    await house.at('2021-12-24T08:00:00+07:00');
    await glar.sees('Hạn chót 24/12/2021, hôm nay là ngày cuối.');
  });

  it('closes a plan: it is read, and nothing is written under it', async () => {
    const { prisma } = house.app.house.db;
    await officer.says('/kehoach');
    await officer.presses('Đóng 101/KH-UBND');
    await officer.sees('không mở lại được');
    await officer.presses('Đúng, đóng kế hoạch');
    await officer.sees('Đã đóng kế hoạch 101/KH-UBND.');
    await glar.says('/dangky');
    await glar.sees('Đối tượng?');
    await glar.says('/hannop');
    expect(nfc(await glar.sees(/Đăng ký điển hình tiên tiến: đã có/))).not.toContain('5/9/2021');
    await officer.says('GLAR-2021-001');
    await officer.sees('Làng Đê Kốp giữ rừng');
    const { db, clock } = house.app.house;
    const old = await prisma.exemplar.findFirstOrThrow({ where: { code: 'GLAR-2021-001' } });
    await prisma.exemplar.update({
      where: { id: old.id },
      data: { status: 'submitted', decidedAt: null, decidedById: null },
    });
    await expect(
      decide({ db, clock }, old.id, { action: 'approve' }, { personId: 1, channel: 'web' }),
    ).rejects.toThrow('plan-closed');
  });

  it('once every plan is closed, commands that write say so instead of asking', async () => {
    await officer.says('/kehoach');
    const { buttons } = await officer.sees('Các kế hoạch');
    await officer.presses(buttons.find((label) => label.startsWith('Đóng ')) ?? '');
    await officer.sees('không mở lại được');
    await officer.presses('Đúng, đóng kế hoạch');
    await officer.sees('Đã đóng kế hoạch');
    for (const command of ['/suahan', 'gia hạn', '/dondoc', '/nopvanban', 'nộp báo cáo']) {
      await officer.says(command);
      expect((await officer.sees('Không có kế hoạch nào đang mở')).buttons).toContain('Báo cáo');
    }
    await glar.says('/hannop');
    await glar.sees('Hiện không có việc nào phải nộp');
    await officer.says('tiến độ xã glar');
    await officer.sees('Hiện không có việc nào phải nộp');
  });
});

function nfc({ text }: { text: string }): string {
  return text.normalize();
}
