import { type Indent, readIndent, type StyleSheet } from './style-sheet.ts';
import { childAt, childrenOf, numberAt, switchAt, valueAt, type XmlElement } from './xml-element.ts';

/** One level of a numbering. */
export interface ListLevel {
  start: number;
  /** Word's name of the number format, or a sample such as "001". */
  format: string;
  /** What is printed, with %1 … %9 for the counts of the levels. */
  text: string;
  /** A picture stands for the bullet. */
  picture: boolean;
  /** Begins anew only below a level up to this one, 1-based; 0 never, undefined below every higher level. */
  restart: number | undefined;
  /** Prints the counts of all levels in digits. */
  legal: boolean;
  hidden: boolean;
  /** The paragraph style that this level belongs to. */
  styleId: string | undefined;
  indent: Indent;
}

/** A numbering as paragraphs name it. Those that share a definition count on from each other. */
export interface List {
  definition: string;
  levels: (ListLevel | undefined)[];
  /** Counts from which a level begins where this numbering is first used on it. */
  startOverrides: Map<number, number>;
}

const mostLevels = 9;
/** Word allows no longer text in a level; a longer one could blow up when it is printed again and again. */
const longestText = 255;

/** Reads the numberings of a document, by their ids. */
export function readLists(root: XmlElement | null, styles: StyleSheet): Map<number, List> {
  const definitions = new Map<string, XmlElement>();
  for (const element of childrenOf(root ?? undefined, 'abstractNum'))
    definitions.set(element.attributes.get('abstractNumId') ?? '', element);
  const numberings = new Map<number, XmlElement>();
  for (const element of childrenOf(root ?? undefined, 'num')) {
    const id = Number(element.attributes.get('numId'));
    if (Number.isInteger(id)) numberings.set(id, element);
  }
  const levelsOf = new Map<string, (ListLevel | undefined)[]>();
  const lists = new Map<number, List>();
  for (const [id, element] of numberings) {
    const definition = findDefinition(element, { definitions, numberings, styles });
    const shared = levelsOf.get(definition) ?? readLevels(definitions.get(definition), []);
    levelsOf.set(definition, shared);
    lists.set(id, readList(element, definition, shared));
  }
  return lists;
}

/** Follows a definition that only names a list style to the one that the style names. */
function findDefinition(
  numbering: XmlElement,
  known: {
    definitions: Map<string, XmlElement>;
    numberings: Map<number, XmlElement>;
    styles: StyleSheet;
  },
): string {
  let id = valueAt(numbering, 'abstractNumId') ?? '';
  for (let step = 0; step < mostLevels; step++) {
    const style = valueAt(known.definitions.get(id), 'numStyleLink');
    const named = style === undefined ? undefined : known.styles.listOf(style);
    const next = valueAt(known.numberings.get(named ?? -1), 'abstractNumId');
    if (next === undefined || next === id) break;
    id = next;
  }
  return id;
}

function readList(numbering: XmlElement, definition: string, shared: (ListLevel | undefined)[]): List {
  const startOverrides = new Map<number, number>();
  let levels = shared;
  for (const override of childrenOf(numbering, 'lvlOverride')) {
    const level = Number(override.attributes.get('ilvl'));
    const start = numberAt(override, 'startOverride');
    if (start !== undefined) startOverrides.set(level, start);
    if (childAt(override, 'lvl')) levels = readLevels(override, levels, level);
  }
  return { definition, levels, startOverrides };
}

function readLevels(
  parent: XmlElement | undefined,
  base: (ListLevel | undefined)[],
  only?: number,
): (ListLevel | undefined)[] {
  const levels = [...base];
  for (const element of childrenOf(parent, 'lvl')) {
    const place = only ?? Number(element.attributes.get('ilvl'));
    if (Number.isInteger(place) && place >= 0 && place < mostLevels) levels[place] = readLevel(element);
  }
  return levels;
}

function readLevel(element: XmlElement): ListLevel {
  return {
    start: numberAt(element, 'start') ?? 0,
    format: readFormat(element),
    text: (valueAt(element, 'lvlText') ?? '').slice(0, longestText),
    picture: childAt(element, 'lvlPicBulletId') !== undefined,
    restart: numberAt(element, 'lvlRestart'),
    legal: switchAt(element, 'isLgl') ?? false,
    hidden: switchAt(element, 'rPr', 'vanish') ?? false,
    styleId: valueAt(element, 'pStyle'),
    indent: readIndent(childAt(element, 'pPr')),
  };
}

/** Newer formats stand in an alternative, and give a sample ("001, 002, 003, …"). */
function readFormat(element: XmlElement): string {
  const choice = childAt(element, 'AlternateContent', 'Choice', 'numFmt');
  const found = choice ?? childAt(element, 'numFmt');
  const format = found?.attributes.get('val') ?? 'decimal';
  return format === 'custom'
    ? (/^\d+/.exec(found?.attributes.get('format') ?? '')?.[0] ?? 'decimal')
    : format;
}
