import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { eraseExpired } from '../app/retention/erase-expired.ts';
import { stoppedClock } from '../clock.ts';
import { closeDraft, openDraft, saveDraft } from '../drafts/draft.ts';
import { createHttp } from '../http/server.ts';
import { type Args, type Locale, t } from '../i18n.ts';
import type { Inbound } from '../jobs/inbound.ts';
import { type FileStore, openFiles } from '../store/files.ts';
import { keepBytes } from '../store/keep-bytes.ts';
import { createSignedLinks, fileLinkPath, type Links, uploadLinkPath } from './links.ts';
import { addLinkRoutes } from './routes.ts';
import { listUploadedFiles } from './uploaded-files.ts';

const clock = stoppedClock(new Date('2021-08-18T08:00+07:00'));
const start = clock.now();
const chat = { channel: 'zalo', chatId: 5_000_000_000_000_001 };
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const accepted: { channel: string; inbound: Inbound }[] = [];

let db: TestDatabase;
let files: FileStore;
let links: Links;
let http: FastifyInstance;
let root: string;
let folder: string;
/** How many files can still be written. */
let putsLeft = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'dht-links-'));
  const store = openFiles({ dataDir: folder });
  files = {
    ...store,
    put: async (key, content) => {
      if (--putsLeft < 0) throw new Error('no space left on device');
      return await store.put(key, content);
    },
  };
  http = createHttp({ log: pino({ level: 'silent' }) });
  const office = (locale: Locale) => (locale === 'vi' ? 'Phòng Nội vụ <An Phú>' : 'the Office of An Phú');
  const say = (locale: Locale, key: string, args?: Args) =>
    t(locale, key, { contact: office(locale), ...args });
  const deps = { db, files, clock, office, say };
  links = createSignedLinks({ db, clock, publicUrl: () => root });
  addLinkRoutes(http, links, deps, async (channel, updates) => {
    for (const inbound of updates) accepted.push({ channel, inbound });
  });
  root = await http.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await http.close();
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  clock.set(start);
  accepted.length = 0;
  putsLeft = Number.POSITIVE_INFINITY;
});

const addressOf = async (name: string, content: Uint8Array = pdf) =>
  links.fileAddress(await links.keep(chat, await keepBytes(files, 'links', name, Readable.from([content]))));
const days = (n: number) => clock.set(new Date(start.getTime() + n * 86_400_000));

describe('a link to a file', () => {
  it('returns the file under its name until it expires, by HEAD too', async () => {
    const name = "Báo cáo (tổng hợp) 2021 'Đak Đoa'.xlsx";
    const address = await addressOf(name);
    for (const method of ['HEAD', 'GET', 'GET', 'HEAD']) {
      const response = await fetch(address, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      );
      expect(response.headers.get('content-length')).toBe(String(pdf.length));
      const disposition = response.headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.~-]+$/);
      expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(method === 'GET' ? pdf : Buffer.alloc(0))).toBe(true);
    }
  });

  it('is the same for long names', async () => {
    const response = await fetch(await addressOf(`${'đ'.repeat(180)}.pdf`));
    expect(response.status).toBe(200);
  });

  it('shows pictures in the browser and saves everything else', async () => {
    const place = async (name: string) =>
      (await fetch(await addressOf(name), { method: 'HEAD' })).headers.get('content-disposition');
    expect(await place('a.jpg')).toMatch(/^inline;/);
    expect(await place('a.html')).toMatch(/^attachment;/);
    expect(await place('a.svg')).toMatch(/^attachment;/);
  });

  it('expires with a sentence', async () => {
    const address = await addressOf('a.pdf');
    days(6.9);
    expect((await fetch(address)).status).toBe(200);
    days(7.1);
    const response = await fetch(address);
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('đã hết hạn');
    expect(await (await fetch(address, { headers: { 'accept-language': 'en' } })).text()).toContain(
      'expired',
    );
  });

  it('leads nowhere when any part of it is changed', async () => {
    const address = await addressOf('a.pdf');
    const [, token = ''] = new URL(address).pathname.split(`${fileLinkPath}/`);
    for (const path of [
      '',
      '/',
      `/${token.split('/')[0]}`,
      `/${token.split('/')[0]}/`,
      `/${token.split('/')[0]}/b.pdf`,
      `/${token}/more`,
      `/${token.replace(/./, (first) => (first === 'a' ? 'b' : 'a'))}`,
      `/${token.replace(/\.[^./]+\//, '.AAAAAAAAAAAAAAAAAAAAAA/')}`,
      `/${randomUUID()}.zzzzzz.AAAAAAAAAAAAAAAAAAAAAA/a.pdf`,
      '/..%2f..%2fetc%2fpasswd/a',
    ]) {
      expect((await fetch(`${root}${fileLinkPath}${path}`)).status, path).toBe(404);
    }
  });

  it('and its bytes are removed once no link leads to them', async () => {
    const address = await addressOf('a.pdf');
    const [id = ''] = new URL(address).pathname.slice(fileLinkPath.length + 1).split('.');
    const kept = await links.find(id);
    days(7.5);
    await eraseExpired({ db, files, clock, log: pino({ level: 'silent' }), mode: 'production' });
    expect(await links.find(id)).toBeDefined();
    days(8.5);
    await eraseExpired({ db, files, clock, log: pino({ level: 'silent' }), mode: 'production' });
    expect(await links.find(id)).toBeUndefined();
    await expect(files.size(kept?.storageKey ?? '')).rejects.toThrow('no file');
  });
});

