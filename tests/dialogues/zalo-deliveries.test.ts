import { afterAll, beforeAll, expect, it } from 'vitest';
import { runPendingDeliveries } from '../../src/deliveries/sweep.ts';
import type { FaultAnswer } from '../standin/zalo/faults.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import type { ZaloPerson } from '../support/zalo-person.ts';

/** Unrequested messages while Zalo refuses them: it is not known whether Zalo limits them. */

const nudge = 'chưa nộp kế hoạch triển khai';

let house: TestHouse;
let officer: ChatPerson;
let onZalo: ZaloPerson;
let onTelegram: ChatPerson;
let zaloOnly: ZaloPerson;
beforeAll(async () => {
  house = await testHouse({ zalo: true });
  officer = await house.joined('Trần Thị Hạnh', 'officer');
  onZalo = house.zalo.person({ name: 'Mai' });
  await house.joined('Lê Thị Mai', 'liaison', 'GLAR', onZalo);
  await onZalo.says('tài khoản');
  await onZalo.presses('Dùng thêm kênh khác');
  const { text } = await onZalo.sees('Mã để tham gia trên kênh hoặc thiết bị khác');
  onTelegram = house.telegram.person({ name: 'Mai' });
  await onTelegram.says(/[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '');
  await onTelegram.presses('Đúng, tôi nhận');
  await onTelegram.sees('Đã xong.');
  zaloOnly = house.zalo.person({ name: 'Hà' });
  await house.joined('Siu Hà', 'liaison', 'HADONG', zaloOnly);
});
afterAll(() => house.close());

/** How often the person has read the nudge. */
const nudges = async (person: ChatPerson) =>
  (await person.transcript()).filter(({ fromBot, text }) => fromBot && text.includes(nudge)).length;
/** The liaison then used Zalo last. */
const usesZalo = async () => {
  house.app.clock.set(new Date(house.app.clock.now().getTime() + 120_000));
  await onZalo.says('hạn nộp');
  await onZalo.sees('Hạn chót');
};
/** Nudges by hand; the officer sees this result. */
const round = async (result: RegExp) => {
  await officer.says('/dondoc');
  await officer.presses('Kế hoạch triển khai (53 đơn vị)');
  await officer.sees('Xem trước:');
  await officer.presses('Gửi');
  await officer.sees(result);
};
/** The ledger's last line of this person. */
const ledger = async (name: string) => {
  const { rows } = await house.app.house.db.pool.query<{
    status: string;
    channel: string | null;
    error: string | null;
  }>(
    `select d.status, d.channel, d.error from delivery d join person p on p.id = d.person_id
     where p.name = $1 order by d.id desc limit 1`,
    [name],
  );
  return rows[0];
};

it.each<[about: string, answer: FaultAnswer, why: string, arrives: boolean]>([
  ['Zalo refuses it', 404, 'zalo: 400 zalo sendMessage: 404 Not found', false],
  ['Zalo is out of order', 401, 'zalo: 503 zalo sendMessage: 401 Unauthorized', false],
  [
    "a gateway answers in Zalo's place",
    502,
    'zalo: 408 zalo: nobody knows whether the message arrived',
    false,
  ],
  ['the answer is lost', 'lost', 'zalo: 408 zalo: nobody knows whether the message arrived', true],
])('%s: it is told on Telegram at once, and the ledger keeps why', async (_about, answer, why, arrives) => {
  await usesZalo();
  const before = { zalo: await nudges(onZalo), telegram: await nudges(onTelegram) };
  house.zalo.failNext({ method: 'sendMessage', chat: onZalo.id, answer });
  await round(/Đã gửi 2, bị chặn 0, chưa kết nối 51, không gửi được 0/);
  expect(await nudges(onTelegram)).toBe(before.telegram + 1);
  expect(await nudges(onZalo)).toBe(before.zalo + (arrives ? 1 : 0));
  const written = await ledger('Lê Thị Mai');
  expect(written).toMatchObject({ status: 'sent', channel: 'telegram' });
  expect(written?.error?.slice(0, why.length)).toBe(why);
});

it('Zalo asks to wait: the message is sent there, a little later', async () => {
  await usesZalo();
  const before = await nudges(onTelegram);
  house.zalo.failNext({ method: 'sendMessage', chat: onZalo.id, answer: 429 });
  await round(/Đã gửi 2, bị chặn 0/);
  await onZalo.sees(nudge);
  expect(await nudges(onTelegram)).toBe(before);
  expect(await ledger('Lê Thị Mai')).toEqual({ status: 'sent', channel: 'zalo', error: null });
});

it('a person with only Zalo gets it there again, marked as possibly repeated', async () => {
  const before = await nudges(zaloOnly);
  house.zalo.failNext({ method: 'sendMessage', chat: zaloOnly.id, answer: 'lost' });
  await round(/Đã gửi 1, bị chặn 0, chưa kết nối 51, không gửi được 0/);
  expect(await ledger('Siu Hà')).toMatchObject({ status: 'pending' });
  await runPendingDeliveries(house.app.house.db.pool);
  const again = await zaloOnly.sees('tin trước có thể đã đến hoặc chưa đến');
  expect(again.text).toContain(nudge);
  expect(await nudges(zaloOnly)).toBe(before + 2);
  const written = await ledger('Siu Hà');
  expect(written).toMatchObject({ status: 'sent', channel: 'zalo' });
  expect(written?.error).toContain('nobody knows');
  await officer.sees(/Đã gửi 2, bị chặn 0/);
});

it('stores a number for every person and the bot, and for no message', async () => {
  const { rows } = await house.app.house.db.pool.query('select external from zalo_id');
  expect(rows.map(({ external }) => external).sort()).toEqual(
    [house.zalo.botId, onZalo.id, zaloOnly.id].sort(),
  );
});
