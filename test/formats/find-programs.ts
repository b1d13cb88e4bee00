import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Chromium is: as CHROMIUM_PATH says, or where Debian puts it. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A line for each program that is missing: what to install. */
export function findMissingPrograms(): string[] {
  const missing: string[] = [];
  if (!existsSync(chromiumPath))
    missing.push(
      `There is no Chromium at ${chromiumPath}. Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.`,
    );
  if (spawnSync('soffice', ['--version']).status !== 0)
    missing.push(
      'There is no LibreOffice: soffice does not run. Install it (Debian: apt-get install libreoffice-writer).',
    );
  return missing;
}
