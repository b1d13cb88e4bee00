import { elementsIn, hasWords, type PageNode, textOf, walkNodes } from './html-tree.ts';

/** A row of a table: its cells in print order. */
export interface TableRow {
  node: PageNode;
  cells: PageNode[];
  /** It names the columns. */
  head: boolean;
}

/** The rows of a table in print order, heads first, those of tables inside it left out. */
export function readRows(table: PageNode): TableRow[] {
  const parts = elementsIn(table).flatMap((part) => {
    if (part.name === 'tr') return [{ row: part, inHead: false }];
    const inHead = part.name === 'thead';
    return /^(?:thead|tbody|tfoot)$/.test(part.name ?? '')
      ? elementsIn(part, 'tr').map((row) => ({ row, inHead }))
      : [];
  });
  return parts.map(({ row, inHead }) => {
    const cells = elementsIn(row).filter((cell) => cell.name === 'td' || cell.name === 'th');
    const named = cells.length > 1 && cells.every((cell) => cell.name === 'th');
    return { node: row, cells, head: inHead || named };
  });
}

/**
 * Whether a table only sets its contents side by side: it says so, has one column, or holds tables, headings or
 * whole paragraphs under one another. Its cells are read like any other part of the page.
 */
export function isLayoutTable(table: PageNode, rows: readonly TableRow[]): boolean {
  if (/^(?:presentation|none)$/.test(table.attribs?.role ?? '')) return true;
  if (rows.every((row) => row.cells.length <= 1)) return true;
  if (rows.some((row) => row.head)) return false;
  for (const node of walkNodes(table))
    if (node !== table && /^(?:table|h[1-6])$/.test(node.name ?? '')) return true;
  return false;
}

/** The words of a row's cells, separated by tabs, with its footnote marks as "[1]". */
export function printRow(cells: readonly PageNode[], marks: ReadonlyMap<PageNode, string>): string {
  return cells
    .map((cell) => textOf(cell, marks))
    .join('\t')
    .trimEnd();
}

/** A row of a number and what it numbers, of a paragraph or more: no row of a table. */
export function isNumberedRow(cells: readonly PageNode[]): boolean {
  const [first, second, ...more] = cells.filter(hasWords);
  if (!first || !second || more.length > 0) return false;
  return (
    /^[([¶]?\s*(?:\d{1,4}|[A-Z]{0,2}\d{0,3})(?:\.\d{1,3})*[.)\]]?$/.test(textOf(first)) &&
    textOf(second).length > 40
  );
}
