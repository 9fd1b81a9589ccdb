import type { Clock } from '../../clock.ts';
import type { PlayName, PlayState } from '../../page/wire.ts';
import { instantOf } from '../../plan/calendar.ts';
import { gatherCast, nameScriptPart } from './cast.ts';
import { readPlayRecord, wasPlayedByEarlierRelease, writePlayRecord } from './cursor.ts';
import { endStep, openJournal, readEndedSteps } from './journal.ts';
import { scripts } from './script.ts';
import type { PlayStage } from './stage.ts';
import { type Act, nameStep, type ScriptStep } from './step.ts';
import { joiners, year2021 } from './years/2021.ts';

/** Plays the years of the plan with the sample people. */
export interface Player {
  /** Tells where it stands. */
  state(): Promise<PlayState>;
  /** Begins a play, or continues one that was stopped, unless one plays or it has ended. */
  play(name: PlayName): Promise<PlayState>;
  /** Stops after the steps that play now. */
  stop(): Promise<PlayState>;
  /** Continues what the end of the process broke off. */
  resume(): Promise<void>;
  /** Breaks off, as the app stops: the next start continues. */
  close(): Promise<void>;
  /** Tells whether a play is under way: then people and clock are its own. */
  isPlaying(): boolean;
}

/** The rehearsal's clock, moved forwards to a moment; reminders of that moment are sent. */
export interface PlayClock {
  now: Clock['now'];
  zone: string;
  moveTo(moment: Date): Promise<void>;
}

/** The play under way. */
interface Playing {
  name: PlayName;
  act: Act | undefined;
  done: number;
  skipped: number;
  /** Asked to stop after the present steps. */
  stopping: boolean;
  /** Resolves when it has ended, was stopped or broke off. */
  over: Promise<void>;
}

const countSkipped = (ended: Map<string, { skipped: boolean }>): number =>
  [...ended.values()].filter(({ skipped }) => skipped).length;

/** Units without which the script has no people. */
const neededUnits = [...joiners.map(([unit]) => unit), 'GLAR', 'CA', 'LHPN'];

/**
 * Creates the player. People write in their chats, and their updates take the way of every update:
 * no row of the register is written here. A step that fails is left out, logged and counted; the
 * script continues.
 */
