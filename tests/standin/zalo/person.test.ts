import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ZaloPerson } from '../../support/zalo-person.ts';
import { call } from './call.ts';
import { startZaloStandIn, type ZaloStandIn } from './start.ts';

let standIn: ZaloStandIn;
let person: ZaloPerson;
beforeEach(async () => {
  standIn = await startZaloStandIn();
  person = standIn.person({ name: 'Ana', patience: 1000, settle: 50 });
  await person.says('chào');
});
afterEach(() => standIn.close());

const bot = (text: string, more: object = {}) =>
  call(standIn, 'sendMessage', { chat_id: person.id, text, ...more });
const typed = async () => (await person.transcript()).filter((one) => !one.fromBot).map(({ text }) => text);

describe('seeing', () => {
  test('messages in their order, each once, without markup', async () => {
    await bot('<b>1/12</b> Đối tượng?\n\n1. Tập thể\n2. Cá nhân', { parse_mode: 'html' });
    await bot('Đối tượng, lần nữa');
    expect(await person.sees('Đối tượng')).toEqual({
      id: 2,
      fromBot: true,
      text: '1/12 Đối tượng?\n\n1. Tập thể\n2. Cá nhân',
      buttons: ['Tập thể', 'Cá nhân'],
      keyboard: [],
    });
    expect(await person.sees(/^Đối tượng/)).toMatchObject({ id: 3, buttons: [] });
    await expect(person.sees('Đối tượng')).rejects.toThrow(/does not see Đối tượng\n.*person #1: chào/s);
  });

  test('only the newest menu is live', async () => {
    await bot('Một?\n1. Có\n2. Không');
    await bot('Hai?\n1. Đồng ý');
    expect((await person.transcript()).map(({ buttons }) => buttons)).toEqual([[], [], ['Đồng ý']]);
  });

  test('a long message in parts: its menu is on the last', async () => {
    const patient = standIn.person({ name: 'Bia', patience: 60_000, settle: 60_000 });
    await patient.says('chào');
    const seen = patient.sees('Tiêu chí đạt được');
    await bot(`Tiêu chí đạt được\n${'a'.repeat(1500)}`, { chat_id: patient.id });
    await bot('và nữa\n1. Xong', { chat_id: patient.id });
    expect(await seen).toMatchObject({ buttons: ['Xong'] });
  });
});

describe('choosing', () => {
  test('types the mark before the line', async () => {
    await bot('Đối tượng?\n\n1. Tập thể\n2. Cá nhân');
    await person.presses('Cá nhân');
    await bot('Năm sinh?\nA. Quay lại\nB. Lưu nháp');
    await person.presses('Lưu nháp');
    expect(await typed()).toEqual(['chào', '2', 'B']);
  });

  test('waits for a newer menu rather than using an old one', async () => {
    const patient = standIn.person({ name: 'Bia', patience: 2000, settle: 500 });
    await patient.says('chào');
    const send = (text: string) => call(standIn, 'sendMessage', { chat_id: patient.id, text });
    await send('☐ hay ☑\n1. ☐ Một\n2. Xong');
    await patient.presses('☐ Một');
    const pressed = patient.presses('Xong');
    await send('☐ hay ☑\n1. ☑ Một\n2. Tất cả\n3. Xong');
    await pressed;
    expect((await patient.transcript()).at(-1)).toMatchObject({ fromBot: false, text: '3' });
  });

  test('finds nothing in a menu that has been replaced', async () => {
    await bot('Một?\n1. Có\n2. Không');
    await bot('Hai?\n1. Đồng ý');
    await expect(person.presses('Có')).rejects.toThrow(/finds no line "Có"/);
  });

  test('types the words of an old menu, whose numbers mean another', async () => {
    await bot('Một?\n1. Có\n2. Không');
    const old = await person.sees('Một');
    await bot('Hai?\n1. Đồng ý');
    await person.pressesOn(old, 'Không');
    expect(await typed()).toEqual(['chào', 'Không']);
  });
});

describe('links', () => {
  let reads: string[];
  let posted: string[];
  let respond: (request: IncomingMessage, response: ServerResponse, nth: number) => void;
  let root: string;
  let close: () => Promise<void>;
  beforeEach(async () => {
    reads = [];
    posted = [];
    const server = createServer(async (request, response) => {
      if (request.method === 'POST') {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(Buffer.from(chunk));
        posted.push(Buffer.concat(chunks).toString());
      } else {
        reads.push(request.method ?? '');
      }
      respond(request, response, reads.length);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    close = () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
  });
  afterEach(() => close());

  const report = {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="Bao-cao.xlsx"; filename*=UTF-8''${encodeURIComponent('Báo cáo.xlsx')}`,
  };

  test('are read by HEAD and twice by GET before they are shown, and again by the person', async () => {
    respond = (_, response) => response.writeHead(200, report).end('PK');
    await bot(`Báo cáo: ${root}/f/1.`);
    expect(reads).toEqual(['HEAD', 'GET', 'GET']);
    const file = await person.receivesFile('Báo cáo.xlsx');
    expect(file).toEqual({
      name: 'Báo cáo.xlsx',
      caption: `Báo cáo: ${root}/f/1.`,
      bytes: new Uint8Array(Buffer.from('PK')),
    });
    expect(standIn.violations).toEqual([]);
    await expect(person.receivesFile('Báo cáo.xlsx')).rejects.toThrow(/gets no file/);
  });

  test.each([
    ['can be read once only', 200, 404, 404],
    ['cannot be read by HEAD', 405, 200, 200],
    ['are gone', 410, 410, 410],
  ])('that %s are a mistake', async (_, ...statuses) => {
    respond = (_request, response, nth) => response.writeHead(statuses[nth - 1] ?? 200, report).end('PK');
    await bot(`Báo cáo: ${root}/f/1`);
    expect(standIn.violations).toEqual([expect.stringMatching(/a link cannot be read: (HEAD|GET) /)]);
  });

  test('of pictures: shown when they can be read twice', async () => {
    respond = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('PNG');
    await call(standIn, 'sendPhoto', {
      chat_id: person.id,
      photo: `${root}/tien-do.png`,
      caption: 'Tiến độ',
    });
    expect(await person.sees('Tiến độ')).toMatchObject({ file: 'tien-do.png' });
    expect(await person.receivesFile('tien-do.png')).toMatchObject({ caption: 'Tiến độ' });
    expect(standIn.violations).toEqual([]);
  });

  test.each([
    ['can be read once only', 'image/png', [200, 200, 404]],
    ['are none', 'text/html', [200, 200, 200]],
  ])('of pictures that %s: ok, and black', async (_, type, statuses) => {
    respond = (_request, response, nth) =>
      response.writeHead(statuses[nth - 1] ?? 200, { 'content-type': type }).end('PNG');
    const { body } = await call(standIn, 'sendPhoto', { chat_id: person.id, photo: `${root}/a.png` });
    expect(body).toMatchObject({ ok: true });
    expect(await person.transcript()).toMatchObject([{}, { file: '(ảnh đen)' }]);
    expect(standIn.violations).toEqual([expect.stringMatching(/a black picture/)]);
  });

  const page = `<!doctype html><form method="post" enctype="multipart/form-data" action="/u/1?a=1&amp;b=2">
    <input type="hidden" name="key" value="k1"><input type="file" name="files" multiple></form>`;

  test('to an upload page: a document is sent by its form', async () => {
    respond = (request, response) =>
      request.method === 'POST'
        ? response.writeHead(200, { location: request.url }).end()
        : response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    await bot(`Minh chứng? Gửi tệp tại: ${root}/u/1`);
    await person.sendsFile('Biên bản.pdf', Buffer.from('%PDF'));
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('name="key"\r\n\r\nk1');
    expect(posted[0]).toContain(
      'name="files"; filename="Biên bản.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF',
    );
    expect(standIn.events).toHaveLength(1);
  });

  test('to no upload page: the document is sent into the chat, and the link comes', async () => {
    respond = (request, response) =>
      response.writeHead(request.method === 'POST' ? 422 : 200, { 'content-type': 'text/html' }).end(page);
    const uploaded = person.sendsFile('Biên bản.pdf', Buffer.from('%PDF'));
    await expect.poll(() => standIn.events.at(-1)?.event_name).toBe('message.unsupported.received');
    await bot(`Anh/chị gửi tệp tại: ${root}/u/1`);
    await uploaded;
    expect(posted).toHaveLength(1);
  });
});
