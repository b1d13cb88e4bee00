import type { Line } from '../report.ts';
import type { DocxBlock } from './block.ts';
import { findProseHeadings } from './find-prose-headings.ts';
import { isTypedByLine } from './find-typed-lines.ts';
import { wordFileError } from './refuse-file.ts';

/** Lines that one document may have: several times a report of 5,000 pages. */
export const mostLines = 1_000_000;
const continuationIndent = 2;

/**
 * Sets blocks in lines: an empty line between any two, since Word's paragraphs end where they end, unless each line
 * was typed as a paragraph; lines of one paragraph below each other, set in. A page's first line stands behind an
 * empty one of the same page. Throws AppError `corpus_invalid` when there are too many.
 */
export function writeLines(blocks: readonly DocxBlock[], pagesKnown: boolean): Line[] {
  const prose = findProseHeadings(blocks);
  const lines: Line[] = [];
  const add = (text: string, block: DocxBlock, headingLevel: number | null) => {
    if (lines.length >= mostLines)
      throw wordFileError(`has more than ${mostLines} lines; split it and add its parts one by one`);
    const page = pagesKnown ? block.page : null;
    const bold = text !== '' && block.bold;
    lines.push({ text, number: lines.length + 1, page, headingLevel, bold, rule: false });
  };
  const filled = blocks.filter(({ kind }) => kind !== 'empty');
  const byLine = isTypedByLine(blocks);
  const joined = byLine ? findJoined(blocks) : new Set();
  for (const block of filled) {
    const level = prose.has(block.likeness) ? null : block.headingLevel;
    if (lines.length > 0 && !joined.has(block)) add('', block, null);
    for (const [place, text] of block.text.split('\n').entries()) {
      const words = block.kind === 'row' ? text.trimEnd() : text.trim();
      const indent = byLine ? block.typedBlanks : block.indent + (place > 0 ? continuationIndent : 0);
      add(words === '' || block.kind === 'row' ? words : ' '.repeat(indent) + words, block, level);
    }
  }
  return lines;
}

/** Paragraphs that follow another without an empty one between. */
function findJoined(blocks: readonly DocxBlock[]): Set<DocxBlock> {
  const isLine = (block: DocxBlock | undefined) => block?.kind === 'paragraph' && block.headingLevel === null;
  return new Set(blocks.filter((block, place) => isLine(block) && isLine(blocks[place - 1])));
}
