import { defineConfig } from 'vitest/config';

/** Tests that need LibreOffice (`soffice`) and poppler (`pdftotext`, `pdftoppm`, `pdfinfo`) on the machine. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['../support/global-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
