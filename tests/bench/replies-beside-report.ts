import { loadPlan } from '../../src/plan/load.ts';
import { loaded } from '../support/loaded.ts';
import { benchHouse, registerOnce } from './house.ts';
import { addManager, commandToFile } from './manager.ts';
import { replyTimes } from './reply-times.ts';
import { addExemplars } from './report-database.ts';
import { makeOnce } from './report-speed.ts';

const plan = loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml'));
/** The exemplars of a district. */
const district = 700;

/**
 * Measures in the whole app: from a command to the file of a district, the first time and again;
 * and replies at a steady load while the largest report is made without a pause.
 */
export async function measureRepliesBeside(exemplars: number): Promise<[string, string][]> {
  const house = await benchHouse(160);
  try {
    await addManager(house);
    for (let chat = 1; chat <= 30; chat++) await registerOnce(house, chat);
    await addExemplars(house.app.house.db, district, plan, 'V');
    const times: number[] = [];
    for (let n = 0; n < 4; n++) times.push(await commandToFile(house, '/baocao danhsach 2021'));
    const alone = await replyTimes(house, { firstChat: 40, perSecond: 20, seconds: 20 });
    await addExemplars(house.app.house.db, exemplars, plan);
    let reports = 0;
    let over = false;
    const making = (async () => {
      while (!over) {
        await makeOnce(house.app.house.db, house.app.house.tempDir);
        reports += 1;
      }
    })();
    const beside = await replyTimes(house, { firstChat: 40, perSecond: 20, seconds: 30 });
    over = true;
    await making;
    const at = (all: number[], share: number) => all[Math.floor(all.length * share)]?.toFixed(1) ?? '–';
    const [first = 0, ...again] = times;
    return [
      [
        `command to file, district of ${district}, first / again`,
        `${(first / 1000).toFixed(2)} s / ${(Math.min(...again) / 1000).toFixed(2)} s`,
      ],
      ['reply at 20 updates/s, p50 / p95', `${at(alone, 0.5)} ms / ${at(alone, 0.95)} ms`],
      [
        `while a report of ${exemplars} is made (${reports} made)`,
        `${at(beside, 0.5)} ms / ${at(beside, 0.95)} ms (${beside.length} replies)`,
      ],
    ];
  } finally {
    await house.close();
  }
}
