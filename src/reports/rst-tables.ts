/** A row of a table drawn with characters. */
export interface DrawnRow {
  /** 0-based place of its first line in the source lines that were given. */
  at: number;
  cells: string[];
  head: boolean;
}

/** A table drawn with characters, and the number of source lines that it takes. */
export interface DrawnTable {
  rows: DrawnRow[];
  length: number;
}

const gridRule = /^\+(?:[-=]+\+)+$/;
const simpleRule = /^=+(?:\s+=+)+$/;

/** Reads the table that begins with the first of some lines, or gives null when none does. */
export function readDrawnTable(lines: readonly string[]): DrawnTable | null {
  const first = lines[0]?.trim() ?? '';
  if (gridRule.test(first)) return readGrid(lines);
  return simpleRule.test(first) ? readSimple(lines) : null;
}

/** `+---+---+` with `|` between the cells; a rule of `=` closes the head. */
function readGrid(lines: readonly string[]): DrawnTable {
  let length = lines.findIndex((line) => !/^\s*[+|]/.test(line));
  if (length < 0) length = lines.length;
  const table = lines.slice(0, length).map((line) => line.trim());
  const rows: DrawnRow[] = [];
  let open: DrawnRow | null = null;
  for (const [at, line] of table.entries()) {
    if (/^\+[-=+]+\+$/.test(line)) {
      if (line.includes('=')) for (const row of rows) row.head = true;
      open = null;
      continue;
    }
    const cells = line
      .replace(/^[|+]|[|+]$/g, '')
      .split('|')
      .map((cell) => cell.trim());
    if (open) open.cells = joinCells(open.cells, cells);
    else {
      open = { at, cells, head: false };
      rows.push(open);
    }
  }
  return { rows, length };
}

/** Where the first few rules stand: looking further from each of many would take square time. */
function firstRules(lines: readonly string[], most: number): number[] {
  const rules: number[] = [];
  for (let at = 0; at < lines.length && rules.length < most; at++)
    if (simpleRule.test(lines[at]?.trim() ?? '')) rules.push(at);
  return rules;
}

/** Columns below rules of `=`; a line with an empty first column goes on with the row above. */
function readSimple(lines: readonly string[]): DrawnTable | null {
  const columns = [...(lines[0] ?? '').matchAll(/=+/g)].map((match) => match.index);
  const rules = firstRules(lines, 3);
  const [, second, third] = rules;
  if (second === undefined) return null;
  const next = lines[second + 1]?.trim() ?? '';
  const last = third !== undefined && next !== '' ? third : second;
  const rows: DrawnRow[] = [];
  for (const [at, line] of lines.slice(0, last).entries()) {
    if (at === 0 || rules.includes(at) || line.trim() === '' || /^[\s-]+$/.test(line)) continue;
    const cells = columns.map((from, place) => line.slice(from, columns[place + 1]).trim());
    const above = rows.at(-1);
    const head = last !== second && at < second;
    if (cells[0] === '' && above && above.head === head) above.cells = joinCells(above.cells, cells);
    else rows.push({ at, cells, head });
  }
  return { rows, length: last + 1 };
}

function joinCells(above: string[], below: string[]): string[] {
  return Array.from({ length: Math.max(above.length, below.length) }, (_, place) =>
    `${above[place] ?? ''} ${below[place] ?? ''}`.trim(),
  );
}

/** The rows of a `list-table`: items of items. `heads` of them name the columns. */
export function readListTable(lines: readonly string[], heads: number): DrawnRow[] {
  const rows: DrawnRow[] = [];
  for (const [at, line] of lines.entries()) {
    const [, opens, words] = /^\s*(\*\s+-|-|\*)(?:\s+(.*))?$/.exec(line) ?? [];
    if (opens?.startsWith('*')) rows.push({ at, cells: [words ?? ''], head: rows.length < heads });
    else if (opens) rows.at(-1)?.cells.push(words ?? '');
    else if (line.trim() !== '') {
      const cells = rows.at(-1)?.cells;
      if (cells) cells[cells.length - 1] = `${cells.at(-1) ?? ''} ${line.trim()}`.trim();
    }
  }
  return rows;
}
