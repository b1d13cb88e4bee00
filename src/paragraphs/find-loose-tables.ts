import type { Block } from './block.ts';
import { countWords, isTerminated } from './wording.ts';

const fewestRows = 3;
const mostValueWords = 6;
const mostLabelWords = 25;
/** A longer table is read in parts; looking further from each place would take square time. */
const mostRows = 100;

interface LooseTable {
  /** Rows as blocks of kind "row". */
  rows: Block[];
  /** How many blocks the rows took, and how many of them stand before the first row. */
  from: number;
  to: number;
}

/**
 * Finds tables whose cells were set one below the other: labels and values in turn, where values come again. The
 * line above is its head when it has a word for each column; a last line that ends with a known value is a row too.
 */
export function findLooseTables(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  let at = 0;
  while (at < blocks.length) {
    const table = readTable(blocks, at);
    if (!table) {
      found.push(...blocks.slice(at, at + 1));
      at++;
      continue;
    }
    found.push(...blocks.slice(at, table.from));
    const head = found.at(-1);
    if (head && isHead(head))
      found.splice(-1, 1, { ...head, kind: 'row', bold: true, text: head.text.replace(' ', '\t') });
    found.push(...table.rows);
    at = table.to;
  }
  return found;
}

function readTable(blocks: readonly Block[], at: number): LooseTable | null {
  const rows = readPairs(blocks, at);
  if (rows.length < 2) return null;
  const values = rows.map(valueCell);
  const after = at + rows.length * 2;
  const last = splitTail(blocks[after], values);
  const again = new Set(
    values.filter(
      (value, row) => values.indexOf(value) < row || (last !== null && valueCell(last) === value),
    ),
  );
  const known = (value: string) => again.has(value);
  const first = values.findIndex(known);
  if (first < 0) return null;
  const above = blocks[at - 1];
  const start = above && isHead(above) ? 0 : first;
  const end = last ? rows.length : values.findLastIndex(known) + 1;
  const kept = [...rows.slice(start, end), ...(last ? [last] : [])];
  if (kept.length < fewestRows) return null;
  return { rows: kept, from: at + start * 2, to: at + end * 2 + (last ? 1 : 0) };
}

function valueCell(row: Block): string {
  return row.text.slice(row.text.indexOf('\t') + 1);
}

/** Labels with their values that follow one another from a place on, as rows. */
function readPairs(blocks: readonly Block[], at: number): Block[] {
  const rows: Block[] = [];
  for (let place = at; rows.length < mostRows; place += 2) {
    const label = blocks[place];
    const value = blocks[place + 1];
    if (!label || !value || !isPair(label, value)) return rows;
    rows.push({
      ...label,
      kind: 'row',
      text: `${label.text}\t${value.text}`,
      lines: [label.lines[0], value.lines[1]],
    });
  }
  return rows;
}

function isPair(label: Block, value: Block): boolean {
  if (!isCell(label) || !isCell(value)) return false;
  const words = countWords(value.text);
  return value.gapBefore && words <= mostValueWords && countWords(label.text) > words;
}

function isCell(block: Block): boolean {
  const words = countWords(block.text);
  return (
    block.kind === 'text' && !block.bold && words > 0 && words <= mostLabelWords && !isTerminated(block.text)
  );
}

function splitTail(tail: Block | undefined, values: string[]): Block | null {
  if (!tail || !isCell(tail)) return null;
  const value = values.find((known) => tail.text.endsWith(` ${known}`));
  if (value === undefined) return null;
  return { ...tail, kind: 'row', text: `${tail.text.slice(0, -value.length - 1)}\t${value}` };
}

function isHead(block: Block): boolean {
  const words = block.text.split(' ');
  return (
    block.kind === 'text' && words.length === 2 && countWords(block.text) === 2 && !isTerminated(block.text)
  );
}
