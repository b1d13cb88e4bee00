import type { PdfPage, Piece, Tag } from '../reports/pdf/pdf-page.ts';
import { multiply } from './pdf-drawing.ts';

/** A word or a few of a page, as the vendor gives them. */
export interface VendorWord {
  str: string;
  width: number;
  transform: number[];
  fontName: string;
}

/** A word with the marked content that it stands in. */
export interface PlacedWord {
  word: VendorWord;
  /** Of the innermost marked content that has one. */
  id: string | null;
  /** The file says that it is no part of the text: a running head, a page number. */
  artifact: boolean;
}

/** An item of the vendor's list: a word, or where marked content begins or ends. */
type Item = VendorWord | { type: string; id?: string; tag?: string };

/** What is known of a word's look and place in the structure. */
export interface WordStyle {
  bold: boolean;
  tag: Tag | null;
}

/** Each word that is not blank with what the marked content around it says. */
export function placeWords(items: readonly Item[]): PlacedWord[] {
  const open: { id: string | null; artifact: boolean }[] = [];
  const words: PlacedWord[] = [];
  for (const item of items) {
    const around = open.at(-1) ?? { id: null, artifact: false };
    if ('str' in item) words.push({ word: item, ...around });
    else if (item.type === 'endMarkedContent') open.pop();
    else open.push({ id: item.id || around.id, artifact: around.artifact || item.tag === 'Artifact' });
  }
  return words.filter(({ word }) => word.str.trim() !== '');
}

/**
 * Turns words to pieces with places from the page's top left, the page turned so that most of its text runs from left
 * to right. Words that run another way (stamps across the page, labels at its side) are told apart.
 */
export function makePieces(
  words: readonly PlacedWord[],
  view: { transform: readonly number[]; width: number; height: number },
  styleOf: (word: PlacedWord) => WordStyle,
): Pick<PdfPage, 'width' | 'height' | 'pieces' | 'aside'> & { turn(place: Place): Place } {
  const laid = words.flatMap((placed) => {
    const [a, b, , , x, y] = multiply(view.transform, placed.word.transform);
    const size = Math.hypot(a, b);
    const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI);
    return Number.isFinite(size + x + y) && size > 0 ? [{ placed, size, angle, x, y }] : [];
  });
  const main = commonAngle(laid.map(({ angle, placed }) => ({ angle, length: placed.word.str.length })));
  const turn = (place: Place) => turnPlace(place, main, view);
  const straight = laid.filter(({ angle }) => angle === main);
  const pieces = straight.map(({ placed, size, x, y }): Piece => {
    const { word, artifact } = placed;
    return {
      text: cleanText(word.str),
      ...turn({ x, y }),
      width: word.width,
      size,
      artifact,
      ...styleOf(placed),
    };
  });
  const isTurned = Math.abs(main) === 90;
  return {
    width: isTurned ? view.height : view.width,
    height: isTurned ? view.width : view.height,
    pieces,
    aside: laid.filter(({ angle }) => angle !== main).map(({ placed }) => cleanText(placed.word.str).trim()),
    turn,
  };
}

interface Place {
  x: number;
  y: number;
}

function turnPlace(
  { x, y }: Place,
  angle: number,
  { width, height }: { width: number; height: number },
): Place {
  if (angle === 90) return { x: y, y: width - x };
  if (angle === -90) return { x: height - y, y: x };
  return Math.abs(angle) === 180 ? { x: width - x, y: height - y } : { x, y };
}

/** Of the four ways that text may run, the one that most of it runs. */
function commonAngle(words: readonly { angle: number; length: number }[]): number {
  const lengths = new Map([0, 90, -90, 180].map((angle) => [angle, 0]));
  for (const { angle, length } of words) {
    const known = lengths.get(angle);
    if (known !== undefined) lengths.set(angle, known + length);
  }
  return [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function cleanText(text: string): string {
  const letters = text.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'));
  return letters.replace(/[\u00A0\u2000-\u200A\u202F]/g, ' ');
}
