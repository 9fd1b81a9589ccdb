import { defineConfig } from 'vitest/config';
import { onlyAtLength } from './tests/faults/vitest.config.ts';

/** The tests of `npm test`. Those with a step of their own: `tests/{faults,browser,documents}/vitest.config.ts`. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: [
      'tests/browser/**',
      'tests/documents/**',
      'tests/bench/**',
      '**/node_modules/**',
      ...onlyAtLength,
    ],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/fixed-seed.ts'],
    provide: { atLength: false },
    // Nothing is mocked and no file changes what another sees: the app is loaded once per worker, not once per file.
    isolate: false,
    // Most of a run is waiting, for the database and for processes that start: more at once than there are cores.
    maxWorkers: 4,
    // Room for a machine that does ten other things: a test that passes is not slower for it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 45_000 } },
  },
});
