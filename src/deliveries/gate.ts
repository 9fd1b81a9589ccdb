/** Lets so many pieces of work in at once; the others wait in line. */
export interface Gate {
  pass<T>(work: () => Promise<T>): Promise<T>;
}

export function gate(atOnce: number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    pass: async (work) => {
      if (inside < atOnce) inside += 1;
      // Whoever leaves hands the place on, so the count stays.
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
