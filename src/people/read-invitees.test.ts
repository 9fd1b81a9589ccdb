import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../units/units.ts';
import { readInvitees, splitRows } from './read-invitees.ts';

const units: Unit[] = [
  ['GLAR', 'Xã Glar', 'Glar'],
  ['TANBINH', 'Xã Tân Bình', 'Tân Bình'],
  ['CA', 'Công an huyện', 'Công an'],
  ['NV', 'Phòng Nội vụ', 'Nội vụ'],
  ['TP', 'Phòng Tư pháp', 'Tư pháp'],
  ['TCKH', 'Phòng Tài chính – Kế hoạch', 'TC-KH'],
].map(([code = '', name = '', short = ''], i) => ({ id: i + 1, code, name, short, kind: 'agency' }));

/** The reading of a list: `name/role/unit`, or the line and what is wrong. */
async function read(text: string): Promise<string[]> {
  return (await readInvitees(splitRows(text), units)).map((row) =>
    row.ok ? [row.name ?? '-', row.role, row.unit?.code ?? '-'].join('/') : `${row.n}: ${row.why}`,
  );
}

describe('a line of a list of people to invite', () => {
  it.each([
    ['Nguyễn Văn Bình; đầu mối; Glar', 'Nguyễn Văn Bình/liaison/GLAR'],
    ['Nguyễn Văn Bình;Cán bộ đầu mối;xã glar', 'Nguyễn Văn Bình/liaison/GLAR'],
    ['Glar; Nguyễn Văn Bình; thu truong', 'Nguyễn Văn Bình/head/GLAR'],
    ['đầu mối\tCông an huyện\tPhạm Quốc Tuấn', 'Phạm Quốc Tuấn/liaison/CA'],
    ['Phạm Quốc Tuấn, thủ trưởng, công an', 'Phạm Quốc Tuấn/head/CA'],
    ['Phạm Quốc Tuấn – đầu mối – Tân Bình', 'Phạm Quốc Tuấn/liaison/TANBINH'],
    ['Phạm Quốc Tuấn | Tân Bình', 'Phạm Quốc Tuấn/liaison/TANBINH'],
    ['Phạm Quốc Tuấn đầu mối xã Glar', 'Phạm Quốc Tuấn/liaison/GLAR'],
    ['- Glar', '-/liaison/GLAR'],
    ['12) Nguyễn An; đầu mối; Phòng Nội vụ', 'Nguyễn An/liaison/NV'],
    ['Phòng Nội vụ; Nguyễn An; đầu mối', 'Nguyễn An/liaison/NV'],
    ['Nguyễn An; đầu mối; Phòng Tài chính – Kế hoạch', 'Nguyễn An/liaison/TCKH'],
    ['Trần Hạnh; cán bộ Phòng Nội vụ', 'Trần Hạnh/officer/-'],
    ['Đinh Thọ; lãnh đạo UBND', 'Đinh Thọ/manager/-'],
    ['Võ Lan; tuyên truyền', 'Võ Lan/publicist/-'],
    ['Lãnh đạo đơn vị; Glar', '-/head/GLAR'],
    ['3; Nguyễn Văn Bình; 0905 123 456; đầu mối; Glar', 'Nguyễn Văn Bình/liaison/GLAR'],
    ['Nguyễn Văn Bình; liaison; GLAR', 'Nguyễn Văn Bình/liaison/GLAR'],
  ])('%j is read', async (line, expected) => expect(await read(line)).toEqual([expected]));

  it.each([
    ['Nguyễn Văn Bình', '1: role-missing'],
    ['Nguyễn Văn Bình; đầu mối', '1: unit-missing'],
    ['Nguyễn Văn Bình; đầu mối; Xã Ở Đâu', '1: unit-unknown'],
    ['Nguyễn Văn Bình; đầu mối; Phòng', '1: unit-several'],
    ['Nguyễn Văn Bình; giám đốc; Glar', '1: role-missing'],
    ['1985 1986; đầu mối; Glar', '1: name-bad'],
    ['Nguyễn Văn Bình 064081001234; đầu mối; Glar', '1: identity-number'],
    ['Bình CMND 231 456 789; đầu mối; Glar', '1: identity-number'],
  ])('%j is named with why it cannot be used', async (line, why) => expect(await read(line)).toEqual([why]));

  it('is counted as the person counts it; headings and empty lines are skipped', async () => {
    expect(
      await read(
        'STT;Họ và tên;Vai trò;Đơn vị\n\n1;A Lưới;đầu mối;Glar\n2;B Nước;?;?\n3;A Lưới;đầu mối;Glar',
      ),
    ).toEqual(['A Lưới/liaison/GLAR', '4: role-missing', '5: twice']);
  });

  it('never makes more invitations than lines, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), async (text) => {
        expect((await read(text)).length).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
      }),
    );
  });

  it.each([
    [
      'more columns than a list of people has',
      Array.from({ length: 13 }, (_, i) => `cột ${i}x`),
      'role-missing',
    ],
    ['a text as long as a report', ['Nguyễn An', 'đầu mối', 'ủy ban nhân dân xã '.repeat(2000)], 'name-bad'],
  ])('of another workbook, with %s, is no person', async (_with, fields, why) => {
    expect(await readInvitees([{ n: 1, fields }], units)).toMatchObject([{ ok: false, why }]);
  });

  it('lets other chats be answered while a workbook is read', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => ({ n: i + 1, fields: [`Xã Ở Đâu ${i}`, 'đầu mối'] }));
    let turns = 0;
    let done = false;
    const reading = readInvitees(rows, units).then((read) => {
      done = true;
      return read;
    });
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    expect(await reading).toHaveLength(2000);
    expect(turns).toBeGreaterThan(50);
  });
});
