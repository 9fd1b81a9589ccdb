import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { isRegularExpressionLiteral } from 'typescript/unstable/ast/is';
import { lineOf, listSources, parseSources } from './parse-sources.ts';

/** A regular expression of the program, and where it stands. */
export interface ListedPattern {
  at: string;
  pattern: RegExp;
}

/** Lists every regular expression of `src`: literals, and those that modules build as they load. */
export function listPatterns(): ListedPattern[] {
  const files = listSources().filter((file) => /^src\/(?!.*\.test\.ts$)/.test(file));
  const literals = parseSources(files, (sources) =>
    [...sources].flatMap(([file, source]) => literalsOf(file, source)),
  );
  const building = files.filter((file) => readFileSync(file, 'utf8').includes('new RegExp('));
  return [...literals, ...listBuilt(building)];
}

function literalsOf(file: string, source: SourceFile): ListedPattern[] {
  const found: ListedPattern[] = [];
  const visit = (node: Node): void => {
    if (isRegularExpressionLiteral(node)) {
      const text = node.getText(source);
      const end = text.lastIndexOf('/');
      const pattern = new RegExp(text.slice(1, end), text.slice(end + 1));
      found.push({ at: `${file}:${lineOf(source, node)}`, pattern });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** Loads modules in a process of their own, which notes what they build. */
function listBuilt(files: string[]): ListedPattern[] {
  const urls = files.map((file) => pathToFileURL(join(process.cwd(), file)).href);
  const load = urls.map((url) => `await import(${JSON.stringify(url)});`).join('\n');
  const noting = pathToFileURL(join(import.meta.dirname, 'note-patterns.ts')).href;
  const { status, output } = spawnSync(
    process.execPath,
    ['--import', noting, '--input-type=module', '--eval', `${load}\nprocess.exit(0);`],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`The modules could not be loaded: ${output[2]}`);
  const lines = new Set((output[3] ?? '').split('\n').filter(Boolean));
  return [...lines].map((line) => {
    const { source, flags }: { source: string; flags: string } = JSON.parse(line);
    return { at: 'built', pattern: new RegExp(source, flags) };
  });
}
