import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { type SampleHouse, startSampleHouse } from './sample-house.ts';

let house: SampleHouse;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  house = await startSampleHouse();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(45_000);
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
});
afterEach(async () => {
  await context.close();
  await house.close();
  expect(problems).toEqual([]);
});

const person = (name: string | RegExp) => page.getByRole('link', { name });
const box = () => page.getByRole('textbox', { name: 'Nhập tin nhắn' });
const bot = (words: string | RegExp) => page.locator('.message.bot').filter({ hasText: words });
const own = (words: string | RegExp) => page.locator('.message.own').filter({ hasText: words });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const say = async (words: string) => {
  await box().fill(words);
  await box().press('Enter');
};
const openChat = async () => {
  await page.goto(house.url);
  await person(/Nguyễn Thị Hoa/).click();
  await box().waitFor();
};

test('an open page follows a plan file that changes the name of the office', async () => {
  await page.goto(house.url);
  await page.getByText('Phòng Nội vụ').first().waitFor();
  house.names.office = 'Sở Nội vụ';
  await context.setOffline(true);
  await context.setOffline(false);
  await page.getByText('Sở Nội vụ').first().waitFor();
  await person(/Nguyễn Thị Hoa/).click();
  await box().waitFor();
  house.names.office = 'Văn phòng tỉnh';
  await context.setOffline(true);
  await context.setOffline(false);
  await page.getByText('Văn phòng tỉnh').first().waitFor();
  await expect.poll(() => page.getByText('Sở Nội vụ').count()).toBe(0);
});

test('people use buttons, see windows and alerts, share a phone number', async () => {
  await openChat();
  await button('Bắt đầu').click();
  await bot('được mời').waitFor();
  expect(await bot('được mời').locator('strong').allTextContents()).toEqual(['cán bộ đầu mối', 'Xã Glar']);

  await button('Không phải tôi').click();
  const alert = page.getByRole('dialog');
  await alert.getByText('báo lại Phòng Nội vụ').waitFor();
  await alert.getByRole('button', { name: 'Đã rõ' }).click();
  await alert.waitFor({ state: 'hidden' });

  await button('Đúng, tôi nhận').click();
  await page.locator('.toast', { hasText: 'Đã nhận' }).waitFor();
  await expect.poll(() => button('Đúng, tôi nhận').count()).toBe(0);

  await button('Chia sẻ số điện thoại').click();
  await page.getByLabel('Số điện thoại sẽ gửi').fill('0905 123 456');
  await page.getByLabel('Số điện thoại sẽ gửi').press('Enter');
  await bot('Đã ghi số 0905123456').waitFor();
  await expect.poll(() => button('Chia sẻ số điện thoại').count()).toBe(0);

  // A command in the bot's text can be pressed, and an edit changes the message in place.
  await bot('được mời').getByRole('button', { name: '/dangky' }).click();
  await bot('1/12').getByRole('button', { name: 'Tập thể' }).click();
  await bot('2/12').locator('em', { hasText: 'Tập thể' }).waitFor();
  await expect.poll(() => bot('1/12').count()).toBe(0);
});

test('text that looks like markup stays text', async () => {
  await openChat();
  await say('<img src=x onerror=alert(1)> & <b>đậm</b>');
  await bot('<img src=x onerror=alert(1)> & <b>đậm</b>').waitFor();
  expect(await page.locator('.messages img').count()).toBe(0);
});

test('several files are uploaded at once, and downloaded unchanged', async () => {
  await openChat();
  const bytes = Buffer.from('noi dung');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'Biên bản họp.pdf', mimeType: 'application/pdf', buffer: bytes },
    { name: 'Ảnh.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') },
  ]);
  await bot('Đã nhận Biên bản họp.pdf (8 byte)').waitFor();
  await bot(/Đã nhận Ảnh\.png/).waitFor();
  await expect
    .poll(() => page.locator('.picture img').evaluate((img) => 'naturalWidth' in img && img.naturalWidth))
    .toBe(1);

  await say('/baocao');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: /Bao-cao-tong-hop-2021\.xlsx/ }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('Bao-cao-tong-hop-2021.xlsx');
  expect(await readFile(await download.path())).toHaveLength(41_300);
});

