import { addToGroup } from './add-to-group.ts';
import type { LaidLine, Layout } from './layout.ts';
import { beginsLowerCase, countWords, endsSentence, isTerminated } from './wording.ts';

/** A glyph far behind it is what is left of an emblem or a rule. */
const loneNumber =
  /^(?:page\s+)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s{3,}[^\p{L}\p{N}]{1,2})?$/iu;
/** In front of or behind the words; "2." and "2)" number paragraphs. */
const edgeNumber = /^\d+\b(?![.)])|\b\d+$/;
const wideNumber = /\S\s{3,}(?:\p{L}+\s)?\d+$/u;
const pageNumber = /^\d|\bpage\s\d+$/i;

const mostRunning = 0.4;
const longestRunning = 150;
/** A running head may have several lines, each known by the one beside it. */
const mostLinesOfHead = 3;

/**
 * Finds page numbers and running heads and feet. A lone number is a page number when it counts on from the one
 * before, stands at a page's edge or ends the report, or breaks into a sentence; a line is a running head or foot
 * when it comes again at the edges of pages or counts them. But for "page" in front of a number, words
 * play no part.
 */
export function findFurniture(layout: Layout, taken: ReadonlySet<number>): Set<number> {
  const filled = layout.lines.filter((line) => !line.blank && !taken.has(line.index));
  const numbers = findPageNumbers(filled);
  let furniture = new Set([...numbers, ...findRunningLines(filled, numbers)]);
  for (let line = 1; line < mostLinesOfHead; line++) {
    const more = [...findRunningLines(filled, furniture)].filter(
      (index) => !beginsLowerCase(layout.lines[index]?.text ?? ''),
    );
    if (more.length === 0) break;
    furniture = new Set([...furniture, ...more]);
  }
  return furniture;
}

function findPageNumbers(filled: LaidLine[]): Set<number> {
  // Looking for a number's end behind endless blanks would take square time.
  const candidates = [...filled.entries()].filter(
    ([, line]) => line.text.length <= longestRunning && loneNumber.test(line.text) && !line.row,
  );
  const found = new Set<number>();
  for (const [order, [place, line]] of candidates.entries()) {
    const value = pageOf(line);
    const near = [candidates[order - 1]?.[1], candidates[order + 1]?.[1]];
    const counts = near.some((other) => other && Math.abs(pageOf(other) - value) === 1 && isFar(other, line));
    const apart = line.gapBefore && (line.gapAfter || filled[place + 1]?.pageTop === true);
    const atEdge = line.pageTop || filled[place + 1]?.pageTop === true || place === filled.length - 1;
    if (apart && (counts || atEdge || breaksSentence(filled, place) || isAmongProse(filled, place)))
      found.add(line.index);
    else if (atEdge && counts) found.add(line.index);
  }
  return found;
}

function pageOf(line: LaidLine): number {
  return Number(loneNumber.exec(line.text)?.[1] ?? Number.NaN);
}

/** Page numbers have a page between them; numbers in neighbouring lines are a list or a table. */
function isFar(a: LaidLine, b: LaidLine): boolean {
  return Math.abs(a.index - b.index) > 4;
}

function breaksSentence(filled: LaidLine[], place: number): boolean {
  const before = filled[place - 1];
  const after = filled[place + 1];
  return (
    before !== undefined && after !== undefined && !isTerminated(before.text) && beginsLowerCase(after.text)
  );
}

/** Between two long lines a number alone is nobody's cell. */
function isAmongProse(filled: LaidLine[], place: number): boolean {
  return [filled[place - 1], filled[place + 1]].every(
    (line) => line !== undefined && line.text.length > 40 && !line.row,
  );
}

function findRunningLines(filled: LaidLine[], numbers: ReadonlySet<number>): Set<number> {
  const groups = new Map<string, number[]>();
  for (const [place, line] of filled.entries()) {
    if (line.text.length > longestRunning || line.row || numbers.has(line.index) || isSentence(line.text))
      continue;
    // The last word of a wrapped line, however often it comes.
    if (beginsLowerCase(line.text) && !line.gapBefore && !line.pageTop) continue;
    const key = line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
    // What is left of an emblem has no letters.
    if (/\p{L}|^[^\p{N}]{1,2}$/u.test(key)) addToGroup(groups, key, place);
  }
  const found = new Set<number>();
  for (const all of groups.values()) {
    // The title is printed above every page: as a heading once, as a plain line from then on.
    const plain = all.filter((place) => filled[place]?.level === null);
    const marked = plain.length < 2;
    const places = marked ? all : plain;
    // Lines that make up much of a report are its text, however often they come.
    if (places.length < 2 || places.length > Math.max(3, filled.length * mostRunning)) continue;
    const atEdges = places.filter((place) => isAtEdge(filled, numbers, { place, marked })).length;
    const enough = places.length >= 3 ? atEdges >= places.length * 0.6 : atEdges === places.length;
    if (enough || (!marked && countsPages(filled, places)))
      for (const place of places) found.add(filled[place]?.index ?? -1);
  }
  return found;
}

/** What mark-up calls a heading may well come again on top of another page: it has to stand within a sentence. */
function isAtEdge(
  filled: LaidLine[],
  numbers: ReadonlySet<number>,
  { place, marked }: { place: number; marked: boolean },
): boolean {
  if (marked) return breaksSentence(filled, place);
  const line = filled[place];
  if (!line) return false;
  const next = filled[place + 1];
  const previous = filled[place - 1];
  const besideNumber = [previous, next].some((other) => other !== undefined && numbers.has(other.index));
  const lastOfPage = line.page !== null && next !== undefined && next.page !== line.page;
  const firstOfPage = line.page !== null && previous !== undefined && previous.page !== line.page;
  return besideNumber || lastOfPage || firstOfPage || breaksSentence(filled, place);
}

/** The same words with a number at their edge that goes up by one each time. */
function countsPages(filled: LaidLine[], places: number[]): boolean {
  const texts = places.map((place) => filled[place]?.text ?? '');
  const values = texts.map((text) => Number(edgeNumber.exec(text)?.[0] ?? Number.NaN));
  const spread = (places.at(-1) ?? 0) - (places[0] ?? 0) > places.length * 3;
  // Set apart like a page's number, it need not come on every page.
  const wide = texts.every((text) => wideNumber.test(text));
  const most = wide ? 3 : 1;
  const rising = values.every((value, order) => {
    const step = value - (values[order - 1] ?? value - 1);
    return step >= 1 && step <= most;
  });
  if (!spread || !rising || !places.every((place) => isIsolated(filled[place]))) return false;
  if (wide) return places.length >= 2;
  // "Recommendation 3" counts sections, which end where sentences do.
  const ofPages = texts.every((text) => pageNumber.test(text));
  return places.length >= 3 && (ofPages || places.some((place) => breaksSentence(filled, place)));
}

/** An organisation's short name may end with a stop. */
function isSentence(text: string): boolean {
  return endsSentence(text) && countWords(text) > 2;
}

function isIsolated(line: LaidLine | undefined): boolean {
  return line !== undefined && (line.gapBefore || line.pageTop) && !isTerminated(line.text);
}
