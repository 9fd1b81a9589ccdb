/**
 * `npm run guide:pictures [FOLDER]`: takes the pictures of the guide (`src/guide`) from the real
 * program, in both languages: a rehearsal is played through, and each step is photographed on a
 * phone's width. Needs Chromium, or CHROMIUM=path, and ImageMagick.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { type Args, type Locale, locales, t } from '../../src/i18n.ts';
import { createLog } from '../../src/log.ts';
import { openBrowser } from './open-browser.ts';

const folder = process.argv[2] ?? 'src/guide/pictures';
/** A phone's width in CSS pixels; high enough for the longest message. */
const viewport = { width: 340, height: 1600 };
/** The longest picture, in CSS pixels. */
const longest = 460;
const people = {
  officer: 'Trần Thị Hạnh',
  liaison: 'Nguyễn Văn Bình',
  head: 'Rơ Châm Hùng',
  manager: 'Đinh Văn Thọ',
  other: 'Lê Thị Mai',
};

async function takeAll(locale: Locale): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-guide-'));
  const app = await startApp({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
    log: createLog('silent'),
  });
  const browser = await openBrowser();
  try {
    await mkdir(join(folder, locale), { recursive: true });
    await app.house.db.prisma.person.updateMany({ data: { locale } });
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: 1.5,
      locale,
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await play(chatting(page, app.url, locale, bodies(app.house.plan.bodies, locale)), {
      at: async (instant) => {
        app.clock.set(new Date(instant));
        await app.planNow();
      },
      category: app.house.plan.categories.find(({ code }) => code === 'community')?.name[locale] ?? '',
      registration:
        app.house.plan.duties.find(({ fulfilledBy }) => fulfilledBy === 'registration')?.name[locale] ?? '',
      newcomer: t('vi', 'rehearsal-newcomer'),
    });
  } finally {
    await browser.close();
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function bodies(
  given: { office: Record<Locale, string>; committee: Record<Locale, string> },
  locale: Locale,
) {
  return { office: given.office[locale], committee: given.committee[locale] };
}

type Chatting = ReturnType<typeof chatting>;

/** Acts as a person in the browser: talks, presses buttons, and photographs messages. */
function chatting(page: Page, url: string, locale: Locale, always: Args) {
  const last = () => page.locator('.message.bot').last();
  const box = page.locator('textarea');
  return {
    /** A text of the program in the language of the pictures. */
    words: (key: string, args: Args = {}) => t(locale, key, { ...always, ...args }),
    async becomes(name: string) {
      await page.goto(url);
      await page.getByRole('link', { name: new RegExp(name) }).click();
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await box.waitFor();
    },
    async says(text: string) {
      await box.fill(text);
      await box.press('Enter');
    },
    /** Waits for a question, by its words up to the question mark. */
    async asks(key: string) {
      const given = { ...always, list: '', example: '', min: 1, max: 2 };
      await last()
        .filter({ hasText: t(locale, key, given).split('?')[0] ?? '' })
        .waitFor();
    },
    async sees(text: string | RegExp) {
      const found = last().filter({ hasText: text });
      await found.waitFor();
      return found;
    },
    async presses(label: string | RegExp) {
      const named = typeof label === 'string' ? { name: label, exact: true } : { name: label };
      await page.locator('.message.bot').getByRole('button', named).last().click();
    },
    async sendsFile(name: string) {
      const content = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
      await page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });
    },
    async showsAsOnZalo(on: boolean) {
      const view = page.getByRole('switch');
      if ((await view.getAttribute('aria-checked')) !== String(on)) await view.click();
    },
    /**
     * Photographs the newest messages, with what can be pressed below them; of a long one its
     * beginning or its end.
     */
    async photographs(name: string, messages: number, part: 'top' | 'end' = 'end') {
      await page.evaluate('document.fonts.ready');
      const all = page.locator('.message');
      // The chat scrolls to its end by itself; until then nothing is photographed.
      await page.waitForFunction(
        `[...document.querySelectorAll('.message')].at(-1).getBoundingClientRect().bottom <= ${viewport.height}`,
      );
      const count = await all.count();
      const boxes = [];
      for (let i = Math.max(0, count - messages); i < count; i++) {
        const found = await all.nth(i).boundingBox();
        if (found) boxes.push(found);
      }
      const top = Math.min(...boxes.map(({ y }) => y)) - 8;
      const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + 8;
      const height = Math.min(bottom - top, longest);
      const path = join(folder, locale, `${name}.png`);
      const y = part === 'top' ? top : bottom - height;
      await page.screenshot({ path, clip: { x: 0, y, width: viewport.width, height } });
      // A quarter of the bytes: people open the guide on a weak signal.
      await promisify(execFile)('convert', [path, '-strip', '-colors', '48', `png8:${path}`]);
    },
  };
}

