import type { Config } from '../../config/config.ts';
import { loadSettings } from '../../config/load.ts';
import { prepareJobs } from '../../jobs/runner.ts';
import { createLog } from '../../log.ts';
import { restoreBackup } from '../../store/backup/restore-backup.ts';
import { readFileArgument, runOperatorCommand } from './run-command.ts';

const usage =
  'npm run restore FILE   (into an empty DATA_DIR, or the empty database and bucket of the settings)';

/** Runs `npm run restore FILE`: restores a backup into the empty place that the settings name. */
export async function restoreCommand(
  args: string[],
  config: Config,
  print: (line: string) => void,
): Promise<number> {
  const path = readFileArgument(args, print, usage);
  if (path === undefined) return 2;
  const log = createLog('silent');
  const { header, end } = await restoreBackup({
    path,
    passphrase: config.backupPassphrase,
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    filesUrl: config.filesUrl,
    log,
    prepareJobs: (url) => prepareJobs(url, log),
  });
  const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0);
  print(
    `Đã phục hồi / restored: ${Object.keys(end.tables).length} tables, ${rows} rows, ${end.files} files, ${end.jobs} waiting jobs`,
  );
  print(`as they were at ${header.madeAt}, made by version ${header.version}. Start the app now: npm start`);
  if (end.missing > 0) print(`${end.missing} files were missing already when the backup was made`);
  return 0;
}

if (import.meta.main) await runOperatorCommand((args, print) => restoreCommand(args, loadSettings(), print));
