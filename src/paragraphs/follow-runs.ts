import type { Block } from './block.ts';

/** Runs whose paragraphs mostly follow one another without an empty line. */
export function findTightRuns(blocks: readonly Block[]): Set<number> {
  const counts = new Map<number, { all: number; tight: number }>();
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'numbered' || (blocks[at - 1]?.kind ?? 'heading') === 'heading') continue;
    const count = counts.get(block.run) ?? { all: 0, tight: 0 };
    counts.set(block.run, { all: count.all + 1, tight: count.tight + (block.gapBefore ? 0 : 1) });
  }
  return new Set(
    [...counts].filter(([, { all, tight }]) => tight >= all * 0.5 && tight > 0).map(([run]) => run),
  );
}

/** For each block the next numbered one with no heading or table before it, or null. */
export function findNextNumbers(blocks: readonly Block[]): (Block | null)[] {
  const next: (Block | null)[] = [];
  let seen: Block | null = null;
  for (let at = blocks.length - 1; at >= 0; at--) {
    next[at] = seen;
    const block = blocks[at];
    if (block?.kind === 'numbered') seen = block;
    else if (block?.kind === 'heading') seen = null;
  }
  return next;
}
