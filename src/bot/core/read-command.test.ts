import { describe, expect, it } from 'vitest';
import type { Command } from './context.ts';
import { readCommand, readWords } from './read-command.ts';

const command = (name: string, vi: string, en: string, takesArgs = false): Command => ({
  name,
  right: 'all',
  words: { vi: [vi], en: [en] },
  takesArgs,
  run: async () => undefined,
});
const commands = [command('dangky', 'đăng ký', 'register'), command('baocao', 'báo cáo', 'report', true)];

describe('a command with its slash', () => {
  it.each([
    ['/dangky', { name: 'dangky', args: '' }],
    [' /DangKy ', { name: 'dangky', args: '' }],
    ['/baocao@bot tonghop 2021', { name: 'baocao', args: 'tonghop 2021' }],
    ['/baocao@BOT  xã Glar'.normalize('NFD'), { name: 'baocao', args: 'xã Glar'.normalize('NFC') }],
    ['/baocao@another', undefined],
    ['/', undefined],
    ['dangky', undefined],
    ['1/2', undefined],
  ])('%j', (text, read) => {
    expect(readCommand(text, 'bot')).toEqual(read);
  });
});

describe('plain words', () => {
  it.each([
    ['đăng ký', 'dangky', ''],
    ['Đăng Ký', 'dangky', ''],
    ['dang ky', 'dangky', ''],
    ['đăng ký'.normalize('NFD'), 'dangky', ''],
    ['dangky', 'dangky', ''],
    ['Register', 'dangky', ''],
    ['báo cáo', 'baocao', ''],
    ['bao cao tong hop 2021', 'baocao', 'tong hop 2021'],
    ['báo  cáo  danh sách Glar', 'baocao', 'danh sách Glar'],
    ['report tonghop', 'baocao', 'tonghop'],
  ])('%j', (text, name, args) => {
    expect(readWords(text, commands)).toEqual({ name, args });
  });

  it.each(['đăng ký giúp tôi', 'registered', 'báo cáo2021', 'xin báo cáo', ''])('%j mean none', (text) => {
    expect(readWords(text, commands)).toBeUndefined();
  });
});
