import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { YearState } from '../../page/wire.ts';
import { instantOf } from '../../plan/calendar.ts';
import { readSetting, writeSetting } from '../../store/setting.ts';
import { type Cast, gatherCast } from './cast.ts';
import { type Act, firstYear, joiners, mornings, yearEnd } from './script.ts';
import type { YearStage } from './stage.ts';
import type { Task } from './tasks.ts';

/** Plays the first year of the plan with the sample people. */
export interface FirstYear {
  /** Tells where it stands. */
  state(): Promise<YearState>;
  /** Begins it, unless it plays or has ended; what a restart broke off continues. */
  play(): Promise<YearState>;
}

/** The rehearsal's clock, moved forwards to a moment; reminders of that moment are sent. */
export interface YearClock {
  now: Clock['now'];
  zone: string;
  moveTo(moment: Date): Promise<void>;
}

const settingKey = 'firstYear';
/** How many moments were played, and how many tasks were left out. */
const played = z.object({ next: z.int().default(0), skipped: z.int().default(0) });
/** Every moment of the year in its order. */
const acts: Act[] = [
  ...firstYear,
  ...mornings.map((at) => ({ at, tasks: [] })),
  { at: yearEnd, tasks: [] },
].sort((a, b) => a.at.localeCompare(b.at));
const total = acts.reduce((sum, { tasks }) => sum + tasks.length, acts.length);

/**
 * Creates the player of the first year. People write in their chats, and their updates take the way
 * of every update: no row of the register is written here. A task that fails is left out, logged
 * and counted; the year continues.
 */
export function createFirstYear(stage: YearStage, clock: YearClock, moved: () => Promise<void>): FirstYear {
  const { db, log } = stage.house;
  let playing: { done: number; skipped: number } | undefined;

  const state = async (): Promise<YearState> => {
    const { next, skipped } = await readProgress();
    if (playing) return { state: 'playing', of: total, ...playing };
    if (next >= acts.length) return { state: 'done', done: total, of: total, skipped };
    const possible = (await hasUnits()) && clock.now() < momentOf(yearEnd);
    return { state: possible ? 'ready' : 'impossible', done: 0, of: total, skipped: 0 };
  };
  const readProgress = async () => played.parse((await readSetting(db.pool, settingKey)) ?? {});
  const hasUnits = async (): Promise<boolean> => {
    const codes = [...joiners.map(([unit]) => unit), 'GLAR', 'CA', 'LHPN'];
    return (await db.prisma.unit.count({ where: { code: { in: codes }, active: true } })) === codes.length;
  };
  const momentOf = (at: string): Date => {
    const [day = '', time = ''] = at.split('T');
    return instantOf(day, time, clock.zone);
  };
  const run = async (progress: { done: number; skipped: number }): Promise<void> => {
    const cast = gatherCast(stage);
    const { next: from } = await readProgress();
    for (const [i, act] of acts.entries()) {
      if (i >= from) {
        const moment = momentOf(act.at);
        if (moment > clock.now()) await clock.moveTo(moment);
        await playAct(cast, act, progress);
        await writeSetting(db.pool, settingKey, { next: i + 1, skipped: progress.skipped });
        await moved();
      } else progress.done += act.tasks.length;
      progress.done += 1;
    }
  };
  const playAct = async (cast: Cast, { tasks }: Act, progress: { done: number; skipped: number }) => {
    const byPerson = Map.groupBy(tasks, ({ who }) => `${who.role} ${who.unit ?? ''} ${who.nth ?? 0}`);
    const perform = async (task: Task) => {
      try {
        await task.run(await cast.find(task.who), cast);
      } catch (error) {
        progress.skipped += 1;
        log.error({ err: error }, 'a task of the first year was left out');
      }
      progress.done += 1;
    };
    await Promise.all(
      [...byPerson.values()].map(async (own) => {
        for (const task of own) await perform(task);
      }),
    );
  };

  return {
    state,
    async play() {
      const before = await state();
      if (before.state !== 'ready' || playing) return state();
      const progress = { done: 0, skipped: (await readProgress()).skipped };
      playing = progress;
      void run(progress)
        .catch((error: unknown) => log.error({ err: error }, 'the first year broke off'))
        .finally(() => {
          playing = undefined;
        });
      return state();
    },
  };
}
