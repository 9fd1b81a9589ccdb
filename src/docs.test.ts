import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
}).split('\n');
/** Examples in the guides of files to write. */
const examples = new Set(['src/bot/features/counting.ts']);

/** Paths between backquotes: with a folder, or with an ending of source. */
function pathsIn(guide: string): string[] {
  const quoted = [...guide.matchAll(/`([\w./-]+)`/g)].map(([, path = '']) => path);
  const named = quoted.filter(
    (path) => /^(?:src|tests|docs|prisma|locales)\//.test(path) || /\w\.(?:ts|prisma|yaml)$/.test(path),
  );
  return named.filter((path) => !examples.has(path) && !/^(?:db|house|ctx|tx)\./.test(path));
}

it.each(['docs/developing.md', 'docs/decisions.md', 'CONTRIBUTING.md'])(
  '%s names only files and folders that there are',
  (guide) => {
    const paths = pathsIn(readFileSync(guide, 'utf8'));
    const missing = paths.filter(
      (path) =>
        !path.includes('/generated/') &&
        !files.some((file) => file === path || file.endsWith(`/${path}`) || file.startsWith(path)),
    );
    expect(missing).toEqual([]);
    expect(paths.length).toBeGreaterThan(3);
  },
);
