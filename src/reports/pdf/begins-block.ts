import { isMarker } from './group-pieces.ts';
import type { Column, Setting } from './measure.ts';
import type { Rectangle } from './pdf-page.ts';
import { lineText, type TextLine } from './text-line.ts';

/** Whether words begin with a number or a bullet that stands before its text. */
export function beginsWithMarker(text: string): boolean {
  const [first = '', second] = text.split(' ', 2);
  return second !== undefined && isMarker(first) && !/^[A-Za-z]$/.test(first);
}

/** Where lines stand. */
interface Place {
  column: Column;
  setting: Setting;
  /** What boxes take of the column. */
  boxes: readonly Rectangle[];
}

/**
 * Whether a line begins a new block below another line of its column, by the file's structure, the distance, the
 * type, the indent, and by whether its first word would still have fitted on the line above.
 */
export function beginsBlock(
  lines: readonly [TextLine, ...TextLine[]],
  next: TextLine,
  place: Place & { trusted: boolean },
): boolean {
  const { setting, trusted } = place;
  const last = lines.at(-1) ?? lines[0];
  if (Math.abs(next.size - last.size) > Math.max(0.6, last.size * 0.06)) return true;
  const gap = next.y - last.y;
  const pitch = setting.pitch(last.size);
  const sameBlock = trusted ? shareBlock(last, next) : null;
  if (sameBlock === false) return true;
  if (gap > pitch * (sameBlock ? 1.6 : 1.18) + 0.5 || gap < 0) return true;
  const marked = beginsWithMarker(lineText(next));
  const forced = endsBeforeEdge(last, next, place);
  if (sameBlock) return forced && marked && !startsSmall(next);
  if (last.bold !== next.bold && !(last.bold && startsSmall(next) && !forced)) return true;
  if (marked && (forced || hangs(next, last) || endsSentence(last))) return true;
  if (isCentred(last, next)) return false;
  return isIndented(lines, next) || (forced && !startsSmall(next));
}

/** True in the same block of the structure, false in another one, null where the structure says nothing. */
function shareBlock(a: TextLine, b: TextLine): boolean | null {
  const blocks = blocksOf(a);
  const others = blocksOf(b);
  if (blocks.size === 0 || others.size === 0) return null;
  return [...others].some((block) => blocks.has(block));
}

/** The blocks of the file's structure that a line has words of. */
export function blocksOf(line: TextLine): Set<string> {
  return new Set(line.segments.flatMap(({ pieces }) => pieces.flatMap(({ tag }) => tag?.block ?? [])));
}

/** The line above ends although the next word had room on it. */
function endsBeforeEdge(last: TextLine, next: TextLine, { column, setting, boxes }: Place): boolean {
  const beside = boxes.filter(
    (box) => box.x >= last.right && box.y < last.y && box.bottom > last.y - last.size,
  );
  const edge = Math.min(setting.rightEdge(column, last), ...beside.map(({ x }) => x));
  const room = edge - last.right - last.size * 0.3 - next.firstWord;
  return room > Math.max(last.size * 1.5, (edge - last.x) * 0.04);
}

function startsSmall(line: TextLine): boolean {
  return /^["'“‘(]?\p{Ll}/u.test(lineText(line));
}

function endsSentence(line: TextLine): boolean {
  return /[.!?:;…]["'”’)\]⁰¹²³⁴-⁹]*$/u.test(lineText(line));
}

/** A number or a bullet that stands further left than the line above or apart from its own text. */
function hangs(line: TextLine, above: TextLine): boolean {
  return above.x - line.x > line.size * 0.6 || standsApart(line);
}

/** The first words stand apart from those behind them, and further so than these do, as in a stretched line. */
export function standsApart(line: TextLine): boolean {
  const [first, second, third] = line.segments[0]?.pieces.filter(({ text }) => text.trim() !== '') ?? [];
  const gap = first && second ? second.x - (first.x + first.width) : 0;
  const next = second && third ? third.x - (second.x + second.width) : 0;
  return gap > line.size * 0.6 && gap > next + line.size * 0.25;
}

function isCentred(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.x - b.x) > 4 && Math.abs(a.x + a.right - b.x - b.right) < 6;
}

/** Set in further than the block, or further out than a block that has had its second line. */
function isIndented(lines: readonly [TextLine, ...TextLine[]], next: TextLine): boolean {
  const [first, second] = lines;
  const step = next.size * 0.8;
  const hanging = beginsWithMarker(lineText(first));
  const left = second ? second.x : first.x;
  if (!second) return hanging ? next.x < first.x - step : next.x > first.x + step && !startsSmall(next);
  return Math.abs(next.x - left) > step && !(startsSmall(next) && next.x < left);
}
