import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What LibreOffice writes: Word files anew, plain text, or PDF with or without a structure of its own. */
export type Target = 'docx' | 'txt' | 'pdf' | 'tagged pdf' | 'pdf of a page';

const filters: Record<Target, string> = {
  docx: 'docx:MS Word 2007 XML',
  txt: 'txt:Text (encoded):UTF8',
  pdf: 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}',
  'tagged pdf': 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
  'pdf of a page': 'pdf:writer_web_pdf_Export',
};

/** What LibreOffice makes of Word files, or of web pages, by their names without endings. */
export function convert(files: ReadonlyMap<string, Uint8Array>, target: Target): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  try {
    const sources = [...files].map(([name, bytes]) => {
      const path = join(folder, `${name}.${target === 'pdf of a page' ? 'html' : 'docx'}`);
      writeFileSync(path, bytes);
      return path;
    });
    const made = join(folder, 'made');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const command = [profile, '--headless', '--convert-to', filters[target], '--outdir', made, ...sources];
    execFileSync('soffice', command, { stdio: 'ignore', timeout: 300_000 });
    const ending = target === 'docx' || target === 'txt' ? target : 'pdf';
    return new Map([...files.keys()].map((name) => [name, readFileSync(join(made, `${name}.${ending}`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