test('a file that is too big is refused before it is sent, and can be removed', async () => {
  await openChat();
  await page.evaluate(`{
    const input = document.querySelector('input[type=file]');
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(20000001)], 'lon.pdf'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }`);
  await own('lớn quá 20 MB').waitFor();
  await own('lon.pdf').getByRole('button', { name: 'Bỏ' }).click();
  await expect.poll(() => own('lon.pdf').count()).toBe(0);
  expect(house.accepted).toHaveLength(0);
});

test('without a connection nothing is lost and nothing doubled, also after a reload', async () => {
  await openChat();
  await say('có mạng');
  await bot('vừa viết: có mạng').waitFor();
  let line: 'gone' | 'loses one answer' | 'whole' = 'gone';
  await page.route('**/api/chats/*/messages', async (route) => {
    if (route.request().method() !== 'POST' || line === 'whole') return route.fallback();
    if (line === 'loses one answer') {
      line = 'whole';
      await route.fetch();
    }
    return route.abort();
  });
  await say('mất mạng một');
  await say('mất mạng hai');
  await own('mất mạng hai').getByText('Đang gửi').waitFor();
  await page.reload();
  await own('mất mạng một').getByText('Đang gửi').waitFor();
  expect(house.accepted).toHaveLength(1);

  // The answer to the first attempt is lost on its way back: the same key is sent again.
  line = 'loses one answer';
  await page.evaluate("dispatchEvent(new Event('online'))");
  await bot('vừa viết: mất mạng hai').waitFor();
  expect(line).toBe('whole');
  expect(house.accepted.map(({ message }) => message?.text)).toEqual([
    'có mạng',
    'mất mạng một',
    'mất mạng hai',
  ]);
  await expect.poll(() => own('mất mạng').count()).toBe(2);
  await expect.poll(() => own(/Đang gửi/).count()).toBe(0);
});

test('words after a file wait for it, and a file after words for them', async () => {
  await openChat();
  const file = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('noi dung') });
  const said = () => house.accepted.map(({ message }) => message?.document?.file_name ?? message?.text);
  let slow = true;
  await page.route('**/api/chats/*/files*', (route) => (slow ? route.abort() : route.fallback()));
  await page.locator('input[type=file]').setInputFiles([file('ảnh.pdf')]);
  await own('ảnh.pdf').getByRole('button', { name: 'Bỏ' }).waitFor();
  await say('Xong');
  await own('Xong').getByText('Đang gửi').waitFor();
  await say('/danhsach');
  expect(said()).toEqual([]);
  slow = false;
  await page.evaluate("dispatchEvent(new Event('online'))");
  await bot('vừa viết: Xong').waitFor();
  await expect.poll(said).toEqual(['ảnh.pdf', 'Xong', '/danhsach']);

  // Words that have no connection hold the file behind them.
  await page.route('**/api/chats/*/messages', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  );
  await say('trước tệp');
  await own('trước tệp').getByText('Đang gửi').waitFor();
  await page.locator('input[type=file]').setInputFiles([file('sau.pdf')]);
  await own('sau.pdf').waitFor();
  await page.unroute('**/api/chats/*/messages');
  await page.evaluate("dispatchEvent(new Event('online'))");
  await bot('Đã nhận sau.pdf').waitFor();
  expect(said().slice(3)).toEqual(['trước tệp', 'sau.pdf']);

  // Nothing waits for a file that is given up.
  slow = true;
  await page.locator('input[type=file]').setInputFiles([file('bỏ.pdf')]);
  await own('bỏ.pdf').getByRole('button', { name: 'Bỏ' }).waitFor();
  await say('đi tiếp');
  await own('bỏ.pdf').getByRole('button', { name: 'Bỏ' }).click();
  await bot('vừa viết: đi tiếp').waitFor();
  expect(said().slice(5)).toEqual(['đi tiếp']);
});

