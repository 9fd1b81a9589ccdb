import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeRows, formData, type Op, ops, readFormData } from './buttons.ts';

const anyOp = fc.constantFrom<Op>(...Object.values(ops));

describe('a form’s button', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.stringMatching(/^[a-zA-Z]{1,16}$/),
        anyOp,
        fc.stringMatching(/^[\w.:-]{0,20}$/),
        (draftId, question, op, value) => {
          expect(readFormData(formData(draftId, question, op, value))).toEqual({
            draftId,
            question,
            op,
            value,
          });
        },
      ),
    );
  });

  it.each([
    undefined,
    '',
    'f',
    'f:1:name',
    'f:1:name:z',
    'f:1:name:cc',
    'f::name:c',
    'f:1::c',
    'duyet.ok:1',
    'x:1:name:c',
    'f:1:na me:c',
    'f:0:name:c',
    'f:zik0zk:name:c',
    'f:zzzzzzzzzzzz:name:c',
    'f:-1:name:c',
    'f:1.5:name:c',
    'f:1:name:c:\0',
    'f:1:name:c:đ',
    'f:1:name:c:x y',
  ])('is not read from %j', (data) => expect(readFormData(data)).toBeUndefined());

  it('fits the 64 bytes that Telegram allows, or is refused where it is made', () => {
    const longest = formData(2 ** 31 - 1, 'q'.repeat(16), ops.choose, 'v'.repeat(30));
    expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(64);
    expect(() => formData(1, 'name', ops.choose, 'v'.repeat(60))).toThrow('too long');
  });
});

describe('rows of buttons', () => {
  const cases: [labels: string[], rows: string[][]][] = [
    [[], []],
    [['Có'], [['Có']]],
    [['Tập thể', 'Cá nhân'], [['Tập thể', 'Cá nhân']]],
    [
      ['A', 'B', 'C'],
      [['A', 'B'], ['C']],
    ],
    [
      ['Địa bàn khó khăn, vùng sâu', 'Không'],
      [['Địa bàn khó khăn, vùng sâu'], ['Không']],
    ],
    [
      ['A', 'Một nhãn dài hơn mười sáu chữ', 'B', 'C'],
      [['A'], ['Một nhãn dài hơn mười sáu chữ'], ['B', 'C']],
    ],
  ];
  it.each(cases)('of %j are %j', (labels, rows) => {
    const buttons = labels.map((text) => ({ text, callback_data: text }));
    expect(arrangeRows(buttons).map((row) => row.map(({ text }) => text))).toEqual(rows);
  });
});
