import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/worker/**', 'test/browser/**', 'node_modules/**'],
    globalSetup: ['test/assert-node-24.ts'],
    testTimeout: 20_000,
  },
});
