import { chromium } from 'playwright-core';
import { chromiumPath } from './find-programs.ts';

const head =
  '<div style="font-size:8px;width:100%;padding:0 22mm">A Report to the Committee<span style="float:right">Children and Families</span></div>';
const foot = '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span></div>';

/** What Chromium prints of web pages, by their names, with a running head and page numbers. */
export async function printPages(
  pages: ReadonlyMap<string, string>,
  { tagged }: { tagged: boolean },
): Promise<Map<string, Uint8Array>> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const printed = new Map<string, Uint8Array>();
    for (const [name, html] of pages) {
      await page.setContent(html);
      const bytes = await page.pdf({
        format: 'A4',
        margin: { top: '25mm', bottom: '25mm', left: '22mm', right: '22mm' },
        displayHeaderFooter: true,
        headerTemplate: head,
        footerTemplate: foot,
        tagged,
      });
      printed.set(name, new Uint8Array(bytes));
    }
    return printed;
  } finally {
    await browser.close();
  }
}
