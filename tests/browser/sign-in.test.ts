import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.ts';
import { openBrowser } from './open-browser.ts';

/** With SCREENSHOTS=folder the test saves pictures. */
const pictures = process.env.SCREENSHOTS;

let house: TestHouse;
let browser: Browser;
const contexts: BrowserContext[] = [];
const problems: string[] = [];

beforeAll(async () => {
  house = await testHouse({ env: { TELEGRAM_BOT_TOKEN: undefined, TELEGRAM_API_ROOT: undefined } });
  browser = await openBrowser();
  if (pictures) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await house?.close();
});

/** A device of its own: no cookie, no storage of another. */
async function device(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
    ...options,
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  page.on('pageerror', (error) => problems.push(error.message));
  return page;
}
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
};
const codeField = (page: Page) => page.getByLabel('Mã mời');
const box = (page: Page) => page.getByRole('textbox', { name: 'Nhập tin nhắn' });
const bot = (page: Page, words: string) => page.locator('.message.bot').filter({ hasText: words }).last();
const fits = async (page: Page) =>
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(
    page.viewportSize()?.width,
  );
const say = async (page: Page, words: string) => {
  await box(page).fill(words);
  await box(page).press('Enter');
};

/** Joins by the bot's questions. */
async function joins(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Đúng, tôi nhận' }).click();
  await bot(page, 'Họ và tên').waitFor();
  await say(page, name);
  await bot(page, 'Số điện thoại').waitFor();
  await page.getByRole('button', { name: 'Bỏ qua' }).click();
  await bot(page, 'Đã xong.').waitFor();
}

test('signing in by keyboard, wrong code first, leads to the chat with the invitation', async () => {
  const page = await device();
  await page.goto(house.app.url);
  await codeField(page).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('code');
  await fits(page);
  await picture(page, 'sign-in');
  await page.keyboard.type('wrng 2345');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'Mã mời không đúng' }).waitFor();
  await fits(page);
  await picture(page, 'sign-in-refused');
  // The wrong code is selected: typing replaces it.
  await page.keyboard.type('frst2345');
  await page.keyboard.press('Enter');
  await bot(page, 'Anh/chị được mời').waitFor();
  await picture(page, 'sign-in-invited');
  await joins(page, 'Trần Thị Hạnh');
  await fits(page);
  await picture(page, 'sign-in-joined');

  await page.reload();
  await bot(page, 'Đã xong.').waitFor();
  expect(await page.evaluate('document.cookie')).toBe('');
  expect(await page.getByRole('link', { name: /Trần Thị Hạnh/ }).count()).toBe(0);
  expect(problems).toEqual([]);
});

test('a second device signs in with a code, and is signed out from the first', async () => {
  const phone = await device();
  await phone.goto(`${house.app.url}/#/${await house.code('liaison', 'GLAR')}`);
  await expect.poll(() => codeField(phone).inputValue()).toMatch(/^\w{4}-\w{4}$/);
  await codeField(phone).press('Enter');
  await joins(phone, 'Nguyễn Văn Bình');
  expect(new URL(phone.url()).hash).toBe('');
  await say(phone, '/taikhoan');
  await phone.getByRole('button', { name: 'Dùng thêm kênh khác' }).click();
  const made = await bot(phone, 'Mã để tham gia trên kênh hoặc thiết bị khác').textContent();
  const code = made?.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '';

  const desk = await device({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
  });
  await desk.goto(house.app.url);
  await picture(desk, 'sign-in-desk-dark');
  await codeField(desk).fill(code);
  await desk.getByRole('button', { name: 'Vào' }).click();
  await bot(desk, 'tài khoản của Nguyễn Văn Bình').waitFor();
  await desk.getByRole('button', { name: 'Đúng, tôi nhận' }).click();
  await bot(desk, 'Đã xong.').waitFor();
  await box(desk).fill('viết dở, chưa gửi');

  await phone.getByRole('button', { name: 'Thiết bị và đăng xuất' }).click();
  const dialog = phone.getByRole('dialog', { name: 'Thiết bị đang đăng nhập' });
  await dialog.getByText('Tài khoản: Nguyễn Văn Bình').waitFor();
  await expect.poll(() => dialog.getByRole('listitem').count()).toBe(2);
  await fits(phone);
  await picture(phone, 'devices');
  await dialog.getByRole('button', { name: 'Đăng xuất: Chrome · Windows' }).click();

  await codeField(desk).waitFor();
  await desk.getByText('Phiên đăng nhập trên thiết bị này đã kết thúc').waitFor();
  await picture(desk, 'session-over');
  await expect.poll(() => desk.evaluate('JSON.stringify(localStorage)')).toBe('{}');
  await desk.reload();
  await codeField(desk).waitFor();
  expect(await desk.getByText('đã kết thúc').count()).toBe(0);
  await expect.poll(() => dialog.getByRole('listitem').count()).toBe(1);
  expect(problems).toEqual([]);
});

test('signing out asks first, and the next person finds nothing', async () => {
  const page = await device({ colorScheme: 'dark' });
  await page.goto(`${house.app.url}/?lang=en`);
  await page.getByLabel('Invitation code').fill(await house.code('manager'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await bot(page, 'You are invited').waitFor();
  await picture(page, 'english-dark');
  await page.getByRole('button', { name: 'Devices and signing out' }).click();
  await page.getByRole('button', { name: 'Sign out: This device' }).click();
  await page.getByText('you will need a new code').waitFor();
  const [has = 0, needs = 0] = await page.evaluate<number[]>(
    "['clientWidth', 'scrollWidth'].map((width) => document.querySelector('.devices > p')[width])",
  );
  expect(needs).toBeLessThanOrEqual(has);
  await picture(page, 'sign-out-dark');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Sign out: This device' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByLabel('Invitation code').waitFor();
  expect(await page.getByText('signed out on this device').count()).toBe(0);
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual([]);
  await page.goBack().catch(() => undefined);
  expect(await page.locator('.message').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('a stream of a device that was signed out elsewhere leads to the sign-in page', async () => {
  const page = await device();
  await page.goto(house.app.url);
  await codeField(page).fill(await house.code('manager'));
  await codeField(page).press('Enter');
  await bot(page, 'Anh/chị được mời').waitFor();
  await page.context().setOffline(true);
  await house.app.house.db.pool.query(
    'update web_session set ended_at = now() where id = (select max(id) from web_session)',
  );
  // The page connects again by itself: that may be sooner than a person types.
  await page.context().setOffline(false);
  await page.getByText('Phiên đăng nhập trên thiết bị này đã kết thúc').waitFor();
});
