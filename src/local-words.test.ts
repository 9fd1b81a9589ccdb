import { globSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';

/**
 * Words of one place, one plan or one level of government. Another office has others: they come
 * from its plan file and its roster.
 */
const localWords =
  /Đak Đoa|Dak Doa|DAKDOA|(?<!\p{L})Glar|GLAR|Gia Lai|(?<!\p{L})(?:huyện|quận|xã(?! hội)|UBND (?:huyện|xã|tỉnh|thành phố)|Phòng Nội vụ|Sở Nội vụ|commune|communes|district|Home Affairs)(?!\p{L})|(?:Kế hoạch|Plan) 101|101\/KH|(?<!\p{L})[IV]+\.\d/u;

/** Texts that may have them: codes as the sample files have them, what the rehearsal plays. */
const ofSamples = /^file-(?:code|code-shape|unit-code|unit-code-shape|owed-by)$/;

describe.each(['vi', 'en'])('texts in %s', (locale) => {
  const texts = globSync(`locales/${locale}/*.ftl`).flatMap((path) =>
    new FluentResource(readFileSync(path, 'utf8')).body.map(({ id, value }) => ({
      id,
      words: JSON.stringify(value).normalize('NFC'),
    })),
  );

  it('name no place, body or clause of one plan', () => {
    const local = texts.filter(({ id, words }) => localWords.test(words) && !ofSamples.test(id));
    expect(local.map(({ id, words }) => `${id}: ${localWords.exec(words)?.[0]}`)).toEqual([]);
    expect(texts.length).toBeGreaterThan(1000);
  });
});

it.each([
  'Ví dụ: Xã Glar',
  'lãnh đạo UBND huyện',
  'gửi Phòng Nội vụ',
  'the commune radio',
  'the Home Affairs Office',
  'Kế hoạch (III.2) yêu cầu',
  'theo Kế hoạch 101',
  'mã GLAR-2021-003',
])('“%s” is of one place', (text) => {
  expect(localWords.test(text)).toBe(true);
});

it.each(['Mạng xã hội', 'cuộc trò chuyện', 'lĩnh vực', 'quý IV', 'gửi { $office }', 'community'])(
  '“%s” is of every place',
  (text) => {
    expect(localWords.test(text)).toBe(false);
  },
);
