import type { Upload } from '../read-params.ts';
import type { World } from '../world.ts';

export interface Call {
  /** Checked against the specification. */
  params: Record<string, unknown>;
  uploads: Map<string, Upload>;
  /** Aborted when the client hangs up or the stand-in closes. */
  signal: AbortSignal;
  /** Makes a call in the bot's name, for the answer of a webhook. */
  perform(method: string, params: Record<string, unknown>): Promise<unknown>;
}

/** A Bot API method: its result, or a `Refusal` thrown. */
export type Handler = (world: World, call: Call) => unknown;
