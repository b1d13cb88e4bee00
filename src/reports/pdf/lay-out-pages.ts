import type { Line } from '../report.ts';
import { blocksOf } from './begins-block.ts';
import { buildBlocks } from './build-blocks.ts';
import { foldBoxes } from './find-boxes.ts';
import { findColumns, findSplits } from './find-columns.ts';
import { findRaisedMarks } from './find-notes.ts';
import { findRunningLines } from './find-running-lines.ts';
import { groupPieces } from './group-pieces.ts';
import { learnHyphens } from './hyphens.ts';
import { joinBlocks } from './join-blocks.ts';
import { type Column, measureSetting, measureTextSize, type Setting } from './measure.ts';
import type { PdfBlock } from './pdf-block.ts';
import type { PdfNotes, PdfPage } from './pdf-page.ts';
import { rankHeadings } from './rank-headings.ts';
import { setLines } from './set-lines.ts';
import { foldTaggedRows } from './tagged-rows.ts';
import { lineText, type Segment, type TextLine } from './text-line.ts';

const coveredShare = 0.8;
const mostCutSentences = 0.08;

interface Sheet {
  page: PdfPage;
  segments: Segment[];
  columns: Column[];
  /** Its structure covers what is written on it. */
  tagged: boolean;
}

/** What the pages of a file say, as lines, each a whole paragraph, heading, list item, note or row of a table. */
export function layOutPages(pages: readonly PdfPage[]): {
  lines: Line[];
  notes: Omit<PdfNotes, 'pagesWithoutText'>;
} {
  const grouped = pages.map((page) => {
    const segments = groupPieces(page);
    return { page, segments, rows: setLines(segments, page.number) };
  });
  const textSize = measureTextSize(grouped.flatMap(({ rows }) => rows));
  const running = findRunningLines(
    grouped.map(({ page, rows }) => ({ number: page.number, height: page.height, rows })),
    textSize,
  );
  const furniture = grouped.flatMap(({ rows }) => rows.filter((row) => running.has(row)));
  const outside = new Set(furniture.flatMap(({ segments }) => segments));
  const kept = grouped.map(({ page, segments }) =>
    foldSheet(
      page,
      foldBoxes(
        page,
        segments.filter((segment) => !outside.has(segment)),
      ),
    ),
  );
  const known = findSplits(kept.map(({ segments }) => segments));
  const sheets = kept.map((sheet) => ({ ...sheet, columns: cutColumns(sheet, known) }));
  const join = learnHyphens(
    sheets.flatMap(({ columns }) =>
      columns
        .flatMap(openBoxes)
        .flatMap(({ lines }) => lines.flatMap((line) => lineText(line).split(/[\t\n]/))),
    ),
  );
  const setting = measureSetting(sheets.flatMap(({ columns }) => columns.flatMap(openBoxes)));
  const trusted = !cutsSentences(sheets, setting);
  const blocks = sheets.flatMap(({ columns, tagged }) => {
    const lines = columns.flatMap(openBoxes).flatMap((column) => column.lines);
    const marks = findRaisedMarks(lines, setting.textSize);
    return columns.map((column) => buildBlocks(column, { setting, join, trusted: tagged && trusted, marks }));
  });
  const joined = joinBlocks(blocks, join);
  const left = [
    ...furniture.map((line) => ({ page: line.page, text: lineText(line) })),
    ...pages.flatMap(({ number, aside }) => aside.map((text) => ({ page: number, text }))),
  ];
  return {
    lines: writeLines(joined.blocks, setting.textSize),
    notes: {
      pages: pages.length,
      furniture: [...left, ...joined.dropped].sort((a, b) => a.page - b.page),
      taggedPages: trusted ? sheets.filter(({ tagged }) => tagged).length : 0,
    },
  };
}

/** A column without its boxes, and the columns of these. */
function openBoxes(column: Column): Column[] {
  const inner = column.lines.flatMap(({ segments }) => segments.flatMap(({ box }) => box?.columns ?? []));
  return [{ ...column, lines: column.lines.filter(({ segments }) => !segments[0]?.box) }, ...inner];
}

function foldSheet(page: PdfPage, segments: Segment[]): Omit<Sheet, 'columns'> {
  const length = (texts: { text: string }[]) => texts.reduce((sum, { text }) => sum + text.trim().length, 0);
  const pieces = segments.flatMap((segment) => segment.pieces);
  const covered = length(pieces.filter(({ tag }) => tag !== null));
  const tagged = covered > 0 && covered >= length(pieces) * coveredShare;
  return { page, segments: tagged ? foldTaggedRows(segments) : segments, tagged };
}

function cutColumns({ page, segments }: Omit<Sheet, 'columns'>, known: ReadonlySet<number>): Column[] {
  return findColumns(segments, { known })
    .map((region) => ({
      key: `${Math.round(page.width)} ${region.column}`,
      page: page.number,
      lines: setLines(region.segments, page.number),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** A structure that makes a paragraph of every printed line cuts sentences in two and is of no use. */
function cutsSentences(sheets: readonly Sheet[], setting: Setting): boolean {
  let cut = 0;
  let all = 0;
  for (const { lines } of sheets.filter(({ tagged }) => tagged).flatMap(({ columns }) => columns)) {
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (!next) continue;
      all++;
      if (isMidSentence(line, next, setting) && areApart(line, next)) cut++;
    }
  }
  return cut > all * mostCutSentences;
}

function isMidSentence(line: TextLine, next: TextLine, setting: Setting): boolean {
  const close = next.y - line.y <= setting.pitch(line.size) * 1.18 && Math.abs(next.size - line.size) < 0.6;
  return close && /[\p{L},]$/u.test(lineText(line)) && /^\p{Ll}{2}/u.test(lineText(next));
}

function areApart(line: TextLine, next: TextLine): boolean {
  const blocks = blocksOf(line);
  const others = blocksOf(next);
  return blocks.size > 0 && others.size > 0 && ![...others].some((block) => blocks.has(block));
}

function writeLines(blocks: readonly PdfBlock[], textSize: number): Line[] {
  const levels = rankHeadings(blocks, textSize);
  const lines: Line[] = [];
  const add = (text: string, block: PdfBlock, headingLevel: number | null) =>
    lines.push({
      text,
      number: lines.length + 1,
      page: block.page,
      headingLevel,
      bold: text !== '' && block.bold,
      rule: false,
      ...(text !== '' && block.box !== undefined && { box: block.box }),
    });
  for (const [at, block] of blocks.entries()) {
    const above = blocks[at - 1];
    if (above && !(above.kind === 'row' && block.kind === 'row' && above.box === block.box))
      add('', above, null);
    add(block.text.replaceAll('\u00AD', '-'), block, levels[at] ?? null);
  }
  return lines;
}
