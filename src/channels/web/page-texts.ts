import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import type { Locale } from '../../i18n.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'locales');

/** Names that the office's own texts use, filled in before the page is sent. */
export interface PageNames {
  office: string;
  committee: string;
}

/** Writes the names as one text, by which a page knows whether its texts still have them. */
export function writePageNames({ office, committee }: PageNames): string {
  return `${office} | ${committee}`;
}

/**
 * Reads the page's texts: key → sentence. The office's names are filled in; other arguments stay as
 * `{name}` for the page. `names` is what `writePageNames` writes.
 * Throws when page.ftl uses more of Fluent than words and arguments, which the page could not show.
 */
export function readPageTexts(locale: Locale, names: PageNames): Record<string, string> {
  const known = new Map(Object.entries(names));
  const source = readFileSync(join(folder, locale, 'page.ftl'), 'utf8').normalize('NFC');
  const texts: Record<string, string> = { names: writePageNames(names) };
  for (const { id, value } of new FluentResource(source).body) {
    const parts = typeof value === 'string' ? [value] : (value ?? []);
    texts[id] = parts
      .map((part) => {
        if (typeof part === 'string') return part;
        if (part.type === 'var') return known.get(part.name) ?? `{${part.name}}`;
        throw new Error(`locales/${locale}/page.ftl: "${id}" may use words and arguments only`);
      })
      .join('');
  }
  return texts;
}
