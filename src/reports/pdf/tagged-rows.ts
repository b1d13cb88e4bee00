import type { Tag } from './pdf-page.ts';
import type { Segment } from './text-line.ts';

type CellTag = NonNullable<Tag['cell']>;

/**
 * Makes one segment of each row of a table that the file's structure tells, with tabs between cells and line feeds
 * between the lines of a cell; other segments stay as they are.
 */
export function foldTaggedRows(segments: readonly Segment[]): Segment[] {
  const rows = new Map<string, { cell: CellTag; segments: Segment[] }>();
  const folded: Segment[] = [];
  for (const segment of segments) {
    const cell = cellOf(segment);
    if (!cell) {
      folded.push(segment);
      continue;
    }
    const key = `${cell.table} ${cell.row}`;
    const row = rows.get(key) ?? { cell, segments: [] };
    row.segments.push(segment);
    rows.set(key, row);
  }
  for (const row of rows.values()) folded.push(foldRow(row.cell.table, row.segments));
  return folded;
}

function cellOf(segment: Segment): CellTag | null {
  return segment.pieces.find(({ tag }) => tag?.cell)?.tag?.cell ?? null;
}

function foldRow(table: string, segments: Segment[]): Segment {
  const cells: string[] = [];
  let head = true;
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const cell = cellOf(segment);
    const column = cell?.column ?? 0;
    head &&= cell?.head ?? false;
    while (cells.length <= column) cells.push('');
    const above = cells[column] ?? '';
    cells[column] = above === '' ? segment.text : `${above}\n${segment.text}`;
  }
  return {
    text: cells.join('\t'),
    x: Math.min(...segments.map(({ x }) => x)),
    right: Math.max(...segments.map(({ right }) => right)),
    y: Math.min(...segments.map(({ y }) => y)),
    size: segments[0]?.size ?? 0,
    bold: segments.every(({ bold }) => bold),
    pieces: segments.flatMap(({ pieces }) => pieces),
    row: { table, head },
  };
}
