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

/** The headings that a paragraph begins, with their depths: those that the paragraph before did not stand under. */
function newHeadings(before: readonly string[], path: readonly string[]): { text: string; depth: number }[] {
  const shared = sharedDepth(before, path);
  return path.slice(shared).map((text, place) => ({ text, depth: shared + place }));
}

/**
 * Printed headings that no paragraph stands under, by the place of the heading that follows them. None when the
 * paragraphs' headings are not found among the printed ones in the same order.
 */
function loneHeadings(begun: readonly string[], printed: readonly string[]): string[][] {
  const lone: string[][] = [];
  let read = 0;
  for (const text of begun) {
    const place = printed.indexOf(text, read);
    if (place === -1) return [];
    lone.push(printed.slice(read, place));
    read = place + 1;
  }
  return [...lone, printed.slice(read)];
}

/**
 * Puts a report's paragraphs in order under their headings, `printed` being all headings as they stand in it. The
 * report's title is the page's first-level heading, so the outermost headings are of the second level.
 */
export function reportBlocks(paragraphs: readonly Paragraph[], printed: readonly string[]): ReportBlock[] {
  const begun = paragraphs.map(({ heading }, place) =>
    newHeadings(paragraphs[place - 1]?.heading ?? [], heading),
  );
  const lone = loneHeadings(
    begun.flat().map(({ text }) => text),
    printed,
  );
  const blocks: ReportBlock[] = [];
  let headings = 0;
  let ids = 0;
  const addHeading = (text: string, depth: number) => {
    ids += 1;
    blocks.push({ kind: 'heading', text, level: Math.min(depth + 2, deepestLevel), id: `section-${ids}` });
  };
  for (const [place, paragraph] of paragraphs.entries()) {
    for (const { text, depth } of begun[place] ?? []) {
      for (const other of lone[headings] ?? []) addHeading(other, depth);
      addHeading(text, depth);
      headings += 1;
    }
    addParagraph(blocks, paragraph);
  }
  for (const other of lone[headings] ?? []) addHeading(other, 0);
  return blocks;
}

function addParagraph(blocks: ReportBlock[], paragraph: Paragraph): void {
  const last = blocks.at(-1);
  if (paragraph.form !== 'table_row') blocks.push({ kind: 'paragraph', paragraph });
  else if (last?.kind === 'table' && sameList(last.columns, paragraph.columns)) last.rows.push(paragraph);
  else blocks.push({ kind: 'table', columns: paragraph.columns, rows: [paragraph] });
}
