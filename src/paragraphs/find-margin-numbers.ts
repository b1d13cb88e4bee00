import { findChains } from './find-number-chains.ts';
import type { LaidLine, Layout } from './layout.ts';
import { type NumberCandidate, parseNumber } from './number-style.ts';
import { beginsItem, bulletLength, endsSentence, isTerminated, looksLikeHeading } from './wording.ts';

const loneNumber = /^\d{1,4}[A-Z]?$/;
const fewest = 4;
const mostBetween = 1500;
/** Where an empty line stands on both sides as well, a page's number looks the same but for its distance. */
const mostBetweenApart = 800;
const leastBetween = 40;

/**
 * Finds numbers of paragraphs that stand in the margin, each alone on its line above its paragraph. Page numbers
 * look alike: they stand at the edges of pages, break into sentences and have a page's length between them.
 */
export function findMarginNumbers(layout: Layout, taken: ReadonlySet<number>): Set<number> {
  const filled = layout.lines.filter((line) => !line.blank && !taken.has(line.index));
  const places = new Map(filled.map((line, place) => [line.index, place]));
  const candidates = filled
    .filter((line) => !line.row && line.level === null && loneNumber.test(line.text))
    .map((line) => parseNumber(line.text, { index: line.index, free: true, alone: true }))
    .filter((candidate) => candidate !== null);
  const [chain] = findChains(candidates);
  if (!chain || chain.length < fewest || isExplained(chain, filled)) return new Set();
  if (!isInMargin(chain, { layout, filled, places })) return new Set();
  return new Set(chain.map((candidate) => candidate.index));
}

interface Setting {
  layout: Layout;
  filled: LaidLine[];
  places: Map<number, number>;
}

/** Numbers in front of their words that count as far: the paragraphs are numbered there. */
function isExplained(chain: NumberCandidate[], filled: LaidLine[]): boolean {
  const marks = new Set(filled.flatMap(({ text }) => text.slice(1).match(/\[\d{1,3}\]/g) ?? []));
  const isNote = ({ text }: LaidLine) => marks.has(/^\[\d{1,3}\]/.exec(text)?.[0] ?? '');
  const others = filled
    .filter((line) => !loneNumber.test(line.text) && !line.row && !isNote(line))
    .map((line) => parseNumber(line.text, { index: line.index, free: line.gapBefore || line.pageTop }))
    .filter((candidate) => candidate !== null);
  return (findChains(others)[0]?.length ?? 0) >= chain.length * 0.5;
}

function isInMargin(chain: NumberCandidate[], { layout, filled, places }: Setting): boolean {
  const stands = chain.map(({ index }) => {
    const place = places.get(index) ?? 0;
    return { line: layout.lines[index], above: filled[place - 1], below: filled[place + 1] };
  });
  const share = (holds: (stand: (typeof stands)[number]) => boolean) =>
    stands.filter(holds).length / stands.length;
  const parts = share(
    ({ line, above, below }) => (endsThere(above) || isSetToText(line)) && beginsText(below),
  );
  const edges = share(({ line, below }) => line?.pageTop === true || below?.pageTop === true);
  const apart = share(({ line }) => line?.gapBefore === true && line.gapAfter);
  const between = medianLength(chain, layout);
  if (parts < 0.9 || between < leastBetween) return false;
  return between <= (edges > 0.3 || apart > 0.5 ? mostBetweenApart : mostBetween);
}

function endsThere(above: LaidLine | undefined): boolean {
  if (above === undefined || isTerminated(above.text) || above.level !== null) return true;
  return looksLikeHeading(above.text) || bulletLength(above.text) > 0 || beginsItem(above.text);
}

/** Apart from the text above and right above its own, as no page's number stands. */
function isSetToText(line: LaidLine | undefined): boolean {
  return line?.gapBefore === true && !line.gapAfter;
}

function beginsText(below: LaidLine | undefined): boolean {
  return below !== undefined && /^["'“‘([]?\p{Lu}/u.test(below.text);
}

/** Characters from one number to the next, in the middle of all; only paragraphs with a whole sentence count. */
function medianLength(chain: NumberCandidate[], layout: Layout): number {
  const lengths = chain.slice(1).map(({ index }, place) => {
    const lines = layout.lines.slice((chain[place]?.index ?? 0) + 1, index);
    const whole = lines.some((line) => endsSentence(line.text));
    return whole ? lines.reduce((sum, line) => sum + line.text.length, 0) : 0;
  });
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
}
