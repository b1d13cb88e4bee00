import { addToGroup } from './add-to-group.ts';
import type { Block } from './block.ts';

/**
 * Headings by mark-up that stand right below another of their level and come again so, numbers and brackets apart,
 * are no headings but remarks on them (a grade below each section's name): they become text, which can be cited.
 */
export function findRemarks(blocks: readonly Block[]): Block[] {
  const places = new Map<string, number[]>();
  for (const [place, block] of blocks.entries()) {
    if (block.kind !== 'heading' || !isBelowSibling(block, blocks[place - 1])) continue;
    const key = block.text
      .replace(/\([^)]*\)/g, '')
      .replace(/\d+/g, '#')
      .trim()
      .toLowerCase();
    addToGroup(places, key, place);
  }
  const remarks = new Set([...places.values()].filter((group) => group.length >= 2).flat());
  return blocks.map((block, place) =>
    remarks.has(place) ? { ...block, kind: 'text', level: null, remark: true } : block,
  );
}

function isBelowSibling(block: Block, above: Block | undefined): boolean {
  return block.level !== null && above?.kind === 'heading' && above.level === block.level;
}
