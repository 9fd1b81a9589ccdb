import type { ActWork } from '../../page/wire.ts';
import type { Cast, ScriptPart } from './cast.ts';
import type { StageChat } from './stage-chat.ts';

/** The work of one person at one moment of the script. */
export interface ScriptStep {
  /** The work in one word and its object: unique within its act. */
  name: string;
  who: ScriptPart;
  run(chat: StageChat, cast: Cast): Promise<void>;
}

/** A moment of the script, and the steps then; those of one person follow one another. */
export interface Act {
  /** In the plan's time zone: `2021-08-19T09:00`. */
  at: string;
  /** Shown while it plays. */
  work: ActWork;
  steps: ScriptStep[];
}

/** Names a step uniquely among all: by its moment and its work. */
export function nameStep(act: Act, step: ScriptStep): string {
  return `${act.at} ${step.name}`;
}
