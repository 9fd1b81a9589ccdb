/**
 * Runs `work` whenever it is asked to, one run at a time: asked while it runs, it runs once more
 * afterwards, however often it was asked. `failed` hears what it throws; the next call tries again.
 */
export function coalesced(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        failed(error);
      }
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}
