import { countDifferentLetters } from '../text/different-letters.ts';

/**
 * Finds names that were meant as a setting but are not one, with the nearest setting. Returns one
 * line each:
 *
 * - Names with the prefix of a group of settings (`TELEGRAM_`, `DATABASE_`, …), even when empty:
 *   `TELEGRAM_TOKEN=` would otherwise start the rehearsal.
 * - Names that differ from a setting in at most two letters, in case or in underscores.
 * - In the `.env` file, names with the last word of a setting (`BOT_TOKEN`, `DB_URL`) or its first
 *   word (`DATABASE`). Names of other programs, such as `AWS_SESSION_TOKEN`, are known by their
 *   prefix.
 *
 * Other programs share the environment, so a short name is checked only when it is in the `.env`
 * file.
 */
export function findUnknownNames(names: string[], known: string[], inFile: ReadonlySet<string>): string[] {
  const groups = new Set(known.filter((name) => name.includes('_')).map(groupOf));
  return names.flatMap((name) => {
    if (known.includes(name)) return [];
    const nearest = nearestTo(name, known);
    if (!nearest) return [];
    const ours = inFile.has(name);
    const alike = plain(name) === plain(nearest.name) || nearest.distance <= allowed(nearest.name);
    const long = nearest.name.includes('_');
    // Many programs have their own names with LOG_.
    const grouped =
      groups.has(groupOf(name.toUpperCase())) && (ours || groupOf(name.toUpperCase()) !== 'LOG_');
    if (grouped || (alike && (long || ours))) return [unknown(name, [nearest.name])];
    const meant = ours && !ofOthers.test(name) ? meantBy(name, known) : [];
    if (meant.length > 0) return [unknown(name, meant)];
    return [];
  });
}

/** Prefixes of other programs' names. */
const ofOthers = /^(AWS|NODE|NPM|HTTP|HTTPS|ALL|NO|TZ|LC|SSL|XDG|S3)_/i;
/** Last words of settings that nearly every program has. */
const tellsMuch = new Set(['TOKEN', 'URL', 'SECRET', 'PORT', 'HOST', 'PASSPHRASE', 'CODE']);

/** Lists the settings whose first word is the name, or that share the most last words with it. */
function meantBy(name: string, known: string[]): string[] {
  const words = name.toUpperCase().split(/[^A-Z0-9]+/);
  if (words.length === 1 && known.some((one) => one.startsWith(`${words[0]}_`)))
    return known.filter((one) => one.startsWith(`${words[0]}_`));
  if (!tellsMuch.has(words.at(-1) ?? '')) return [];
  for (let from = 0; from < words.length; from++) {
    const tail = words.slice(from).join('_');
    const found = known.filter((one) => one === tail || one.endsWith(`_${tail}`));
    if (found.length > 0) return found;
  }
  return [];
}

function unknown(name: string, meant: string[]): string {
  return `${name}: is not a setting; did you mean ${meant.join(' or ')}?`;
}

function groupOf(name: string): string {
  return name.slice(0, name.indexOf('_') + 1);
}

/** Maps `database-url`, `DatabaseUrl` and `DATABASE_URL` to the same text. */
function plain(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

function allowed(name: string): number {
  return name.length >= 8 ? 2 : 1;
}

/** The most likely setting: of the same group, then with the same last word, then by letters. */
function nearestTo(name: string, known: string[]): { name: string; distance: number } | undefined {
  const group = groupOf(name.toUpperCase());
  const last = lastWord(name);
  const likely = (one: string) =>
    (group !== '' && groupOf(one) === group ? 2 : 0) + (last !== '' && lastWord(one) === last ? 1 : 0);
  return known
    .map((one) => ({ name: one, distance: countDifferentLetters(plain(name), plain(one)) }))
    .sort((a, b) => likely(b.name) - likely(a.name) || a.distance - b.distance)[0];
}

function lastWord(name: string): string {
  return /_([A-Z]+)$/.exec(name.toUpperCase())?.[1] ?? '';
}
