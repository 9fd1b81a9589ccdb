/** Limits how many tasks run at once; the others wait in line. */
export interface Gate {
  pass<T>(work: () => Promise<T>): Promise<T>;
}

/** Creates a gate for `atOnce` tasks at a time. */
export function createGate(atOnce: number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    pass: async (work) => {
      if (inside < atOnce) inside += 1;
      // A finished task hands its place to the next, so the count stays.
      else await new Promise<void>((enter) => waiting.push(enter));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };
}
