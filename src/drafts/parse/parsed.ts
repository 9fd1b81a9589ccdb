/** The value of a typed answer, or a code of its problem; the form has a sentence per code. */
export type Parsed<Value, Problem extends string> =
  | { ok: true; value: Value }
  | { ok: false; problem: Problem };

/** Builds the result of an answer that was understood. */
export function acceptAnswer<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** Builds the result of an answer that cannot be accepted. */
export function refuseAnswer<Problem extends string>(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
