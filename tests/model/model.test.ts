import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stoppedClock } from '../../src/clock.ts';
import { loadPlan } from '../../src/plan/load.ts';
import { freshDatabase } from '../support/database.ts';
import { fixedSeed } from '../support/fixed-seed.ts';
import { atLength } from '../support/which-run.ts';
import { histories } from './histories.ts';
import { type Compared, playHistory } from './play.ts';

const total = Number(process.env.MODEL_HISTORIES ?? (atLength ? 1200 : 15));
/** The plans of earlier histories are read again with every look. */
const perDatabase = 25;

test('any history has the standings, dues, lateness and nudges of a simple model', async () => {
  const base = loadPlan('prisma/plans/101-kh-ubnd.yaml');
  const compared: Compared = { standings: 0, lateness: 0, nudges: 0, changes: 0 };
  for (let played = 0; played < total; played += perDatabase) {
    const db = await freshDatabase();
    const world = { db, clock: stoppedClock(new Date(0)), base, compared };
    try {
      await fc.assert(
        fc.asyncProperty(histories, (history) => playHistory(world, history)),
        // With one seed every database would see the same histories.
        { numRuns: Math.min(perDatabase, total - played), seed: fixedSeed + played },
      );
    } finally {
      await db.drop();
    }
  }
  // A program and a model that both say nothing would agree.
  expect(Math.min(...Object.values(compared))).toBeGreaterThan(atLength ? total : 0);
}, 3_600_000);
