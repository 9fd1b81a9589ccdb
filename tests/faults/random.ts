/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A name unlike any other, so that no person is warned of a similar one. */
export function nameOf(random: () => number): string {
  const word = () =>
    Array.from({ length: 7 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  return `Làng ${word()} ${word()} ${word()}`;
}

/** Things in an order that the seed decides. */
export function shuffled<T>(things: T[], seed: number): T[] {
  const random = randomOf(seed);
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
