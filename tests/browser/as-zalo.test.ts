import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, BrowserContext, Download, Locator, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { exe, pdf, png } from '../support/sample-files.ts';
import { openBrowser } from './open-browser.ts';

/** With SCREENSHOTS=folder the test saves pictures. */
const pictures = process.env.SCREENSHOTS;

let app: RunningApp;
let browser: Browser;
let context: BrowserContext;
let dataDir: string;
let page: Page;
/** The page that takes files, from one test to the next. */
let stillOpen: Page;
const problems: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dht-as-zalo-'));
  app = await startApp({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
    log: createLog(process.env.TEST_LOG ?? 'silent'),
  });
  browser = await openBrowser();
  context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(45_000);
  context.on('page', (opened) => opened.on('pageerror', ({ message }) => problems.push(message)));
  page = await context.newPage();
  if (pictures) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});
afterEach(() => expect(problems).toEqual([]));

const picture = async (name: string, of = page) => {
  expect(await of.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  if (pictures) await of.screenshot({ path: join(pictures, `${name}.png`) });
};
const box = () => page.getByRole('textbox', { name: 'Nhập tin nhắn' });
const view = (of = page) => of.getByRole('switch', { name: 'Xem như trên Zalo' });
const lastBot = () => page.locator('.message.bot').last();
const anyButton = () => page.locator('.message').getByRole('button');
const sees = (words: string | RegExp) => lastBot().filter({ hasText: words }).waitFor();
const chat = async (name: string, address = app.url) => {
  await page.goto(address);
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await box().waitFor();
};
const says = async (words: string) => {
  await box().fill(words);
  await box().press('Enter');
};
/** Types the number or the letter before a line of the newest menu. */
const types = async (label: string) => {
  const lines = ((await lastBot().locator('.text').textContent()) ?? '').split('\n');
  const mark = lines
    .map((line) => /^(\w{1,2})\. (?:[☐☑] )?(.+)$/.exec(line))
    .find((m) => m?.[2] === label)?.[1];
  if (!mark) throw new Error(`no line "${label}" in:\n${lines.join('\n')}`);
  await says(mark);
};
const link = (path: string): Locator =>
  lastBot().getByRole('link', { name: new RegExp(`${app.url}/${path}/`) });

test('in the middle of a form the chat becomes as on Zalo, and typing continues it', async () => {
  await chat('Nguyễn Văn Bình');
  await says('/dangky');
  await sees('Đối tượng?');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Tập thể' }).waitFor();
  expect(await view().getAttribute('aria-checked')).toBe('false');
  await picture('as-zalo-1-off');

  // By the keyboard, as everything else.
  await view().focus();
  await page.keyboard.press('Space');
  await sees('1. Tập thể');
  await expect.poll(() => view().getAttribute('aria-checked')).toBe('true');
  await page.getByText('Như trên Zalo: gõ số để chọn').waitFor();
  await expect.poll(() => anyButton().count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: 'Các lệnh' }).count()).toBe(0);
  expect(await page.locator('input[type=file]').getAttribute('accept')).toBe('image/*');
  await picture('as-zalo-2-on');
  await other.getByText('Như trên Zalo: gõ số để chọn').waitFor();
  await other.locator('.message.bot', { hasText: '1. Tập thể' }).waitFor();
  await expect.poll(() => other.locator('.message').getByRole('button').count()).toBe(0);
  await other.close();

  await says('1');
  await sees('Lĩnh vực?');
  await says('to dan pho, thon, lang, xa, thi tran');
  await sees('Tên mô hình');
  await says('Làng Đê Kốp giữ gìn bản sắc văn hóa');
  await sees('Người đại diện');
  await says('Ông A Nhưk, Trưởng thôn');
  // Its answer is a number: the menu has letters.
  await sees(/Số người.*A\. Quay lại/s);
  await picture('as-zalo-3-letters');
  await says('125');
  await sees('Địa bàn (thôn');
  await says('Làng Đê Kốp');
  await sees('khó khăn');
  await types('Địa bàn khó khăn, vùng sâu, vùng xa');
  await sees('lao động trực tiếp');
  await types('Lao động trực tiếp');
  await sees('Tóm tắt thành tích');
  await says('Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo, giữ được 3 đội cồng chiêng.');
  await sees('Đã ghi');
  await types('Xong');
  await sees('Tiêu chí đạt được');
  await says('1');
  await sees('1. ☑');
  await picture('as-zalo-4-ticks');
  await types('Xong');
  await sees('Phong trào thi đua mà');
  await types('Bỏ qua');
  await sees('Hiệu quả');
  await says('Cách làm đơn giản, các làng khác trong xã đã đến học và làm theo.');
  await sees('Đã ghi');
  await says('xong');
  await sees('Ngày họp');
  await says('ngày 5 tháng 8');
  await sees('Số biên bản');
  await says('02/BB-UBND');
  await sees('Minh chứng');
  await picture('as-zalo-5-upload-link');
  expect(await anyButton().count()).toBe(0);
});

