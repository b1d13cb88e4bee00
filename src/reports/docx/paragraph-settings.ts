import type { ListPlace } from './list-counter.ts';
import type { List } from './list-definitions.ts';
import { type Indent, type ParagraphStyle, readIndent, type StyleSheet } from './style-sheet.ts';
import { childAt, numberAt, switchAt, valueAt, type XmlElement } from './xml-element.ts';

/** What the properties of a paragraph, its style and its numbering come to. */
export interface ParagraphSettings {
  /** The style and the outline level, as one key: paragraphs that are set alike. */
  likeness: string;
  /** 1–6, where an outline level or a heading style says so. */
  headingLevel: number | null;
  list: ListPlace | null;
  /** Blanks before its first line. */
  indent: number;
  bold: boolean;
  hidden: boolean;
  /** Its end is not printed (deleted, hidden, an initial set large): the next paragraph goes on in its line. */
  runsOn: boolean;
  /** It begins a page. */
  beginsPage: boolean;
  /** Its end is deleted, and its own settings with it. */
  endDeleted: boolean;
}

const bodyText = 9;
const deepestHeading = 6;
const twipsPerBlank = 180;
const mostBlanks = 24;

/** Reads the settings of a `w:p` from its `w:pPr`. */
export function readSettings(
  properties: XmlElement | undefined,
  document: { styles: StyleSheet; lists: ReadonlyMap<number, List> },
): ParagraphSettings {
  const styleId = valueAt(properties, 'pStyle');
  const style = document.styles.paragraph(styleId);
  const outline = numberAt(properties, 'outlineLvl') ?? style.outline;
  const isHeading = outline !== undefined && outline >= 0 && outline < bodyText;
  const list = readListPlace(properties, style, document.lists);
  const endDeleted = ['del', 'moveFrom'].some((name) => childAt(properties, 'rPr', name) !== undefined);
  const endHidden = ['vanish', 'specVanish'].some((name) => switchAt(properties, 'rPr', name) ?? false);
  const initial = childAt(properties, 'framePr')?.attributes.get('dropCap');
  return {
    likeness: `${outline ?? ''} ${styleId ?? ''}`,
    headingLevel: isHeading ? Math.min(outline + 1, deepestHeading) : null,
    list,
    indent: countBlanks(
      properties,
      style,
      list && document.lists.get(list.listId)?.levels[list.level]?.indent,
    ),
    bold: style.bold,
    hidden: style.hidden,
    runsOn: endDeleted || endHidden || (initial !== undefined && initial !== 'none'),
    beginsPage: switchAt(properties, 'pageBreakBefore') ?? style.beginsPage,
    endDeleted,
  };
}

function readListPlace(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  lists: ReadonlyMap<number, List>,
): ListPlace | null {
  const own = numberAt(properties, 'numPr', 'numId');
  const ownLevel = numberAt(properties, 'numPr', 'ilvl');
  const listId = own ?? style.listId ?? 0;
  if (listId === 0) return null;
  if (own !== undefined) return { listId, level: ownLevel ?? 0, byStyle: false };
  const levels = lists.get(listId)?.levels ?? [];
  const linked = levels.findIndex(
    (level) => level?.styleId !== undefined && style.listStyles.includes(level.styleId),
  );
  const level = ownLevel ?? (linked >= 0 ? linked : (style.listLevel ?? 0));
  return { listId, level, byStyle: true };
}

/** The nearest word on the indent counts: the paragraph's own, its numbering's, its style's. */
function countBlanks(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  list: Indent | null | undefined,
): number {
  const own = readIndent(properties);
  const left = own.left ?? list?.left ?? style.indent.left ?? 0;
  const first = own.first ?? list?.first ?? style.indent.first ?? 0;
  const blanks = Math.round((left + first) / twipsPerBlank);
  // A single blank would look like what is left of a lost bullet.
  return blanks < 2 ? 0 : Math.min(blanks, mostBlanks);
}