test('a restart of the server is shown, and messages sent during it arrive', async () => {
  await openChat();
  await say('trước');
  await bot('vừa viết: trước').waitFor();
  await house.restart();
  await house.bot.api.sendMessage(house.chats[0] ?? 0, 'sau khi khởi động lại');
  await bot('sau khi khởi động lại').waitFor();
  await expect.poll(() => page.locator('.offline').count()).toBe(0);
});

test('the clock moves, and nudged people have unread counts until they are opened', async () => {
  await openChat();
  await page.getByText('Thứ Tư, 18/8/2021').first().waitFor();
  await button('+1 giờ').click();
  await page.locator('.clock', { hasText: '09:00' }).waitFor();
  await button('+1 ngày').click();
  await page.locator('.clock', { hasText: 'Thứ Năm, 19/8/2021' }).waitFor();
  await button('Đến hạn kế tiếp').click();
  await page.locator('.clock', { hasText: 'Thứ Tư, 25/8/2021' }).waitFor();
  await bot('Hạn chót').waitFor();
  await page.locator('.day', { hasText: '25/8/2021' }).waitFor();
  await person(/Rơ Châm Thuận.*1 tin chưa đọc/).waitFor();
  // The open chat counts as read once the page has said so.
  await expect.poll(() => person(/Nguyễn Thị Hoa.*chưa đọc/).count()).toBe(0);
  await person(/Rơ Châm Thuận/).click();
  await bot('Hạn chót').waitFor();
  await expect.poll(() => person(/chưa đọc/).count()).toBe(0);
});

test('the newest message stays in view at the end; older ones load by scrolling', async () => {
  const chat = house.chats[0] ?? 0;
  for (let i = 1; i <= 120; i += 1) await house.bot.api.sendMessage(chat, `Tin số ${i}.`);
  await openChat();
  await bot('Tin số 120.').waitFor();
  const shown = (words: string) => page.getByText(words, { exact: true }).isVisible();
  const inView = (words: string) =>
    bot(words).evaluate((element) => {
      const view = element.ownerDocument.querySelector('.scroll')?.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      return view !== undefined && top >= view.top - 1 && bottom <= view.bottom + 1;
    });
  await expect.poll(() => inView('Tin số 120.')).toBe(true);
  expect(await shown('Tin số 1.')).toBe(false);

  await house.bot.api.sendMessage(chat, 'Tin mới thứ nhất');
  await expect.poll(() => inView('Tin mới thứ nhất')).toBe(true);

  const scroll = page.locator('.scroll');
  await scroll.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  const place = () => scroll.evaluate((element) => element.scrollTop);
  const before = await place();
  await house.bot.api.sendMessage(chat, 'Tin mới thứ hai');
  await button('1 tin mới ↓').waitFor();
  expect(await place()).toBe(before);
  await button('1 tin mới ↓').click();
  await expect.poll(() => inView('Tin mới thứ hai')).toBe(true);

  await expect
    .poll(async () => {
      await scroll.evaluate((element) => element.scrollTo(0, 0));
      return shown('Tin số 1.');
    })
    .toBe(true);
  expect(await page.locator('.message.bot').count()).toBe(122);
});

test('on a phone, list and chat are two screens, and back goes back', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(house.url);
  await person(/Nguyễn Thị Hoa/).click();
  await box().waitFor();
  await person(/Nguyễn Thị Hoa/).waitFor({ state: 'hidden' });
  expect(page.url()).toMatch(/#\/\d+$/);
  await page.goBack();
  await person(/Nguyễn Thị Hoa/).waitFor();
  await box().waitFor({ state: 'hidden' });
  await person(/Trần Văn Minh/).click();
  await button('Về danh sách').click();
  await person(/Trần Văn Minh/).waitFor();
});