test('the page behind the link takes several files and shows progress and refusals', async () => {
  const opening = context.waitForEvent('page');
  await link('tai-len').click();
  const form = await opening;
  // Requests of a new window can be held once its page is there, not while it opens.
  await form.getByText('Đã nhận 0/10 tệp').waitFor();
  const hold = Promise.withResolvers<void>();
  let held = 0;
  await form.route('**/tai-len/**', async (route) => {
    if (route.request().method() === 'POST') held += 1;
    await hold.promise;
    await route.continue();
  });
  await picture('upload-1-empty', form);
  await form.getByLabel('Chọn tệp').setInputFiles([
    {
      name: 'Biên bản họp thôn về việc suy tôn điển hình tiên tiến năm 2021.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(pdf()),
    },
    { name: 'Báo cáo.pdf', mimeType: 'application/pdf', buffer: Buffer.from(exe()) },
    { name: 'Ảnh làng.png', mimeType: 'image/png', buffer: Buffer.from(png()) },
  ]);
  const file = (name: string) => form.getByRole('listitem').filter({ hasText: name });
  await file('Biên bản').getByText('Đang gửi').waitFor();
  await form.getByRole('progressbar').waitFor();
  expect(await form.getByRole('progressbar').count()).toBe(1);
  await picture('upload-2-sending', form);
  await expect.poll(() => held).toBe(1);
  hold.resolve();
  await form.getByText('Đã nhận 2/10 tệp').waitFor();
  await file('Biên bản').getByText('Đã nhận').waitFor();
  await file('Báo cáo.pdf').getByText('không phải ảnh, PDF, Word hay Excel').waitFor();
  await file('Ảnh làng.png').getByText('Đã nhận').waitFor();
  await expect.poll(() => form.getByRole('progressbar').count()).toBe(0);
  await form.getByText('quay lại cuộc trò chuyện').waitFor();
  await form.emulateMedia({ colorScheme: 'dark' });
  await picture('upload-3-done-dark', form);
  stillOpen = form;

  await sees('(2/10)');
  await page.locator('input[type=file]').setInputFiles({
    name: 'tai-lieu.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdf('khác')),
  });
  await sees('Gửi tệp tại trang này');
  await picture('as-zalo-6-document-in-chat');
});

test('opened again it lists the received files, and works without its script', async () => {
  const bare = await context.browser()?.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
    locale: 'vi-VN',
  });
  if (!bare) throw new Error('no browser');
  const form = await bare.newPage();
  await form.goto(stillOpen.url());
  await form.getByText('Đã nhận 2/10 tệp').waitFor();
  expect(await form.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^Biên bản họp thôn .*\.pdf\s+Đã nhận$/),
    expect.stringMatching(/^Ảnh làng\.png\s+Đã nhận$/),
  ]);
  await form.getByLabel('Chọn tệp').setInputFiles({
    name: 'Ảnh làng lần nữa.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png()),
  });
  await form.getByRole('button', { name: 'Gửi' }).click();
  await form.getByText('Đã nhận trước đó rồi').waitFor();
  await picture('upload-5-without-script', form);
  await bare.close();
});

