import { type Block, longestBlock } from './block.ts';
import { findNextNumbers, findTightRuns } from './follow-runs.ts';
import { headTable } from './head-tables.ts';
import { HeadingPath } from './heading-path.ts';
import type { ParagraphForm } from './paragraph.ts';
import { countWords, endsSentence, isTerminated, joinWords } from './wording.ts';

/** A paragraph before it has an id. */
export interface Draft {
  form: ParagraphForm;
  number: string | null;
  run: number;
  /** The number as printed, with what stands around it; empty without one. */
  printedNumber: string;
  text: string;
  heading: string[];
  slug: string;
  columns: string[] | null;
  mark: string | null;
  remark: boolean;
  /** It has bullets. */
  listed: boolean;
  page: number | null;
  lines: [number, number];
}

/** What gathering needs to know of the whole report. */
export interface Setting {
  /** How many blocks at the front are the title block. */
  titleBlocks: number;
  /** Length of full lines. */
  width: number;
}

const fullLine = 0.8;

export interface Gathered {
  drafts: Draft[];
  headings: string[];
  columns: string[];
}

/** Makes paragraphs of blocks: bullets, clauses and what a page's end cut off go to the paragraph they belong to. */
export function gatherParagraphs(blocks: readonly Block[], setting: Setting): Gathered {
  return new Gatherer(blocks, setting).gather();
}

class Gatherer {
  private readonly blocks: readonly Block[];
  private readonly setting: Setting;
  private readonly tightRuns: Set<number>;
  private readonly nextNumber: (Block | null)[];
  private readonly path = new HeadingPath();
  private readonly gathered: Gathered = { drafts: [], headings: [], columns: [] };
  private open: Draft | null = null;
  private openIndent = 0;

  constructor(blocks: readonly Block[], setting: Setting) {
    this.blocks = blocks;
    this.setting = setting;
    this.tightRuns = findTightRuns(blocks);
    this.nextNumber = findNextNumbers(blocks);
  }

  gather(): Gathered {
    for (let at = 0; at < this.blocks.length; at++) {
      const block = this.blocks[at];
      if (!block) continue;
      if (at > 0 && at === this.setting.titleBlocks) this.path.endTitle();
      if (block.kind === 'row') at = this.takeTable(at);
      else if (block.kind === 'heading' && !this.isInnerHeading(block, at)) this.takeHeading(block);
      else if (block.kind === 'footnote') this.begin(block, 'footnote');
      else this.take(block, at);
    }
    return this.gathered;
  }

  private take(block: Block, at: number): void {
    if (block.kind === 'numbered') this.openDraft(block, 'numbered');
    else if (at < this.setting.titleBlocks) this.openDraft(block, 'title');
    else if (block.kind === 'bullet') this.takeBullet(block);
    else if (this.open && this.isInner(block, at)) this.addLine(block, block.text);
    else if (this.open && this.wasCutByPage(block, at)) this.addWords(block);
    else this.openDraft(block, 'text');
  }

  private takeHeading(block: Block): void {
    this.path.enter(block);
    this.gathered.headings.push(block.text);
    this.open = null;
  }

  private takeBullet(block: Block): void {
    if (this.open && this.open.form !== 'title' && introduces(this.open)) this.addBullet(this.open, block);
    else this.openDraft({ ...block, text: `- ${block.text}` }, 'text');
  }

  private takeTable(from: number): number {
    let end = from;
    while (this.blocks[end + 1]?.kind === 'row') end++;
    const table = headTable(this.blocks.slice(from, end + 1));
    if (table.columns) this.gathered.columns.push(...table.columns);
    for (const row of table.rows) this.begin(row, 'table_row').columns = table.columns;
    this.open = null;
    return end;
  }

  /** A heading that only introduces bullets of the numbered paragraph above it ("Immediately:") is part of it. */
  private isInnerHeading(block: Block, at: number): boolean {
    return (
      block.text.endsWith(':') && this.open?.form === 'numbered' && this.blocks[at + 1]?.kind === 'bullet'
    );
  }

  private isInner(block: Block, at: number): boolean {
    if (block.kind === 'heading') return true;
    if (this.open?.form === 'title') return false;
    if (block.kind === 'item') return true;
    if (this.open?.form !== 'numbered') return false;
    const introducesBullets = block.text.endsWith(':') && this.blocks[at + 1]?.kind === 'bullet';
    if (introducesBullets && (block.bold || (countWords(block.text) <= 6 && this.isInsideRun(at))))
      return true;
    return block.indent >= this.openIndent + 2 && (this.isInsideRun(at) || endsSentence(block.text));
  }

  /**
   * Text between two neighbours of a run whose paragraphs otherwise follow one another without a gap: the gap is
   * a page's end, and the text the rest of the paragraph before it.
   */
  private wasCutByPage(block: Block, at: number): boolean {
    if (this.open?.form !== 'numbered' || block.bold || !this.isInsideRun(at)) return false;
    if (this.open.text.length > longestBlock) return false;
    return (block.pageTop && this.endedFull(at)) || this.tightRuns.has(this.open.run);
  }

  /** The last line of a wrapped paragraph is seldom full; a full one at a page's end means that it goes on. */
  private endedFull(at: number): boolean {
    const before = this.blocks.slice(Math.max(0, at - 3), at).findLast((block) => block.kind !== 'footnote');
    return before !== undefined && before.lastLength >= this.setting.width * fullLine;
  }

  private isInsideRun(at: number): boolean {
    const next = this.nextNumber[at];
    return next !== null && next !== undefined && next.run === this.open?.run;
  }

  private begin(block: Block, form: ParagraphForm): Draft {
    this.path.settle();
    const draft: Draft = {
      form,
      number: block.number,
      run: block.run,
      printedNumber: block.printedNumber,
      text: block.text,
      heading: this.path.texts,
      slug: this.path.slug,
      columns: null,
      mark: block.mark,
      remark: block.remark ?? false,
      listed: block.kind === 'bullet',
      page: block.page,
      lines: [...block.lines],
    };
    this.gathered.drafts.push(draft);
    return draft;
  }

  private openDraft(block: Block, form: ParagraphForm): void {
    this.open = this.begin(block, form);
    this.openIndent = block.indent;
    if (this.open.remark) this.open = null;
  }

  private addBullet(open: Draft, block: Block): void {
    open.listed = true;
    this.addLine(block, `- ${block.text}`);
  }

  private addLine(block: Block, text: string): void {
    if (!this.open) return;
    this.open.text = this.open.text === '' ? text : `${this.open.text}\n${text}`;
    this.open.lines[1] = Math.max(this.open.lines[1], block.lines[1]);
  }

  private addWords(block: Block): void {
    if (!this.open) return;
    this.open.text = joinWords(this.open.text, block.text);
    this.open.lines[1] = Math.max(this.open.lines[1], block.lines[1]);
  }
}

/** Whether bullets may belong to a paragraph: a numbered one, a list, or text that is more than a name. */
function introduces(open: Draft): boolean {
  return open.form === 'numbered' || open.listed || isTerminated(open.text);
}
