/** Attempts at a transaction. Each is a turn of its own in the queue for the locks. */
const mostAttempts = 4;

/**
 * PostgreSQL's codes of a transaction that it ended for the sake of another one (deadlock,
 * serialization failure), and Prisma's.
 */
const conflicts = new Set(['40P01', '40001', 'P2034']);

/** Prisma's words for a raw statement, whose own code says nothing. */
const rawConflict = /Raw query failed\. Code: `(40P01|40001)`/;

/**
 * Runs a transaction again when PostgreSQL ended it because it and another one waited for each
 * other. The other one is done then, so `work` sees what it wrote. `work` changes nothing outside
 * of its transaction, or may do so several times.
 */
export async function repeatConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === mostAttempts || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && conflicts.has(String(error.code))) || rawConflict.test(error.message);
}
