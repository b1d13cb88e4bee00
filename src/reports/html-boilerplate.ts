import { isSilent, type PageNode, textOf, walkNodes } from './html-tree.ts';

const boilerplateRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'dialog',
]);
const noticeNames = /^(?:cookies?|consent|gdpr|skip|skiplinks?|share|sharing|social|subscribe|newsletter)$/;
const linkNames =
  /^(?:nav|navbar|navigation|menu|menubar|breadcrumbs?|crumbs?|pagination|pager|sidebar|toolbar|header|masthead|banner|credit|toplinks|backtotop)$/;
const footNames = /^(?:(?:site|page|common|global)(?:footer|credit|header)|footer|copyright)$/;
const unseenNames = /^(?:sr-only|visually-?hidden|hidden-?structure|screen-reader-text|offscreen|noprint)$/i;
const longestNotice = 1500;
const mostOfPage = 0.25;
const leastOfMain = 0.5;
const fewestMenuLinks = 3;
const leastLinked = 0.95;

/** What a node holds: characters of words, those of them in links, how many links, and whether a heading of the first level. */
interface Content {
  words: number;
  linked: number;
  links: number;
  titled: boolean;
}

/**
 * What of a page is not the report: navigation, the site's head and foot, notices about cookies, what no reader sees.
 * A name alone never takes away a large part of a page, or its heading of the first level.
 */
export function findBoilerplate(root: PageNode): Set<PageNode> {
  const contents = measure(root);
  const all = contents.get(root)?.words ?? 0;
  const left = new Set<PageNode>();
  for (const [node, content] of contents) {
    if (node.name !== undefined && isBoilerplate(node, content, all)) left.add(node);
  }
  return left;
}

/** Where a page marks its main part and most of its words stand there, that part; else the whole page. */
export function findMainPart(root: PageNode): PageNode {
  const contents = measure(root);
  const mains = [...contents.keys()].filter((node) => node.name === 'main' || node.attribs?.role === 'main');
  const [main] = mains;
  if (!main || mains.length > 1) return root;
  const share = (contents.get(main)?.words ?? 0) / Math.max(1, contents.get(root)?.words ?? 0);
  return share >= leastOfMain ? main : root;
}

/** The words of what is left out: outside the main part, then inside it. */
export function printLeftOut(main: PageNode, left: ReadonlySet<PageNode>): string[] {
  const texts: string[] = [];
  for (let node = main; node.parent; node = node.parent)
    texts.push(...(node.parent.children ?? []).filter((other) => other !== node).map((node) => textOf(node)));
  const waiting = [main];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (left.has(node)) texts.push(textOf(node));
    else if (!isSilent(node)) for (const child of (node.children ?? []).toReversed()) waiting.push(child);
  }
  return texts.filter((text) => text !== '');
}

function measure(root: PageNode): Map<PageNode, Content> {
  const contents = new Map<PageNode, Content>();
  for (const node of walkNodes(root)) {
    const words = node.type === 'text' ? (node.data ?? '').replace(/\s+/g, ' ').trim().length : 0;
    contents.set(node, { words, linked: 0, links: 0, titled: node.name === 'h1' });
  }
  // Behind each node come the nodes in it: from the end, every node is whole before it is added to its parent.
  for (const [node, own] of [...contents].reverse()) {
    if (isSilent(node)) continue;
    for (const child of node.children ?? []) {
      const part = contents.get(child);
      own.words += part?.words ?? 0;
      own.linked += part?.linked ?? 0;
      own.links += part?.links ?? 0;
      own.titled ||= part?.titled ?? false;
    }
    if (node.name === 'a') {
      own.linked = own.words;
      own.links++;
    }
  }
  return contents;
}

function isBoilerplate(node: PageNode, content: Content, all: number): boolean {
  const attributes = node.attribs ?? {};
  const names = namesOf(attributes);
  if (isUnseen(attributes, names) || node.name === 'nav') return true;
  if (content.titled || content.words > all * mostOfPage) return false;
  if (/^(?:header|footer)$/.test(node.name ?? '') || boilerplateRoles.has(attributes.role ?? '')) return true;
  // Pages set in tables have their menu in a cell.
  if (node.name === 'td' && content.links >= fewestMenuLinks && content.linked >= content.words * leastLinked)
    return true;
  if (names.some((name) => footNames.test(name))) return true;
  if (names.some((name) => noticeNames.test(name))) return content.words <= longestNotice;
  return content.linked >= content.words * 0.5 && names.some((name) => linkNames.test(name));
}

/** The words of an element's class and id: "site-footer pageNav" → site, footer, sitefooter, page, nav, pagenav. */
function namesOf({ class: classes = '', id = '' }: Record<string, string>): string[] {
  return `${classes} ${id}`.split(/\s+/).flatMap((name) => {
    const parts = name.split(/[-_]+|(?<=[a-z])(?=[A-Z])/).map((part) => part.toLowerCase());
    return [name, ...parts, parts.join('')];
  });
}

function isUnseen(attributes: Record<string, string>, names: string[]): boolean {
  const style = attributes.style ?? '';
  return (
    'hidden' in attributes ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) ||
    names.some((name) => unseenNames.test(name))
  );
}
