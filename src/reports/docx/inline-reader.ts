import type { FieldState } from './field-state.ts';
import type { NoteMarks } from './note-marks.ts';
import type { PageCounter } from './page-counter.ts';
import { pageBreak, printedSign, printedText } from './run-text.ts';
import type { StyleSheet } from './style-sheet.ts';
import { alternativesOf, childAt, childrenOf, switchAt, valueAt, type XmlElement } from './xml-element.ts';

/** What the runs of one paragraph print. */
export interface InlineText {
  /** Line breaks as \n, page breaks as \f. */
  text: string;
  /** All its words are bold. */
  bold: boolean;
  /** The page on which its first words stand. */
  page: number;
  /** What its text boxes hold. */
  boxes: XmlElement[];
}

/** What reading a document's text goes through with. */
export interface Passage {
  styles: StyleSheet;
  fields: FieldState;
  notes: NoteMarks;
  pages: PageCounter;
}

/** Wrappers whose content is not part of the text as it stands: deleted, moved away, ruby, properties. */
const leftOut = new Set(
  'del moveFrom pPr rPr sdtPr sdtEndPr tblPr trPr tcPr rt instrText delText delInstrText'.split(' '),
);

/** Reads the words of a `w:p`. */
export function readInline(
  paragraph: XmlElement,
  passage: Passage,
  base: { bold: boolean; hidden: boolean },
): InlineText {
  const reader = new InlineReader(passage, base);
  reader.readAll(childrenOf(paragraph));
  return reader.found();
}

class InlineReader {
  private readonly passage: Passage;
  private readonly base: { bold: boolean; hidden: boolean };
  private pieces: string[] = [];
  private anyBold = false;
  private anyPlain = false;
  private page: number | null = null;
  private readonly boxes: XmlElement[] = [];

  constructor(passage: Passage, base: { bold: boolean; hidden: boolean }) {
    this.passage = passage;
    this.base = base;
  }

  found(): InlineText {
    return {
      text: this.pieces.join(''),
      bold: this.anyBold && !this.anyPlain,
      page: this.page ?? this.passage.pages.current,
      boxes: this.boxes,
    };
  }

  readAll(elements: readonly XmlElement[]): void {
    for (const element of elements) {
      if (element.name === 'r') this.readRun(element);
      else if (element.name === 'AlternateContent')
        this.readAlternative(element, (chosen) => this.readAll(chosen));
      else if (!leftOut.has(element.name)) this.readAll(childrenOf(element));
    }
  }

  private readRun(run: XmlElement): void {
    const properties = childAt(run, 'rPr');
    const styleId = valueAt(properties, 'rStyle');
    const { styles } = this.passage;
    // A paragraph's style and a character style that both say bold undo each other.
    const bold = switchAt(properties, 'b') ?? this.base.bold !== styles.character(styleId, 'b');
    const hidden = switchAt(properties, 'vanish') ?? this.base.hidden !== styles.character(styleId, 'vanish');
    const raised = valueAt(properties, 'vertAlign') === 'superscript';
    this.readContent(childrenOf(run), { bold, hidden, raised });
  }

  private readContent(
    elements: readonly XmlElement[],
    look: { bold: boolean; hidden: boolean; raised: boolean },
  ): void {
    for (const element of elements) {
      if (element.name === 'fldChar') this.passage.fields.pass(element);
      else if (element.name === 'lastRenderedPageBreak') this.passage.pages.passRendered();
      else if (element.name === 'AlternateContent')
        this.readAlternative(element, (chosen) => this.readContent(chosen, look));
      else if (/^(?:drawing|pict|object)$/.test(element.name))
        for (const box of findBoxes(element)) this.boxes.push(box);
      // An equation, or ruby, holds runs of its own.
      else if (/^(?:ruby|rubyBase|r)$/.test(element.name)) this.readAll(childrenOf(element));
      else if (!look.hidden && this.passage.fields.isPrinted) this.print(element, look);
    }
  }

  /** Takes the first alternative that yields anything: the others say the same for older programs. */
  private readAlternative(element: XmlElement, read: (chosen: XmlElement[]) => void): void {
    const state = () => this.pieces.length + this.boxes.length;
    const before = state();
    for (const alternative of alternativesOf(element)) {
      read(childrenOf(alternative));
      if (state() !== before) return;
    }
  }

  private print(element: XmlElement, look: { bold: boolean; raised: boolean }): void {
    if (element.name === 't') this.addWords(printedText(element, look.raised), look.bold);
    else if (element.name === 'footnoteReference' || element.name === 'endnoteReference')
      this.addMark(element);
    else {
      const sign = printedSign(element);
      if (sign === pageBreak) this.passage.pages.passSet();
      if (sign !== '') this.pieces.push(sign);
    }
  }

  private addWords(text: string, bold: boolean): void {
    if (text === '') return;
    this.pieces.push(text);
    if (text.trim() === '') return;
    this.page ??= this.passage.pages.current;
    this.passage.pages.passWords();
    if (bold) this.anyBold = true;
    else this.anyPlain = true;
  }

  private addMark(element: XmlElement): void {
    const custom = element.attributes.get('customMarkFollows') ?? '0';
    this.pieces.push(
      this.passage.notes.refer({
        kind: element.name === 'footnoteReference' ? 'footnote' : 'endnote',
        id: element.attributes.get('id') ?? '',
        isTyped: !/^(?:0|false|off)$/.test(custom),
      }),
    );
  }
}

function findBoxes(element: XmlElement): XmlElement[] {
  if (element.name === 'txbxContent') return [element];
  if (element.name !== 'AlternateContent') return childrenOf(element).flatMap(findBoxes);
  return (
    alternativesOf(element)
      .map((choice) => findBoxes(choice))
      .find((boxes) => boxes.length > 0) ?? []
  );
}
