import type { DocxBlock } from './block.ts';
import type { BlockReader } from './block-reader.ts';
import { childAt, childrenOf, numberAt, switchAt, valueAt, type XmlElement } from './xml-element.ts';

interface Row {
  /** The blocks of each cell; empty cells hold the columns' places. */
  cells: DocxBlock[][];
  isHead: boolean;
}

const mostSpanned = 63;
const innerIndent = 4;
const loneMarker =
  /^(?:[([]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxl]{1,5})[.)\]]{1,2}|\d{1,3}(?:\.\d{1,3})*|[A-Z](?:\.\d{1,3})+|[^\p{L}\p{N}]{1,2})$/u;

/**
 * Reads a table: a row for each row, its cells separated by tabs. A table of one column is a box around paragraphs;
 * a row of a number and its text is a numbered paragraph.
 */
export function readTable(table: XmlElement, reader: BlockReader): DocxBlock[] {
  const boldHead = hasBoldHead(table, reader);
  const rows = findParts(table, 'tr')
    .filter((row) => !childAt(row, 'trPr', 'del') && !switchAt(row, 'trPr', 'hidden'))
    .map((row, place) => readRow(row, place === 0 && boldHead, reader));
  if (rows.every(({ cells }) => cells.length === 1)) return rows.flatMap(({ cells }) => cells.flat());
  return rows.flatMap(setRow);
}

/** Rows of a table or cells of a row, through what may be put around them. */
function findParts(element: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return /^(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? findParts(child, name) : [];
  });
}

function hasBoldHead(table: XmlElement, { state }: BlockReader): boolean {
  const look = childAt(table, 'tblPr', 'tblLook')?.attributes;
  const bits = Number.parseInt(look?.get('val') ?? '0', 16);
  const applies = look?.get('firstRow') ?? ((bits & 0x20) !== 0 ? '1' : '0');
  return applies === '1' && state.styles.hasBoldFirstRow(valueAt(table, 'tblPr', 'tblStyle'));
}

function readRow(row: XmlElement, boldHead: boolean, reader: BlockReader): Row {
  const cells: DocxBlock[][] = Array.from({ length: skipped(row, 'gridBefore') }, () => []);
  for (const cell of findParts(row, 'tc')) {
    const merged = childAt(cell, 'tcPr', 'vMerge');
    const goesOn = merged !== undefined && merged.attributes.get('val') !== 'restart';
    const blocks = reader.readWhole(childrenOf(cell)).filter(({ kind }) => kind !== 'empty');
    cells.push(goesOn || childAt(cell, 'tcPr', 'cellDel') ? [] : blocks);
    for (let span = numberAt(cell, 'tcPr', 'gridSpan') ?? 1; span > 1 && span <= mostSpanned; span--)
      cells.push([]);
  }
  return { cells, isHead: boldHead || (switchAt(row, 'trPr', 'tblHeader') ?? false) };
}

function skipped(row: XmlElement, name: string): number {
  return Math.min(Math.max(numberAt(row, 'trPr', name) ?? 0, 0), mostSpanned);
}

function setRow({ cells, isHead }: Row): DocxBlock[] {
  const filled = cells.filter((blocks) => blocks.length > 0);
  const [first, second] = filled;
  const [opening, ...rest] = second ?? [];
  if (!first) return [];
  const marker = first.map(({ text }) => text).join(' ');
  if (filled.length === 2 && opening && loneMarker.test(marker))
    return [
      { ...opening, text: `${marker} ${opening.text}`, indent: 0, page: first[0]?.page ?? opening.page },
      ...rest.map((block) => ({ ...block, indent: block.indent + innerIndent })),
    ];
  const text = cells.map(setCell).join('\t').replace(/\t+$/, '');
  const all = filled.flat();
  return [
    {
      kind: 'row',
      text,
      headingLevel: null,
      likeness: 'row',
      bold: isHead || all.every(({ bold }) => bold),
      indent: 0,
      typedBlanks: 0,
      page: all[0]?.page ?? null,
    },
  ];
}

function setCell(blocks: readonly DocxBlock[]): string {
  return blocks
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' ');
}