describe('a link to a file at odd times', () => {
  const erase = () => eraseExpired({ db, files, clock, log: pino({ level: 'silent' }), mode: 'production' });

  it.each([
    ['a second after its time', 7.0001, false],
    ['before its file is erased', 7.9, false],
    ['after its file was erased', 8.1, true],
    ['a month later', 40, true],
    ['three years later', 1100, true],
  ])('%s it says that it has expired', async (_, after, erased) => {
    const address = await addressOf('a.pdf');
    days(after);
    if (erased) await erase();
    for (const method of ['GET', 'HEAD']) expect((await fetch(address, { method })).status).toBe(410);
    expect(await (await fetch(address)).text()).toContain('đã hết hạn');
  });

  it('with an erased file and another time in it, it leads nowhere', async () => {
    const address = await addressOf('a.pdf');
    days(9);
    await erase();
    for (const expiry of ['zzzzzz', 'zz', '', '-1', 'NaN', 'ZZZZZ', '0'.repeat(40)])
      expect(
        (await fetch(address.replace(/(\/tep\/[^.]+)\.[0-9a-z]+\./, `$1.${expiry}.`))).status,
        expiry,
      ).toBe(404);
    expect((await fetch(address.replace(/\.[\w-]+\/a.pdf$/, '.x/a.pdf'))).status).toBe(404);
  });

  it.each([
    ['the first bytes', 'bytes=0-3'],
    ['the rest after a break', 'bytes=10-'],
    ['the last bytes', 'bytes=-5'],
    ['bytes that are not there', 'bytes=1000000-'],
    ['several ranges', 'bytes=0-1,3-4'],
    ['words', 'lines=1-2'],
  ])('asked for %s it gives a whole and valid answer', async (_, range) => {
    const address = await addressOf('a.pdf');
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(address, { method, headers: { range } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-length')).toBe(String(pdf.length));
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.length).toBe(method === 'GET' ? pdf.length : 0);
    }
  });

  it('opened while its file is being erased it gives all of it or says so', async () => {
    const large = Buffer.alloc(3_000_000, '%');
    pdf.copy(large);
    for (let round = 0; round < 5; round += 1) {
      const address = await addressOf(`${round}.pdf`, large);
      const opens = Array.from({ length: 6 }, () =>
        fetch(address).then(async (answer) => ({
          status: answer.status,
          length: answer.status === 200 ? (await answer.arrayBuffer()).byteLength : undefined,
        })),
      );
      const file = await links.find(
        new URL(address).pathname.slice(fileLinkPath.length + 1).split('.')[0] ?? '',
      );
      await files.remove(file?.storageKey ?? '');
      await db.prisma.chatFile.deleteMany({ where: { id: file?.id ?? '' } });
      for (const { status, length } of await Promise.all(opens))
        expect([
          [200, large.length],
          [404, undefined],
        ]).toContainEqual([status, length]);
    }
  });
});

