import type { Logger } from 'pino';

/** How to close the parts of the app that were opened. */
export interface AppClosing {
  /** Adds the step that closes a part just opened. */
  add(step: () => Promise<unknown>): void;
  /** Closes the parts, the newest first. A step that fails is logged, and the others follow. */
  close(): Promise<void>;
}

/** Creates an empty list of parts to close. */
export function createClosing(log: Logger): AppClosing {
  const steps: (() => Promise<unknown>)[] = [];
  return {
    add: (step) => steps.push(step),
    async close() {
      for (const step of steps.splice(0).reverse()) {
        await step().catch((error) => log.error({ err: error }, 'a part of the app did not close well'));
      }
    },
  };
}
