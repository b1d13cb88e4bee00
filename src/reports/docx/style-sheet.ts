import {
  childAt,
  childrenOf,
  numberAt,
  switchAt,
  toWholeNumber,
  valueAt,
  type XmlElement,
} from './xml-element.ts';

/** Where lines begin, in twentieths of a point; undefined where nothing says. */
export interface Indent {
  left?: number | undefined;
  /** How far the first line begins to the right of the others, negative for a hanging number. */
  first?: number | undefined;
}

/** What a paragraph style and the styles that it is based on say. */
export interface ParagraphStyle {
  /** 0-based outline level, 9 for body text. */
  outline: number | undefined;
  /** The numbering that the style carries; 0 takes one away. */
  listId: number | undefined;
  /** The level of that numbering, where a style states it. */
  listLevel: number | undefined;
  /** The ids of the styles down to the one that names the numbering: a level may name one of them as its own. */
  listStyles: string[];
  bold: boolean;
  hidden: boolean;
  beginsPage: boolean;
  indent: Indent;
}

const longestChain = 50;

/** The styles of a document by their ids. */
export class StyleSheet {
  private readonly styles = new Map<string, XmlElement>();
  private readonly paragraphStyles = new Map<string, ParagraphStyle>();
  private readonly defaultParagraph: string | undefined;

  constructor(root: XmlElement | null) {
    for (const style of childrenOf(root ?? undefined, 'style')) {
      const id = style.attributes.get('styleId');
      if (id !== undefined && !this.styles.has(id)) this.styles.set(id, style);
    }
    this.defaultParagraph = [...this.styles].find(
      ([, { attributes }]) =>
        attributes.get('type') === 'paragraph' && /^(?:1|true|on)$/.test(attributes.get('default') ?? ''),
    )?.[0];
  }

  /** A paragraph style; the default one where the id is missing or unknown. */
  paragraph(id: string | undefined): ParagraphStyle {
    const known = id !== undefined && this.styles.has(id) ? id : (this.defaultParagraph ?? '');
    const kept = this.paragraphStyles.get(known);
    if (kept) return kept;
    const style = readParagraphStyle(this.chain(known));
    this.paragraphStyles.set(known, style);
    return style;
  }

  /** What a character style switches, where it or a style that it is based on says so. */
  character(id: string | undefined, switched: 'b' | 'vanish'): boolean {
    return firstSaid(this.chain(id ?? ''), (style) => switchAt(style, 'rPr', switched)) ?? false;
  }

  /** The numbering that a list style names. */
  listOf(id: string): number | undefined {
    return numberAt(this.styles.get(id), 'pPr', 'numPr', 'numId');
  }

  /** Whether rows that a table style sets apart as the first are bold. */
  hasBoldFirstRow(id: string | undefined): boolean {
    return (
      firstSaid(this.chain(id ?? ''), (style) =>
        switchAt(
          childrenOf(style, 'tblStylePr').find(({ attributes }) => attributes.get('type') === 'firstRow'),
          'rPr',
          'b',
        ),
      ) ?? false
    );
  }

  /** A style and what it is based on, nearest first. */
  private chain(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    let style = this.styles.get(id);
    while (style && chain.length < longestChain && !chain.includes(style)) {
      chain.push(style);
      style = this.styles.get(valueAt(style, 'basedOn') ?? '');
    }
    return chain;
  }
}

function readParagraphStyle(chain: XmlElement[]): ParagraphStyle {
  const listOwner = chain.findIndex((style) => childAt(style, 'pPr', 'numPr', 'numId'));
  const listChain = chain.slice(0, listOwner + 1);
  return {
    outline: firstSaid(chain, outlineOf),
    listId: numberAt(chain[listOwner], 'pPr', 'numPr', 'numId'),
    listLevel: firstSaid(listChain, (style) => numberAt(style, 'pPr', 'numPr', 'ilvl')),
    listStyles: listChain.map(({ attributes }) => attributes.get('styleId') ?? ''),
    bold: firstSaid(chain, (style) => switchAt(style, 'rPr', 'b')) ?? false,
    hidden: firstSaid(chain, (style) => switchAt(style, 'rPr', 'vanish')) ?? false,
    beginsPage: firstSaid(chain, (style) => switchAt(style, 'pPr', 'pageBreakBefore')) ?? false,
    indent: {
      left: firstSaid(chain, (style) => readIndent(childAt(style, 'pPr')).left),
      first: firstSaid(chain, (style) => readIndent(childAt(style, 'pPr')).first),
    },
  };
}

/** Word's own names of its heading styles are English in every language; their ids are not. */
function outlineOf(style: XmlElement): number | undefined {
  const stated = numberAt(style, 'pPr', 'outlineLvl');
  if (stated !== undefined) return stated;
  const name = (valueAt(style, 'name') ?? '').toLowerCase();
  if (name === 'title') return 0;
  const level = /^heading ([1-9])$/.exec(name)?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}

/** The indent that paragraph properties state themselves. */
export function readIndent(properties: XmlElement | undefined): Indent {
  const attributes = childAt(properties, 'ind')?.attributes;
  const hanging = toWholeNumber(attributes?.get('hanging'));
  return {
    left: toWholeNumber(attributes?.get('left') ?? attributes?.get('start')),
    first: hanging === undefined ? toWholeNumber(attributes?.get('firstLine')) : -hanging,
  };
}

function firstSaid<Value>(
  chain: readonly XmlElement[],
  say: (style: XmlElement) => Value | undefined,
): Value | undefined {
  for (const style of chain) {
    const said = say(style);
    if (said !== undefined) return said;
  }
  return undefined;
}
