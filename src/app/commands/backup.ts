import { realClock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import { loadSettings } from '../../config/load.ts';
import { createLog } from '../../log.ts';
import { noteBackup } from '../../store/backup/history.ts';
import { type FinishedBackup, makeBackup } from '../../store/backup/make-backup.ts';
import { reachDatabase } from '../../store/backup/reach-database.ts';
import { checkFiles } from '../../store/check-files.ts';
import { formatBytes } from '../../store/embedded/left-overs.ts';
import { openFiles } from '../../store/files.ts';
import { appVersion } from '../version.ts';
import { readFileArgument, runOperatorCommand } from './run-command.ts';

const usage = 'npm run backup FILE   (with BACKUP_PASSPHRASE set the file is encrypted)';

/**
 * Runs `npm run backup FILE`: writes database and files, as they are at one moment, into a new
 * file. The app may be running or not.
 */
export async function backupCommand(
  args: string[],
  config: Config,
  print: (line: string) => void,
): Promise<number> {
  const path = readFileArgument(args, print, usage);
  if (path === undefined) return 2;
  const log = createLog('silent');
  const files = openFiles(config);
  if (config.filesUrl) await checkFiles(files, config.filesUrl);
  const database = await reachDatabase({ ...config, log });
  try {
    const at = realClock.now();
    const made = await makeBackup({
      url: database.url,
      files,
      path,
      passphrase: config.backupPassphrase,
      version: appVersion,
      at,
    });
    await noteBackup(database.url, {
      startedAt: at,
      finishedAt: realClock.now(),
      bytes: made.bytes,
      missing: made.end.missing,
    });
    for (const line of describeMade(made, config.backupPassphrase !== undefined)) print(line);
    return 0;
  } finally {
    await database.close();
  }
}

function describeMade({ path, bytes, end }: FinishedBackup, encrypted: boolean): string[] {
  const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0);
  return [
    `Đã sao lưu / backed up: ${path}  ${formatBytes(bytes)}, ${Object.keys(end.tables).length} tables, ${rows} rows, ${end.files} files`,
    ...(end.missing > 0 ? [`${end.missing} files that the database names are not in the file store`] : []),
    encrypted
      ? 'Encrypted with BACKUP_PASSPHRASE: keep the passphrase apart from this machine too'
      : 'Not encrypted: it holds personal data. Keep it closed, or set BACKUP_PASSPHRASE',
  ];
}

if (import.meta.main) await runOperatorCommand((args, print) => backupCommand(args, loadSettings(), print));
