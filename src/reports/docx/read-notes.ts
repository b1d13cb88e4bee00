import type { DocxBlock } from './block.ts';
import type { BlockReader } from './block-reader.ts';
import { holdPlace } from './note-marks.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** The notes that the text refers to, in its order, behind all of it; a note's further paragraphs are its lines. */
export function readNotes(
  reader: BlockReader,
  parts: { footnotes: XmlElement | null; endnotes: XmlElement | null },
): DocxBlock[] {
  const notes = new Map<string, XmlElement>();
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const note of childrenOf(parts[`${kind}s`] ?? undefined, kind))
      notes.set(`${kind} ${note.attributes.get('id')}`, note);
  }
  const { references } = reader.state.notes;
  const blocks: DocxBlock[] = [];
  for (const [place, { kind, id }] of references.entries()) {
    const note = notes.get(`${kind} ${id}`);
    notes.delete(`${kind} ${id}`);
    const found = note ? reader.readWhole(childrenOf(note)) : [];
    const words = found
      .map(({ text }) => text.replace(/[^\S\n]+/g, ' ').trim())
      .filter((text) => text !== '');
    if (words.length > 0) blocks.push(setNote(place, words));
  }
  return blocks;
}

function setNote(place: number, words: string[]): DocxBlock {
  return {
    kind: 'note',
    text: `${holdPlace(place)} ${words.join('\n')}`,
    headingLevel: null,
    likeness: 'note',
    bold: false,
    indent: 0,
    typedBlanks: 0,
    page: null,
  };
}
