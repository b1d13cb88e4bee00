import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/worker/**', 'test/browser/**', 'node_modules/**'],
    globalSetup: ['test/assert-node-24.ts'],
    testTimeout: 20_000,
    // As the command line starts itself: src/entries/node-24.mjs says why.
    execArgv: ['--wasm-wrapper-tiering-budget=1000000000'],
  },
});
