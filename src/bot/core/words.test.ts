import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales } from '../../i18n.ts';
import { loadPlan } from '../../plan/load.ts';
import { createWords } from './words.ts';

const small = loadPlan('tests/fixtures/plans/small.yaml');
const { officePhone: phone = '', ...withoutPhone } = small.bodies;

/** Words that send a person to the office. */
const sending = {
  vi: /xin liên hệ|liên hệ \{|xin báo (?!qua)/i,
  en: /please contact|or contact|please tell|please give this number/i,
};
/** They name another contact than the office: the person who runs the server. */
const others = ['error-no-room-for-file', 'page-error-storage-full', 'health-no-phone'];

/** Every text as it is written, by its key. */
function written(locale: 'vi' | 'en'): [key: string, text: string][] {
  return globSync(`locales/${locale}/*.ftl`)
    .flatMap((path) => readFileSync(path, 'utf8').split(/\n(?=\S)/))
    .flatMap((entry): [string, string][] => {
      const [, key, text] = /^([\w-]+) = ([\s\S]*)$/.exec(entry) ?? [];
      return key !== undefined && text !== undefined ? [[key, text]] : [];
    });
}

describe.each(locales)('in %s', (locale) => {
  const found = written(locale).filter(([key, text]) => sending[locale].test(text) && !others.includes(key));

  test('many sentences send people to the office', () => {
    expect(found.map(([key]) => key)).toEqual(
      expect.arrayContaining(['help-more', 'error-not-joined', 'welcome-nobody', 'error-invitation-used']),
    );
  });

  test.each(found)('%s gives the phone number', (_key, text) => {
    expect(text).toContain('{ $contact }');
  });

  test('the number follows the name of the office', () => {
    const said = createWords(small, locale).t('welcome-nobody');
    expect(said).toContain(small.bodies.office[locale]);
    expect(said).toContain(phone);
  });

  test('a plan without a number names the office alone', () => {
    const said = createWords({ ...small, bodies: withoutPhone }, locale).t('welcome-nobody');
    expect(said).toContain(`${small.bodies.office[locale]}.`);
    expect(said).not.toMatch(/điện thoại|phone|undefined/);
  });
});
