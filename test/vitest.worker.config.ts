import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: new URL('../wrangler.toml', import.meta.url).pathname },
      remoteBindings: false,
    }),
  ],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/worker/**/*.test.ts'],
    globalSetup: ['test/assert-node-24.ts'],
    testTimeout: 20_000,
  },
});
