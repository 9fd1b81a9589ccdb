import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { criteriaFor } from '../../src/plan/criteria.ts';
import { loadPlan } from '../../src/plan/load.ts';
import type { ChatPerson, SeenMessage } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers, seesQuestion } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const criteria = criteriaFor(loadPlan('prisma/plans/101-kh-ubnd.yaml'), 'community').map(({ text }) => text);
const codeIn = ({ text }: SeenMessage) => /[A-Z]+-2021-\d+/.exec(text)?.[0] ?? '';
const nfc = ({ text }: SeenMessage) => text.normalize('NFC');

describe.each(channelsOfLongScripts)('the review screen on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  /** Opens an exemplar by its code, decided or not. */
  async function opens(code: string): Promise<SeenMessage> {
    await officer.says(`/duyet ${code.toLowerCase()}`);
    return officer.sees(new RegExp(`^${code} “`));
  }

  describe('the details of an exemplar', () => {
    it('its criteria in words; a button shows them all, marks those met, and leads back', async () => {
      const few = codeIn(
        await registers(liaison, {
          name: 'Ít tiêu chí',
          answers: { criteria: { says: ['1, 3'], presses: ['Xong'] } },
        }),
      );
      const short = nfc(await opens(few));
      expect(short).toContain('Tiêu chí đạt được, bằng lời:\n1. ');
      for (const [i, text] of criteria.entries())
        expect(short.includes(`${i + 1}. ${text}`), text).toBe(i === 0 || i === 2);
      await officer.presses('Xem đủ tiêu chí');
      const marked = nfc(await officer.sees(`${few} – tiêu chí đạt được (☑):`));
      for (const [i, text] of criteria.entries())
        expect(marked).toContain(`${i === 0 || i === 2 ? '☑' : '☐'} ${i + 1}. ${text}`);
      await officer.presses(`Về ${few}`);
      await officer.sees(new RegExp(`^${few} “`));
      expect(short).toMatch(/Người đăng ký: Nguyễn Văn Bình, \d\d:\d\d 18\/8\/2021/);

      const many = codeIn(
        await registers(liaison, {
          name: 'Rất nhiều tiêu chí',
          answers: { criteria: { says: [`1 đến ${criteria.length}`], presses: ['Xong'] } },
        }),
      );
      const long = await opens(many);
      expect(long.buttons).toContain('Xem đủ tiêu chí');
      for (const i of criteria.keys()) expect(nfc(long)).toContain(`\n${i + 1}. `);
      await officer.presses('Xem đủ tiêu chí');
      const all = await officer.sees(`${many} – tiêu chí đạt được (☑):`);
      for (const [i, text] of criteria.entries()) expect(nfc(all)).toContain(`${i + 1}. ${text}`);
      await officer.presses(`Về ${many}`);
      await officer.sees(new RegExp(`^${many} “`));
    });

    it('similar ones with unit and status; one press shows one whole, one leads back', async () => {
      const first = codeIn(
        await registers(liaison, {
          name: 'Tổ tự quản an ninh làng Groi',
          answers: { files: { presses: ['Bỏ qua'] } },
        }),
      );
      const other = await house.joined('Siu Hà', 'liaison', 'HADONG');
      await other.says('/dangky');
      const { message } = await answersTo(other, 'duplicate', 'Tổ tự quản an ninh làng Groi 2');
      expect(nfc(message)).toContain(`${first} “Tổ tự quản an ninh làng Groi” – Xã Glar (chờ duyệt)`);
      await other.presses('Xem');
      const little = await other.sees(`${first} “Tổ tự quản an ninh làng Groi” – Xã Glar (chờ duyệt)`);
      expect(nfc(little)).not.toContain('Tóm tắt');
      await other.presses('Vẫn đăng ký');
      await answersUntil(other, 'review', { name: 'Tổ tự quản an ninh làng Groi 2' });
      await other.presses('Gửi Phòng Nội vụ');
      const second = codeIn(await other.sees('Đã gửi'));

      const screen = await opens(second);
      expect(nfc(screen)).toContain(
        `Tên gần giống đã có:\n${first} “Tổ tự quản an ninh làng Groi” – Xã Glar (chờ duyệt)`,
      );
      await officer.presses(`Xem ${first}`);
      const whole = await officer.sees(new RegExp(`^${first} “`));
      expect(nfc(whole)).toContain('Tóm tắt thành tích: Làng có 125 hộ');
      await officer.presses(`Về ${second}`);
      await officer.sees(new RegExp(`^${second} “`));

      await officer.says('/duyet');
      await officer.presses('Duyệt tất cả');
      const ask = nfc(await officer.sees(/Duyệt \d+ hồ sơ sau đây/));
      expect(ask).toContain(
        `→ gần giống ${second} “Tổ tự quản an ninh làng Groi 2” – Xã Hà Đông (chờ duyệt)`,
      );
      expect(ask).toContain(`→ gần giống ${first} “Tổ tự quản an ninh làng Groi” – Xã Glar (chờ duyệt)`);
    });

    it('while registering, a similar one of one’s own unit is shown whole and leads on', async () => {
      await liaison.says('/dangky');
      await answersTo(liaison, 'files', 'Vườn ươm cây giống bản địa');
      await liaison.sendsFile('Ảnh vườn.pdf', pdf('vườn'));
      await liaison.sees('(1/10)');
      await liaison.presses('Xong');
      await seesQuestion(liaison);
      await liaison.presses('Gửi Phòng Nội vụ');
      const code = codeIn(await liaison.sees('Đã gửi'));
      await liaison.says('/dangky');
      await answersTo(liaison, 'duplicate', 'Vườn ươm cây giống bản địa');
      await liaison.presses('Xem');
      const whole = await liaison.sees(new RegExp(`^${code} “`));
      expect(nfc(whole)).toContain('Tóm tắt thành tích: Làng có 125 hộ');
      expect(whole.buttons.slice(0, 3)).toEqual([`Tệp của ${code} (1)`, 'Vẫn đăng ký', 'Bỏ']);
      await liaison.presses(`Tệp của ${code} (1)`);
      await liaison.receivesFile('Anh-vuon.pdf');
      await liaison.pressesOn(whole, 'Vẫn đăng ký');
      expect((await seesQuestion(liaison)).key).toBe('representative');
      await liaison.says('/huy');
      await liaison.presses('Bỏ bản nháp');
      await liaison.sees('Đã bỏ bản nháp');
    });

    it('who registered it on whose behalf, and why it exceeds the quota', async () => {
      await officer.says('/dangky');
      await answersUntil(officer, 'review', { name: 'Đăng ký thay cho xã' });
      await officer.presses('Gửi Phòng Nội vụ');
      const code = codeIn(await officer.sees('Đã gửi'));
      await house.app.house.db.prisma.exemplar.update({
        where: { code },
        data: { overQuota: true, exceptionReason: 'Phong trào của xã nổi bật' },
      });
      const screen = nfc(await opens(code));
      expect(screen).toMatch(
        /Người đăng ký: Trần Thị Hạnh \(Phòng Nội vụ\), thay Xã Glar, \d\d:\d\d 18\/8\/2021/,
      );
      expect(screen).toMatch(/Vượt chỉ tiêu[\s\S]*Phong trào của xã nổi bật/);
    });
  });

  /** Answers up to a question under this name. */
  async function answersTo(person: ChatPerson, until: 'duplicate' | 'files', name: string) {
    return { message: await answersUntil(person, until, { name }) };
  }

  describe('decisions', () => {
    it('rejecting asks once more, and can still be left', async () => {
      const code = codeIn(await registers(liaison, { name: 'Suýt bị từ chối' }));
      await opens(code);
      await officer.presses('Không duyệt');
      await officer.says('Chưa đủ căn cứ để xét.');
      await officer.sees(`Không duyệt ${code} với lý do «Chưa đủ căn cứ để xét.»?`);
      await officer.presses('Thôi, xem lại hồ sơ');
      const left = await officer.sees(`Chưa quyết định gì với ${code}.`);
      expect(left.buttons).toEqual([`Về ${code}`]);
      await officer.presses(`Về ${code}`);
      const screen = await officer.sees(new RegExp(`^${code} “`));
      expect(screen.buttons).toContain('Duyệt');
      expect(await statusOf(code)).toBe('submitted');
    });

    it.each([
      ['approved', 'Duyệt', 'đã duyệt'],
      ['rejected', 'Không duyệt', 'không duyệt'],
    ] as const)(
      '%s is taken back with a reason: it waits again and the liaison is told',
      async (status, press, words) => {
        const code = codeIn(await registers(liaison, { name: `Mở lại ${status}` }));
        await opens(code);
        await officer.presses(press);
        if (status === 'rejected') {
          await officer.says('Chưa đủ căn cứ để xét.');
          await officer.presses('Đúng, không duyệt');
        }
        await officer.sees(status === 'approved' ? `Đã duyệt ${code}` : `Không duyệt ${code} “`);
        expect(await statusOf(code)).toBe(status);
        const screen = await opens(code);
        expect(nfc(screen)).toContain(`Hồ sơ này ${words}, do Trần Thị Hạnh quyết định lúc`);
        expect(screen.buttons.slice(-2)).toEqual(['Mở lại', 'Tiếp theo']);
        await officer.presses('Mở lại');
        await officer.sees(`Mở lại ${code} (hiện ${words})`);
        await officer.says('Nhầm');
        await officer.sees('Lý do cần từ 10 đến 1.000 ký tự');
        await officer.says('Bấm nhầm khi đang xem hồ sơ khác.');
        const done = await officer.sees(`Đã mở lại ${code}`);
        expect(nfc(done)).toMatch(/Xã Glar hiện có \d+ điển hình được tính/);
        expect(await statusOf(code)).toBe('submitted');
        const notice = await liaison.sees(`Phòng Nội vụ mở lại ${code}`);
        expect(nfc(notice)).toContain('Lý do: «Bấm nhầm khi đang xem hồ sơ khác.»');
        expect(notice.buttons).toEqual(['Xem hồ sơ']);
        await officer.presses(`Về ${code}`);
        const again = await officer.sees(new RegExp(`^${code} “`));
        expect(again.buttons).toContain('Duyệt');
      },
    );

    async function statusOf(code: string) {
      return (await house.app.house.db.prisma.exemplar.findUniqueOrThrow({ where: { code } })).status;
    }
  });

  describe('the filtered queue', () => {
    beforeAll(async () => {
      const { prisma } = house.app.house.db;
      await prisma.exemplar.updateMany({ data: { status: 'approved', decidedAt: house.app.clock.now() } });
      const [glar, police] = await Promise.all(
        ['GLAR', 'CA'].map((code) => prisma.unit.findUniqueOrThrow({ where: { code } })),
      );
      const { id: submittedById } = await prisma.person.findFirstOrThrow({
        where: { name: 'Nguyễn Văn Bình' },
      });
      const lay = (
        n: number,
        unitId: number,
        more: { category?: string; late?: boolean; overQuota?: boolean },
      ) => ({
        code: `LOC-2021-${String(n).padStart(3, '0')}`,
        unitId,
        year: 2021,
        subject: 'collective' as const,
        category: 'community',
        name: `Hồ sơ ${n}`,
        searchName: `khac han nhau ${'abcdefghijklmnop'[n]?.repeat(9)}`,
        place: 'Làng Groi',
        difficultArea: false,
        directLabour: false,
        summary: 'Tóm tắt',
        criteria: ['general1'],
        impact: 'Hiệu quả',
        endorsedOn: new Date('2021-08-01'),
        status: 'submitted' as const,
        planId: 1,
        submittedAt: new Date(Date.UTC(2021, 7, 18, 2, n)),
        submittedById,
        ...more,
      });
      const afterDue = { submittedAt: new Date('2021-08-25T02:00:00Z') };
      await prisma.exemplar.createMany({
        data: [
          ...Array.from({ length: 10 }, (_, n) => lay(n, glar?.id ?? 0, { overQuota: n === 9 })),
          ...[10, 11].map((n) => lay(n, police?.id ?? 0, { category: 'defence_security', ...afterDue })),
        ],
      });
    });

    it('filters by kind and by category, one press each, named in the title', async () => {
      await officer.says('/duyet');
      await officer.sees('Chờ duyệt 1–8 trong 12:');
      await officer.presses('Lọc khác');
      const ways = await officer.sees('Lọc danh sách chờ duyệt theo:');
      expect(ways.buttons.slice(3)).toEqual(['☐ Nộp trễ (2)', '☐ Vượt chỉ tiêu (1)', '☐ Văn bản (0)']);
      await officer.presses('Theo loại đơn vị');
      const kinds = await officer.sees('của loại đơn vị nào?');
      expect(kinds.buttons).toEqual(['Công an (2)', 'Xã (10)']);
      await officer.presses('Công an (2)');
      expect(nfc(await officer.sees('Đang lọc: Công an'))).toContain('Chờ duyệt 1–2 trong 2:');
      await officer.presses('Lọc khác');
      await officer.presses('Theo lĩnh vực');
      await officer.presses('Quốc phòng, an ninh (2)');
      await officer.sees('Đang lọc: Quốc phòng, an ninh');
      await officer.presses('Lọc khác');
      await officer.presses('☐ Nộp trễ (2)');
      expect(nfc(await officer.sees('Đang lọc: Quốc phòng, an ninh, Nộp trễ'))).toContain('trong 2:');
      await officer.presses('Lọc khác');
      await officer.presses('☑ Nộp trễ');
      await officer.sees('Chờ duyệt 1–2 trong 2:');
      await officer.presses('Lọc khác');
      await officer.presses('Bỏ lọc');
      await officer.sees('Chờ duyệt 1–8 trong 12:');
    });

    it('keeps its filter while paging, opening, deciding and continuing', async () => {
      await officer.says('/duyet glar');
      await officer.sees('Chờ duyệt 1–8 trong 10:');
      await officer.presses('Trang sau ›');
      expect(nfc(await officer.sees('Chờ duyệt 9–10 trong 10:'))).toContain('Đang lọc: Xã Glar');
      await officer.presses('LOC-2021-008 Hồ sơ 8');
      await officer.sees(/^LOC-2021-008 “/);
      await officer.presses('Tiếp theo');
      const exception = await officer.sees(/^LOC-2021-009 “/);
      expect(nfc(exception)).toContain('chưa nêu lý do');
      await officer.presses('Duyệt');
      await officer.presses('Tiếp theo');
      await officer.sees(/^LOC-2021-000 “/);
      await officer.presses('Trả lại');
      await officer.presses('☐ Địa bàn');
      await officer.presses('Xong');
      await officer.says('Ghi rõ tên làng, thôn.');
      await officer.sees('Đã trả lại');
      await officer.presses('Tiếp theo');
      await officer.sees(/^LOC-2021-001 “/);
    });

    it.each([
      ['nộp trễ', 'Nộp trễ', 2],
      ['vuot chi tieu', 'Vượt chỉ tiêu', 0],
      ['cong an', 'Công an', 2],
      ['Quốc phòng, an ninh', 'Quốc phòng, an ninh', 2],
    ])('by typed words: /duyet %s', async (typed, title, total) => {
      await officer.says(`/duyet ${typed}`);
      const shown = nfc(await officer.sees(title));
      expect(shown).toContain(
        total > 0 ? `Chờ duyệt 1–${total} trong ${total}:` : 'Không có hồ sơ, văn bản nào',
      );
    });
  });
});