test('the keyboard alone is enough for everything', async () => {
  await page.goto(house.url);
  await person(/Nguyễn Thị Hoa/).waitFor();
  const focused = () =>
    page.evaluate<string>(`(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return '';
      return (at.getAttribute('aria-label') ?? at.textContent).replace(/\\s+/g, ' ').trim();
    })()`);
  const tabTo = async (words: string) => {
    for (let i = 0; i < 40; i += 1) {
      if ((await focused()).includes(words)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches "${words}", it is at "${await focused()}"`);
  };
  await tabTo('Nguyễn Thị Hoa');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toContain('Rơ Châm Thuận');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toContain('Nguyễn Thị Hoa');
  await page.keyboard.press('Enter');
  await box().waitFor();
  await tabTo('Nhập tin nhắn');
  await page.keyboard.type('dòng một');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('dòng hai');
  await page.keyboard.press('Enter');
  await bot('dòng một').waitFor();
  expect(house.accepted[0]?.message?.text).toBe('dòng một\ndòng hai');

  await page.keyboard.type('/start');
  await page.keyboard.press('Enter');
  await bot('được mời').waitFor();
  await page.keyboard.type('/dan');
  await page.locator('.commands').getByText('Danh sách của đơn vị').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toContain('/danhsach');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await bot('1/12').waitFor();

  await bot('1/12').getByRole('button', { name: 'Tập thể' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(focused).toBe('Cá nhân');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(focused).toBe('Tập thể');
  await page.keyboard.press('Enter');
  await bot('2/12').waitFor();

  await box().focus();
  await page.keyboard.press('Escape');
  await expect.poll(focused).toContain('Nguyễn Thị Hoa');
});

test('half-written text waits for its person', async () => {
  await openChat();
  await box().fill('đang viết dở');
  await person(/Trần Văn Minh/).click();
  await page.getByRole('heading', { name: 'Trần Văn Minh' }).waitFor();
  await expect.poll(() => box().inputValue()).toBe('');
  await person(/Nguyễn Thị Hoa/).click();
  await page.getByRole('heading', { name: 'Nguyễn Thị Hoa' }).waitFor();
  await expect.poll(() => box().inputValue()).toBe('đang viết dở');
});

test('the bot is seen writing until its message comes', async () => {
  await openChat();
  const chat = house.chats[0] ?? 0;
  await say('chào');
  await bot('vừa viết: chào').waitFor();
  await house.bot.api.sendChatAction(chat, 'typing');
  await page.getByLabel('Bot đang soạn tin').waitFor();
  await house.bot.api.sendMessage(chat, 'xong');
  await bot('xong').waitFor();
  await expect.poll(() => page.getByLabel('Bot đang soạn tin').count()).toBe(0);
});

test('new messages are read out once', async () => {
  await openChat();
  await say('một');
  await bot('vừa viết: một').waitFor();
  await expect.poll(() => page.getByRole('log').textContent()).toBe('Anh/chị vừa viết: một');
  await page.reload();
  await bot('vừa viết: một').waitFor();
  expect(await page.getByRole('log').textContent()).toBe('');
});

test('the page speaks English on request, and remembers the choice', async () => {
  await page.goto(`${house.url}/?lang=en`);
  await button('+1 day').waitFor();
  expect(await page.evaluate<string>('document.documentElement.lang')).toBe('en');
  await button('Tiếng Việt').click();
  await button('+1 ngày').waitFor();
  await button('English').click();
  await button('+1 day').waitFor();
  await page.goto(house.url);
  await button('+1 day').waitFor();
});

test('the page loads nothing from other servers', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openChat();
  await say('/start');
  await bot('được mời').waitFor();
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((address) => !address.startsWith(`${house.url}/`))).toEqual([]);
});

/** A PNG of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
