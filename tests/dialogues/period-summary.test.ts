import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addApproved } from '../support/approved-exemplars.ts';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { readWord } from '../support/read-word.ts';

const village = 'Làng Ngol giữ rừng';
const paddy = 'Tổ đổi công làng Dơk';

describe.each(everyChannel)('the summary of the period on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2025-04-10T08:00:00+07:00' });
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    const [first = 0, second = 0] = await addApproved(house, [
      { code: 'GLAR-2021-001', name: village },
      { code: 'GLAR-2021-002', name: paddy },
    ]);
    const { prisma } = house.app.house.db;
    const unit = await prisma.unit.findUniqueOrThrow({ where: { code: 'GLAR' } });
    for (const year of [2022, 2023, 2024])
      await prisma.evaluation.create({
        data: {
          ...{ planId: 1, exemplarId: first, unitId: unit.id, year, evaluatedAt: new Date(`${year}-12-10`) },
          ...(year === 2023
            ? { result: 'spread', spreadTo: 'làng Tươh', difficulties: 'Thiếu nước tưới mùa khô' }
            : { result: 'kept' }),
        },
      });
    await prisma.evaluation.create({
      data: {
        ...{ planId: 1, exemplarId: second, unitId: unit.id, year: 2024, result: 'declined' },
        ...{ evaluatedAt: new Date('2024-12-10'), difficulties: 'Người đứng đầu chuyển đi' },
      },
    });
    // All other duties are done: a nudge names the summary alone.
    const person = await prisma.person.findFirstOrThrow({ where: { name: 'Nguyễn Văn Bình' } });
    for (const [duty, occurrence] of [
      ['implementationPlan', ''],
      ...[2021, 2022, 2023, 2024].map((year) => ['annualReport', String(year)] as const),
    ] as const)
      await prisma.filing.create({
        data: {
          ...{ planId: 1, unitId: unit.id, duty, occurrence, status: 'accepted', channel: 'web' },
          ...{ filedAt: new Date('2021-08-20'), filedById: person.id },
          ...{ decidedAt: new Date('2021-08-21'), decidedById: person.id },
        },
      });
    const award = { planId: 1, exemplarId: first, unitId: unit.id, year: 2023, form: 'merit' };
    const { id: recordedById } = await prisma.person.findFirstOrThrow();
    const decidedAt = new Date('2024-01-05');
    const decision = await prisma.awardDecision.create({
      data: {
        ...{ planId: 1, number: '1234/QĐ-UBND', decidedOn: new Date('2023-12-28'), body: 'UBND huyện' },
        ...{ level: 'district', recordedAt: decidedAt, recordedById, channel: 'web' },
      },
    });
    await prisma.awardProposal.create({
      data: {
        ...{ ...award, level: 'district', state: 'granted', grounds: 'Giữ 120 ha rừng', decidedAt },
        ...{ proposedAt: new Date('2023-12-10'), decisionId: decision.id },
      },
    });
  });
  afterAll(() => house.close());

  const rows = async (sql: string) => (await house.app.house.db.pool.query(sql)).rows;

  it('is begun before its day is set, which the screen says', async () => {
    await liaison.says('/tongket');
    await liaison.sees('Tổng kết giai đoạn (2021 – 2025) của Xã Glar, thời hạn chưa ấn định');
  });

  it('offers four texts drafted from the data of all years', async () => {
    const results = await liaison.sees('Kết quả, ưu điểm');
    for (const said of [
      'Đăng ký theo năm: năm 2021: 2.',
      '1 duy trì tốt; 1 giảm sút',
      `- Đã nhân rộng: ${village} (làng Tươh).`,
      `- Được khen thưởng: ${village}: Giấy khen (cấp huyện, 2023).`,
    ])
      expect(results.text).toContain(said);
    await liaison.presses('Giữ nguyên');
    const difficulties = await liaison.sees('Hạn chế, khó khăn');
    expect(difficulties.text).toContain(`- ${paddy}: Người đứng đầu chuyển đi.`);
    await liaison.presses('Viết thêm');
    await liaison.says('Kinh phí của xã còn ít.');
    await liaison.presses('Xong');
    await liaison.sees('Kiến nghị, đề xuất');
    await liaison.presses('Giữ nguyên');
    const directions = await liaison.sees('Phương hướng');
    expect(directions.text).toContain(`Củng cố, giúp đỡ: ${paddy}.`);
    await liaison.presses('Giữ nguyên');
  });

  it('asks whom the unit nominates, each with its grounds', async () => {
    const asked = await liaison.sees('Hội nghị điển hình tiên tiến huyện Đak Đoa năm 2025');
    expect(asked.buttons).toContain('Không có');
    await liaison.says('1');
    await liaison.sees('chọn những điển hình');
    await liaison.presses('Xong');
    await liaison.sees('Thành tích làm căn cứ giới thiệu');
    await liaison.says('Ngắn quá');
    await liaison.sees('Căn cứ cần từ 20 đến 2.000 ký tự');
    await liaison.says('Giữ 120 ha rừng ba năm liền, hai làng đã làm theo.');
    const confirm = await liaison.sees('xem tệp Word ở trên');
    expect(confirm.text).toContain('Giới thiệu 1 điển hình dự Hội nghị: GLAR-2021-001');
    const { bytes } = await liaison.receivesFile(/^Bao-cao-tong-ket-2021-2025-Xa-Glar\.docx$/);
    const { text } = await readWord(bytes);
    for (const words of [
      'ỦY BAN NHÂN DÂN XÃ GLAR',
      'Tổng kết công tác xây dựng và nhân rộng điển hình tiên tiến giai đoạn 2021 – 2025',
      'Kinh phí của xã còn ít.',
      '2022: duy trì tốt; 2023: phát triển, nhân rộng; 2024: duy trì tốt',
      'Giữ 120 ha rừng ba năm liền',
    ])
      expect(text).toContain(words);
  });

  it('sends both at once, and fulfils both duties', async () => {
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi Tổng kết giai đoạn của Xã Glar');
    await house.settled();
    expect(await rows(`select duty, status from filing where status <> 'accepted' order by id`)).toEqual([
      { duty: 'periodSummary', status: 'submitted' },
      { duty: 'nominations', status: 'submitted' },
    ]);
    expect(await rows('select state, grounds from nomination')).toEqual([
      { state: 'nominated', grounds: 'Giữ 120 ha rừng ba năm liền, hai làng đã làm theo.' },
    ]);
    await liaison.says('/tongket');
    const screen = await liaison.sees('bản 1/1');
    expect(screen.text).toContain(`GLAR-2021-001 ${village}: đã giới thiệu`);
  });

  it('is returned to named lines, of which the unit mends just those', async () => {
    await officer.says('/duyet');
    await officer.presses('Tổng kết giai đoạn – Xã Glar');
    await officer.sees('Bản 1/1: chờ xem');
    await officer.presses('Trả lại');
    const parts = await officer.sees('chọn điển hình hoặc đoạn cần sửa');
    for (const part of ['GLAR-2021-001', 'Kết quả', 'Hạn chế', 'Kiến nghị', 'Phương hướng', 'Giới thiệu'])
      expect(parts.buttons.join('\n')).toContain(part);
    await officer.says('phương hướng');
    await officer.sees('chọn điển hình hoặc đoạn cần sửa');
    await officer.says('GLAR-2021-001');
    await officer.sees('chọn điển hình hoặc đoạn cần sửa');
    await officer.presses('Xong');
    // The grounds are the only line of a nomination: they need not be chosen.
    await officer.sees('cần sửa điều gì?');
    await officer.says('Bổ sung số liệu của năm 2025 vào báo cáo.');
    await officer.sees('Đã trả lại');
    const notice = await liaison.sees('Bổ sung số liệu của năm 2025');
    expect(notice.text).toContain('GLAR-2021-001: Căn cứ giới thiệu; Phương hướng, nhiệm vụ');
    await liaison.pressesOn(notice, 'Sửa ngay');
    await liaison.sees('đề nghị sửa Tổng kết giai đoạn: GLAR-2021-001: Căn cứ');
    // The first returned line in the order of the form.
    await liaison.sees('Phương hướng');
    await liaison.presses('Viết lại từ đầu');
    await liaison.says('Năm 2025 nhân rộng mô hình giữ rừng sang ba làng.');
    await liaison.presses('Xong');
    const grounds = await liaison.sees('Thành tích làm căn cứ giới thiệu');
    expect(grounds.text).toContain('Giữ 120 ha rừng ba năm liền, hai làng đã làm theo.');
    await liaison.says('Giữ 120 ha rừng bốn năm liền, ba làng đã làm theo.');
    // Nothing else is asked.
    await liaison.sees('xem tệp Word ở trên');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi Tổng kết giai đoạn của Xã Glar');
    await house.settled();
    // The nominations changed: their list is handed in again.
    expect(
      await rows(
        `select duty, count(*)::int as n from filing where status <> 'accepted' group by duty order by duty`,
      ),
    ).toEqual([
      { duty: 'nominations', n: 2 },
      { duty: 'periodSummary', n: 2 },
    ]);
    expect(
      await rows('select results is not null as kept, directions from period_summary order by id'),
    ).toEqual([
      { kept: true, directions: expect.stringContaining('Củng cố') },
      { kept: true, directions: 'Năm 2025 nhân rộng mô hình giữ rừng sang ba làng.' },
    ]);
    await officer.says('/duyet');
    await officer.presses('Tổng kết giai đoạn – Xã Glar');
    const again = await officer.sees('Bản 2/2: chờ xem');
    expect(again.text).toContain('trả lại để sửa: GLAR-2021-001: Căn cứ giới thiệu; Phương hướng, nhiệm vụ');
  });

  it('of nominations alone is returned to the list and to the grounds', async () => {
    await officer.says('/duyet');
    await officer.presses('Giới thiệu dự Hội nghị điển hình tiên tiến – Xã Glar');
    await officer.presses('Trả lại');
    const parts = await officer.sees('chọn điển hình hoặc đoạn cần sửa');
    expect(parts.buttons.join('\n')).not.toContain('Phương hướng');
    await officer.says('1');
    await officer.sees('chọn điển hình hoặc đoạn cần sửa');
    await officer.presses('Xong');
    await officer.says('Ghi rõ tên ba làng đã làm theo mô hình.');
    const notice = await liaison.sees('Ghi rõ tên ba làng');
    await liaison.pressesOn(notice, 'Sửa ngay');
    const grounds = await liaison.sees('Thành tích làm căn cứ giới thiệu');
    expect(grounds.text).toContain('Giữ 120 ha rừng bốn năm liền');
    await liaison.says('Giữ 120 ha rừng bốn năm liền; làng Dơk, Tươh, Bối đã làm theo.');
    await liaison.sees('xem tệp Word ở trên');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    await house.settled();
    expect(await rows(`select count(*)::int as n from filing where duty = 'nominations'`)).toEqual([
      { n: 3 },
    ]);
    expect(await rows('select grounds from nomination')).toEqual([
      { grounds: 'Giữ 120 ha rừng bốn năm liền; làng Dơk, Tươh, Bối đã làm theo.' },
    ]);
  });

  it('of a stage has no day until an officer sets one, for every unit or for one', async () => {
    await liaison.says('/hannop');
    await liaison.sees('Sơ kết giai đoạn: Thời hạn chưa ấn định');
    await officer.says('/suahan');
    await officer.presses('Sơ kết giai đoạn (chưa ấn định)');
    await officer.presses('Tất cả đơn vị');
    await officer.says('30/4/2025');
    await officer.sees('Lý do sửa hạn?');
    await officer.says('Sơ kết theo kế hoạch của huyện.');
    await officer.presses('Đúng, sửa hạn');
    await officer.sees('ngày cuối là 30/4/2025');
    await officer.says('/suahan');
    await officer.presses('Sơ kết giai đoạn (30/4/2025)');
    await officer.presses('Một đơn vị');
    await officer.says('xã glar');
    await officer.says('10/5/2025');
    await officer.says('Xã đang thu hoạch cà phê.');
    await officer.presses('Đúng, sửa hạn');
    await officer.sees('ngày cuối là 10/5/2025');
    await liaison.sees('ngày cuối là 10/5/2025');
  });

  it('is nudged by the same ladder, with a button to write it', async () => {
    await house.at('2025-05-09T08:00:00+07:00');
    const nudge = await liaison.sees('sơ kết giai đoạn');
    expect(nudge.text).toContain('Hạn chót 10/5/2025');
    await liaison.pressesOn(nudge, 'Nộp sơ kết giai đoạn');
    await liaison.sees('Sơ kết giai đoạn (2021 – 2025) của Xã Glar, hạn chót 10/5/2025');
    for (const text of ['Kết quả, ưu điểm', 'Hạn chế', 'Kiến nghị', 'Phương hướng']) {
      await liaison.sees(text);
      await liaison.presses('Giữ nguyên');
    }
    // The summary of a stage asks no nominations.
    const confirm = await liaison.sees('xem tệp Word ở trên');
    expect(confirm.text).not.toContain('Hội nghị');
    await liaison.receivesFile(/^Bao-cao-so-ket-2021-2025-Xa-Glar\.docx$/);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi Sơ kết giai đoạn của Xã Glar');
    await liaison.says('/hannop');
    await liaison.sees('Sơ kết giai đoạn: Đã xong ngày 9/5/2025');
  });

  it('of a unit without exemplars may be a nil return, or written all the same', async () => {
    const neighbour = await house.joined('Siu Hlan', 'liaison', 'ADOK');
    await neighbour.says('tổng kết giai đoạn');
    const none = await neighbour.sees('chưa có điển hình nào được duyệt');
    expect(none.buttons).toEqual(['Không có', 'Viết báo cáo']);
    await neighbour.presses('Không có');
    await neighbour.sees('Vì sao đơn vị không có');
    await neighbour.says('Xã chưa có điển hình nào được duyệt trong giai đoạn.');
    await neighbour.sees('Đã gửi báo cáo không có cho tổng kết giai đoạn của Xã A Dơk');
    await house.settled();
    expect(
      await rows(`select duty, nil_reason is not null as nil from filing f join unit u on u.id = f.unit_id
        where u.code = 'ADOK' order by f.id`),
    ).toEqual([
      { duty: 'periodSummary', nil: true },
      { duty: 'nominations', nil: true },
    ]);
  });

  it('is written by an officer for a unit, which is told', async () => {
    const nextDoor = await house.joined('Rơ Châm Hiêng', 'liaison', 'TRANG');
    await addApproved(house, [{ code: 'TRANG-2021-001', name: 'Câu lạc bộ dệt thổ cẩm' }]);
    await officer.says('/tongket tổng kết xã trang');
    for (const text of ['Kết quả, ưu điểm', 'Hạn chế', 'Kiến nghị', 'Phương hướng']) {
      await officer.sees(text);
      await officer.presses('Giữ nguyên');
    }
    await officer.sees('chọn những điển hình');
    await officer.presses('Không có');
    await officer.sees('Vì sao đơn vị không giới thiệu');
    await officer.says('Câu lạc bộ mới duyệt, chưa có kết quả nổi bật.');
    await officer.sees('Không giới thiệu điển hình nào dự Hội nghị');
    await officer.presses('Gửi Phòng Nội vụ');
    await officer.sees('Đã gửi');
    await nextDoor.sees('nộp thay');
  });

  it('is read by heads and managers, who write nothing', async () => {
    for (const [role, unit] of [
      ['head', 'GLAR'],
      ['manager', undefined],
    ] as const) {
      const reader = await house.joined(`Người đọc ${role}`, role, unit);
      await reader.says(role === 'head' ? '/tongket tổng kết' : '/tongket tổng kết xã Glar');
      const standing = await reader.sees('bản 2/2');
      expect(standing.buttons).toEqual(['Xem văn bản', 'Giới thiệu dự Hội nghị']);
    }
  });
});
