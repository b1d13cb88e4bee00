import type { DocxBlock } from './block.ts';
import { type InlineText, type Passage, readInline } from './inline-reader.ts';
import type { ListCounter } from './list-counter.ts';
import type { List } from './list-definitions.ts';
import { type ParagraphSettings, readSettings } from './paragraph-settings.ts';
import { pageBreak } from './run-text.ts';
import { setTabs } from './set-tabs.ts';
import { readTable } from './table-reader.ts';
import { alternativesOf, childAt, childrenOf, type XmlElement } from './xml-element.ts';

/** What reading a document's blocks goes through with. */
export interface DocumentState extends Passage {
  lists: ReadonlyMap<number, List>;
  counter: ListCounter;
}

/** The words of a paragraph whose end is not printed, waiting for the paragraph that goes on in its line. */
interface Carried {
  label: string;
  inline: InlineText;
  settings: ParagraphSettings;
}

const transparent = new Set(['customXml', 'ins', 'moveTo', 'smartTag', 'sdtContent', 'sdt']);

/** Reads paragraphs and tables in their order, counting numbers and pages as it goes. */
export class BlockReader {
  readonly state: DocumentState;
  private carried: Carried | null = null;

  constructor(state: DocumentState) {
    this.state = state;
  }

  /** The blocks of a cell, a box, a note: a text that ends with itself. */
  readWhole(elements: readonly XmlElement[]): DocxBlock[] {
    const outer = this.carried;
    this.carried = null;
    const blocks = [...this.read(elements), ...this.finish()];
    this.carried = outer;
    return blocks;
  }

  /** The blocks of some elements of a text that goes on. */
  read(elements: readonly XmlElement[]): DocxBlock[] {
    return elements.flatMap((element) => this.readElement(element));
  }

  /** What is still waiting at the end of a text. */
  finish(): DocxBlock[] {
    const rest = this.carried;
    this.carried = null;
    return rest ? setBlocks(rest.label, rest.inline, rest.settings) : [];
  }

  private readElement(element: XmlElement): DocxBlock[] {
    if (element.name === 'p') return this.readParagraph(element);
    if (element.name === 'tbl') return [...this.finish(), ...readTable(element, this)];
    if (transparent.has(element.name)) return this.read(childrenOf(element));
    if (element.name !== 'AlternateContent') return [];
    return alternativesOf(element)
      .slice(0, 1)
      .flatMap((choice) => this.read(childrenOf(choice)));
  }

  private readParagraph(element: XmlElement): DocxBlock[] {
    const settings = readSettings(childAt(element, 'pPr'), this.state);
    if (settings.beginsPage) this.state.pages.passParagraphStart();
    const inline = readInline(element, this.state, settings);
    this.state.fields.passParagraphEnd();
    const boxes = () => inline.boxes.flatMap((box) => this.readWhole(childrenOf(box)));
    if (settings.runsOn && inline.text.trim() === '') return boxes();
    const counts = settings.list !== null && !settings.endDeleted;
    const label = counts && settings.list ? this.state.counter.next(settings.list) : '';
    const whole = this.joinCarried({ label, inline, settings });
    if (settings.runsOn) {
      this.carried = whole;
      return boxes();
    }
    return [...setBlocks(whole.label, whole.inline, whole.settings), ...boxes()];
  }

  private joinCarried(own: Carried): Carried {
    const before = this.carried;
    this.carried = null;
    if (!before) return own;
    const isNumbered = before.label !== '' && own.label !== '';
    const text = before.inline.text + (isNumbered ? `${own.label} ` : '') + own.inline.text;
    const bold = before.inline.bold && own.inline.bold;
    return {
      label: before.label || own.label,
      inline: { ...before.inline, text, bold },
      // A heading that its paragraph follows in the same line heads nothing.
      settings: { ...own.settings, headingLevel: own.settings.headingLevel && before.settings.headingLevel },
    };
  }
}

/** Looking for what stands behind blanks takes square time in their number; no layout needs more. */
const emptyLines = /\n[^\S\n\f]*(?:\n[^\S\n\f]*)+/g;
const longBlanks = /([^\S\n\f]{32})[^\S\n\f]+/g;

/** Sets a paragraph: its number before its words, a block for each page that it was set on by the author. */
function setBlocks(label: string, inline: InlineText, settings: ParagraphSettings): DocxBlock[] {
  const filled = inline.text
    .replace(longBlanks, '$1')
    .replace(emptyLines, '\n\n')
    .split(pageBreak)
    .filter((part) => part.trim() !== '');
  const parts = filled.length === 0 ? [''] : filled;
  return parts.map((part, place) => {
    const lines = joinBrokenLines(part, settings.headingLevel !== null)
      .split('\n')
      .map((line) => setTabs(line, label !== ''));
    const text = lines
      .map((line) => line.text)
      .join('\n')
      .trim();
    return {
      kind: part === '' && label === '' ? 'empty' : 'paragraph',
      text: place === 0 ? `${label} ${text}`.trim() : text,
      headingLevel: settings.headingLevel,
      likeness: settings.likeness,
      bold: inline.bold,
      indent: settings.indent + (lines[0]?.indent ?? 0),
      typedBlanks: /^ */.exec(part)?.[0].length ?? 0,
      page: inline.page + place,
    };
  });
}

/** A break before a small letter that labels nothing, or in a heading, only shapes the line. */
function joinBrokenLines(text: string, isHeading: boolean): string {
  return isHeading
    ? text.replace(/\s*\n\s*/g, ' ').replaceAll('\t', ' ')
    : text.replace(/[^\S\n]*\n[^\S\n]*(?!\(?[a-z]{1,5}[.)]|o\s)(?=\p{Ll})/gu, ' ');
}
