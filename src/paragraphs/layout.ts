import type { Line } from '../reports/report.ts';
import { endsSentence } from './wording.ts';

/** A line with what its surroundings say of it. */
export interface LaidLine {
  /** 0-based place in the report. */
  index: number;
  /** 1-based number in the source. */
  number: number;
  page: number | null;
  /** The words without leading blanks; tabs stay only in table rows. */
  text: string;
  /** Leading blanks. */
  indent: number;
  level: number | null;
  bold: boolean;
  blank: boolean;
  gapBefore: boolean;
  gapAfter: boolean;
  /** The first line of a page, by its page or by what a form feed left behind. */
  pageTop: boolean;
  /** A bullet of which only a leading blank is left. */
  lostBullet: boolean;
  row: boolean;
  /** Which box of the report it stands in; null outside. */
  box: number | null;
}

/** A report's lines and how it is set. */
export interface Layout {
  lines: LaidLine[];
  /** Paragraphs run over several lines; otherwise each line stands for itself. */
  wrapped: boolean;
  /** Empty lines part paragraphs. */
  gapped: boolean;
  /** Headings are told by mark-up. */
  marked: boolean;
  /** Length in characters that full lines have; where paragraphs are not wrapped, that no heading has. */
  width: number;
}

const tabSize = 4;
const shareOfFlushLines = 0.6;
const shareOfGaps = 0.15;
const widestWrappedLine = 110;
const longestHeading = 120;

/** Measures a report's lines: indents, gaps, page tops, and whether paragraphs are wrapped. */
export function readLayout(source: readonly Line[]): Layout {
  const texts = dedent(source.map((line) => line.text.trimEnd()));
  const flush = isFlush(texts);
  const lines = source.map((line, index) =>
    layLine(line, texts, { index, flush, page: source[index - 1]?.page }),
  );
  // A single lost bullet is more likely a slip of the typist than a list.
  if (lines.filter((line) => line.lostBullet).length < 2) for (const line of lines) line.lostBullet = false;
  const filled = lines.filter((line) => !line.blank);
  const wrapped = isWrapped(lines);
  return {
    lines,
    wrapped,
    gapped: lines.length - filled.length >= lines.length * shareOfGaps,
    marked: filled.filter((line) => line.level !== null).length >= 2,
    width: wrapped ? usualWidth(filled) : widestWrappedLine,
  };
}

/** Nearly the longest line: full lines are a little shorter or longer, a stray long one does not count. */
function usualWidth(filled: LaidLine[]): number {
  const lengths = filled.map((line) => line.text.length).sort((a, b) => a - b);
  return lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
}

/** Takes away a tab that nearly all lines begin with. */
function dedent(texts: string[]): string[] {
  const filled = texts.filter((text) => text.trim() !== '');
  const tabbed = filled.filter((text) => text.startsWith('\t')).length;
  return filled.length > 0 && tabbed >= filled.length * 0.9
    ? texts.map((text) => text.replace(/^\t/, ''))
    : texts;
}

function isFlush(texts: string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== '');
  return filled.filter((text) => !/^\s/.test(text)).length >= filled.length * shareOfFlushLines;
}

function layLine(
  line: Line,
  texts: string[],
  place: { index: number; flush: boolean; page: number | null | undefined },
): LaidLine {
  const { index, flush } = place;
  const raw = texts[index] ?? '';
  const lead = /^\s*/.exec(raw)?.[0] ?? '';
  const blank = raw.trim() === '';
  const gapBefore = isBlank(texts[index - 1]);
  const single = flush && raw.length > 1 && lead.length === 1 && !lead.includes('\t');
  const row = isRow(raw);
  return {
    index,
    number: line.number,
    page: line.page,
    text: row ? raw : raw.trim().replaceAll('\t', ' '),
    indent: lead.replaceAll('\t', ' '.repeat(tabSize)).length,
    level: blank || isProse(raw) ? null : line.headingLevel,
    bold: line.bold && !blank,
    blank,
    gapBefore,
    gapAfter: isBlank(texts[index + 1]),
    pageTop:
      index > 0 && ((place.page ?? line.page) !== line.page || (single && !gapBefore && beginsFreely(raw))),
    lostBullet: index > 0 && single && gapBefore && /^\s\p{L}/u.test(raw),
    row,
    box: line.box ?? null,
  };
}

/** Word processors set whole numbered paragraphs as headings, to have them counted. */
function isProse(raw: string): boolean {
  return raw.length > longestHeading && endsSentence(raw.trimEnd());
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** No bullet of its own: a list that is set in by one blank is not the top of a page. */
function beginsFreely(raw: string): boolean {
  return /^\s[\p{L}\p{N}"'“‘(]/u.test(raw);
}

const marker =
  /^(?:[([]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxl]{1,5})[.)\]]{1,2}|\d{1,3}(?:\.\d{1,3})*[A-Z]?|[A-Z]{1,2}\.?\d{1,3}(?:\.\d{1,3})*|[^\p{L}\p{N}]{1,2})$/u;

/** "Paragraph 12", "¶12". */
const namedMarker = /^(?:[¶§]\s*|(?:Paragraph|PARAGRAPH|Para)\.?\s+)\d{1,4}[A-Z]?[.):]?$/;

/** A row has two filled cells, or an empty first one; a number or a bullet and a tab only begin a paragraph. */
function isRow(raw: string): boolean {
  if (!raw.includes('\t')) return false;
  const cells = raw.split('\t').map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2) return /^\t[^\t]/.test(raw);
  const first = filled[0] ?? '';
  return filled.length > 2 || !(marker.test(first) || namedMarker.test(first));
}

/** Lines that begin small right below another line go on with it; in narrow setting one such line is enough. */
function isWrapped(lines: LaidLine[]): boolean {
  const filled = lines.filter((line) => !line.blank);
  const continuing = filled.filter((line) => !line.gapBefore && /^\p{Ll}/u.test(line.text)).length;
  const narrow = filled.every((line) => line.text.length <= widestWrappedLine);
  return continuing >= (narrow ? 1 : Math.max(2, filled.length * 0.08));
}
