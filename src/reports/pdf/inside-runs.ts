import { beginsWithMarker } from './begins-block.ts';
import type { PdfBlock } from './pdf-block.ts';

const fewestNumbered = 5;
const mostPlain = 0.1;

/**
 * Blocks that stand between numbered paragraphs, with no heading before the next one, in a report that numbers all
 * its paragraphs: nowhere inside a column does one without a number follow a numbered one.
 */
export function findInsideRuns(
  columns: readonly (readonly PdfBlock[])[],
  blocks: readonly PdfBlock[],
): Set<PdfBlock> {
  const inside = new Set<PdfBlock>();
  if (!numbersAll(columns)) return inside;
  let seen = false;
  for (const block of blocks.toReversed()) {
    if (seen) inside.add(block);
    if (block.bold || block.level !== null) seen = false;
    else if (isNumbered(block)) seen = true;
  }
  return inside;
}

/** Whether a block begins with a number or a letter that could number a paragraph, not with a bullet. */
export function isNumbered(block: PdfBlock): boolean {
  return block.kind === 'text' && beginsWithMarker(block.text) && /^[([]?[\dA-Z]/.test(block.text);
}

function numbersAll(columns: readonly (readonly PdfBlock[])[]): boolean {
  let all = 0;
  let plain = 0;
  for (const blocks of columns) {
    for (const [at, block] of blocks.entries()) {
      const above = blocks[at - 1];
      if (!above || !isNumbered(above) || !isLikeAbove(above, block)) continue;
      all++;
      if (!beginsWithMarker(block.text)) plain++;
    }
  }
  return all >= fewestNumbered && plain <= all * mostPlain;
}

function isLikeAbove(above: PdfBlock, block: PdfBlock): boolean {
  const isText = block.kind === 'text' && !block.bold && block.level === null;
  return isText && Math.abs(above.size - block.size) <= 0.6;
}
