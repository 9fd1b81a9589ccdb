import { Bot, type Context, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from './start.ts';

let standIn: TelegramStandIn;
let bot: Bot;
beforeEach(async () => {
  standIn = await startTelegramStandIn();
  bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
});
afterEach(async () => {
  await bot.stop();
  await standIn.close();
});

/** Starts polling; resolves once the first poll has arrived. */
async function start(): Promise<void> {
  void bot.start();
  await standIn.answered(({ method }) => method === 'deleteWebhook');
}

const idsOf = (updates: { update_id: number }[]) => updates.map(({ update_id }) => update_id);
const echo = (ctx: Context) => ctx.reply(`Nghe: ${ctx.msg?.text}`);

test('a bot receives and answers, and confirms its updates', async () => {
  bot.on('message:text', echo);
  await start();
  const person = standIn.person({ name: 'Ana' });
  await person.says('một');
  await person.sees('Nghe: một');
  await person.says('hai');
  await person.sees('Nghe: hai');
  await bot.stop();
  expect(standIn.pending()).toBe(0);
  expect(standIn.violations).toEqual([]);
});

test('unconfirmed updates come again', async () => {
  const person = standIn.person({ name: 'Ana' });
  for (const text of ['một', 'hai', 'ba']) await person.says(text);
  const [first, second, third] = idsOf(await bot.api.getUpdates());
  expect(idsOf(await bot.api.getUpdates())).toEqual([first, second, third]);
  expect(idsOf(await bot.api.getUpdates({ offset: second, limit: 1 }))).toEqual([second]);
  expect(idsOf(await bot.api.getUpdates())).toEqual([second, third]);
  expect(idsOf(await bot.api.getUpdates({ offset: -1 }))).toEqual([third]);
  expect(await bot.api.getUpdates({ offset: (third ?? 0) + 1 })).toEqual([]);
});

test('a long poll is answered as soon as an update comes', async () => {
  const waiting = bot.api.getUpdates({ timeout: 50 });
  await standIn.person({ name: 'Ana' }).says('một');
  expect(await waiting).toHaveLength(1);
});

test('a poll whose client hung up loses nothing', async () => {
  const hangUp = new AbortController();
  const address = `${standIn.url}/bot${standIn.token}/getUpdates?timeout=50`;
  const given = fetch(address, { signal: hangUp.signal }).catch((error: unknown) => error);
  await expect.poll(() => standIn.calls.length).toBe(1);
  hangUp.abort();
  expect(await given).toMatchObject({ name: 'AbortError' });
  await standIn.person({ name: 'Ana' }).says('một');
  expect(await bot.api.getUpdates({ timeout: 50 })).toHaveLength(1);
});

test('only requested kinds of updates arrive', async () => {
  const person = standIn.person({ name: 'Ana' });
  await bot.api.getUpdates({ allowed_updates: ['callback_query'] });
  await person.says('một');
  expect(await bot.api.getUpdates()).toEqual([]);
  await bot.api.getUpdates({ allowed_updates: [] });
  await person.says('hai');
  person.blocks();
  expect(await bot.api.getUpdates()).toMatchObject([
    { message: { text: 'hai' } },
    { my_chat_member: { new_chat_member: { status: 'kicked' } } },
  ]);
});

describe('conflicts', () => {
  test('two polls: the older one ends', async () => {
    const older = bot.api.getUpdates({ timeout: 50 }).catch((error) => error.description);
    await expect.poll(() => standIn.calls.length).toBe(1);
    const newer = bot.api.getUpdates({ timeout: 50 });
    expect(await older).toMatch(/^Conflict: terminated by other getUpdates request/);
    await standIn.person({ name: 'Ana' }).says('một');
    expect(await newer).toHaveLength(1);
  });

  test('a poll next to a webhook', async () => {
    await bot.api.setWebhook('http://127.0.0.1:9/unused');
    await expect(bot.api.getUpdates()).rejects.toMatchObject({ error_code: 409 });
    await bot.api.deleteWebhook();
    expect(await bot.api.getUpdates()).toEqual([]);
    expect(standIn.violations).toEqual([]);
  });
});

describe('updates in unusual ways', () => {
  let heard: (string | undefined)[];
  beforeEach(() => {
    heard = [];
    bot.on('message:text', async (ctx) => {
      heard.push(ctx.msg.text);
      await echo(ctx);
    });
  });

  test('each one twice', async () => {
    standIn.duplicateUpdates = true;
    await start();
    const person = standIn.person({ name: 'Ana' });
    await person.says('một');
    await person.sees('Nghe: một');
    await person.sees('Nghe: một');
    expect(heard).toEqual(['một', 'một']);
    await bot.stop();
    expect(standIn.pending()).toBe(0);
  });

  test('an old one again, long after it was confirmed', async () => {
    await start();
    const person = standIn.person({ name: 'Ana' });
    await person.says('một');
    await person.sees('Nghe: một');
    await person.says('hai');
    await person.sees('Nghe: hai');
    const [first] = person.updates;
    if (first) standIn.redeliver(first);
    await person.sees('Nghe: một');
    expect(heard).toEqual(['một', 'hai', 'một']);
  });

  test('held back, then in reverse order', async () => {
    const person = standIn.person({ name: 'Ana' });
    const release = standIn.holdUpdates();
    for (const text of ['một', 'hai', 'ba']) await person.says(text);
    expect(standIn.pending()).toBe(0);
    release('reversed');
    expect(await bot.api.getUpdates()).toMatchObject([
      { message: { text: 'ba' } },
      { message: { text: 'hai' } },
      { message: { text: 'một' } },
    ]);
  });
});

test('files are sent both ways with their real bytes', async () => {
  bot.on('message:document', async (ctx) => {
    const { file_path } = await ctx.getFile();
    const response = await fetch(`${standIn.url}/file/bot${standIn.token}/${file_path}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    await ctx.replyWithDocument(new InputFile(bytes, 'Bao-cao.xlsx'), {
      caption: ctx.msg.document.file_name,
    });
  });
  await start();
  const person = standIn.person({ name: 'Ana' });
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
  await person.sendsFile('Biên bản họp.pdf', bytes);
  const file = await person.receivesFile('Bao-cao.xlsx');
  expect(file.caption).toBe('Biên bản họp.pdf');
  expect(Buffer.from(file.bytes).equals(bytes)).toBe(true);
  expect(standIn.violations).toEqual([]);
});

test('an album of uploads and files that are known already', async () => {
  const person = standIn.person({ name: 'Ana' });
  await person.says('/start');
  const [first] = await bot.api.sendMediaGroup(person.id, [
    { type: 'document', media: new InputFile(Buffer.from('một'), '1.pdf'), caption: 'Hồ sơ' },
    { type: 'document', media: new InputFile(Buffer.from('hai'), '2.pdf') },
  ]);
  expect(await person.receivesFile('1.pdf')).toMatchObject({ caption: 'Hồ sơ' });
  await person.receivesFile('2.pdf');
  const known = first && 'document' in first ? first.document?.file_id : undefined;
  await bot.api.sendDocument(person.id, known ?? '');
  expect(Buffer.from((await person.receivesFile('1.pdf')).bytes).toString()).toBe('một');
});

test('an upload whose name is not quoted cannot have an accent or a space in it', async () => {
  const person = standIn.person({ name: 'Ana' });
  await person.says('/start');
  await expect(
    bot.api.sendDocument(person.id, new InputFile(Buffer.from('a'), 'Báo cáo.xlsx')),
  ).rejects.toMatchObject({ error_code: 400 });
  expect(standIn.violations).toHaveLength(1);
});
