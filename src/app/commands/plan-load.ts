import { realClock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import { loadSettings } from '../../config/load.ts';
import { createLog } from '../../log.ts';
import { readPlanText } from '../../plan/load.ts';
import { loadPlanText } from '../../plans/load-plan.ts';
import { sayDifference } from '../../plans/say-difference.ts';
import { reachDatabase } from '../../store/backup/reach-database.ts';
import { connect } from '../../store/database.ts';
import { resolveTypedPath, runOperatorCommand } from './run-command.ts';

/**
 * Runs `npm run plan:load FILE`: stores a plan file as the newest version of its plan, or as a new
 * plan. Running apps follow within seconds. Prints what differs.
 */
export async function planLoadCommand(
  args: string[],
  config: Config,
  print: (line: string) => void,
): Promise<number> {
  const [given, ...others] = args;
  if (given === undefined || others.length > 0 || given.startsWith('-')) {
    print('usage: npm run plan:load FILE   (check it first: npm run plan:check FILE)');
    return 2;
  }
  const file = resolveTypedPath(given);
  const text = readPlanText(file);
  const log = createLog('silent');
  const database = await reachDatabase({ ...config, log });
  const db = connect({ url: database.url, log, poolSize: 2 });
  try {
    const { plan, number, known, differences } = await loadPlanText(
      db,
      { name: file, text },
      { at: realClock.now() },
    );
    if (known) print(`${plan.code}: the database has this content already, as version ${number}`);
    else print(`Đã nạp / loaded: ${plan.code}, version ${number}`);
    for (const one of differences) print(`  ${sayDifference('vi', one)}`);
    return 0;
  } finally {
    await db.close();
    await database.close();
  }
}

if (import.meta.main) await runOperatorCommand((args, print) => planLoadCommand(args, loadSettings(), print));