describe('every page behind a link is of one piece with the chat', () => {
  const gone = async () => {
    const address = await addressOf('a.pdf');
    days(8);
    return address;
  };
  const cases: [what: string, address: () => Promise<string>, language: string, office: string][] = [
    ['a changed link', async () => `${root}${fileLinkPath}/x`, 'vi', 'Phòng Nội vụ &lt;An Phú&gt;'],
    ['a changed link, in English', async () => `${root}${fileLinkPath}/x`, 'en', 'The Office of An Phú'],
    ['a changed upload link', async () => `${root}${uploadLinkPath}/x`, 'vi', 'Phòng Nội vụ &lt;An Phú&gt;'],
    ['an unknown style', async () => `${root}/trang-tep/0/x.css`, 'vi', 'Phòng Nội vụ &lt;An Phú&gt;'],
    ['an expired file', gone, 'en', 'The Office of An Phú'],
  ];
  it.each(cases)('%s bears the office’s name and its colours', async (_what, address, language, office) => {
    const page = await fetch(await address(), { headers: { 'accept-language': language } });
    const html = await page.text();
    expect(html).toContain(`<strong>${office}</strong>`);
    const [, colours = ''] = /href="([^"]+colours\.css)"/.exec(html) ?? [];
    const sheet = await (await fetch(root + colours)).text();
    const [, own = ''] = /href="([^"]+upload\.css)"/.exec(html) ?? [];
    const rules = await (await fetch(root + own)).text();
    const used = new Set([...rules.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
    expect(used.size).toBeGreaterThan(5);
    for (const name of used) expect(sheet).toContain(`${name}: `);
  });
});

