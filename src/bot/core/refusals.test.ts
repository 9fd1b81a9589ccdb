import { describe, expect, it } from 'vitest';
import { DomainError } from '../../errors.ts';
import { refusalIn } from './refusals.ts';

const failed = (message: string, more: object = {}, options?: ErrorOptions) =>
  Object.assign(new Error(message, options), more);

describe('the meaning of an error for the person', () => {
  it.each([
    ['a full disk', failed('write', { code: 'ENOSPC' }), 'no-room-for-file'],
    ['a full quota', failed('write', { code: 'EDQUOT' }), 'no-room-for-file'],
    [
      'a full disk below another error',
      failed('flydrive', {}, { cause: failed('write', { code: 'ENOSPC' }) }),
      'no-room-for-file',
    ],
    [
      'a copy of what a channel of ours answered',
      failed("Call to 'sendDocument' failed! (507: Insufficient Storage: no room left for the file)"),
      'no-room-for-file',
    ],
    ['a refusal', new DomainError('not-allowed'), 'not-allowed'],
    ['a file that is too large', failed('write', { code: 'EFBIG' }), undefined],
    [
      'Telegram’s own full disk',
      failed("Call to 'sendDocument' failed! (507: Insufficient Storage)"),
      undefined,
    ],
    ['a bug', failed('undefined is not a function'), undefined],
    ['what is no error', 'ENOSPC', undefined],
  ])('%s: %o → %s', (_what, error, code) => expect(refusalIn(error)?.code).toBe(code));
});
