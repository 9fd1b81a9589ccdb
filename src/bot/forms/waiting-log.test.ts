import { expect, it, test } from 'vitest';
import { restoreLog, shortenLog } from './waiting-log.ts';

/** A log as conversations wrote it in a run of the bench. */
const log = {
  state: {
    form: [
      {
        args: '[1011,null]',
        replay: {
          send: [{ payload: 'wait' }, { payload: 'external' }, { payload: 'category' }],
          receive: [
            { send: 0, returnValue: { update_id: 19011, message: { text: '/dangky', message_id: 19011 } } },
            { send: 1, returnValue: { ok: true, ret: 'category' } },
          ],
        },
        interrupts: [2],
      },
    ],
  },
  version: [0, 1],
};
type Log = typeof log;

/** The log with another part. */
function changed(change: (one: Log['state']['form'][0], whole: Log) => void): Log {
  const copy = structuredClone(log);
  const [one] = copy.state.form;
  if (one) change(one, copy);
  return copy;
}

test('a log is restored as it was, without the update that opened the form', () => {
  const stored: unknown = JSON.parse(JSON.stringify(shortenLog(log)));
  expect(stored).toEqual({ waits: { args: '[1011,null]', asked: 'category' } });
  const without = changed(({ replay }) => {
    const [first] = replay.receive;
    if (first) first.returnValue = { update_id: 0 } as never;
  });
  expect(restoreLog(stored)).toEqual(without);
  expect(shortenLog(restoreLog(stored))).toEqual(stored);
});

it.each<[what: string, other: unknown]>([
  ['two forms at once', changed((one, whole) => whole.state.form.push(structuredClone(one)))],
  ['two waits', changed((one) => one.interrupts.push(3))],
  ['a further step', changed(({ replay }) => replay.send.push({ payload: 'external' }))],
  [
    'a failed step',
    changed(({ replay }) => Object.assign(replay.receive[1] ?? {}, { returnValue: { ok: false } })),
  ],
  [
    'another question than the one that was asked',
    changed(({ replay }) => replay.send.splice(2, 1, { payload: 'name' })),
  ],
  ['another version', changed((_, whole) => whole.version.splice(1, 1, 2))],
  ['a part that is not known', { ...log, more: 1 }],
  ['no form', { state: {}, version: [0, 1] }],
])('a log with %s is stored as it is', (_what, other) => {
  expect(shortenLog(other)).toBe(other);
  expect(restoreLog(other)).toBe(other);
});

test('no log stays none', () => {
  expect(restoreLog(null)).toBeUndefined();
  expect(restoreLog(undefined)).toBeUndefined();
});
