import type { DocxBlock } from './block.ts';
import { formatNumber } from './number-format.ts';
import { numberAt, valueAt, type XmlElement } from './xml-element.ts';

export type NoteKind = 'footnote' | 'endnote';

/** A note that the text refers to. */
export interface NoteReference {
  kind: NoteKind;
  id: string;
  /** As Word prints it; empty where the author typed the mark into the text and the note. */
  printed: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text that is read can hold them.
const placeholder = /\u0001(\d+)\u0002/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no text that is read can hold them.
const freeMark = /(?:^|\s)\u0001/;
const bracketed = /\[\^?\d{1,3}\]/;
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const mostInBrackets = 999;

/**
 * Numbers the references to notes in the order of the text. Until the whole text is known, a placeholder stands for
 * each, because how marks are best printed depends on all of it.
 */
export class NoteMarks {
  readonly references: NoteReference[] = [];
  private readonly counts = new Map<NoteKind, number>();
  private readonly formats: Record<NoteKind, string>;
  private readonly starts: Record<NoteKind, number>;

  constructor(settings: XmlElement | null) {
    const properties = settings ?? undefined;
    this.formats = {
      footnote: valueAt(properties, 'footnotePr', 'numFmt') ?? 'decimal',
      endnote: valueAt(properties, 'endnotePr', 'numFmt') ?? 'lowerRoman',
    };
    this.starts = {
      footnote: numberAt(properties, 'footnotePr', 'numStart') ?? 1,
      endnote: numberAt(properties, 'endnotePr', 'numStart') ?? 1,
    };
  }

  /** Counts a reference and gives what stands for its mark in the text. */
  refer({ kind, id, isTyped }: { kind: NoteKind; id: string; isTyped: boolean }): string {
    const value = this.counts.get(kind) ?? this.starts[kind];
    if (!isTyped) this.counts.set(kind, value + 1);
    this.references.push({ kind, id, printed: isTyped ? '' : formatNumber(value, this.formats[kind]) });
    return holdPlace(this.references.length - 1);
  }

  /** Puts the marks in their places: in brackets where those tell them apart or a mark is no number, else raised. */
  print(blocks: readonly DocxBlock[]): DocxBlock[] {
    if (this.references.length === 0) return [...blocks];
    const inBrackets = this.areSafeInBrackets(blocks);
    const marks = this.references.map(({ printed }) =>
      inBrackets || /[^\d]/.test(printed) ? `[${printed}]` : raise(printed),
    );
    return blocks.map((block) => ({
      ...block,
      text: block.text.replace(placeholder, (_, place) => marks[Number(place)] ?? ''),
    }));
  }

  /**
   * Whether brackets tell marks and notes apart: plain numbers from 1 with a note for each, every mark right behind a
   * word, and no such number in the words themselves. A note that is not told by its mark would pass for a paragraph.
   */
  private areSafeInBrackets(blocks: readonly DocxBlock[]): boolean {
    const notes = blocks.filter(({ kind }) => kind === 'note').length;
    const counts = this.references.every(({ printed }, place) => printed === String(place + 1));
    if (!counts || notes !== this.references.length || notes > mostInBrackets) return false;
    return !blocks.some(({ kind, text }) => bracketed.test(text) || (kind !== 'note' && freeMark.test(text)));
  }
}

/** What stands for a mark until the whole text is known. */
export function holdPlace(place: number): string {
  return `\u0001${place}\u0002`;
}

/** Digits as the small raised ones that print alike; other text stays. */
export function raise(text: string): string {
  return text.replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit);
}
