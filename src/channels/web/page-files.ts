import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Locale, locales } from '../../i18n.ts';
import { type PageNames, readPageTexts } from './page-texts.ts';

/** A file of the page, ready to be sent. */
export interface PageFile {
  type: string;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/** The whole page: `index` at `/`, all other files by their path below `/page/<version>/`. */
export interface WebPage {
  /** Changes with any byte of the page, so that browsers may cache the files without limit. */
  version: string;
  index: PageFile;
  files: ReadonlyMap<string, PageFile>;
}

const folder = join(import.meta.dirname, '..', '..', 'page');
const vendor = new Map([
  ['preact', 'vendor/preact.mjs'],
  ['preact/hooks', 'vendor/hooks.mjs'],
  ['htm', 'vendor/htm.mjs'],
]);
const types: Record<string, string> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

/**
 * Reads the page from its sources, removes the types, and compresses it: about 0.1 s. See
 * `loadWebPage`.
 */
export function buildWebPage(namesIn: (locale: Locale) => PageNames): WebPage {
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.test.ts')) continue;
    const source = readFileSync(join(folder, name), 'utf8');
    if (name.endsWith('.ts')) texts.set(name, withVendorPaths(withoutTypes(source)));
    else if (name.endsWith('.css') || name.endsWith('.svg')) texts.set(name, source);
  }
  for (const [bare, path] of vendor) {
    const source = readFileSync(fileURLToPath(import.meta.resolve(bare)), 'utf8');
    texts.set(path, withVendorPaths(source.replace(/\n\/\/# sourceMappingURL=.*$/m, ''), '../'));
  }
  for (const locale of locales) {
    texts.set(`texts/${locale}.json`, JSON.stringify(readPageTexts(locale, namesIn(locale))));
  }

  const hash = createHash('sha256');
  for (const [name, text] of texts) hash.update(`${name}\n${text}\n`);
  const version = hash.digest('hex').slice(0, 12);
  const files = new Map([...texts].map(([name, text]) => [name, packed(name, text)]));
  const modules = [...texts.keys()].filter((name) => /\.(ts|mjs)$/.test(name));
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
    .replaceAll('{version}', version)
    // Loads all modules at once, instead of one round trip for each level of imports.
    .replace(
      '<!-- modules -->',
      modules.map((name) => `<link rel="modulepreload" href="/page/${version}/${name}">`).join('\n    '),
    );
  return { version, index: packed('index.html', index), files };
}

function packed(name: string, text: string): PageFile {
  const plain = Buffer.from(text);
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    plain,
    gzip: gzipSync(plain),
    // Measured: 8 ms for the whole page; the best quality takes 200 ms to save another tenth.
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  };
}

/**
 * Replaces bare names of packages with paths, which every browser understands; `up` leads from the
 * file to the page's folder.
 */
function withVendorPaths(source: string, up = './'): string {
  return source.replaceAll(
    /(\bfrom\s*|\bimport\s*)(["'])([\w/]+)\2/g,
    (whole, word: string, _quote, name: string) => {
      const path = vendor.get(name);
      return path ? `${word}'${up}${path}'` : whole;
    },
  );
}

function withoutTypes(source: string): string {
  // Node warns once that this function may change; the person who starts the app can do nothing
  // about it.
  const say = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    // Doc comments are for the sources; their empty lines keep the numbers of lines in reports.
    return stripTypeScriptTypes(source)
      .replaceAll(/^[ \t]*\/\*\*[\s\S]*?\*\/$/gm, (comment) => '\n'.repeat(comment.split('\n').length - 1))
      .replaceAll(/(?<![ \t])[ \t]+$/gm, '');
  } finally {
    process.emitWarning = say;
  }
}
