import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Tests in a real browser: `npm run test:browser`. CHROMIUM names another browser than
 * /usr/bin/chromium.
 */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 45_000 } },
    fileParallelism: false,
  },
});
