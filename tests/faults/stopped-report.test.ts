import { expect, it } from 'vitest';
import { holdReports } from '../support/held-report.ts';
import { faultyHouse } from './faulty-house.ts';

const name = 'Bao-cao-danh-sach-2021.xlsx';

it.each([
  ['the next process', false],
  ['another process that lives', true],
])('a report asked while the app stops is made by %s, once', async (_, together) => {
  const house = await faultyHouse();
  const first = await house.instance();
  const officer = await house.joined();
  const second = together ? await house.instance({ sweepMs: 200 }) : undefined;
  const held = await holdReports(house.database.pool);
  await officer.says('/baocao danhsach 2021');
  await officer.sees('Đang lập báo cáo…');
  await first.stop();
  expect(await house.rows('select count(*) as n from asked_report')).toEqual([{ n: 1 }]);
  await held.free();
  if (!second) await house.instance({ sweepMs: 200 });
  await officer.receivesFile(name);
  await expect.poll(() => house.rows('select state::text from asked_report')).toEqual([{ state: 'sent' }]);
  expect(house.telegram.calls.filter(({ method }) => method === 'sendDocument')).toHaveLength(1);
});

it('two processes that begin to make a dead one’s reports make each once', async () => {
  const house = await faultyHouse();
  await house.instance();
  await house.joined();
  // A process that died while it made these, and left them to both others at the same moment.
  const [row] = await house.rows(
    'select id as "personId", (select chat_id from account) as "chatId" from person',
  );
  const personId = Number(row?.personId);
  for (const [i, report] of ['danhsach', 'tonghop', 'linhvuc'].entries())
    await house.database.prisma.askedReport.create({
      data: {
        ...{
          updateKey: `telegram:left-${i}`,
          channel: 'telegram',
          chatId: Number(row?.chatId),
          personId,
          planId: 1,
        },
        ...{
          question: { report, period: '2021', unitId: null },
          state: 'making',
          owner: '0',
          askedAt: new Date(),
        },
      },
    });
  await Promise.all([house.instance({ sweepMs: 200 }), house.instance({ sweepMs: 200 })]);
  await expect
    .poll(() => house.rows('select distinct state::text from asked_report'))
    .toEqual([{ state: 'sent' }]);
  expect(house.telegram.calls.filter(({ method }) => method === 'sendDocument')).toHaveLength(3);
});
