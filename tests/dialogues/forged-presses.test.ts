import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PressKind } from '../../src/bot/core/press-table.ts';
import { features, formsOf, pressesOf } from '../../src/bot/features/index.ts';
import { ops } from '../../src/bot/forms/buttons.ts';
import { openDraft } from '../../src/drafts/draft.ts';
import { exemplarById } from '../../src/exemplars/exemplar.ts';
import { answersOf } from '../../src/exemplars/registration.ts';
import { allRoles, needsUnit } from '../../src/people/roles.ts';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';

/** Values that no button of ours ever has in one of its parts. */
const badParts = ['2147483648', '-1', '99999999999999', '', '1,5', '1e3', '\0', 'đ'];
/** Values after the step in the button of a form. */
const formValues = [undefined, '2147483648', '0.2.x'];
/** Values that some button of ours does have, so that the damaged part is the only wrong one. */
const goodParts = {
  id: ['1'],
  maybeId: ['0', '1'],
  number: ['0', '2021'],
  page: ['0'],
  text: ['registration', 'tonghop'],
  ids: ['1'],
  revision: ['0', 'zz'],
  duty: ['registration', 'annualReport@2'],
  occurrence: ['0', '2021-Q3'],
};

/** Data of a kind with every part right, as large as possible, and with unknown names. */
function wellFormed({ name, parts }: PressKind): string[] {
  const right = parts.reduce<string[]>(
    (begun, part) => begun.flatMap((one) => goodParts[part].map((value) => `${one}:${value}`)),
    [name],
  );
  const largest = {
    id: '2147483647',
    maybeId: '2147483647',
    number: '2147483647',
    page: '2147483647',
    text: 'tonghop',
    ids: 'zik0zj',
    revision: 'zik0zj',
    duty: 'registration@999999999',
    occurrence: '9999',
  };
  const names = parts.flatMap((part, at) =>
    part !== 'text'
      ? []
      : ['2147483648', '..', '__proto__', '%s'].map((odd) =>
          parts.map((one, i) => (i === at ? odd : goodParts[one][0])),
        ),
  );
  return [
    ...right,
    ...[parts.map((part) => largest[part]), ...names].map((given) => [name, ...given].join(':')),
  ];
}

/** Tells whether this is valid in such a part: a page is clamped, and any sign may be a name. */
function fits(part: PressKind['parts'][number], text: string): boolean {
  if (part === 'page') return /^-?\d+$/.test(text);
  if (part === 'ids' || part === 'revision') return text === '1e3';
  if (part === 'duty' || part === 'occurrence') return false;
  // The inbox removes a NUL.
  return part === 'text' && /^[!-~]*$/.test(text.replaceAll('\0', ''));
}

/** Data of a kind with one part damaged, missing or extra, and of an unknown name. */
function damaged({ name, parts }: PressKind, bad: string[]): string[] {
  const right = parts.map((part) => goodParts[part][0] ?? '');
  const one = parts.flatMap((part, at) =>
    bad.filter((text) => !fits(part, text)).map((text) => [name, ...right.with(at, text)].join(':')),
  );
  const fewer = parts.length > 0 ? [[name, ...right.slice(1)].join(':')] : [];
  return [...one, ...fewer, [name, ...right, '1'].join(':'), `${name}x:1`, `${name}:::`, name.toUpperCase()]
    .map((data) => Buffer.from(data).subarray(0, 64).toString())
    .filter((data) => data !== name);
}

const garbage = [
  '\u0001\u0000\ud800'.repeat(9),
  'z'.repeat(64),
  ':'.repeat(64),
  'f:'.repeat(32),
  '{"a":1}',
  "'; drop table exemplar; --",
  '👍'.repeat(16),
];

