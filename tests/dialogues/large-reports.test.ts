import { afterAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { workbookWords } from '../support/workbook-words.ts';

/** In bytes: a workbook with half of the exemplars below is smaller, with all of them larger. */
const largestDocument = 40_000;
const exemplars = 80;

/** Summaries that cannot be compressed: so many letters are so many bytes. */
async function addExemplars({ app }: TestHouse): Promise<void> {
  await app.house.db.pool.query(
    `insert into exemplar (code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
       summary, criteria, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, representative)
     select u.code || '-2021-' || lpad(n::text, 3, '0'), u.id, 2021, 'collective', 'business', 'Mô hình ' || n, 'mo hinh ' || n,
       'Làng ' || n, false, false,
       (select string_agg(md5(n::text || k::text), ' ') from generate_series(1, 30) k), '{}', 'Hiệu quả',
       '2021-08-05', 'submitted', 1, timestamptz '2021-08-18Z' + n * interval '1 second',
       (select min(id) from person), 'Nguyễn Văn Hùng'
     from generate_series(1, $1::int) n
     join unit u on u.code = case when n % 2 = 0 then 'GLAR' else 'ADOK' end`,
    [exemplars],
  );
}

describe('a report that is too large for a chat', () => {
  let house: TestHouse | undefined;
  afterAll(async () => {
    await house?.close();
  });

  async function begin(
    channel: 'telegram' | 'zalo',
    largest = largestDocument,
  ): Promise<{ manager: ChatPerson; here: TestHouse }> {
    await house?.close();
    house = undefined;
    const here = await testHouse({
      ...{ channel, largestDocument: largest },
      start: '2021-08-18T10:00:00+07:00',
    });
    house = here;
    const manager = await here.joined('Đinh Văn Thọ', 'manager');
    await addExemplars(here);
    return { manager, here };
  }

  it('comes in parts by unit where the address of the server is not known', async () => {
    const { manager } = await begin('telegram');
    await manager.says('/baocao danhsach 2021');
    await manager.sees('thành nhiều phần, chia theo đơn vị');
    const words: string[] = [];
    let parts = 0;
    while (words.filter((word) => /^(GLAR|ADOK)-2021-\d{3}$/.test(word)).length < exemplars) {
      const file = await manager.receivesFile(/^Bao-cao-danh-sach-2021-phan-\d.*\.xlsx$/);
      parts += 1;
      expect(file.caption).toContain(`phần ${parts}: `);
      expect(file.bytes.length).toBeLessThanOrEqual(largestDocument);
      words.push(...(await workbookWords(file.bytes)));
    }
    expect(parts).toBeGreaterThan(1);
    const codes = words.filter((word) => /^(GLAR|ADOK)-2021-\d{3}$/.test(word));
    expect(new Set(codes).size).toBe(exemplars);
    await manager.sees('Đã lập xong báo cáo');
  });

  /** Opens the link that a message has; none: there is nothing to open. */
  async function opens(text: string): Promise<void> {
    const address = /http\S+\/tep\/\S+/.exec(text)?.[0];
    if (address) expect((await fetch(address)).status).toBe(200);
  }

  /** Orders the list for every working day, and lets the next one come. */
  async function comesByItself(manager: ChatPerson, here: TestHouse): Promise<void> {
    await manager.says('/dinhky');
    await manager.presses('Đặt thêm báo cáo định kỳ');
    await manager.presses('Danh sách chi tiết');
    await manager.presses('Xong');
    await manager.presses('Hằng ngày');
    await manager.sees('mỗi ngày làm việc, lúc 08:00');
    await here.at('2021-08-19T08:01:00+07:00');
  }

  it('comes in parts on its day too, and says how often it comes', async () => {
    const { manager, here } = await begin('telegram');
    await comesByItself(manager, here);
    const { text } = await manager.sees('thành nhiều phần, chia theo đơn vị');
    expect(text).toContain('Báo cáo định kỳ, mỗi ngày làm việc.');
    const codes = new Set<string>();
    while (codes.size < exemplars) {
      const { bytes } = await manager.receivesFile(/^Bao-cao-danh-sach-2021-phan-\d.*\.xlsx$/);
      expect(bytes.length).toBeLessThanOrEqual(largestDocument);
      for (const word of await workbookWords(bytes))
        if (/^(GLAR|ADOK)-2021-\d{3}$/.test(word)) codes.add(word);
    }
  });

  it('comes as one link on its day too', async () => {
    const { manager, here } = await begin('zalo');
    await comesByItself(manager, here);
    const { text } = await manager.sees('nên tôi gửi bằng đường dẫn');
    expect(text).toContain('Báo cáo định kỳ, mỗi ngày làm việc.');
    const response = await fetch(/http\S+\/tep\/\S+/.exec(text)?.[0] ?? '');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(largestDocument);
  });

  it('comes as one link where it is', async () => {
    const { manager } = await begin('zalo');
    await manager.says('/baocao danhsach 2021');
    const { text } = await manager.sees('nên tôi gửi bằng đường dẫn');
    expect(text).toContain('Danh sách chi tiết 2021');
    const address = /http\S+\/tep\/\S+/.exec(text)?.[0] ?? '';
    const response = await fetch(address);
    expect(response.status).toBe(200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.length).toBeGreaterThan(largestDocument);
    const words = await workbookWords(bytes);
    expect(words.filter((word) => /^(GLAR|ADOK)-2021-\d{3}$/.test(word))).toHaveLength(exemplars);
  });

  it.each([
    ['telegram', 'lớn hơn mức gửi được trong cuộc trò chuyện, nên tôi không gửi được'],
    ['zalo', 'nên tôi gửi bằng đường dẫn'],
  ] as const)('a story to print and a letter keep the same rule, on %s', async (channel, said) => {
    const { manager, here } = await begin(channel, 1000);
    await manager.says('/hoso GLAR-2021-002');
    await manager.sees('Mô hình 2');
    await manager.presses('In');
    await opens((await manager.sees(said)).text);
    await here.at('2021-09-01T08:00:00+07:00');
    await manager.says('/baocao congvan các xã');
    const { text } = await manager.sees(/Cong-van-don-doc-2021-09-01\.docx/);
    expect(text).toContain(said);
    await opens(text);
    if (channel === 'telegram') return;
    const publicist = await here.joined('Võ Ngọc Lan', 'publicist');
    await here.app.house.db.pool.query(`update exemplar set status = 'approved', decided_at = submitted_at,
      decided_by_id = submitted_by_id where code = 'GLAR-2021-002'`);
    await publicist.says('/hoso GLAR-2021-002');
    await publicist.sees('Mô hình 2');
    await publicist.presses('In');
    await opens((await publicist.sees(said)).text);
  });
});
