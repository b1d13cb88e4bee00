import type { Paragraph } from '../paragraphs/paragraph.ts';

/** A report's page in print order: headings, paragraphs, and rows that belong to one table. */
export type ReportBlock =
  | { kind: 'heading'; text: string; level: number; id: string }
  | { kind: 'paragraph'; paragraph: Paragraph }
  | { kind: 'table'; columns: string[] | null; rows: Paragraph[] };

const deepestLevel = 6;

function sameList(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** How many headings, from the outermost, two paths share. */
function sharedDepth(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((heading, depth) => heading !== b[depth]);
  return differs === -1 ? a.length : differs;
}

/**
 * Puts a report's paragraphs in order under their headings. The report's title is the page's first-level
 * heading, so the outermost headings are of the second level.
 */
export function reportBlocks(paragraphs: readonly Paragraph[]): ReportBlock[] {
  const blocks: ReportBlock[] = [];
  let path: readonly string[] = [];
  let headings = 0;
  for (const paragraph of paragraphs) {
    for (let depth = sharedDepth(path, paragraph.heading); depth < paragraph.heading.length; depth += 1) {
      headings += 1;
      const level = Math.min(depth + 2, deepestLevel);
      blocks.push({
        kind: 'heading',
        text: paragraph.heading[depth] ?? '',
        level,
        id: `section-${headings}`,
      });
    }
    path = paragraph.heading;
    const last = blocks.at(-1);
    if (paragraph.form !== 'table_row') blocks.push({ kind: 'paragraph', paragraph });
    else if (last?.kind === 'table' && sameList(last.columns, paragraph.columns)) last.rows.push(paragraph);
    else blocks.push({ kind: 'table', columns: paragraph.columns, rows: [paragraph] });
  }
  return blocks;
}
