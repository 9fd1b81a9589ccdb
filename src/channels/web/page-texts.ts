import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import type { Locale } from '../../i18n.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'locales');

/**
 * Reads the page's texts: key → sentence, with arguments as `{name}` for the page to fill in.
 * Throws when page.ftl uses more of Fluent than words and arguments, which the page could not show.
 */
export function readPageTexts(locale: Locale): Record<string, string> {
  const source = readFileSync(join(folder, locale, 'page.ftl'), 'utf8').normalize('NFC');
  const texts: Record<string, string> = {};
  for (const { id, value } of new FluentResource(source).body) {
    const parts = typeof value === 'string' ? [value] : (value ?? []);
    texts[id] = parts
      .map((part) => {
        if (typeof part === 'string') return part;
        if (part.type === 'var') return `{${part.name}}`;
        throw new Error(`locales/${locale}/page.ftl: "${id}" may use words and arguments only`);
      })
      .join('');
  }
  return texts;
}
