import { expect, it } from 'vitest';
import { shuffled } from './random.ts';
import { type FaultKind, type StormFigures, storm } from './storm.ts';

/** Kills and breaks of the database; a long run: `npm run faults`. */
const kills = Number(process.env.FAULT_KILLS ?? 3);
const breaks = Number(process.env.FAULT_BREAKS ?? 8);
const seed = Number(process.env.FAULT_SEED ?? 7);
const timeout = 120_000 + (kills + breaks) * 30_000;

const times = (n: number, kind: FaultKind): FaultKind[] => Array.from({ length: n }, () => kind);
const share = (part: number) => Math.ceil(breaks * part);

/** Conditions that must hold after every fault. */
const nothingWrong: Partial<StormFigures> = {
  ended: 0,
  lost: 0,
  doubled: 0,
  stuck: 0,
  violations: [],
  unmarked: 0,
};

it('on its own database: kills, restarts and crashes lose, double and stop nothing', {
  timeout,
}, async () => {
  const faults = [
    ...times(kills, 'kill'),
    ...times(share(0.25), 'crash'),
    ...times(share(0.25), 'terminate'),
  ];
  const figures = await storm({
    // Four restarts of the server in a row come first.
    faults: [...times(Math.max(4, share(0.25)), 'restart'), ...shuffled(faults, seed)],
    nudgeKills: Math.ceil(kills / 4),
    seed,
  });
  console.log(figures);
  expect(figures).toMatchObject(nothingWrong);
  expect(figures.registrations).toBeGreaterThan(0);
});

it('on a remote database: cut connections lose, double and stop nothing', {
  timeout,
}, async () => {
  const faults = shuffled([...times(share(0.25), 'cut'), ...times(1, 'terminate')], seed);
  const figures = await storm({ faults, seed });
  console.log(figures);
  expect(figures).toMatchObject(nothingWrong);
});
