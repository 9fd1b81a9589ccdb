import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { openBrowser } from './open-browser.ts';

/** With SCREENSHOTS=folder the story saves its pictures: the README's, and others. */
const pictures = process.env.SCREENSHOTS;

let app: RunningApp;
let browser: Browser;
let dataDir: string;
let page: Page;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dht-story-'));
  app = await startApp({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
    log: createLog(process.env.TEST_LOG ?? 'silent'),
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 860 }, acceptDownloads: true });
  page.setDefaultTimeout(45_000);
  if (pictures) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const lastBot = () => page.locator('.message.bot').last();
const picture = async (name: string) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
};

async function beComes(name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(name) }).click();
  // The chat before this one has such a field too: text typed there stays there.
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Nhập tin nhắn' }).waitFor();
}

async function say(words: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Nhập tin nhắn' });
  await box.fill(words);
  await box.press('Enter');
}

/** Waits until the newest message of the bot holds these words. */
async function sees(words: string): Promise<void> {
  await lastBot().filter({ hasText: words }).waitFor();
}

/** Presses the newest button of that name. */
async function presses(name: string | RegExp): Promise<void> {
  const button = page
    .locator('.message.bot')
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  await button.last().click();
}

async function registers(name: string): Promise<void> {
  await say('/dangky');
  await sees('Đối tượng?');
  await presses('Tập thể');
  await sees('Lĩnh vực?');
  await presses('Tổ dân phố, thôn, làng, xã, thị trấn');
  await sees('Tên mô hình');
  await say(name);
  await sees('Người đại diện');
  await say('Ông A Nhưk, Trưởng thôn');
  await sees('Số người');
  await say('125');
  await sees('Địa bàn (thôn');
  await picture('02-question');
  await say('Làng Đê Kốp');
  await sees('khó khăn');
  await presses('Địa bàn khó khăn, vùng sâu, vùng xa');
  await sees('lao động trực tiếp');
  await presses('Lao động trực tiếp');
  await sees('Tóm tắt thành tích');
  await say('Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo, giữ được 3 đội cồng chiêng.');
  await sees('Đã ghi');
  await presses('Xong');
  await sees('Tiêu chí đạt được');
  await presses(/^☐ 1\./);
  await page.getByRole('button', { name: /^☑ 1\./ }).waitFor();
  await picture('03-ticks');
  await presses('Xong');
  await sees('Phong trào thi đua mà');
  await presses('Bỏ qua');
  await sees('Hiệu quả');
  await say('Cách làm đơn giản, các làng khác trong xã đã đến học và làm theo.');
  await sees('Đã ghi');
  await presses('Xong');
  await sees('Ngày họp');
  await say('ngày 5 tháng 8');
  await sees('Số biên bản');
  await say('02/BB-UBND');
  await sees('Minh chứng');
  await page.locator('input[type=file]').setInputFiles({
    name: 'Biên bản họp.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  });
  await sees('Đã nhận');
  await presses('Xong');
  await sees('xem lại lần cuối');
  await picture('04-review-screen');
  await presses('Gửi Phòng Nội vụ');
  await sees('Đã gửi');
}

test('a newcomer registers, reviews, is nudged and downloads the report by chatting', async () => {
  await page.goto(app.url);
  await page.getByRole('link', { name: /Nguyễn Văn Bình/ }).waitFor();
  await picture('01-start');
  await beComes('Nguyễn Văn Bình');
  await registers('Làng Đê Kốp giữ gìn bản sắc văn hóa');
  await sees('GLAR-2021-001');
  await picture('05-sent');

  await beComes('Trần Thị Hạnh');
  await say('/duyet');
  await sees('Chờ duyệt');
  await presses(/^GLAR-2021-001/);
  await sees('Tóm tắt thành tích');
  await picture('06-officer');
  await presses('Trả lại');
  await sees('Cần bổ sung những dòng nào');
  await presses('☐ Tóm tắt thành tích');
  await page.getByRole('button', { name: '☑ Tóm tắt thành tích' }).waitFor();
  await presses('Xong');
  await sees('Cần bổ sung điều gì');
  await say('Đề nghị nêu rõ số hộ thoát nghèo từng năm.');
  await sees('Đã trả lại');

  await beComes('Nguyễn Văn Bình');
  await sees('đề nghị bổ sung Tóm tắt thành tích');
  await picture('07-returned');
  await presses('Sửa ngay');
  await sees('Tóm tắt thành tích (50');
  await say('Làng có 125 hộ; năm 2019 có 8 hộ, năm 2020 có 12 hộ thoát nghèo, không có hộ tái nghèo.');
  await sees('Đã ghi');
  await presses('Xong');
  await sees('xem lại lần cuối');
  await presses('Gửi Phòng Nội vụ');
  await sees('Đã gửi lại');

  await beComes('Trần Thị Hạnh');
  // The news comes by itself; the answer to a later message is below it.
  await sees('Xã Glar đã bổ sung và gửi lại GLAR-2021-001');
  await say('duyệt');
  await sees('Chờ duyệt');
  await presses(/^GLAR-2021-001/);
  await sees('Đơn vị đã sửa');
  await picture('08-changed');
  await presses('Duyệt');
  await sees('Đã duyệt GLAR-2021-001');

  // The morning of the last day: all people whose unit is behind are told.
  await page.getByRole('button', { name: 'Đến hạn kế tiếp' }).click();
  const mai = page.getByRole('link', { name: /Lê Thị Mai/ });
  await mai.getByText('1', { exact: true }).waitFor();
  await beComes('Lê Thị Mai');
  await sees('Hạn chót 24/8/2021, hôm nay là ngày cuối');
  await picture('09-nudge');

  await beComes('Đinh Văn Thọ');
  await say('bao cao tonghop 2021');
  const card = page.locator('.message.bot').getByRole('link', { name: /Bao-cao-tong-hop-2021\.xlsx/ });
  await card.waitFor();
  await picture('10-report');
  const [download] = await Promise.all([page.waitForEvent('download'), card.click()]);
  const file = await download.path();
  if (pictures) await download.saveAs(join(pictures, 'Bao-cao-tong-hop-2021.xlsx'));

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(file)) as never);
  const sheet = workbook.worksheets[0];
  const rows: string[][] = [];
  sheet?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(String(cell.result ?? cell.text)));
    rows.push(cells);
  });
  const headings = rows.find((cells) => cells.some((cell) => /Đã duyệt/i.test(cell))) ?? [];
  const glar = rows.find((cells) => cells.includes('Xã Glar'));
  const total = rows.find((cells) => cells.some((cell) => /^Tổng cộng/i.test(cell)));
  const approved = headings.findIndex((cell) => /Đã duyệt/i.test(cell));
  expect(approved).toBeGreaterThan(0);
  expect(Number(glar?.[approved])).toBe(1);
  expect(Number(total?.[approved])).toBe(1);
});

test('the transcript survives a reload, and the page works at 360 pixels', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await page.getByText('Bao-cao-tong-hop-2021.xlsx').first().waitFor();
  await picture('11-phone');
  expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
});
