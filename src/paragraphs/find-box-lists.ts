import type { Layout } from './layout.ts';
import { isFirstStep, type NumberCandidate } from './number-style.ts';

const fewestBoxes = 2;

/**
 * Numbers that count the points of a box ("Key messages") and no paragraphs: they begin anew at one in several boxes,
 * and more numbers stand outside. A box whose numbers go on with those outside holds paragraphs.
 */
export function findBoxLists(
  candidates: readonly NumberCandidate[],
  { lines }: Pick<Layout, 'lines'>,
): Set<NumberCandidate> {
  const boxes = Map.groupBy(candidates, ({ index }) => lines[index]?.box ?? null);
  const outside = boxes.get(null)?.length ?? 0;
  const lists = [...boxes].filter(([box, found]) => box !== null && countsFromOne(found));
  const listed = lists.flatMap(([, found]) => found);
  return new Set(lists.length >= fewestBoxes && listed.length <= outside ? listed : []);
}

function countsFromOne(found: readonly NumberCandidate[]): boolean {
  return found.every(({ steps }, at) =>
    at === 0 ? isFirstStep(steps[0] ?? '') && steps.length === 1 : steps.length === 1,
  );
}
