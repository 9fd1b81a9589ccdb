/**
 * What a typed answer was understood as, or a code of what is wrong with it; the form has a
 * sentence per code.
 */
export type Parsed<Value, Problem extends string> =
  | { ok: true; value: Value }
  | { ok: false; problem: Problem };

/** An answer that was understood. */
export function understood<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** An answer that cannot be taken. */
export function refused<Problem extends string>(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
