import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

/** Lists the TypeScript files of `src` and `tests`, without generated ones. */
export function listSources(): string[] {
  return execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'tests'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts'));
}

/**
 * Parses files with TypeScript's own parser, each by itself. `texts` are files that exist only
 * here, by name. The trees are valid while `use` runs.
 */
export function parseSources<T>(
  files: string[],
  use: (sources: Map<string, SourceFile>) => T,
  texts: Record<string, string> = {},
): T {
  const root = process.cwd();
  const config = join(root, 'prose.tsconfig.json');
  const compilerOptions = { noResolve: true, noLib: true, types: [], module: 'esnext', target: 'esnext' };
  const virtual = new Map(Object.entries(texts).map(([name, text]) => [join(root, name), text]));
  const all = [...files.map((file) => join(root, file)), ...virtual.keys()];
  virtual.set(config, JSON.stringify({ compilerOptions, files: all }));
  const api = new API({
    cwd: root,
    fs: {
      readFile: (name) => virtual.get(name),
      fileExists: (name) => virtual.has(name) || undefined,
    },
  });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    const names = [...files, ...Object.keys(texts)];
    const sources = names.map((name): [string, SourceFile] => {
      const source = project?.program.getSourceFile(join(root, name));
      if (!source) throw new Error(`${name} was not parsed`);
      return [name, source];
    });
    return use(new Map(sources));
  } finally {
    api.close();
  }
}

/** Returns the line of a node, from 1. */
export function lineOf(source: SourceFile, node: Node): number {
  return lineAt(source.text, node.getStart(source));
}

/** Returns the line of a place in a text, from 1. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
