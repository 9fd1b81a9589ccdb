import { Bot, InlineKeyboard, Keyboard } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonProfile, TelegramPerson } from '../../support/telegram-person.ts';
import { startTelegramStandIn, type TelegramStandIn } from './start.ts';

let standIn: TelegramStandIn;
let bot: Bot;
beforeEach(async () => {
  standIn = await startTelegramStandIn();
  bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
});
afterEach(() => standIn.close());

/** A person who pressed start, with no waiting updates. */
async function started(profile: Partial<PersonProfile> = {}): Promise<TelegramPerson> {
  const person = standIn.person({ name: 'Ana', patience: 5000, settle: 50, ...profile });
  await person.says('/start');
  await heard();
  return person;
}

/** The updates that the bot would get now; confirms them. */
async function heard(): Promise<Update[]> {
  const updates = await bot.api.getUpdates();
  await bot.api.getUpdates({ offset: (updates.at(-1)?.update_id ?? 0) + 1 });
  return updates;
}

const yesNo = () => new InlineKeyboard().text('Đúng', 'y').text('Sai', 'n');

test('is a user with an id beyond 32 bits, a name and a language', async () => {
  const person = standIn.person({ name: 'Ana', lastName: "H'Bia", username: 'hbia' });
  await person.says('/start K7Q2-9M4D');
  const [update] = await heard();
  expect(person.id).toBeGreaterThan(2 ** 32);
  expect(update?.message).toMatchObject({
    from: { id: person.id, is_bot: false, first_name: 'Ana', last_name: "H'Bia", language_code: 'vi' },
    chat: { id: person.id, type: 'private', username: 'hbia' },
    text: '/start K7Q2-9M4D',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
});

test.each([
  ['chào', []],
  ['xem /hannop nhé', [{ type: 'bot_command', offset: 4, length: 7 }]],
  ['ngày 5/8/2021', []],
  ['/duyet@dien_hinh_bot', [{ type: 'bot_command', offset: 0, length: 20 }]],
])('marks the commands in "%s"', async (text, entities) => {
  const person = await started();
  await person.says(text);
  const [update] = await heard();
  expect(update?.message?.entities ?? []).toEqual(entities);
});

test('a text longer than Telegram accepts is sent in parts', async () => {
  const person = await started();
  await person.says('ạ'.repeat(5000));
  expect((await heard()).map(({ message }) => message?.text?.length)).toEqual([4096, 904]);
});

describe('sees', () => {
  test('what is new, in order, each message once', async () => {
    const person = await started({ patience: 50 });
    await bot.api.sendMessage(person.id, '<b>một</b> &lt;a&gt;', { parse_mode: 'HTML' });
    await bot.api.sendMessage(person.id, 'hai');
    await bot.api.sendMessage(person.id, 'một nữa');
    expect((await person.sees('một')).text).toBe('một <a>');
    expect((await person.sees(/^một/)).text).toBe('một nữa');
    await expect(person.sees('một')).rejects.toThrow(/does not see một\n.*bot #\d+: hai/s);
  });

  test('an edited text as new, but not edited buttons', async () => {
    const person = await started({ patience: 50 });
    const { message_id } = await bot.api.sendMessage(person.id, 'Đang lập báo cáo…', {
      reply_markup: yesNo(),
    });
    await person.sees('báo cáo');
    await bot.api.editMessageReplyMarkup(person.id, message_id);
    await expect(person.sees('báo cáo')).rejects.toThrow('does not see');
    await bot.api.editMessageText(person.id, message_id, 'Báo cáo đã xong');
    expect((await person.sees('xong')).id).toBe(message_id);
  });

  test('text in either Unicode form', async () => {
    const person = await started();
    await bot.api.sendMessage(person.id, 'Xã Glar'.normalize('NFD'));
    await person.sees('Xã Glar');
  });

  test('a message that comes while waiting', async () => {
    const person = await started();
    const waiting = person.sees('đến sau');
    await bot.api.sendMessage(person.id, 'đến sau');
    expect((await waiting).fromBot).toBe(true);
  });

  test('neither their own words nor deleted messages', async () => {
    const person = await started({ patience: 50 });
    await person.says('một');
    const { message_id } = await bot.api.sendMessage(person.id, 'một');
    await bot.api.deleteMessage(person.id, message_id);
    await expect(person.sees('một')).rejects.toThrow('does not see');
  });
});

describe('presses', () => {
  test('the newest button with these words, with the message as it now stands', async () => {
    const person = await started();
    await bot.api.sendMessage(person.id, 'cũ', { reply_markup: yesNo() });
    const { message_id } = await bot.api.sendMessage(person.id, 'mới', { reply_markup: yesNo() });
    await bot.api.editMessageText(person.id, message_id, 'mới hơn', { reply_markup: yesNo() });
    await person.presses('Đúng');
    const [update] = await heard();
    expect(update?.callback_query).toMatchObject({
      data: 'y',
      from: { id: person.id },
      message: {
        message_id,
        text: 'mới hơn',
        edit_date: expect.any(Number),
        reply_markup: expect.anything(),
      },
    });
  });

  test('waits for the new button rather than press the old one again', async () => {
    const person = await started({ settle: 5000 });
    await bot.api.sendMessage(person.id, 'câu 1', { reply_markup: yesNo() });
    await person.presses('Đúng');
    const second = person.presses('Đúng');
    await bot.api.sendMessage(person.id, 'Đã ghi');
    const { message_id } = await bot.api.sendMessage(person.id, 'câu 2', { reply_markup: yesNo() });
    await second;
    expect((await heard()).at(-1)?.callback_query?.message?.message_id).toBe(message_id);
  });

  test('an older button when nothing new comes', async () => {
    const person = await started();
    const { message_id } = await bot.api.sendMessage(person.id, 'trình đơn', { reply_markup: yesNo() });
    await person.presses('Đúng');
    await person.presses('Sai');
    expect((await heard()).map(({ callback_query }) => callback_query?.data)).toEqual(['y', 'n']);
    expect(message_id).toBe((await person.transcript()).at(-1)?.id);
  });

  test('no button that an edit removed', async () => {
    const person = await started({ patience: 50 });
    const { message_id } = await bot.api.sendMessage(person.id, 'a', { reply_markup: yesNo() });
    await bot.api.editMessageReplyMarkup(person.id, message_id);
    await expect(person.presses('Đúng')).rejects.toThrow('finds no button "Đúng"');
  });

  test('a key of the reply keyboard, which sends its words', async () => {
    const person = await started();
    const keyboard = new Keyboard().requestContact('Chia sẻ số điện thoại').text('Bỏ qua').oneTime();
    await bot.api.sendMessage(person.id, 'Số?', { reply_markup: keyboard });
    expect((await person.sees('Số?')).keyboard).toEqual(['Chia sẻ số điện thoại', 'Bỏ qua']);
    await person.presses('Bỏ qua');
    expect((await heard())[0]?.message?.text).toBe('Bỏ qua');
  });
});

describe('presses on an old message', () => {
  test('with the data it had then', async () => {
    const person = await started();
    const { message_id } = await bot.api.sendMessage(person.id, 'a', { reply_markup: yesNo() });
    const old = await person.sees('a');
    const next = new InlineKeyboard().text('Đúng', 'khác');
    await bot.api.editMessageText(person.id, message_id, 'b', { reply_markup: next });
    await person.pressesOn(old, 'Đúng');
    await person.pressesOn(old, 'Sai');
    expect(await heard()).toMatchObject([
      { callback_query: { data: 'y', message: { text: 'b' } } },
      { callback_query: { data: 'n', message: { text: 'b' } } },
    ]);
  });

  test('that was deleted: the bot cannot see the message', async () => {
    const person = await started();
    const { message_id } = await bot.api.sendMessage(person.id, 'a', { reply_markup: yesNo() });
    const old = await person.sees('a');
    await bot.api.deleteMessage(person.id, message_id);
    await person.pressesOn(old, 'Đúng');
    expect((await heard())[0]?.callback_query?.message).toMatchObject({ message_id, date: 0 });
  });

  test('only buttons that were there', async () => {
    const person = await started();
    await bot.api.sendMessage(person.id, 'a', { reply_markup: yesNo() });
    await expect(person.pressesOn(await person.sees('a'), 'Có')).rejects.toThrow('no button "Có"');
  });
});

test('an answer to a press is a small window, and is refused once the press is old', async () => {
  const person = await started();
  await bot.api.sendMessage(person.id, 'a', { reply_markup: yesNo() });
  await person.presses('Đúng');
  const id = (await heard())[0]?.callback_query?.id ?? '';
  await bot.api.answerCallbackQuery(id, { text: 'Bước này đã qua' });
  expect(await person.seesToast('đã qua')).toBe('Bước này đã qua');
  standIn.expireQueries();
  await expect(bot.api.answerCallbackQuery(id)).rejects.toMatchObject({
    description: expect.stringContaining('query is too old'),
  });
});

describe('shares a phone number', () => {
  test('by the button, and it is their own', async () => {
    const person = await started();
    const sharing = person.sharesPhone('+84905123456');
    await bot.api.sendMessage(person.id, 'Số?', { reply_markup: new Keyboard().requestContact('Chia sẻ') });
    await sharing;
    expect((await heard())[0]?.message?.contact).toEqual({
      phone_number: '+84905123456',
      first_name: 'Ana',
      user_id: person.id,
    });
  });

  test('not without the button', async () => {
    const person = await started({ patience: 50 });
    await expect(person.sharesPhone('1')).rejects.toThrow('no button to share');
  });

  test("another person's, from the address book", async () => {
    const person = await started();
    await person.sharesContactOf({ name: 'Bình', phone: '+84905000000' });
    expect((await heard())[0]?.message?.contact).toEqual({
      phone_number: '+84905000000',
      first_name: 'Bình',
    });
  });
});

test('sends an album as messages of one group, and changes what was written', async () => {
  const person = await started();
  const files = ['1.jpg', '2.jpg'].map((name) => ({ name, content: Buffer.from(name) }));
  await person.sendsAlbum(files, { photo: true });
  await person.says('sai');
  await person.editsLast('đúng');
  const [first, second, , edited] = await heard();
  expect(first?.message?.media_group_id).toBeDefined();
  expect(second?.message?.media_group_id).toBe(first?.message?.media_group_id);
  expect(edited?.edited_message).toMatchObject({ text: 'đúng', edit_date: expect.any(Number) });
});
