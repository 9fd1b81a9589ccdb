import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ZaloPerson } from '../../support/zalo-person.ts';
import { call } from './call.ts';
import type { FaultAnswer } from './faults.ts';
import { startZaloStandIn, type ZaloStandIn } from './start.ts';

let standIn: ZaloStandIn;
let person: ZaloPerson;
beforeEach(async () => {
  standIn = await startZaloStandIn();
  person = standIn.person({ name: 'Ana' });
  await person.says('chào');
});
afterEach(() => standIn.close());

const send = (signal?: AbortSignal) =>
  call(standIn, 'sendMessage', { chat_id: person.id, text: 'Chào' }, signal).catch((error) => error.name);
const shownTexts = async () => (await person.transcript()).map(({ text }) => text);

test.each([401, 403, 404, 408, 429] as const)('%i, once', async (answer) => {
  standIn.failNext({ answer });
  expect(await send()).toMatchObject({ body: { ok: false, error_code: answer } });
  expect(await send()).toMatchObject({ body: { ok: true } });
  expect(await shownTexts()).toEqual(['chào', 'Chào']);
  expect(standIn.violations).toEqual([]);
});

describe('answers that are not answers of the platform', () => {
  const cases: [answer: FaultAnswer, error: string, shown: string[]][] = [
    ['not JSON', 'SyntaxError', ['chào']],
    [502, 'SyntaxError', ['chào']],
    ['drop', 'TypeError', ['chào']],
    ['lost', 'TypeError', ['chào', 'Chào']],
  ];
  test.each(cases)('%s', async (answer, error, shown) => {
    standIn.failNext({ answer });
    expect(await send()).toBe(error);
    expect(await shownTexts()).toEqual(shown);
  });

  test('hang, until the client gives up', async () => {
    standIn.failNext({ answer: 'hang' });
    const giveUp = new AbortController();
    const given = send(giveUp.signal);
    await expect.poll(() => standIn.calls.length).toBe(1);
    giveUp.abort();
    expect(await given).toBe('AbortError');
    await standIn.answered((one) => one.answered?.body === 'hang');
    expect(await shownTexts()).toEqual(['chào']);
  });
});

test('only matching calls fail, the given number of times', async () => {
  const other = standIn.person({ name: 'Bia' });
  await other.says('chào');
  standIn.failNext({ method: 'sendMessage', chat: person.id, times: 2, answer: 429 });
  expect(await call(standIn, 'getMe')).toMatchObject({ body: { ok: true } });
  expect(await call(standIn, 'sendMessage', { chat_id: other.id, text: 'Chào' })).toMatchObject({
    body: { ok: true },
  });
  expect(await send()).toMatchObject({ body: { error_code: 429 } });
  expect(await send()).toMatchObject({ body: { error_code: 429 } });
  expect(await send()).toMatchObject({ body: { ok: true } });
});
