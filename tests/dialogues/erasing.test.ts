import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { filesHolding, tablesHolding } from '../support/everywhere.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers } from '../support/registers.ts';
import { exe, pdf } from '../support/sample-files.ts';

/** A word in every answer of the deleted draft, and nowhere else. */
const marker = 'Zimvaxo';
const dayMs = 86_400_000;

/**
 * Ways in which a person deletes a draft; each gets a draft with a file, at the question for files.
 */
const ways: [string, (person: ChatPerson) => Promise<void>][] = [
  [
    '/huy',
    async (person) => {
      await person.says('/huy');
      await person.presses('Bỏ bản nháp');
    },
  ],
  [
    'the list of drafts',
    async (person) => {
      await person.says('/nhap');
      await person.sees('Bản nháp đang có');
      await person.presses('Bỏ bản nháp');
      // Where a number chooses, the bot asks once more.
      if (!person.hasButtons) await person.presses('Bỏ bản nháp');
    },
  ],
  [
    'the last screen',
    async (person) => {
      await person.presses('Xong');
      await person.sees('xem lại lần cuối');
      await person.presses('Hủy');
      await person.presses('Bỏ bản nháp');
    },
  ],
];

describe.each(everyChannel)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  const pool = () => house.app.house.db.pool;
  const folder = () => join(house.app.house.tempDir, '..', 'files');
  /**
   * Moves time by so many days: the app's clock, and the rows that the database's clock has
   * written.
   */
  const pass = async (days: number) => {
    house.app.clock.set(new Date(house.app.clock.now().getTime() + days * dayMs));
    for (const [table, column] of [
      ['inbox_update', 'settled_at'],
      ['plain_chat', 'changed_at'],
    ]) {
      await pool().query(`update ${table} set ${column} = ${column} - make_interval(hours => $1)`, [
        days * 24,
      ]);
    }
    await house.app.tidyNow();
  };

  it.each(ways)('a draft deleted by %s is nowhere a day later', async (_way, throwAway) => {
    const person = await house.joined('Người Bỏ Nháp', 'liaison', 'GLAR');
    await person.says('/dangky');
    await answersUntil(person, 'files', {
      name: `Làng ${marker} giữ rừng`,
      summary: `${marker} có 125 hộ, năm 2020 giảm 12 hộ nghèo, không hộ nào tái nghèo.`,
      answers: {
        place: { says: [`Làng ${marker}`] },
        representative: { says: [`Ông ${marker}, Trưởng thôn`] },
        impact: { says: [`Các làng khác đã học theo ${marker} và làm tốt.`], presses: ['Xong'] },
      },
    });
    await person.sendsFile(`${marker}.pdf`, pdf(marker));
    await person.sees(`Đã nhận “${marker}.pdf”`);
    await person.sendsFile(`${marker}.exe`, exe());
    expect(await tablesHolding(pool(), marker)).toMatchObject({ draft: 1, attachment: 1 });
    expect(await filesHolding(folder(), marker)).not.toEqual([]);
    await throwAway(person);
    await person.sees('Đã bỏ bản nháp');
    await house.settled();

    await pass(1);
    // The web chat's page is the person's own copy of the chat: as on a phone, but for 30 days.
    const ownCopy = channel === 'web' ? { web_message: expect.any(Number) } : {};
    expect(await tablesHolding(pool(), marker)).toEqual(ownCopy);
    expect(await filesHolding(folder(), marker)).toEqual([]);
    await pass(31);
    expect(await tablesHolding(pool(), marker)).toEqual({});
  });

  it('a sent exemplar stays with its file after all expired data is erased', async () => {
    const liaison = await house.joined('Người Gửi', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'files', { name: 'Chi hội Phụ nữ tiết kiệm' });
    await liaison.sendsFile('Biên bản.pdf', pdf('stays'));
    await liaison.sees('Đã nhận “Biên bản.pdf”');
    await liaison.presses('Xong');
    await liaison.sees('xem lại lần cuối');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    // A device that is not used for 180 days is signed out.
    await pass(channel === 'web' ? 170 : 366);
    expect(await tablesHolding(pool(), 'Chi hội Phụ nữ tiết kiệm')).toEqual({
      exemplar: 1,
      exemplar_change: 1,
    });
    const { rows } = await pool().query('select draft_id, exemplar_id is not null as kept from attachment');
    expect(rows).toEqual([{ draft_id: null, kept: true }]);
    expect(await filesHolding(folder(), 'stays')).toHaveLength(1);
    // The chat is as new: the next registration works.
    await registers(liaison, { name: 'Tổ hòa giải làng Dôr' });
  });
});