export function createPlayer(stage: PlayStage, clock: PlayClock, moved: () => Promise<void>): Player {
  const { db, log } = stage.house;
  let playing: Playing | undefined;
  let closed = false;

  const momentOf = ({ at }: Act): Date => {
    const [day = '', time = ''] = at.split('T');
    return instantOf(day, time, clock.zone);
  };
  const readEnded = async (): Promise<Map<string, { skipped: boolean }>> => {
    const ended = await readEndedSteps(db.pool);
    if (await wasPlayedByEarlierRelease(db.pool))
      for (const act of year2021)
        for (const step of act.steps) ended.set(nameStep(act, step), { skipped: false });
    return ended;
  };
  const isOver = (act: Act, ended: Map<string, unknown>): boolean =>
    act.steps.every((step) => ended.has(nameStep(act, step))) && momentOf(act) <= clock.now();
  const sizeOf = (acts: Act[]): number => acts.reduce((sum, { steps }) => sum + steps.length + 1, 0);
  const hasUnits = async (): Promise<boolean> =>
    (await db.prisma.unit.count({ where: { code: { in: neededUnits }, active: true } })) ===
    neededUnits.length;

  /** A play can go on while the clock is in the year of its next moment, or before. */
  const listPossible = async (ended: Map<string, unknown>): Promise<PlayName[]> => {
    if (!(await hasUnits())) return [];
    return (['firstYear', 'fiveYears'] as const).filter((name) => {
      const next = scripts[name].find((act) => !isOver(act, ended));
      return (
        next !== undefined &&
        clock.now() < instantOf(`${Number(next.at.slice(0, 4)) + 1}-01-01`, '00:00', clock.zone)
      );
    });
  };

  const state = async (): Promise<PlayState> => {
    if (playing) {
      const { name, act, done, skipped, stopping } = playing;
      return {
        ...{
          state: stopping ? 'stopping' : 'playing',
          play: name,
          can: [],
          done,
          of: sizeOf(scripts[name]),
          skipped,
        },
        ...(act && { at: momentOf(act).toISOString(), work: act.work }),
      };
    }
    const record = await readPlayRecord(db.pool);
    const ended = await readEnded();
    const possible = await listPossible(ended);
    const { play = 'fiveYears' } = record ?? {};
    const own = scripts[play].filter((act) => isOver(act, ended));
    const figures = { done: sizeOf(own), of: sizeOf(scripts[play]), skipped: countSkipped(ended) };
    if (!record)
      return { state: possible.length > 0 ? 'ready' : 'impossible', can: possible, ...figures, done: 0 };
    const whole = record.state === 'done' || figures.done === figures.of;
    return { state: whole ? 'done' : 'stopped', play, can: possible, ...figures };
  };

  const run = async (now: Playing): Promise<void> => {
    const { name } = now;
    await writePlayRecord(db.pool, { play: name, state: 'playing' });
    const ended = await readEnded();
    now.skipped = countSkipped(ended);
    for (const act of scripts[name]) {
      if (now.stopping || closed) return;
      if (!isOver(act, ended)) {
        now.act = act;
        const moment = momentOf(act);
        if (moment > clock.now()) await clock.moveTo(moment);
        await moved();
        await playAct(now, act, ended);
        if (now.stopping || closed) return;
      } else now.done += act.steps.length;
      now.done += 1;
    }
    await writePlayRecord(db.pool, { play: name, state: 'done' });
  };

  const playAct = async (now: Playing, act: Act, ended: Map<string, unknown>): Promise<void> => {
    const byPerson = Map.groupBy(act.steps, ({ who }) => nameScriptPart(who));
    await Promise.all(
      [...byPerson.values()].map(async (own) => {
        for (const step of own) {
          if (now.stopping || closed) return;
          const stepId = nameStep(act, step);
          if (!ended.has(stepId)) await perform(now, stepId, step);
          now.done += 1;
        }
      }),
    );
  };

  const perform = async (now: Playing, stepId: string, step: ScriptStep): Promise<void> => {
    let skipped = false;
    try {
      const cast = gatherCast(stage, await openJournal(db.pool, stepId));
      await step.run(await cast.find(step.who), cast);
    } catch (error) {
      // The next start plays the rest of this step.
      if (closed) return;
      skipped = true;
      now.skipped += 1;
      log.error({ err: error, step: stepId }, 'a step of the rehearsal was left out');
    }
    await endStep(db.pool, stepId, skipped);
  };

  const begin = (name: PlayName): void => {
    const now: Playing = {
      name,
      act: undefined,
      done: 0,
      skipped: 0,
      stopping: false,
      over: Promise.resolve(),
    };
    playing = now;
    now.over = run(now)
      .catch((error: unknown) => {
        now.stopping = true;
        if (!closed) log.error({ err: error }, 'the rehearsal’s play broke off');
      })
      .then(async () => {
        if (now.stopping && !closed) await writePlayRecord(db.pool, { play: name, state: 'stopped' });
      })
      .catch((error: unknown) => log.error({ err: error }, 'the rehearsal’s play could not be marked'))
      .finally(() => {
        playing = undefined;
        if (!closed) void moved().catch(() => undefined);
      });
  };

  return {
    state,
    isPlaying: () => playing !== undefined,
    async play(name) {
      const { can } = await state();
      if (!can.includes(name) || playing || closed) return state();
      begin(name);
      return state();
    },
    async stop() {
      if (playing) playing.stopping = true;
      return state();
    },
    async resume() {
      const record = await readPlayRecord(db.pool);
      if (record?.state === 'playing' && !playing && !closed) begin(record.play);
    },
    async close() {
      closed = true;
      stage.inbox.stop();
      await playing?.over;
    },
  };
}