describe('the upload page', () => {
  const drafts = async () => {
    const draft = await openDraft(db.pool, {
      form: 'register',
      personId: null,
      chatKey: 'zalo:1',
      openedBy: randomUUID(),
      at: start,
    });
    const wanted = { draftId: draft.id, rev: draft.rev, max: 2, arrived: `f:${draft.id}:files:u` };
    return { draft, address: await links.uploadAddress(chat, wanted, 'vi') };
  };
  const posted = (address: string, given: [name: string, bytes: Uint8Array][], json = true) => {
    const body = new FormData();
    for (const [name, bytes] of given) body.append('files', new Blob([new Uint8Array(bytes)]), name);
    return fetch(address, { method: 'POST', body, headers: json ? { accept: 'application/json' } : {} });
  };
  const other = (n: number) => Buffer.concat([pdf, Buffer.from(`% ${n}`)]);
  const stored = async (draftId: number) => {
    const { rows } = await db.pool.query<{ name: string }>(
      'SELECT name FROM attachment WHERE draft_id = $1 ORDER BY id',
      [draftId],
    );
    return rows.map(({ name }) => name);
  };

  it('needs no script, loads only its own files and sends its address to no other site', async () => {
    const { address } = await drafts();
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
    const page = await response.text();
    expect(page).toMatch(/<form method="post" enctype="multipart\/form-data"/);
    for (const [, path] of page.matchAll(/(?:href|src)="([^"]+)"/g)) {
      expect((await fetch(root + path)).status, path).toBe(200);
    }
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
  });

  it('stores the files, reports on each, and tells the chat once', async () => {
    const { draft, address } = await drafts();
    const key = 'abcd1234';
    for (let time = 0; time < 2; time++) {
      const response = await posted(`${address}?key=${key}`, [
        ['Biên bản họp.pdf', pdf],
        ['lạ.exe', Buffer.from('MZ nothing')],
      ]);
      expect(await response.json()).toEqual({
        files: [
          { name: 'Biên bản họp.pdf', ok: true },
          { name: 'lạ.exe', ok: false, say: expect.stringContaining('lạ.exe') },
        ],
        have: 1,
      });
    }
    expect(await stored(draft.id)).toEqual(['Biên bản họp.pdf']);
    expect(new Set(accepted.map(({ inbound }) => inbound.key))).toEqual(
      new Set([`upload:${draft.id}:${key}`]),
    );
    expect(accepted[0]).toMatchObject({
      channel: 'zalo',
      inbound: {
        update: {
          callback_query: {
            data: `f:${draft.id}:files:u:${key}`,
            from: { id: chat.chatId },
            message: { chat: { id: chat.chatId } },
          },
        },
      },
    });
    expect(await listUploadedFiles(db.pool, draft.id, key)).toMatchObject([{ name: 'Biên bản họp.pdf' }]);
  });

  it('works without its script: the answer is the page again', async () => {
    const { draft, address } = await drafts();
    const page = await (
      await posted(
        address,
        [
          ['a.pdf', pdf],
          ['b.pdf', other(1)],
        ],
        false,
      )
    ).text();
    expect(page).toContain('Đã nhận 2/2 tệp.');
    expect(page).not.toContain('<form');
    expect(await stored(draft.id)).toEqual(['a.pdf', 'b.pdf']);
    expect(accepted).toHaveLength(1);
  });

  it('reports a file that had arrived before, with its script and without', async () => {
    const { draft, address } = await drafts();
    await posted(address, [['a.pdf', pdf]]);
    const again = { name: 'bản sao.pdf', ok: true, say: 'Đã nhận trước đó rồi' };
    expect(await (await posted(address, [['bản sao.pdf', pdf]])).json()).toEqual({ files: [again], have: 1 });
    expect(await (await posted(address, [['bản sao.pdf', pdf]], false)).text()).toContain(again.say);
    expect(await stored(draft.id)).toEqual(['a.pdf']);
  });

  it('keeps to the number of files, and removes folders from names', async () => {
    const { draft, address } = await drafts();
    const given = await posted(address, [
      ['C:\\Users\\binh\\a.pdf', pdf],
      ['../b.pdf', other(1)],
      ['c.pdf', other(2)],
    ]);
    expect(await given.json()).toMatchObject({ have: 2, files: [{ ok: true }, { ok: true }, { ok: false }] });
    expect(await stored(draft.id)).toEqual(['a.pdf', 'b.pdf']);
  });

  it('accepts nothing from an empty form and does not tell the bot', async () => {
    const { draft, address } = await drafts();
    expect((await posted(address, [['', Buffer.alloc(0)]], false)).status).toBe(200);
    expect((await posted(address, [['leer.pdf', Buffer.alloc(0)]])).status).toBe(200);
    expect(await stored(draft.id)).toEqual([]);
    expect(accepted).toEqual([]);
  });

  it('refuses a file of more than 20 MB', async () => {
    const { draft, address } = await drafts();
    const big = Buffer.alloc(20 * 1024 * 1024 + 10, '%');
    pdf.copy(big);
    expect(await (await posted(address, [['lon.pdf', big]])).json()).toMatchObject({
      files: [{ ok: false, say: expect.stringContaining('20 MB') }],
      have: 0,
    });
    expect(await stored(draft.id)).toEqual([]);
  });

  it.each([
    [
      'answered',
      async (draftId: number) => {
        const { rows } = await db.pool.query('SELECT * FROM draft WHERE id = $1', [draftId]);
        await saveDraft(db.pool, rows[0], {
          answers: { files: 0 },
          cursor: null,
          by: { updateKey: 'x' },
          at: start,
        });
      },
    ],
    ['sent', (draftId: number) => closeDraft(db.pool, draftId, 'done', start)],
    ['thrown away', (draftId: number) => closeDraft(db.pool, draftId, 'discarded', start)],
  ])('is over once the question is %s', async (_name, end) => {
    const { draft, address } = await drafts();
    await end(draft.id);
    const page = await fetch(address);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('Các tệp đã nhận vẫn được giữ');
    const late = 'Tệp vừa chọn chưa được nhận vì câu hỏi đã qua.';
    const refused = await posted(address, [['a.pdf', pdf]]);
    expect(refused.status).toBe(410);
    expect(await refused.json()).toEqual({
      say: [late, expect.stringContaining('Các tệp đã nhận vẫn được giữ')],
    });
    const withoutScript = await posted(address, [['a.pdf', pdf]], false);
    expect(withoutScript.status).toBe(410);
    expect(await withoutScript.text()).toContain(late);
    expect(await stored(draft.id)).toEqual([]);
    expect(accepted).toEqual([]);
  });

  it('expires', async () => {
    const { address } = await drafts();
    days(3.1);
    expect((await fetch(address)).status).toBe(410);
  });

  it('does not exist for a changed link', async () => {
    const { address } = await drafts();
    const changed = address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await fetch(changed)).status).toBe(404);
    expect((await posted(changed, [['a.pdf', pdf]])).status).toBe(404);
    expect((await fetch(`${root}${uploadLinkPath}/`)).status).toBe(404);
    expect((await fetch(`${root}${uploadLinkPath}`)).status).toBe(404);
  });

  it('accepts no file for a question that ends during the upload', async () => {
    const { draft, address } = await drafts();
    const upload = slowUpload(address);
    const late = partOf('b.pdf', other(1));
    await upload.sends(Buffer.concat([partOf('a.pdf', pdf), late.subarray(0, 110)]));
    await vi.waitFor(async () => expect(await stored(draft.id)).toEqual(['a.pdf']), patience);
    await closeDraft(db.pool, draft.id, 'done', start);
    const { status, json } = await upload.ends(late.subarray(110));
    expect(status).toBe(200);
    expect(json.files).toEqual([
      { name: 'a.pdf', ok: true },
      { name: 'b.pdf', ok: false, say: expect.stringContaining('câu hỏi đã qua') },
    ]);
    expect(await stored(draft.id)).toEqual(['a.pdf']);
    expect(accepted).toHaveLength(1);
  });

  it('accepts no more at once than allowed, and the same file once', async () => {
    const { draft, address } = await drafts();
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => posted(address, [[`${n}.pdf`, other(n)]])));
    expect(await stored(draft.id)).toHaveLength(2);
    const same = await drafts();
    await Promise.all([1, 2, 3, 4].map(() => posted(same.address, [['a.pdf', pdf]])));
    expect(await stored(same.draft.id)).toEqual(['a.pdf']);
  });

  it('names the files that were too many', async () => {
    const { address } = await drafts();
    const many = Array.from({ length: 12 }, (_, n): [string, Uint8Array] => [`${n}.pdf`, other(n)]);
    const refused = Array.from({ length: 10 }, () => ({ ok: false, say: expect.stringContaining('2 tệp') }));
    expect(await (await posted(address, many)).json()).toMatchObject({
      files: [{ ok: true }, { ok: true }, ...refused],
    });
  });

  it('tells the chat of files that arrived before the connection broke, once', async () => {
    const { draft, address } = await drafts();
    const upload = slowUpload(address);
    await upload.sends(Buffer.concat([partOf('a.pdf', pdf), partOf('b.pdf', other(1)).subarray(0, 110)]));
    await vi.waitFor(async () => expect(await stored(draft.id)).toEqual(['a.pdf']), patience);
    upload.breaks();
    await vi.waitFor(() => expect(accepted).toHaveLength(1), patience);
    await posted(address, [
      ['a.pdf', pdf],
      ['b.pdf', other(1)],
    ]);
    expect(accepted).toHaveLength(2);
    expect(await stored(draft.id)).toEqual(['a.pdf', 'b.pdf']);
  });

  it('a store that fills up during the next file ends the upload, and nothing else', async () => {
    const { draft, address } = await drafts();
    putsLeft = 0;
    const upload = slowUpload(address);
    const next = partOf('b.pdf', other(1));
    await upload.sends(Buffer.concat([partOf('a.pdf', pdf), next.subarray(0, 110)]));
    await vi.waitFor(() => expect(putsLeft).toBe(-1), patience);
    expect((await upload.ends(next.subarray(110))).status).toBe(500);
    expect(await stored(draft.id)).toEqual([]);
    expect(accepted).toEqual([]);
    putsLeft = 2;
    expect((await posted(address, [['a.pdf', pdf]])).status).toBe(200);
  });

  it('a full store is the server’s fault; the stored files are reported', async () => {
    const { draft, address } = await drafts();
    putsLeft = 1;
    const failed = await posted(address, [
      ['a.pdf', pdf],
      ['b.pdf', other(1)],
    ]);
    expect(failed.status).toBe(500);
    expect(await stored(draft.id)).toEqual(['a.pdf']);
    expect(accepted).toHaveLength(1);
  });

  it('says what is wrong with a broken form', async () => {
    const { address } = await drafts();
    const broken = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF',
    });
    expect(broken.status).toBe(400);
    expect((await fetch(address, { method: 'POST', body: 'x' })).status).toBe(415);
  });
});

const patience = { timeout: 60_000 };

const partOf = (name: string, bytes: Uint8Array) =>
  Buffer.concat([
    Buffer.from(
      `--x\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);

/** A form that arrives slowly, as over a weak signal. */
function slowUpload(address: string) {
  const sending = request(address, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', accept: 'application/json' },
  });
  sending.on('error', () => undefined);
  const answered = once(sending, 'response');
  answered.catch(() => undefined);
  return {
    sends: (bytes: Uint8Array) => new Promise<unknown>((sent) => sending.write(bytes, sent)),
    async ends(bytes: Uint8Array) {
      sending.end(Buffer.concat([bytes, Buffer.from('--x--\r\n')]));
      const [response] = await answered;
      return { status: response.statusCode, json: JSON.parse(await text(response)) };
    },
    breaks: () => sending.destroy(),
  };
}
