import { load } from 'cheerio';

/** A node of a parsed page; only what readers look at. */
export interface PageNode {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: PageNode[];
  parent?: PageNode | null;
  startIndex?: number | null;
}

const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const silent = new Set(
  'applet area audio button canvas datalist embed head iframe input link map math meta noembed noframes noscript object optgroup option param progress script select source style svg template textarea title track video'.split(
    ' ',
  ),
);

/** Parses a page as browsers do, whatever is left open in it. Nothing runs and nothing is fetched: the tree is only looked at. */
export function parsePage(text: string): PageNode {
  const root = load(text, { sourceCodeLocationInfo: true, scriptingEnabled: false }).root()[0];
  return root ?? { type: 'root', children: [] };
}

/** The elements directly inside a node, of one name where a name is given. */
export function elementsIn(node: PageNode, name?: string): PageNode[] {
  return (node.children ?? []).filter(
    (child) => child.name !== undefined && (name === undefined || child.name === name),
  );
}

/** Whether a node begins on a line of its own. */
export function isBlock(node: PageNode): boolean {
  return blocks.has(node.name ?? '');
}

/** Whether a node prints no words: scripts, styles, controls of forms, drawings, comments. */
export function isSilent(node: PageNode): boolean {
  return node.name === undefined ? node.type !== 'text' && node.type !== 'root' : silent.has(node.name);
}

const none: ReadonlyMap<PageNode, string> = new Map();

/**
 * All nodes below one, itself first, in print order, but none below those that are closed; without recursion, since pages
 * may nest absurdly.
 */
export function* walkNodes(root: PageNode, closed: Pick<typeof none, 'has'> = none): Generator<PageNode> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (isSilent(node) || closed.has(node)) continue;
    for (const child of (node.children ?? []).toReversed()) waiting.push(child);
  }
}

/** The words that a node prints, blanks made single; those in `marks` are footnote marks, printed as "[1]". */
export function textOf(node: PageNode, marks: ReadonlyMap<PageNode, string> = none): string {
  const parts: string[] = [];
  for (const part of walkNodes(node, marks)) {
    const mark = marks.get(part);
    if (mark !== undefined) parts.push(`[${mark}]`);
    else if (part.type === 'text') parts.push(part.data ?? '');
    else if (isBlock(part) || part.name === 'br') parts.push(' ');
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Whether a node prints any words; in tables inside one another, reading them all at each would take long. */
export function hasWords(node: PageNode): boolean {
  for (const part of walkNodes(node)) if (part.type === 'text' && /\S/.test(part.data ?? '')) return true;
  return false;
}
