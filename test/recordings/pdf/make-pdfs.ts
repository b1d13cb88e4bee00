/** Makes the PDF files of this folder with Chromium: node test/recordings/pdf/make-pdfs.ts [path of Chromium] */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pages } from './pages.ts';

const chromium = process.argv[2] ?? '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
for (const { name, html, tagged } of pages) {
  const source = join(folder, `${name}.html`);
  writeFileSync(source, html);
  const target = new URL(`${name}.pdf`, import.meta.url).pathname;
  const options = ['--headless=new', '--no-sandbox', '--no-pdf-header-footer', `--print-to-pdf=${target}`];
  execFileSync(chromium, [...options, ...(tagged ? [] : ['--disable-pdf-tagging']), source], { stdio: 'ignore' });
}
rmSync(folder, { recursive: true });
