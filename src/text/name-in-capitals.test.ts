import { expect, test } from 'vitest';
import { nameInCapitals } from './name-in-capitals.ts';

test.each([
  // small letters
  ['nguyễn văn bình', 'Nguyễn Văn Bình'],
  ['nguyen thi hoa', 'Nguyen Thi Hoa'],
  ['đinh thị ơ', 'Đinh Thị Ơ'],
  ['Lê thị hạnh', 'Lê Thị Hạnh'],
  ['  trần   văn  đức ', 'Trần Văn Đức'],
  // names of the Central Highlands; the apostrophe stays as it was typed
  ["h'neng", "H'Neng"],
  ['h’mrươi niê', 'H’Mrươi Niê'],
  ['kʼsor hʼbia', 'KʼSor HʼBia'],
  ["rơ châm h'mơk", "Rơ Châm H'Mơk"],
  ['y blới', 'Y Blới'],
  ['kpă lik', 'Kpă Lik'],
  ["siu h'pết", "Siu H'Pết"],
  ["r'com h`lan", "R'Com H`Lan"],
  ['a nhưk', 'A Nhưk'],
  ['nay đê-ly', 'Nay Đê-Ly'],
  // the phone made the first letter a capital
  ['Nguyễn văn bình', 'Nguyễn Văn Bình'],
  ['Y blới', 'Y Blới'],
  ["H'neng", "H'Neng"],
  ['Ksor h’lan', 'Ksor H’Lan'],
  ['Ông đinh gơih', 'Ông Đinh Gơih'],
  ['Nguyen thi hoa', 'Nguyen Thi Hoa'],
  // all in capitals
  ['NGUYỄN VĂN A', 'Nguyễn Văn A'],
  ["H'NENG", "H'Neng"],
  ['RƠ CHÂM H’YÉO', 'Rơ Châm H’Yéo'],
  ['Y BLỚI', 'Y Blới'],
  ['Trần THỊ MAI', 'Trần Thị Mai'],
  // titles and positions
  ['ông nguyễn văn a', 'Ông Nguyễn Văn A'],
  ['ông rơ châm h’mơk', 'Ông Rơ Châm H’Mơk'],
  ['bà ksor h’lan, chi hội trưởng', 'Bà Ksor H’Lan, chi hội trưởng'],
  ['ÔNG A NHƯK, TRƯỞNG THÔN', 'Ông A Nhưk, trưởng thôn'],
  ['ÔNG SIU TUÂN - PCT UBND XÃ GLAR', 'Ông Siu Tuân - PCT UBND xã Glar'],
  ['già làng y krĭng', 'Già làng Y Krĭng'],
  ['trưởng thôn đinh gơih', 'Trưởng thôn Đinh Gơih'],
  ['đ/c lê văn nam', 'Đ/c Lê Văn Nam'],
  ['siu blơh trưởng thôn', 'Siu Blơh trưởng thôn'],
  ['anh siu tuân và chị rơ châm h’lan', 'Anh Siu Tuân và chị Rơ Châm H’Lan'],
  ['truong thon a nhuk', 'Truong thon A Nhuk'],
  // courtesy around the name
  ['nguyễn văn bình ạ', 'Nguyễn Văn Bình'],
  ['Nguyễn Văn Bình ạ.', 'Nguyễn Văn Bình'],
  ['dạ em tên là rơ châm h’lan ạ', 'Rơ Châm H’Lan'],
  ['Tên tôi là Nguyễn Văn Bình', 'Nguyễn Văn Bình'],
  ['Em là Siu Tuân', 'Siu Tuân'],
  ['họ và tên: ksor h’bơt', 'Ksor H’Bơt'],
  ['Dạ, Lê Thị Hoa nhé', 'Lê Thị Hoa'],
  ['dạ thưa anh, tôi tên lê văn nam', 'Lê Văn Nam'],
  ['ông a nhưk, trưởng thôn ạ', 'Ông A Nhưk, trưởng thôn'],
  ['TÊN EM LÀ Y BLỚI Ạ', 'Y Blới'],
])('%j is offered as %j', (typed, offered) => {
  expect(nameInCapitals(typed)).toBe(offered);
  expect(nameInCapitals(offered)).toBeUndefined();
});

test.each([
  'Nguyễn Văn A',
  'A Nhưk',
  'Ơ',
  'Y',
  "H'Neng",
  'Siu H’Pết',
  "R'Com",
  'Ông Rơ Châm Hmơk',
  'ông Rơ Châm Hmơk',
  'Ông A Nhưk, Trưởng thôn',
  'bà Kpuih H’Bia, Chủ tịch UBND xã',
  'Ông Y Blới và bà H’Neng',
  'TS. Nguyễn Văn Bình',
  'Trưởng thôn Siu Blơh',
  "Rơ Châm H'mơk",
  'RơChâm Kim',
  'Trả lời bằng chữ',
  'Hồ tiêu Suối Đá',
  '12 hộ: giữ gìn bản sắc',
  '<b>in đậm</b>',
  'làng chúng tôi có một người thợ dệt rất giỏi nghề',
  'số 5',
  'Cá nhân tiêu biểu của xã',
  'Lương y Nguyễn Văn Bình',
])('%j is fit as it stands', (typed) => {
  expect(nameInCapitals(typed)).toBeUndefined();
});
