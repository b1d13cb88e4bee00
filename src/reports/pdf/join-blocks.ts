import { beginsWithMarker } from './begins-block.ts';
import type { JoinWords } from './hyphens.ts';
import { findInsideRuns, isNumbered } from './inside-runs.ts';
import type { PdfBlock } from './pdf-block.ts';

/** Blocks of the whole report, and what was left out of them. */
export interface JoinedBlocks {
  blocks: PdfBlock[];
  /** Heads of tables that are printed again where the table goes on. */
  dropped: { page: number; text: string }[];
}

/**
 * Joins what the end of a column or a page cut in two. Notes and boxes that stand between the halves come after both;
 * the head of a table that is printed again is left out.
 */
export function joinBlocks(columns: readonly PdfBlock[][], join: JoinWords): JoinedBlocks {
  const blocks = columns.flatMap(markFirst);
  const isFree = ({ box }: PdfBlock) => box === undefined;
  const insideRuns = findInsideRuns(
    columns.map((column) => column.filter(isFree)),
    blocks.filter(isFree),
  );
  const joiner = new BlockJoiner(join);
  for (const block of blocks) joiner.take(block, insideRuns.has(block));
  return joiner.joined;
}

class BlockJoiner {
  readonly joined: JoinedBlocks = { blocks: [], dropped: [] };
  private readonly join: JoinWords;
  private open: PdfBlock | null = null;
  /** What follows stands right below it. */
  private note: PdfBlock | null = null;
  private lastNote: PdfBlock | null = null;
  /** The last block of a box. */
  private boxed: PdfBlock | null = null;
  private head: PdfBlock | null = null;

  constructor(join: JoinWords) {
    this.join = join;
  }

  take(block: PdfBlock, insideRun: boolean): void {
    if (block.box !== undefined) this.takeBoxed(block);
    else if (block.kind === 'note') this.beginNote(block);
    else if (this.note && goesOnNote(this.note, block)) this.extend(this.note, block);
    else if (this.lastNote && goesOnOverPage(this.lastNote, block)) {
      this.extend(this.lastNote, block);
      this.note = this.lastNote;
    } else this.takeText(block.kind === 'small' ? { ...block, kind: 'text' } : block, insideRun);
  }

  /** A box goes on in its next column or over the page like the text around it. */
  private takeBoxed(block: PdfBlock): void {
    const { boxed } = this;
    const isNext = boxed !== null && (boxed.box === block.box || boxed.page < block.page);
    if (boxed && isNext && block.first && goesOn(boxed, block, false)) this.extend(boxed, block);
    else this.boxed = this.push(block);
  }

  private beginNote(block: PdfBlock): void {
    this.note = this.push(block);
    this.lastNote = this.note;
  }

  private takeText(block: PdfBlock, insideRun: boolean): void {
    this.note = null;
    if (block.kind === 'row') this.takeRow(block);
    else if (this.open && block.first && goesOn(this.open, block, insideRun)) this.extend(this.open, block);
    else this.open = this.push(block);
  }

  private takeRow(block: PdfBlock): void {
    const goesOnTable = this.open?.kind === 'row';
    if (goesOnTable && block.first && this.head?.text === block.text) {
      this.joined.dropped.push({ page: block.page, text: block.text });
      return;
    }
    if (!goesOnTable) this.head = block;
    this.open = this.push(block);
  }

  private push(block: PdfBlock): PdfBlock {
    const own = { ...block };
    this.joined.blocks.push(own);
    return own;
  }

  private extend(open: PdfBlock, rest: PdfBlock): void {
    open.text = this.join(open.text, rest.text);
    open.lines += rest.lines;
    open.room = rest.room;
    open.lastIndent = rest.lastIndent;
  }
}

/** A column whose first block is a note or in a box has its text's first block behind it; below a box text goes on. */
function markFirst(blocks: PdfBlock[]): PdfBlock[] {
  const first = blocks.find(({ kind, box }) => kind !== 'note' && box === undefined);
  return blocks.map((block, at) => ({
    ...block,
    first: block.box !== undefined ? block.first : block === first || blocks[at - 1]?.box !== undefined,
  }));
}

/** A note whose sentence is not at its end goes on in the small print right below it. */
function goesOnNote(note: PdfBlock, block: PdfBlock): boolean {
  const isText = block.kind === 'text' || block.kind === 'small';
  const samePrint = Math.abs(note.size - block.size) < 0.6 && isText && !block.bold;
  return samePrint && !block.first && !endsSentence(note.text) && /^\p{Ll}/u.test(block.text);
}

/** The rest of a note stands in the small print at the end of the next page. */
function goesOnOverPage(note: PdfBlock, block: PdfBlock): boolean {
  const isRest = block.kind === 'small' && block.page === note.page + 1;
  return isRest && Math.abs(note.size - block.size) < 0.6 && !block.bold && !endsSentence(note.text);
}

function goesOn(open: PdfBlock, block: PdfBlock, insideRun: boolean): boolean {
  if (open.kind !== 'text' || block.kind !== 'text' || open.bold !== block.bold) return false;
  if (Math.abs(open.size - block.size) > 0.6 || open.level !== null || block.level !== null) return false;
  const small = /^["'“‘(]?\p{Ll}/u.test(block.text);
  if (beginsWithMarker(block.text) && !/^\d+ \p{Ll}/u.test(block.text)) return false;
  const full = open.room - open.size * 0.3 - block.firstWord <= open.size * 3;
  if (!endsSentence(open.text)) return full || (small && (open.lines > 1 || open.text.length > 40));
  if (full && insideRun && isNumbered(open) && block.lines > 1) return true;
  const hanging = open.lastIndent > open.indent + open.size * 0.8;
  return (
    full && hanging && open.lines > 1 && Math.abs(block.indent - open.lastIndent) < 3 && block.indent > 3
  );
}

function endsSentence(text: string): boolean {
  return /[.!?]["'”’)\]⁰¹²³⁴-⁹]*$/u.test(text.slice(-12));
}
