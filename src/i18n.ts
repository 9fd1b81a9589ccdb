import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';

/** The languages that every text exists in, Vietnamese first. */
export const locales = ['vi', 'en'] as const;
/** One of the languages that every text exists in. */
export type Locale = (typeof locales)[number];
/** The language of people who have chosen none. */
export const defaultLocale: Locale = 'vi';

/** Arguments of a text, by name. */
export type Args = Record<string, string | number>;

/** Looks a text up by its key in `locales/`. Plain text, nothing escaped. */
export type Translate = (key: string, args?: Args) => string;

const folder = join(import.meta.dirname, '..', 'locales');
const bundles = new Map<Locale, FluentBundle>(locales.map((locale) => [locale, load(locale)]));

function load(locale: Locale): FluentBundle {
  // Isolation marks would be part of button labels, which tests and people compare by their words.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const file of readdirSync(join(folder, locale)).sort()) {
    if (!file.endsWith('.ftl')) continue;
    const text = readFileSync(join(folder, locale, file), 'utf8').normalize('NFC');
    const errors = bundle.addResource(new FluentResource(text));
    if (errors.length > 0) throw new Error(`locales/${locale}/${file}: ${errors[0]?.message}`);
  }
  return bundle;
}

/**
 * Formats the text of `key` in `locale`. Throws for a missing key or argument, which is a bug.
 * Numbers are shown without grouping.
 */
export function t(locale: Locale, key: string, args: Args = {}): string {
  const bundle = bundles.get(locale);
  const pattern = bundle?.getMessage(key)?.value;
  if (!bundle || !pattern) throw new Error(`no text for "${key}" in locale "${locale}"`);
  // Most labels: nothing is put into them.
  if (typeof pattern === 'string') return pattern;
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, asShown(args), errors);
  if (errors[0]) throw new Error(`text "${key}" (${locale}): ${errors[0].message}`);
  return text;
}

/** Without this the year 2021 would be written 2.021. */
function asShown(args: Args): Record<string, string | FluentNumber> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value,
    ]),
  );
}

/**
 * Formats a text for messages with parse_mode HTML. The arguments are escaped; the text's own tags
 * are kept.
 */
export function formatHtml(locale: Locale, key: string, args: Args = {}): string {
  const escaped = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeHtml(value) : value,
    ]),
  );
  return t(locale, key, escaped);
}

/** Escapes a text for HTML: `&`, `<` and `>`. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Tells whether the catalogue has `key`. */
export function has(locale: Locale, key: string): boolean {
  return bundles.get(locale)?.hasMessage(key) ?? false;
}

/** Lists all keys of a locale, for the test that compares the locales. */
export function keysOf(locale: Locale): string[] {
  return [...(bundles.get(locale)?._messages.keys() ?? [])];
}

/** Reads a stored locale name; anything unknown is the default. */
export function asLocale(name: string | null | undefined): Locale {
  return locales.find((locale) => locale === name) ?? defaultLocale;
}
