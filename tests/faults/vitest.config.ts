import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Tests that start the app or its database server as processes of their own, some fifty times: `npm run test:faults`.
 * `npm test` leaves them out and starts one such process (`tests/faults/smoke.test.ts`).
 */
export const ownProcesses = [
  'tests/faults/kill.test.ts',
  'tests/faults/start-stop.test.ts',
  'tests/faults/backup-commands.test.ts',
  'tests/faults/storm.test.ts',
  'src/store/embedded.test.ts',
  'src/store/embedded/left-overs.test.ts',
];

export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ownProcesses,
    globalSetup: ['tests/support/global-setup.ts'],
    isolate: false,
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
