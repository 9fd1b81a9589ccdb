/**
 * `npm run guide:pictures [FOLDER]`: takes the pictures of the guide (`src/guide`) from the real
 * program, in both languages: a rehearsal is played through, and each step is photographed on a
 * phone's width. Those of the guides in `docs` are the same ones. Needs Chromium, or CHROMIUM=path,
 * and ImageMagick.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { type Locale, locales, t } from '../../src/i18n.ts';
import { createLog } from '../../src/log.ts';
import { openBrowser } from './open-browser.ts';
import { photographer, viewport } from './photographer.ts';

const folder = process.argv[2] ?? 'src/guide/pictures';
/** Pictures of the guides in `docs`, by the picture that they are. */
const inDocs: Record<string, string> = {
  join: 'dau-moi-tham-gia',
  question: 'dau-moi-cau-hoi',
  paused: 'dau-moi-tam-dung',
  files: 'dau-moi-tep',
  send: 'dau-moi-xem-lai',
  returned: 'dau-moi-bi-tra-lai',
  nudge: 'dau-moi-nhac-viec',
  invite: 'phong-noi-vu-ma-moi',
  review: 'phong-noi-vu-duyet',
  changed: 'phong-noi-vu-da-sua',
  nudging: 'phong-noi-vu-don-doc',
  report: 'lanh-dao-bao-cao',
  zalo: 'nhu-tren-zalo',
};
/** Those that the guide on the page does not show. */
const onlyInDocs = new Set(['changed']);
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
    const folders = (name: string) => [
      ...(onlyInDocs.has(name) ? [] : [join(folder, locale, `${name}.png`)]),
      ...(locale === 'vi' && inDocs[name] ? [join('docs/pictures', `${inDocs[name]}.png`)] : []),
    ];
    const always = bodies(app.house.plan.bodies, locale);
    await play(photographer(page, { url: app.url, locale, always, folders }), {
      at: async (instant) => {
        app.clock.set(new Date(instant));
        await app.planNow();
      },
      subject: app.house.plan.subjects.collective.name[locale],
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

type Chatting = ReturnType<typeof photographer>;

interface Stage {
  at(instant: string): Promise<void>;
  subject: string;
  category: string;
  /** Name of the duty to register. */
  registration: string;
  newcomer: string;
}

async function play(chat: Chatting, stage: Stage): Promise<void> {
  const { words, asks } = chat;
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
  await chat.photographs('review', 1);
  await chat.presses(words('review-return'));
  await chat.presses(`☐ ${words('register-summary-label')}`);
  await chat.presses(words('form-done'));
  await chat.says('Đề nghị nêu rõ số hộ thoát nghèo từng năm.');
  await chat.sees(/GLAR-2021-001/);

  await chat.becomes(people.liaison);
  await chat.sees(/GLAR-2021-001/);
  await chat.photographs('returned', 1);
  await chat.presses(words('notice-mend-now'));
  await asks('register-summary');
  await chat.says('Làng có 125 hộ; năm 2019 có 8 hộ, năm 2020 có 12 hộ thoát nghèo, không có hộ tái nghèo.');
  await chat.sees(/\/4[.,]000/);
  await chat.presses(words('form-done'));
  await chat.sees(words('register-send'));
  await chat.presses(words('register-send'));
  await chat.sees('GLAR-2021-001');

  await chat.becomes(people.officer);
  await chat.says('/duyet');
  await chat.presses(/^GLAR-2021-001/);
  await chat.sees(/125/);
  await chat.photographs('changed', 1);
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
  await chat.photographs('report', 1);

  await chat.becomes(people.head);
  await chat.says('/hannop');
  await chat.sees(/Xã Glar/);
  await chat.photographs('head', 2, 'top');

  await chat.becomes(people.other);
  await chat.showsAsOnZalo(true);
  await chat.says('/dangky');
  await chat.sees(stage.subject);
  await chat.says('1');
  await chat.sees(stage.category);
  await chat.photographs('zalo', 2);
}

async function register(chat: Chatting, stage: Stage): Promise<void> {
  const { words, asks } = chat;
  await chat.says('/dangky');
  await chat.presses(stage.subject);
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
