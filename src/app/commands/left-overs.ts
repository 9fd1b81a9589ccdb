import { resolve } from 'node:path';
import { readEnvFile } from '../../config/env-file.ts';
import {
  describeLeftOver,
  findLeftOvers,
  formatBytes,
  removeLeftOver,
} from '../../store/embedded/left-overs.ts';

/**
 * Runs `npm run left-overs`: lists the databases below /var/lib/dien-hinh to which no `DATA_DIR`
 * links. `-- --remove` removes those whose `DATA_DIR` is gone, `-- --remove FOLDER…` the named
 * ones. Returns the exit code.
 */
export async function leftOversCommand(args: string[], print: (line: string) => void): Promise<number> {
  const [flag, ...folders] = args;
  if (flag !== undefined && flag !== '--remove') {
    print('usage: npm run left-overs [-- --remove [FOLDER …]]');
    return 2;
  }
  const found = await findLeftOvers(process.env.DATA_DIR || readEnvFile('.env').DATA_DIR || 'data');
  if (flag === undefined) {
    for (const one of found) print(describeLeftOver(one));
    print(found.length === 0 ? 'nothing is left over' : totalOf(found));
    return 0;
  }
  const named = new Set(folders.map((folder) => resolve(folder)));
  const strange = [...named].filter((folder) => !found.some((one) => one.folder === folder));
  if (strange.length > 0) {
    for (const folder of strange) print(`${folder}: is no left-over: nothing is removed`);
    return 2;
  }
  const chosen = found.filter(({ folder, kind }) => (named.size > 0 ? named.has(folder) : kind === 'gone'));
  for (const one of chosen) {
    await removeLeftOver(one);
    print(`removed: ${describeLeftOver(one)}`);
  }
  const kept = found.length - chosen.length;
  print(
    `${chosen.length} removed, ${kept} kept${kept > 0 && named.size === 0 ? ': name those to remove them too' : ''}`,
  );
  return 0;
}

function totalOf(found: { bytes: number }[]): string {
  const all = formatBytes(found.reduce((sum, { bytes }) => sum + bytes, 0));
  return `${found.length} left over, ${all}. Is a disk not mounted, or a DATA_DIR moved? Then start the app once from there first.`;
}

if (import.meta.main) {
  process.exitCode = await leftOversCommand(process.argv.slice(2), (line) =>
    process.stdout.write(`${line}\n`),
  );
}
