import type { Line } from '../report.ts';
import type { DocxBlock } from './block.ts';
import { findProseHeadings } from './find-prose-headings.ts';

const continuationIndent = 2;

/**
 * Sets blocks in lines: an empty line between any two, since Word's paragraphs end where they end; lines of one
 * paragraph below each other, set in. A page's first line stands behind an empty one of the same page.
 */
export function writeLines(blocks: readonly DocxBlock[], pagesKnown: boolean): Line[] {
  const prose = findProseHeadings(blocks);
  const lines: Line[] = [];
  const add = (text: string, block: DocxBlock, headingLevel: number | null) => {
    const page = pagesKnown ? block.page : null;
    const bold = text !== '' && block.bold;
    lines.push({ text, number: lines.length + 1, page, headingLevel, bold, rule: false });
  };
  for (const block of blocks) {
    const level = prose.has(block.likeness) ? null : block.headingLevel;
    if (lines.length > 0) add('', block, null);
    for (const [place, text] of block.text.split('\n').entries()) {
      const words = block.kind === 'row' ? text.trimEnd() : text.trim();
      const indent = block.indent + (place > 0 ? continuationIndent : 0);
      add(words === '' || block.kind === 'row' ? words : ' '.repeat(indent) + words, block, level);
    }
  }
  return lines;
}
