import { expect, it } from 'vitest';
import { type Account, type AccountsOutcome, type SendOutcome, sendToAccounts } from './accounts.ts';

const accounts: Account[] = ['zalo', 'telegram'].map((channel, i) => ({
  id: i + 1,
  channel,
  externalId: `${i}`,
  chatId: i,
}));
const lost = { unsure: '408 zalo: nobody knows whether the message arrived' };
const refused = { failed: '400 zalo sendMessage: 404 Not found' };
const wait = { retryAfterMs: 47_000 };

type Case = [
  about: string,
  zalo: SendOutcome | Error,
  telegram: SendOutcome | Error | 'not tried',
  triedBefore: number,
  outcome: AccountsOutcome,
];
const onTelegram = (error: string): AccountsOutcome => ({
  status: 'sent',
  channel: 'telegram',
  error,
  blockedBy: [],
  unsure: 0,
});

it.each<Case>([
  ['taken at once', 'sent', 'not tried', 0, { status: 'sent', channel: 'zalo', blockedBy: [], unsure: 0 }],
  ['refused', refused, 'sent', 0, onTelegram('zalo: 400 zalo sendMessage: 404 Not found')],
  ['out of reach', { trouble: '503 zalo: reset' }, 'sent', 0, onTelegram('zalo: 503 zalo: reset')],
  ['lost', lost, 'sent', 0, { ...onTelegram(`zalo: ${lost.unsure}`), unsure: 1 }],
  ['broken', new Error('no network'), 'sent', 0, onTelegram('zalo: Error: no network')],
  ['blocked', 'blocked', 'sent', 0, { ...onTelegram('zalo: blocked'), blockedBy: [1] }],
  [
    'asked to wait: waited for',
    wait,
    'not tried',
    1,
    { status: 'retry', error: 'zalo: asks to wait 47 s', askedMs: 47_000, blockedBy: [], unsure: 0 },
  ],
  ['asked to wait for the third time', wait, 'sent', 2, onTelegram('zalo: asks to wait 47 s')],
  [
    'trouble on both: tried again',
    lost,
    new Error('no network'),
    0,
    {
      status: 'retry',
      error: `zalo: ${lost.unsure}; telegram: Error: no network`,
      askedMs: 0,
      blockedBy: [],
      unsure: 1,
    },
  ],
  [
    'trouble, and blocked on the other: tried again',
    lost,
    'blocked',
    0,
    {
      status: 'retry',
      error: `zalo: ${lost.unsure}; telegram: blocked`,
      askedMs: 0,
      blockedBy: [2],
      unsure: 1,
    },
  ],
  [
    'refused, and the other asks to wait: as long as it asks',
    refused,
    wait,
    0,
    {
      status: 'retry',
      error: `zalo: ${refused.failed}; telegram: asks to wait 47 s`,
      askedMs: 47_000,
      blockedBy: [],
      unsure: 0,
    },
  ],
  [
    'refused by both: for good',
    refused,
    { failed: 'no' },
    0,
    { status: 'failed', error: `zalo: ${refused.failed}; telegram: no`, blockedBy: [], unsure: 0 },
  ],
  ['blocked by both', 'blocked', 'blocked', 0, { status: 'blocked', blockedBy: [1, 2], unsure: 0 }],
])('%s', async (_about, zalo, telegram, triedBefore, outcome) => {
  const answers: Record<string, SendOutcome | Error | 'not tried'> = { zalo, telegram };
  const tried: string[] = [];
  const send = async ({ channel }: Account): Promise<SendOutcome> => {
    tried.push(channel);
    const answer = answers[channel] ?? 'not tried';
    if (answer instanceof Error) throw answer;
    if (answer === 'not tried') throw new Error(`${channel} must not be tried`);
    return answer;
  };
  expect(await sendToAccounts(accounts, send, triedBefore)).toEqual(outcome);
  expect(tried).toEqual(telegram === 'not tried' ? ['zalo'] : ['zalo', 'telegram']);
});

it('the only account in trouble is tried again', async () => {
  expect(await sendToAccounts(accounts.slice(0, 1), async () => lost, 7)).toMatchObject({ status: 'retry' });
});

it.each<
  [about: string, before: number, answers: SendOutcome[], tried: number, status: string, unsure: number]
>([
  ['lost on both: no third time', 0, [lost, lost], 2, 'failed', 2],
  ['lost before and lost again: not tried on the other', 1, [lost, 'sent'], 1, 'failed', 2],
  ['lost before, and taken now', 1, ['sent', 'sent'], 1, 'sent', 1],
  ['lost before, and refused by both: no more lost than before', 1, [refused, refused], 2, 'failed', 1],
])('a lost answer: %s', async (_about, before, answers, tried, status, unsure) => {
  let asked = 0;
  const send = async () => answers[asked++] ?? refused;
  expect(await sendToAccounts(accounts, send, 0, before)).toMatchObject({ status, unsure });
  expect(asked).toBe(tried);
});
