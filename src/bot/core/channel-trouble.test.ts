import { GrammyError, HttpError } from 'grammy';
import { expect, it } from 'vitest';
import { channelTrouble } from './channel-trouble.ts';

const refused = (error_code: number, description: string) =>
  new GrammyError("Call to 'sendMessage' failed!", { ok: false, error_code, description }, 'sendMessage', {});

const hours = 6 * 3_600_000;
const halfAnHour = 1_800_000;

it.each<[string, unknown, [inMs: number, forMs: number] | undefined]>([
  ['too many', refused(429, 'zalo sendMessage: 429 Quota exceeded'), [60_000, hours]],
  ['too many, and it says how long', refused(429, 'Too Many Requests: retry after 35'), [35_000, hours]],
  ['an error of theirs', refused(502, 'Bad Gateway'), [60_000, halfAnHour]],
  ['a channel that is not reached', refused(503, 'zalo sendMessage: ECONNREFUSED'), [60_000, hours]],
  ['a token that was changed', refused(401, 'Unauthorized'), [60_000, hours]],
  [
    'out of reach',
    new HttpError("Network request for 'sendMessage' failed!", new Error('x')),
    [60_000, hours],
  ],
  ['a mistake of ours', refused(400, 'Bad Request: message text is empty'), undefined],
  ['somebody who blocked the bot', refused(403, 'Forbidden: bot was blocked by the user'), undefined],
  ['a bug', new TypeError('x is not a function'), undefined],
  ['no error at all', 'x', undefined],
])('%s, also in the copy that conversations hand on', (_name, error, expected) => {
  const trouble = expected && { inMs: expected[0], forMs: expected[1] };
  expect(channelTrouble(error)).toEqual(trouble);
  expect(channelTrouble(structuredClone(error))).toEqual(trouble);
});
