import { type Block, longestBlock } from './block.ts';
import type { Layout } from './layout.ts';
import { beginsLowerCase, countWords, isTerminated, joinWords, looksLikeHeading } from './wording.ts';

const fullLine = 0.75;
const brimfulLine = 0.88;

/**
 * Joins what a page's end cut in two: text that goes on in lower case, or that goes on after a line that stopped in
 * the middle of a sentence. Footnotes and furniture between the halves do not matter; headings and tables do.
 */
export function joinPages(blocks: readonly Block[], setting: Pick<Layout, 'width' | 'wrapped'>): Block[] {
  const joined: Block[] = [];
  let open: Block | null = null;
  let note: Block | null = null;
  for (const block of blocks) {
    if (block.kind === 'text' && note && goesOnInNote(note, block)) {
      extend(note, block);
    } else if (block.kind === 'text' && open && goesOn(open, block, setting)) {
      extend(open, block);
      note = null;
    } else {
      const own = { ...block, lines: [...block.lines] as [number, number] };
      joined.push(own);
      note = own.kind === 'footnote' ? own : null;
      if (own.kind === 'heading' || own.kind === 'row') open = null;
      else if (own.kind !== 'footnote') open = own;
    }
  }
  return joined;
}

function goesOnInNote(note: Block, block: Block): boolean {
  return !block.pageTop && note.text.length <= longestBlock && !isTerminated(note.text);
}

function extend(block: Block, rest: Block): void {
  const separator = /[:;]$/.test(block.text) && rest.gapBefore && !rest.pageTop ? '\n' : null;
  block.text = separator ? block.text + separator + rest.text : joinWords(block.text, rest.text);
  block.lines[1] = Math.max(block.lines[1], rest.lines[1]);
  block.lastLength = rest.lastLength;
}

function goesOn(open: Block, block: Block, setting: Pick<Layout, 'width' | 'wrapped'>): boolean {
  const { width } = setting;
  if (open.text === '') return true;
  if (block.bold !== open.bold || (!block.gapBefore && !block.pageTop && !beginsLowerCase(block.text)))
    return false;
  if (open.text.length > longestBlock) return false;
  if (beginsLowerCase(block.text))
    return open.kind !== 'text' || open.lastLength >= width * fullLine || !looksLikeHeading(open.text);
  if (/^[£$€(\d]/.test(block.text) && !isTerminated(open.text) && !looksLikeHeading(block.text)) {
    return open.kind !== 'text' || open.lastLength >= width * fullLine;
  }
  if (/^["'“‘(]/.test(block.text)) return false;
  return (
    open.kind !== 'bullet' &&
    open.kind !== 'item' &&
    (stopsShort(open, width) || (setting.wrapped && runsOver(open, block, width)))
  );
}

/** In wrapped text a line filled to the brim goes on, in a block that is no heading by its length or its stop. */
function runsOver(open: Block, block: Block, width: number): boolean {
  const isText = isTerminated(block.text) || block.lines[1] > block.lines[0];
  return isText && open.lastLength >= width * brimfulLine && !isTerminated(open.text);
}

/** A full line without a stop at its end, whose last word is no name: the sentence must go on somewhere. */
function stopsShort(open: Block, width: number): boolean {
  if (isTerminated(open.text) || open.text.length < 60) return false;
  const full = open.lastLength >= width * fullLine;
  return (
    full && /(?:,|\b\p{Ll}+|\d)$/u.test(open.text.slice(-40)) && countWords(open.text.slice(0, 400)) > 12
  );
}
