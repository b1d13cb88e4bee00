import type { Tag } from '../reports/pdf/pdf-page.ts';

/** A node of the structure tree of one page, as the vendor gives it. */
export interface StructureNode {
  role?: string;
  /** Of a leaf: `content` with the id of the marked content that it holds. */
  type?: string;
  id?: string;
  children?: StructureNode[];
}

const blockRole =
  /^(?:P|H[1-6]?|Title|LI|LBody|Lbl|TH|TD|Caption|Note|FENote|TOCI|BlockQuote|Div|Sect|Part)$/;
const noteRole = /^(?:Note|FENote|Footnote|Endnote)$/;
/** Structure nested deeper than any writer does is a trap. */
const deepestNesting = 200;

interface Place {
  block: string | null;
  role: Tag['role'];
  level: number | null;
  item: { bullet: boolean; begun: boolean } | null;
  table: { id: string; rows: number } | null;
  row: { at: number; columns: number };
  cell: Tag['cell'];
}

/**
 * The tag of each marked content of a page, by its id. `written` holds the ids of those that have words: a list
 * item whose label has none has a drawn bullet.
 */
export function readStructure(
  tree: StructureNode,
  page: number,
  written: ReadonlySet<string>,
): Map<string, Tag> {
  const tags = new Map<string, Tag>();
  let count = 0;
  const visit = (node: StructureNode, place: Place, depth: number) => {
    if (node.type === 'content' && node.id) tags.set(node.id, tagOf(place, written.has(node.id)));
    if (depth > deepestNesting) return;
    const inner = enter(node, place, { block: `${page}.${count++}`, written });
    for (const child of node.children ?? []) visit(child, inner, depth + 1);
  };
  const row = { at: -1, columns: 0 };
  visit(tree, { block: null, role: 'text', level: null, item: null, table: null, row, cell: null }, 0);
  return tags;
}

function enter(
  node: StructureNode,
  place: Place,
  { block, written }: { block: string; written: ReadonlySet<string> },
): Place {
  const role = node.role ?? '';
  if (role === 'Table') return { ...place, table: { id: block, rows: 0 }, cell: null };
  if (role === 'TR' && place.table) return { ...place, row: { at: place.table.rows++, columns: 0 } };
  if (!blockRole.test(role)) return place;
  const inner = { ...place, block };
  if ((role === 'TH' || role === 'TD') && place.table) {
    const column = place.row.columns++;
    return { ...inner, cell: { table: place.table.id, row: place.row.at, column, head: role === 'TH' } };
  }
  if (/^H[1-6]?$|^Title$/.test(role))
    return { ...inner, role: 'heading', level: Number(/\d/.exec(role)?.[0] ?? 1) };
  if (noteRole.test(role)) return { ...inner, role: 'note' };
  if (role !== 'LI') return inner;
  // Where an item goes on from the page before, its label stands there and holds nothing here.
  const labels = (node.children ?? []).filter((child) => child.role === 'Lbl' && hasContent(child));
  const bullet = labels.length > 0 && !labels.some((label) => hasWords(label, written));
  return { ...inner, role: 'item', item: { bullet, begun: false } };
}

function tagOf({ block, role, level, item, cell }: Place, hasText: boolean): Tag {
  const bullet = item?.bullet === true && !item.begun;
  if (item && hasText) item.begun = true;
  return { block, role: cell ? 'cell' : role, level, bullet, cell };
}

function hasContent(node: StructureNode): boolean {
  return node.type === 'content' || (node.children ?? []).some(hasContent);
}

function hasWords(node: StructureNode, written: ReadonlySet<string>): boolean {
  if (node.id !== undefined && written.has(node.id)) return true;
  return (node.children ?? []).some((child) => hasWords(child, written));
}
