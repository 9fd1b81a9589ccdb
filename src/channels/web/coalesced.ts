/**
 * Creates a function that runs `work` one run at a time. Calls during a run cause one more run
 * afterwards, however many they were. `failed` gets the errors; the next call tries again.
 */
export function coalesce(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
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