test('a file that the line lost twice is sent by itself when the line is back', async () => {
  const outcomes: string[] = [];
  const note = (outcome: string) => (request: Request) => {
    if (request.method() === 'POST') outcomes.push(outcome);
  };
  stillOpen.on('requestfailed', note('lost')).on('requestfinished', note('sent'));
  await context.setOffline(true);
  // It is there already: the count of the next tests stays.
  await stillOpen.getByLabel('Chọn tệp').setInputFiles({
    name: 'Mất mạng hai lần.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png()),
  });
  const line = stillOpen.getByRole('listitem').filter({ hasText: 'Mất mạng hai lần.png' });
  const again = line.getByRole('button', { name: 'Gửi lại' });
  await again.waitFor();
  // The telephone believes that the line is back, and it is not yet.
  await stillOpen.evaluate("dispatchEvent(new Event('online'))");
  await expect.poll(() => outcomes).toEqual(['lost', 'lost']);
  await again.waitFor();
  await context.setOffline(false);
  await line.getByText('Đã nhận trước đó rồi').waitFor();
  await expect.poll(() => line.getByRole('button').count()).toBe(0);
  await expect.poll(() => outcomes).toEqual(['lost', 'lost', 'sent']);
});

test('a page left open after its question says that a new file was not received', async () => {
  await says('xong');
  await sees('xem lại lần cuối');
  await stillOpen.emulateMedia({ colorScheme: 'light' });
  await stillOpen.getByLabel('Chọn tệp').setInputFiles({
    name: 'Quyết định khen thưởng.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdf('muộn')),
  });
  const file = (name: string) => stillOpen.getByRole('listitem').filter({ hasText: name });
  await file('Quyết định').getByText('chưa được nhận vì câu hỏi đã qua').waitFor();
  await file('Biên bản').getByText('Đã nhận').waitFor();
  await file('Ảnh làng.png').getByText('Đã nhận').waitFor();
  await stillOpen.getByText('Đã nhận 2/10 tệp').waitFor();
  await stillOpen.getByText('Các tệp đã nhận vẫn được giữ').waitFor();
  await stillOpen.getByLabel('Chọn tệp').waitFor({ state: 'hidden' });
  await picture('upload-4-late', stillOpen);
  await stillOpen.close();
});

test('typed messages are sent, and after switching back the same can be pressed', async () => {
  await types('Gửi Phòng Nội vụ');
  await sees('Đã gửi');
  await sees('GLAR-2021-001');
  await picture('as-zalo-7-sent');

  await view().click();
  await sees('Anh/chị chọn tiếp');
  await expect.poll(() => view().getAttribute('aria-checked')).toBe('false');
  await page.getByRole('button', { name: 'Các lệnh' }).waitFor();
  await picture('as-zalo-8-back');
  await page.getByRole('button', { name: 'Danh sách của đơn vị' }).last().click();
  await lastBot()
    .getByRole('button', { name: /GLAR-2021-001/ })
    .waitFor();
});

test('a manager gets the report as a link and downloads it', async () => {
  // By another name of this machine than the one in the link.
  await chat('Đinh Văn Thọ', app.url.replace('127.0.0.1', 'localhost'));
  await view().click();
  await page.getByText('Như trên Zalo: gõ số để chọn').waitFor();
  await says('bao cao tonghop 2021');
  await link('tep').waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture('as-zalo-9-report-dark');
  const coming = new Promise<Download>((resolve) => {
    page.once('download', resolve);
    context.once('page', (opened) => opened.once('download', resolve));
  });
  await link('tep').click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('Bao-cao-tong-hop-2021.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(await download.path())) as never);
  expect(workbook.worksheets[0]?.rowCount).toBeGreaterThan(50);
});
