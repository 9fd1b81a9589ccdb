import { afterEach, describe, expect, it } from 'vitest';
import { stoppedClock } from '../clock.ts';
import { loadPlan } from '../plan/load.ts';
import { schedulePlanner } from './schedule-planner.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
let planner: ReturnType<typeof schedulePlanner> | undefined;
afterEach(() => planner?.stop());

describe('waking the planner', () => {
  it("runs once in each new hour of the app's clock, and only then", async () => {
    const clock = stoppedClock(new Date('2021-08-18T08:59+07:00'));
    const woken: string[] = [];
    planner = schedulePlanner({
      plan,
      clock,
      run: async () => woken.push(clock.now().toISOString()) > 0,
    });
    await planner.wake();
    clock.set(new Date('2021-08-18T09:00+07:00'));
    await expect.poll(() => woken, { timeout: 60_000 }).toHaveLength(2);
    expect(woken).toEqual(['2021-08-18T01:59:00.000Z', '2021-08-18T02:00:00.000Z']);
  });

  it('runs again in the same hour when it could not plan', async () => {
    const clock = stoppedClock(new Date('2021-08-18T08:00+07:00'));
    const outcomes: boolean[] = [];
    planner = schedulePlanner({ plan, clock, run: async () => outcomes.push(outcomes.length === 1) === 2 });
    await planner.wake();
    await expect.poll(() => outcomes, { timeout: 60_000 }).toEqual([false, true]);
  });

  it('never runs twice at once, and a stop waits for a running one', async () => {
    const clock = stoppedClock(new Date('2021-08-18T08:00+07:00'));
    let inside = 0;
    let most = 0;
    let done = 0;
    const gates: (() => void)[] = [];
    planner = schedulePlanner({
      plan,
      clock,
      run: async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise<void>((open) => gates.push(open));
        inside -= 1;
        done += 1;
        return true;
      },
    });
    const all = [planner.wake(), planner.wake(), planner.wake()];
    for (let n = 0; n < 3; n++) {
      await expect.poll(() => gates.length).toBe(n + 1);
      if (n === 2) {
        const stopped = planner.stop().then(() => done);
        gates[n]?.();
        expect(await stopped).toBe(3);
      } else gates[n]?.();
    }
    await Promise.all(all);
    expect(most).toBe(1);
  });
});
