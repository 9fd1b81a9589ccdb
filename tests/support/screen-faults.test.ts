import { describe, expect, it } from 'vitest';
import { findScreenFaults } from './screen-faults.ts';

describe('a fault of writing on a screen is found', () => {
  it.each([
    ['Người 9–9 trong 9:', 'a range of one'],
    ['Lines 16–16 of 16:', 'a range of one'],
    ['Câu lạc bộ Đờn ca: 2/≥ 3.', 'a count of a sign'],
    ['Mời:: Cán bộ', 'a doubled colon'],
    ['Văn bản (nộp trễ ())', 'doubled brackets'],
    ['Báo cáo (năm 2022 (bản 2))', 'doubled brackets'],
    ['Hội nghị (cụm (xã) phía Đông)', 'a bracket within brackets'],
    ['Đã nhận, , 3 tệp', 'a doubled comma or full stop'],
    ['Đã ghi.. Viết tiếp.', 'a doubled comma or full stop'],
    ['Đang gửi… .', 'a space before a sign'],
    ['Đã bỏ ““x””', 'doubled quotation marks'],
    ['Đơn vị undefined', 'a place without a value'],
  ])('%s: %s', (text, fault) => expect(findScreenFaults(text)).toContain(fault));

  it.each([
    'Điển hình 1–8 trong 12:',
    'Điển hình 9 trong 9:',
    'Chờ duyệt (1):',
    'Xã Trang: 3/10–15.',
    'Mã mời: K7Q2-9M4D',
    'Gửi lúc 08:00 18/8/2021: đã nhận.',
    'Đang gửi 3 tin…',
    'Đã ghi “a (b (c))”.',
    'câu 2/14, tạm dừng.',
  ])('and none in: %s', (text) => expect(findScreenFaults(text)).toEqual([]));
});