describe.each(everyChannel)('on %s', { timeout: 300_000 }, (channel) => {
  let house: TestHouse;
  let updates = 800_000_000;
  const pool = () => house.app.house.db.pool;

  beforeAll(async () => {
    house = await testHouse({ channel });
    await registers(await house.joined('Người Đăng Ký', 'liaison', 'GLAR'), { name: 'Đồi chè' });
  });
  afterAll(async () => {
    await house.close();
  });

  /** The chat of the person who came last. */
  const newestChat = async () => {
    const { rows } = await pool().query<{ chat_id: string }>(
      'select chat_id from account order by id desc limit 1',
    );
    return Number(rows[0]?.chat_id);
  };

  /** Presses buttons that were never shown, in this order, and waits until all are settled. */
  const forge = async (chat: number, all: string[]) => {
    const pressed = all.map((data) => ({ id: ++updates, data }));
    await house.app.accept(
      channel,
      pressed.map(({ id, data }) => ({
        key: String(id),
        update: {
          update_id: id,
          callback_query: {
            id: `${chat}:${id}`,
            chat_instance: '1',
            data,
            from: { id: chat, is_bot: false, first_name: 'x' },
            message: { message_id: 1, date: 0, chat: { id: chat, type: 'private', first_name: 'x' } },
          },
        },
      })),
    );
    const keys = pressed.map(({ id }) => String(id));
    const outcomes = async () => {
      const { rows } = await pool().query<{
        key: string;
        status: string;
        attempts: number;
        error: string | null;
      }>(
        `select update_key as key, status, attempts, error from inbox_update
         where channel = $1 and update_key = any ($2)`,
        [channel, keys],
      );
      const failed = rows.filter((one) => one.attempts > 1 || one.status === 'failed');
      return { failed, done: rows.filter((one) => one.status === 'done').length };
    };
    await expect
      .poll(
        async () => {
          const { failed, done } = await outcomes();
          return failed.length > 0 || done === keys.length;
        },
        { interval: 20, timeout: 250_000 },
      )
      .toBe(true);
    const { failed } = await outcomes();
    expect(failed.map(({ key, error }) => [all[keys.indexOf(key)], error])).toEqual([]);
    return pressed;
  };
  /** Counts the bot's messages in the chat; `having` these words. */
  const told = async (person: ChatPerson, having = '') =>
    (await person.transcript()).filter(({ fromBot, text }) => fromBot && text.includes(having)).length;

  /** Telegram tells which press a message belongs to: the press is answered after it. */
  const withoutAnswer = (chat: number, pressed: { id: number; data: string }[]) => {
    const mute: string[] = [];
    let messages = 0;
    for (const { method, params, answered } of house.telegram.calls) {
      if (method === 'answerCallbackQuery') {
        const press = pressed.find(({ id }) => params.callback_query_id === `${chat}:${id}`);
        if (press && messages === 0) mute.push(press.data);
        if (press) messages = 0;
      } else if (Number(params.chat_id) === chat && /^(send(?!Chat)|editMessageText)/.test(method)) {
        if (answered?.status === 200) messages += 1;
      }
    }
    return mute;
  };

  // The additions of a channel are the same for every role.
  const roles = channel === 'telegram' ? ([...allRoles, 'stranger'] as const) : (['officer'] as const);
  it.each(roles)('no forged button fails an update or stays without an answer: %s', async (role) => {
    const name = `Thử ${role}`;
    const person =
      role === 'stranger'
        ? await house.newcomer(name)
        : await house.joined(name, role, needsUnit(role) ? 'GLAR' : undefined);
    if (role === 'stranger') {
      await person.says('/start');
      await person.sees('mã mời');
    }
    const chat = await newestChat();
    const { kinds } = pressesOf(features);
    expect(kinds.length).toBeGreaterThan(25);

    // Damaged data is found before its owner is looked up: one role tries all of it.
    const bad = role === 'liaison' ? badParts : badParts.slice(0, 2);
    const over = [...kinds.flatMap((kind) => damaged(kind, bad)), ...garbage];
    await forge(chat, over);
    expect(await told(person, 'không còn dùng được')).toBe(over.length);

    const before = await told(person);
    const all = kinds.flatMap(wellFormed);
    const pressed = await forge(chat, all);
    expect(await told(person)).toBeGreaterThanOrEqual(before + all.length);
    if (channel === 'telegram') expect(withoutAnswer(chat, pressed)).toEqual([]);
  });

  it('a damaged button in the middle of a form shows the current step', async () => {
    const person = await house.joined('Đang Điền', 'liaison', 'GLAR');
    const chat = await newestChat();
    await person.says('/dangky');
    await person.sees('Đối tượng?');
    const { rows } = await pool().query<{ id: number }>('select max(id) as id from draft');
    const draft = Number(rows[0]?.id).toString(36);
    const all = [
      `f:${draft}:subject:z`,
      `f:${draft}:subject`,
      `f:${draft}:summary:d`,
      `f:${draft}:subject:g:summary`,
      'f:zik0zk:subject:c:collective',
      'f:zzzzzzzzzzzz:subject:c:collective',
      'f:0:subject:c:collective',
      `f:${draft}:${'x'.repeat(50)}:c`,
      'exemplar:2147483648',
      'gì đó',
    ];
    await forge(chat, all);
    expect(await told(person, 'Bước này đã qua')).toBe(all.length);
    // The question as it was asked, and after each.
    expect(await told(person, 'Đối tượng?')).toBe(all.length + 1);
    await person.presses('Tập thể');
    await person.sees('Lĩnh vực?');
  });

  const forms = channel === 'telegram' ? [...formsOf(features).keys()] : ['nudge-note'];
  it.each(forms)('no forged data of the form %s fails an update', async (key) => {
    const form = formsOf(features).get(key);
    const name = `Điền ${key}`;
    const person = await house.joined(name, 'liaison', 'GLAR');
    await pool().query(
      `insert into membership (person_id, role, office_id, since) select id, 'officer', 1, $2 from person where name = $1`,
      [name, house.app.clock.now()],
    );
    const chat = await newestChat();
    const found = await pool().query<{ id: number; person_id: number }>(
      `select (select min(id) from exemplar) as id, (select id from person where name = $1) as person_id`,
      [name],
    );
    const { id: exemplarId = 0, person_id: personId = 0 } = found.rows[0] ?? {};
    const exemplar = await exemplarById(pool(), exemplarId);
    if (!exemplar) throw new Error('nothing is registered');
    const before = await told(person);
    const pressed: { id: number; data: string }[] = [];
    const questions = (form?.questions ?? []).filter((one) => 'key' in one);
    for (const question of questions) {
      const draft = await openDraft(pool(), {
        form: key,
        personId,
        chatKey: `${channel}:${chat}`,
        subject: {
          exemplarId,
          personId,
          name,
          filingId: 1,
          document: 'x',
          code: 'AAAABBBB',
          role: 'liaison',
          linksTo: null,
          askName: true,
          askPhone: true,
          duty: 'registration',
          year: 0,
        },
        answers: { ...answersOf(exemplar), unit: String(exemplar.unitId), [question.key]: undefined },
        cursor: question.key,
        openedBy: `${key}:${question.key}`,
        at: house.app.clock.now(),
      });
      const of = `f:${draft.id.toString(36)}:${question.key}`;
      const all = Object.values(ops).flatMap((op) =>
        formValues
          .map((value) => (value === undefined ? `${of}:${op}` : `${of}:${op}:${value}`))
          .map((data) => data.slice(0, 64)),
      );
      pressed.push(...(await forge(chat, [`draft.go:${draft.id}`, ...all])));
    }
    expect(await told(person)).toBeGreaterThanOrEqual(before + pressed.length);
    if (channel === 'telegram') expect(withoutAnswer(chat, pressed)).toEqual([]);
  });
});
