import type { Block } from './block.ts';
import { countWords } from './wording.ts';

/** A table's rows with the heads of its columns, which are not rows. */
export interface Table {
  columns: string[] | null;
  rows: Block[];
}

/** Takes the head off a table: a first row in bold, or one whose cells name what the cells below share. */
export function headTable(rows: readonly Block[]): Table {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0 || !(first.bold || namesColumns(cellsOf(first), rest.map(cellsOf)))) {
    return { columns: null, rows: [...rows] };
  }
  return { columns: cellsOf(first).filter((cell) => cell !== ''), rows: rest };
}

function cellsOf(row: Block): string[] {
  return row.text.split('\t').map((cell) => cell.trim());
}

/**
 * A head has as many cells as the widest rows, no numbers and short words; below it some column holds numbers or
 * values that come again, and never the head's own word.
 */
function namesColumns(head: string[], rows: string[][]): boolean {
  if (rows.length < 2 || rows.some((row) => row.length > head.length)) return false;
  const filled = head.filter((cell) => cell !== '');
  if (filled.length < 2 || filled.some((cell) => /^[\d£$€%.,()-]+$/.test(cell) || countWords(cell) > 12))
    return false;
  return head.slice(1).some((name, place) => {
    const values = rows.map((row) => row[place + 1] ?? '').filter((value) => value !== '');
    if (name === '' || values.length < 2 || values.includes(name)) return false;
    const numeric =
      values.filter((value) => /\d/.test(value)).length >= values.length * 0.7 && !/\d/.test(name);
    const again = new Set(values).size < values.length && values.every((value) => countWords(value) <= 8);
    return numeric || again;
  });
}
