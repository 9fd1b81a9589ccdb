import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putExemplar, type Registered } from '../support/approved.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  let publicist: ChatPerson;
  let gongs: Registered;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Rơ Châm Thuận', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    publicist = await house.joined('Lê Văn Đài', 'publicist');
    gongs = await putExemplar(house, { unitCode: 'GLAR', n: 1, name: 'Đội cồng chiêng làng Dôr' });
    await putExemplar(house, { unitCode: 'GLAR', n: 2, name: 'Nuôi ong mật', approved: false });
    for (let n = 3; n <= 12; n++)
      await putExemplar(house, { unitCode: 'GLAR', n, name: `Làng sáng xanh sạch số ${n}` });
  });
  afterAll(() => house.close());

  it('a search lists what fits with state, unit and year, and opens it', async () => {
    await officer.says('/tracuu chieng CONG glar');
    const found = await officer.sees(/GLAR-2021-001 Đội cồng chiêng làng Dôr – đã duyệt – Xã Glar, 2021/);
    expect(found.text).toContain('(1)');
    await officer.presses('GLAR-2021-001 Đội cồng chiêng làng Dôr');
    await officer.sees(/Đội cồng chiêng làng Dôr/);
    await officer.presses('Hồ sơ theo dõi');
    await officer.sees(/GLAR-2021-001[\s\S]*Đăng ký, xét duyệt/);
  });

  it.each([
    ['tra cứu nuôi ong', /GLAR-2021-002 Nuôi ong mật – chờ duyệt/],
    ['tìm giúp em điển hình nuôi ong với ạ', /GLAR-2021-002 Nuôi ong mật/],
    ['tìm cồng chiêgn', /Gần giống \(chieng\)[\s\S]*GLAR-2021-001/],
    ['anh ơi tra cứu Rơ Châm Thuận năm nay', /12 trong 12|1–8 trong 12/],
    ['/tracuu xã Glar năm 2019', /Không có điển hình nào khớp[\s\S]*\/tracuu/],
    ['/tracuu ong', /GLAR-2021-002 Nuôi ong mật/],
    ['tìm giúp em ai nuôi ong mật', /Bỏ “ai” thì có điển hình[\s\S]*GLAR-2021-002 Nuôi ong mật/],
    ['/tracuu nuôi ong chưa được duyệt', /GLAR-2021-002 Nuôi ong mật – chờ duyệt/],
    ['/tracuu tìm kiếm', /Ví dụ: \/tracuu/],
    ['/tracuu x', /ngắn quá/],
    ['/tracuu', /Ví dụ: \/tracuu/],
    ['tìm báo cáo tổng hợp 2021', /Tổng hợp theo đơn vị/],
  ])('an officer types “%s”', async (text, expected) => {
    await officer.says(text);
    await officer.sees(expected);
  });

  it.each(['/tracuu GLAR-2021-001', 'tìm điển hình glar-2021-001 giúp tôi', 'cho xem GLAR 2021 001 nhé'])(
    'the code in “%s” opens the exemplar',
    async (text) => {
      await officer.says(text);
      const screen = await officer.sees(/GLAR-2021-001/);
      expect(screen.text).toContain('Giảm 12 hộ nghèo');
    },
  );

  it('the pages turn', async () => {
    await officer.says('/tracuu làng sáng xanh sạch');
    await officer.sees(/1–8 trong 10[\s\S]*GLAR-2021-012/);
    await officer.presses('Trang sau ›');
    await officer.sees(/9–10 trong 10[\s\S]*GLAR-2021-003/);
  });

  it('a publicist finds approved exemplars alone, and no liaison', async () => {
    await publicist.says('/tracuu nuôi ong');
    await publicist.sees('Không có điển hình nào khớp');
    await publicist.says('/tracuu Rơ Châm Thuận');
    await publicist.sees('Không có điển hình nào khớp');
    await publicist.says('/tracuu GLAR-2021-002');
    await publicist.sees(/không|chưa/i);
    await publicist.says('/tracuu cồng chiêng');
    await publicist.sees(gongs.code);
  });

  it('a liaison reads who may', async () => {
    await liaison.says('/tracuu cồng chiêng');
    await liaison.sees(/Lệnh \/tracuu chỉ dành cho: /);
  });
});
