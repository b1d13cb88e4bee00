import { type PageNode, textOf, walkNodes } from './html-tree.ts';

/** Footnote marks of a page: in the text, and where the notes begin. */
export interface PageNotes {
  /** By the element that prints the mark: the mark's number. */
  marks: Map<PageNode, string>;
  /** By the element that a note begins with: its number, which its words do not repeat. */
  notes: Map<PageNode, string>;
}

const markText = /^[[(]?(\d{1,3})[\])]?$/;

/**
 * Finds footnote marks: raised numbers that link to a place on the page which comes later, and what stands there. A
 * raised number without such a link is text.
 */
export function findNotes(root: PageNode): PageNotes {
  const order = new Map<PageNode, number>();
  const targets = new Map<string, PageNode>();
  const raised: { mark: PageNode; target: string; number: string }[] = [];
  for (const node of walkNodes(root)) {
    order.set(node, order.size);
    for (const name of [node.attribs?.id, node.name === 'a' ? node.attribs?.name : undefined])
      if (name && !targets.has(name)) targets.set(name, node);
    const link = isRaised(node) ? linkOf(node) : null;
    const number = link === null ? undefined : markText.exec(textOf(node))?.[1];
    if (link !== null && number) raised.push({ mark: node, target: link, number });
  }
  const notes: PageNotes = { marks: new Map(), notes: new Map() };
  const blocks = findBlocks(root);
  for (const { mark, target, number } of raised) {
    const named = targets.get(target);
    if (!named || (order.get(named) ?? 0) < (order.get(mark) ?? 0)) continue;
    notes.marks.set(mark, number);
    const block = blocks.get(named) ?? named;
    notes.notes.set((notes.notes.get(block) ?? number) === number ? block : named, number);
  }
  return notes;
}

function isRaised(node: PageNode): boolean {
  const role = node.attribs?.role ?? node.attribs?.['epub:type'] ?? '';
  return node.name === 'sup' || /noteref/.test(role);
}

/** The place on the page that a node, or a link in it, points to. */
function linkOf(node: PageNode): string | null {
  for (const part of walkNodes(node)) {
    const href = part.name === 'a' ? part.attribs?.href : undefined;
    if (href?.includes('#')) return decodeName(href.slice(href.indexOf('#') + 1));
  }
  return null;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** For each node the nearest paragraph, list item or division that it begins in. */
function findBlocks(root: PageNode): Map<PageNode, PageNode> {
  const blocks = new Map<PageNode, PageNode>();
  const waiting: { node: PageNode; block: PageNode }[] = [{ node: root, block: root }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    const block = /^(?:p|li|dd|dt|td|div|aside|section|tr)$/.test(node.name ?? '') ? node : next.block;
    blocks.set(node, block);
    for (const child of node.children ?? []) waiting.push({ node: child, block });
  }
  return blocks;
}
