import { defineConfig } from 'vitest/config';

/**
 * Tests that need LibreOffice (`soffice`), poppler (`pdftotext`, `pdfinfo`) and a serif as wide as
 * Times New Roman with Vietnamese letters: on Debian libreoffice-calc-nogui,
 * libreoffice-writer-nogui, poppler-utils,
 * fonts-liberation2.
 */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['../support/global-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 45_000 } },
    fileParallelism: false,
  },
});
