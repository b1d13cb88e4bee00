import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const found = existsSync(chromium);
if (!found) {
  process.stderr.write(
    `No browser tests were run: there is no Chromium at ${chromium}. Install it ` +
      `(Debian: apt-get install chromium) or name it in CHROMIUM_PATH.\n`,
  );
}

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: found ? ['test/browser/**/*.test.ts'] : [],
    passWithNoTests: true,
    globalSetup: ['test/assert-node-24.ts'],
    env: { CHROMIUM_PATH: chromium },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
