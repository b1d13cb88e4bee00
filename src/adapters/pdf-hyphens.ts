import type { Drawing, Operations } from './pdf-drawing.ts';

/** A word of a page as the vendor gives it. */
interface Word {
  str: string;
  width: number;
  transform: number[];
}

interface Glyph {
  unicode: string;
  /** In thousandths of the font's size. */
  width: number;
}

/**
 * Puts back the hyphens that the vendor leaves out of its words because their fonts call them soft: some writers
 * print every hyphen so. Does nothing where words and drawing differ in anything else.
 */
export function restoreHyphens<Kind extends Word>(
  words: readonly Kind[],
  { fnArray, argsArray }: Drawing,
  operations: Operations,
): Kind[] {
  const glyphs = fnArray.flatMap((operation, at) =>
    operation === operations.showText ? glyphsOf(argsArray[at]) : [],
  );
  if (!glyphs.some(isSoftHyphen)) return [...words];
  // One glyph may stand for several letters.
  const drawn = glyphs.flatMap(({ unicode, width }) =>
    Array.from(unicode.trim(), (character) => ({ unicode: character, width })),
  );
  let next = 0;
  const restored: Kind[] = [];
  for (const word of words) {
    let str = '';
    for (const character of word.str) {
      if (character.trim() !== '') {
        const glyph = drawn[next];
        if (glyph?.unicode !== character) return [...words];
        next++;
      }
      str += character;
    }
    const hyphen = drawn[next];
    const follows = hyphen !== undefined && isSoftHyphen(hyphen) && hyphen.width > 0;
    while (drawn[next] && isSoftHyphen(drawn[next] as Glyph)) next++;
    const size = Math.hypot(word.transform[0] ?? 0, word.transform[1] ?? 0);
    const width = word.width + (follows ? (hyphen.width / 1000) * size : 0);
    restored.push({ ...word, str: follows ? `${str}\u00AD` : str, width });
  }
  return restored;
}

function glyphsOf(args: unknown): Glyph[] {
  const [list] = args as [unknown];
  if (!Array.isArray(list)) return [];
  return list.filter(
    (glyph): glyph is Glyph => typeof glyph === 'object' && glyph !== null && 'unicode' in glyph,
  );
}

function isSoftHyphen({ unicode }: Glyph): boolean {
  return unicode === '\u00AD';
}
