import { describe, expect, it } from 'vitest';
import { createCode, findCode, isWrittenAsCode, looksLikeCode, readCode, showCode } from './code.ts';

describe('invitation codes', () => {
  it.each([
    ['K7Q2-9M4D', 'K7Q29M4D'],
    ['k7q2-9m4d', 'K7Q29M4D'],
    [' K7Q2 9M4D ', 'K7Q29M4D'],
    ['K7Q2–9M4D.', 'K7Q29M4D'],
    ['K7Q29M4D', 'K7Q29M4D'],
    ['mã K7Q2-9M4D', 'K7Q29M4D'],
    ['Mã mời: k7q29m4d', 'K7Q29M4D'],
    ['“K7Q2 – 9M4D”', 'K7Q29M4D'],
    ['k 7 q 2 9 m 4 d', 'K7Q29M4D'],
    ['K7Q2-\u200b9M4D', 'K7Q29M4D'],
    ['/start K7Q2-9M4D', 'K7Q29M4D'],
    ['K7Q2-9M4', undefined],
    ['chào anh chị', undefined],
  ])('%j reads as %j', (typed, code) => expect(readCode(typed)).toBe(code));

  it.each(['AAAA-BBBB', 'K0O1-IL2M', 'aaaa – bbbb', 'Mã mời: AAAA-BBBB.', '2222-3333', 'K7Q2-9M4D'])(
    '%j is written as a code',
    (typed) => expect(isWrittenAsCode(typed)).toBe(true),
  );

  it.each(['AAAABBBB', 'chào anh', 'xin chao', 'AAA-BBBBB', 'AAAA-BBBB-CCCC', 'Đak-Đoa', 'ngày 12-08'])(
    '%j is not',
    (typed) => expect(isWrittenAsCode(typed)).toBe(false),
  );

  it.each([
    ['Chào anh chị, mã của tôi là K7Q2-9M4D ạ', 'K7Q29M4D'],
    ['em được phòng cấp mã k7q2–9m4d nhé', 'K7Q29M4D'],
    [
      'Anh/chị được mời làm cán bộ đầu mối (2021–2025).\nMã mời: K7Q2-9M4D\nDùng đến 08:00 1/9/2021.',
      'K7Q29M4D',
    ],
    ['http://10.0.0.2:8080/?ma=K7Q2-9M4D', 'K7Q29M4D'],
    ['https://t.me/dien_hinh_bot?start=K7Q29M4D', 'K7Q29M4D'],
    ['Mã K7Q2 9M4D đây ạ', 'K7Q29M4D'],
    ['mã thứ nhất K7Q2-9M4D, mã thứ hai A2B3-C4D5', 'K7Q29M4D'],
    ['K7Q2-9M4D', 'K7Q29M4D'],
    ['mã của tôi là k7q2 9m4d', 'K7Q29M4D'],
    ['dạ mã mời của em: k7q2 9m4d ạ', 'K7Q29M4D'],
    ['code: k7q2_9m4d', 'K7Q29M4D'],
    ['k7q2 9m4d ạ', 'K7Q29M4D'],
    ['dạ K7Q2.9M4D nhé anh 👍', 'K7Q29M4D'],
    ['K 7 Q 2 9 M 4 D ạ', 'K7Q29M4D'],
    ['https://dht.example.vn/#/K7Q2-9M4D', 'K7Q29M4D'],
    ['tg://resolve?domain=dien_hinh_bot&start=K7Q2%2D9M4D', 'K7Q29M4D'],
    ['Em nhận được tin này: “Mã mời: K7Q2\u20119M4D”. Em làm gì tiếp ạ?', 'K7Q29M4D'],
    [
      'Forwarded message\nFrom: Phòng Nội vụ\nKính gửi ông A Nhưk.\nAnh/chị được mời làm cán bộ đầu mối của Xã Glar theo Kế hoạch số 101/KH-UBND (2021–2025).\nMã mời: K7Q2-9M4D\nTelegram: https://t.me/dien_hinh_bot?start=K7Q2-9M4D\nZalo: https://zalo.me/2345678',
      'K7Q29M4D',
    ],
    ['mã số thuế 5900 2345', undefined],
    ['mã GLAR-2021-003 ạ', undefined],
    ['hồ sơ GLAR-2021-003 của xã tôi', undefined],
    ['xem bản nhap 2345 giúp tôi', undefined],
    ['Kế hoạch số 101/KH-UBND (2021–2025)', undefined],
    ['gọi 0905 123 456 hoặc 2345-6789', undefined],
    ['báo cáo năm 2021 của xã Hà Bầu', undefined],
  ])('in %j is found %j', (typed, code) => expect(findCode(typed)).toBe(code));

  it('are read back as they are shown', () => {
    for (let i = 0; i < 200; i++) {
      const code = createCode();
      expect(readCode(showCode(code))).toBe(code);
      expect(code).not.toMatch(/[01OIL]/);
      expect(looksLikeCode(code)).toBe(true);
    }
  });
});
