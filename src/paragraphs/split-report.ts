import type { Report } from '../reports/report.ts';
import { sha256 } from '../reports/sha256.ts';
import { assignIds } from './assign-ids.ts';
import type { Block } from './block.ts';
import { classifyKind } from './classify-kind.ts';
import { describeReading } from './describe-reading.ts';
import { type Contents, findContents } from './find-contents.ts';
import { type Footnotes, findFootnotes } from './find-footnotes.ts';
import { findFurniture } from './find-furniture.ts';
import { findHeadings } from './find-headings.ts';
import { findLooseTables } from './find-loose-tables.ts';
import { findMarginNumbers } from './find-margin-numbers.ts';
import { findNumbering } from './find-numbering.ts';
import { findRemarks } from './find-remarks.ts';
import { countTitleBlocks } from './find-title-block.ts';
import { type Draft, gatherParagraphs } from './gather-paragraphs.ts';
import { joinLines, letterBullet } from './join-lines.ts';
import { joinPages } from './join-pages.ts';
import { type Layout, readLayout } from './layout.ts';
import { numberSections } from './number-sections.ts';
import { readNumberName } from './number-style.ts';
import type { Paragraph, SplitReport } from './paragraph.ts';
import { Labeller } from './paragraph-label.ts';

/**
 * Takes a report apart into paragraphs, headings, column heads, footnote marks and furniture: each word of it is in
 * exactly one of them. Depends on nothing but the report.
 */
export async function splitReport(report: Report): Promise<SplitReport> {
  const layout = readLayout(report.lines);
  const contents = findContents(layout);
  const margin = findMarginNumbers(layout, contents.lines);
  const furniture = new Set([
    ...contents.lines,
    ...findFurniture(layout, new Set([...contents.lines, ...margin])),
  ]);
  const footnotes = findFootnotes(layout, furniture);
  const letterBullets = layout.lines.filter((line) => letterBullet.test(line.text)).length >= 2;
  const { blocks, titleBlocks, unexplained } = buildBlocks(layout, {
    contents,
    furniture,
    footnotes,
    letterBullets,
    margin,
  });
  const { drafts, headings, columns } = gatherParagraphs(blocks, { titleBlocks, width: layout.width });
  const printed = (lines: Iterable<number>) =>
    [...lines].sort((a, b) => a - b).flatMap((index) => layout.lines[index]?.text.trim() || []);
  const bullets = letterBullets
    ? layout.lines.filter((line) => letterBullet.test(line.text)).map(() => 'o')
    : [];
  return {
    paragraphs: await nameParagraphs(report, drafts),
    headings,
    columns,
    marks: printedMarks(footnotes),
    furniture: [...printed(furniture), ...bullets, ...numberNames(blocks), ...(report.leftOut ?? [])],
    reading: describeReading(report, {
      ...{ drafts, headings },
      listed: contents.entries.map((entry) => entry.text),
      unexplained: printed(unexplained),
      contents: printed(contents.lines),
      running: printed(furniture.difference(contents.lines)),
    }),
  };
}

function buildBlocks(
  layout: Layout,
  found: {
    contents: Contents;
    furniture: Set<number>;
    footnotes: Footnotes;
    letterBullets: boolean;
    margin: Set<number>;
  },
): { blocks: Block[]; titleBlocks: number; unexplained: Set<number> } {
  const { contents, furniture, footnotes, letterBullets, margin } = found;
  const numbering = findNumbering(layout, {
    taken: new Set([...furniture, ...footnotes.notes.keys()]),
    margin,
  });
  const joined = joinPages(joinLines(layout, { furniture, footnotes, numbering, letterBullets }), layout);
  const tabled = findRemarks(findLooseTables(joined));
  const contentsLine =
    contents.lines.size > 0 ? layout.lines.findIndex((line) => contents.lines.has(line.index)) + 1 : null;
  const titleBlocks = countTitleBlocks(tabled, { marked: layout.marked, contentsLine });
  const headed = findHeadings(tabled, { from: titleBlocks, marked: layout.marked });
  return { blocks: numberSections(headed), titleBlocks, unexplained: numbering.unexplained };
}

/** "Paragraph" in "Paragraph 12": neither part of the number nor of the text. */
function numberNames(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'numbered' && readNumberName(block.printedNumber)) || []);
}

function printedMarks({ marks, notes }: Footnotes): string[] {
  return [...marks.values(), ...[...notes.values()].map((note) => [note])].flat().map((mark) => mark.printed);
}

async function nameParagraphs(report: Report, drafts: readonly Draft[]): Promise<Paragraph[]> {
  const ids = assignIds(drafts);
  const labeller = new Labeller(report.metadata);
  const labels = drafts.map((draft, position) => labeller.label(draft, ids[position]?.restarts ?? false));
  return Promise.all(
    drafts.map(async (draft, position) => ({
      report: report.id,
      edition: report.edition,
      id: ids[position]?.id ?? String(position),
      position,
      number: draft.number,
      form: draft.form,
      ...classifyKind(draft, report.metadata),
      heading: draft.heading,
      label: labels[position] ?? '',
      text: draft.text,
      columns: draft.columns,
      page: draft.page,
      lines: draft.lines,
      hash: (await sha256(draft.text)).slice(0, 16),
    })),
  );
}