interface Stage {
  at(instant: string): Promise<void>;
  category: string;
  /** Name of the duty to register. */
  registration: string;
  newcomer: string;
}

async function play(chat: Chatting, stage: Stage): Promise<void> {
  const { words } = chat;
  await chat.becomes(people.officer);
  await chat.says('/moi Glar');
  await chat.sees(/Xã Glar/);
  await chat.presses(words('role-liaison'));
  const invitation = await chat.sees(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await invitation.textContent()) ?? '')?.[0] ?? '';
  await chat.photographs('invite', 1);

  await chat.becomes(stage.newcomer);
  await chat.says(code);
  await chat.sees(/Xã Glar/);
  await chat.photographs('join', 2);

  await chat.becomes(people.liaison);
  await register(chat, stage);

  await chat.becomes(people.officer);
  await chat.says('/duyet');
  await chat.presses(/^GLAR-2021-001/);
  await chat.sees(/125/);
  await chat.photographs('review', 1, 'top');
  await chat.presses(words('review-return'));
  await chat.presses(`☐ ${words('register-summary-label')}`);
  await chat.presses(words('form-done'));
  await chat.says('Đề nghị nêu rõ số hộ thoát nghèo từng năm.');
  await chat.sees(/GLAR-2021-001/);

  await chat.becomes(people.liaison);
  await chat.sees(/GLAR-2021-001/);
  await chat.photographs('returned', 1);

  await chat.becomes(people.officer);
  await chat.says('/dondoc');
  await chat.presses(new RegExp(`^${stage.registration}`));
  await chat.sees(new RegExp(`${stage.registration}:`));
  await chat.photographs('nudging', 1, 'top');

  await stage.at('2021-08-20T08:00:00+07:00');
  await chat.becomes(people.liaison);
  await chat.sees(/24\/8\/2021/);
  await chat.photographs('nudge', 1);
  await chat.says('/hannop');
  await chat.sees(/24\/8\/2021[\s\S]*15\/12\/2021/);
  await chat.photographs('dues', 2, 'top');

  await chat.becomes(people.manager);
  await chat.says('/baocao tonghop 2021');
  await chat.sees(/xlsx/);
  await chat.photographs('report', 2);

  await chat.becomes(people.head);
  await chat.says('/hannop');
  await chat.sees(/Xã Glar/);
  await chat.photographs('head', 2, 'top');

  await chat.becomes(people.other);
  await chat.showsAsOnZalo(true);
  await chat.says('/dangky');
  await chat.sees(words('register-subject-collective'));
  await chat.says('1');
  await chat.sees(stage.category);
  await chat.photographs('zalo', 2);
}

async function register(chat: Chatting, stage: Stage): Promise<void> {
  const { words, asks } = chat;
  await chat.says('/dangky');
  await chat.presses(words('register-subject-collective'));
  await chat.presses(stage.category);
  await asks('register-name-model');
  await chat.says('Làng Đê Kốp giữ gìn bản sắc văn hóa');
  await asks('register-representative');
  await chat.photographs('question', 3);
  await chat.says('Ông A Nhưk, Trưởng thôn');
  await asks('register-memberCount');
  await chat.says('/hannop');
  await chat.sees(words('draft-continue'));
  await chat.photographs('paused', 1);
  await chat.presses(words('draft-continue'));
  await asks('register-memberCount');
  await chat.says('125');
  await asks('register-place');
  await chat.says('Làng Đê Kốp');
  await chat.presses(words('register-difficult-yes'));
  await chat.presses(words('register-labour-yes'));
  await asks('register-summary');
  await chat.says(
    'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo, giữ được 3 đội cồng chiêng.',
  );
  await chat.sees(/\/4[.,]000/);
  await chat.presses(words('form-done'));
  await asks('register-criteria');
  await chat.presses(/^☐ 1\./);
  await chat.sees(/☑ 1\./);
  await chat.presses(/^☐ 12\./);
  await chat.sees(/☑ 12\./);
  await chat.photographs('criteria', 1);
  await chat.presses(words('form-done'));
  await asks('register-movements');
  await chat.presses(words('form-skip'));
  await asks('register-impact');
  await chat.says('Cách làm đơn giản, các làng khác trong xã đã đến học và làm theo.');
  await chat.sees(/\/2[.,]000/);
  await chat.presses(words('form-done'));
  await asks('register-endorsedOn');
  await chat.says('5/8/2021');
  await asks('register-minutes');
  await chat.presses(words('form-skip'));
  await asks('register-files');
  await chat.sendsFile('Biên bản họp.pdf');
  await chat.sees('1/10');
  await chat.photographs('files', 3);
  await chat.presses(words('form-done'));
  await chat.sees(words('register-send'));
  await chat.photographs('send', 1);
  await chat.presses(words('register-send'));
  await chat.sees('GLAR-2021-001');
}

for (const locale of locales) await takeAll(locale);
