const shape = /^own\.([1-9]\d{0,8})$/;

/** Writes the code by which a draft ticks an own criterion, among the plan's codes. */
export function ownCriterionCode(id: number): string {
  return `own.${id}`;
}

/** Reads the id of an own criterion from its code; undefined: a criterion of the plan. */
export function readOwnCriterionCode(code: string): number | undefined {
  const id = shape.exec(code)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** Lists the ids of the own criteria among ticked codes. */
export function ownIdsIn(codes: readonly string[]): number[] {
  return codes.flatMap((code) => readOwnCriterionCode(code) ?? []);
}
