import { expect, test } from 'vitest';
import { isGreeting } from './greeting.ts';

test.each([
  'xin chào',
  'Xin chao',
  'Chào',
  'chào em',
  'Em chào anh chị ạ',
  'Dạ em chào Phòng Nội vụ ạ!',
  'Kính chào quý cơ quan'.replace('cơ quan', 'anh chị'),
  'chào buổi sáng 🌞',
  'Xin chào các đồng chí.',
  'Hello',
  'hi bot',
  'Good morning',
  'alo',
])('%s is a greeting', (text) => expect(isGreeting(text)).toBe(true));

test.each([
  'chào mừng 20 năm thành lập',
  'xin chào, tôi muốn đăng ký',
  'báo cáo',
  'Làng Chào',
  'cháo gà',
  'hỏi',
  'anh chị ơi',
  '',
  '👋',
  'Chào 2021-001 Glar',
])('%s is none', (text) => expect(isGreeting(text)).toBe(false));
