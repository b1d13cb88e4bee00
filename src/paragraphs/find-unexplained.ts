import type { Layout } from './layout.ts';
import type { NumberCandidate, NumberStyle } from './number-style.ts';

const loneNumber = /^\d{1,4}$/;
const beginsText = /^(?:["'“‘([]?\p{Lu}|$)/u;

/**
 * Lines that begin with a number as paragraphs of this report have it, though it belongs to no run: what a wrong reading
 * leaves over. `free` are the numbers that neither number nor count anything, `styles` those of the report's runs.
 */
export function findUnexplained(
  free: readonly NumberCandidate[],
  {
    layout,
    styles,
    taken,
    margin,
  }: {
    layout: Layout;
    styles: ReadonlySet<NumberStyle>;
    taken: ReadonlySet<number>;
    margin: ReadonlySet<number>;
  },
): Set<number> {
  const left = free.filter(
    (candidate) => candidate.free && beginsText.test(candidate.rest) && isOfStyle(candidate, styles),
  );
  // A number alone that is neither a page's nor in the margin.
  const lone = layout.lines.filter(
    ({ text, row, index }) => !row && loneNumber.test(text) && !taken.has(index) && !margin.has(index),
  );
  return new Set([...left, ...lone].map(({ index }) => index));
}

/** Where a report has no run, clauses alone are nothing to wonder at. */
function isOfStyle({ style }: NumberCandidate, styles: ReadonlySet<NumberStyle>): boolean {
  return styles.size > 0 ? styles.has(style) : style !== 'small_roman';
}
