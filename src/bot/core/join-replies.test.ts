import { describe, expect, it } from 'vitest';
import { joinReplies } from './join-replies.ts';
import type { Reply } from './reply.ts';

const button = (text: string) => ({ text, callback_data: text });
const list: Reply = { text: '<b>Danh sách</b>', buttons: [[button('A')], [button('B')]] };
const hint: Reply = { text: 'Đang làm dở', buttons: [[button('Tiếp tục')]], keepsMenu: true };
const question: Reply = {
  text: 'Số người?',
  buttons: [[button('Lưu')]],
  wantsNumber: true,
  waitsFor: 'words',
};
const note: Reply = { text: 'Không phải số' };
const phone: Reply = {
  text: 'Điện thoại?',
  keyboard: { keyboard: [[{ text: 'Chia sẻ', request_contact: true }]] },
};
const noted: Reply = { text: 'Đã ghi', removeKeyboard: true };

describe('replies of one answer are one message', () => {
  it.each<[about: string, replies: Reply[], joined: Reply[]]>([
    ['none', [], []],
    ['one stays as it is', [list], [list]],
    [
      'nothing is said in a message that is to be handed on',
      [note, { ...list, alone: true }, hint],
      [note, { ...list, alone: true }, hint],
    ],
    [
      'a note, then the question: all that the question wants',
      [note, question],
      [{ ...question, text: 'Không phải số\n\nSố người?' }],
    ],
    [
      'a list, then the hint: the buttons of both, and they take the place of what stood before',
      [list, hint],
      [
        {
          text: '<b>Danh sách</b>\n\nĐang làm dở',
          buttons: [[button('A')], [button('B')], [button('Tiếp tục')]],
        },
      ],
    ],
    [
      'words, then the hint: still beside what stood before',
      [note, hint],
      [{ ...hint, text: 'Không phải số\n\nĐang làm dở' }],
    ],
    [
      'three of them',
      [note, note, question],
      [{ ...question, text: 'Không phải số\n\nKhông phải số\n\nSố người?' }],
    ],
    [
      'words, then a keyboard of the phone',
      [note, phone],
      [{ ...phone, text: 'Không phải số\n\nĐiện thoại?' }],
    ],
    [
      'a keyboard that goes, then buttons: a message carries one markup',
      [noted, question],
      [noted, question],
    ],
    ['buttons, then a keyboard of the phone', [list, phone], [list, phone]],
  ])('%s', (_about, replies, joined) => {
    expect(joinReplies(replies)).toEqual(joined);
  });

  it.each<[about: string, first: string, second: string, messages: number]>([
    ['just fit', 'a'.repeat(2000), 'b'.repeat(2094), 1],
    ['are one too long', 'a'.repeat(2000), 'b'.repeat(2095), 2],
    [
      'fit as they are shown: tags and entities count as what they show',
      '&lt;'.repeat(2000),
      `<b>${'b'.repeat(2094)}</b>`,
      1,
    ],
  ])('two texts that %s', (_about, first, second, messages) => {
    expect(joinReplies([{ text: first }, { text: second }])).toHaveLength(messages);
  });

  it('keeps replies apart that have more buttons than a message allows', () => {
    const many: Reply = { text: 'x', buttons: Array.from({ length: 60 }, (_, i) => [button(String(i))]) };
    expect(joinReplies([many, many])).toHaveLength(2);
  });
});
