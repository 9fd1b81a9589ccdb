class CutOffError extends Error {
  override name = 'CutOffError';
}

/** Awaits work for at most `ms` milliseconds, then throws. The work itself cannot be stopped. */
export async function withCutOff(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const cutOff = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CutOffError(`no end after ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work, cutOff]);
  } finally {
    clearTimeout(timer);
  }
}
