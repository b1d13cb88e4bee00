/** An element of a parsed page. */
export interface Element {
  tag: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const voidTags = new Set(['meta', 'link', 'input', 'br', 'hr', 'img']);
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescaped(text: string): string {
  return text.replace(/&(#(\d+)|\w+);/g, (whole, name: string, code?: string) =>
    code ? String.fromCodePoint(Number(code)) : (named[name] ?? whole),
  );
}

function attributesOf(written: string): Record<string, string> {
  const found = [...written.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

/** Parses well-formed HTML strictly: throws where a tag is not closed in its place or text holds a bare "<". */
export function parseHtml(source: string): Element {
  const root: Element = { tag: 'root', attributes: {}, children: [] };
  const open = [root];
  const token = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>|([^<]+)/gi;
  let done = 0;
  for (const match of source.matchAll(token)) {
    if (match.index !== done) throw new Error(`not HTML: ${source.slice(done, done + 60)}`);
    done += match[0].length;
    const [, closing, tag, attributes = '', text] = match;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(unescaped(text));
    if (!tag) continue;
    if (closing) {
      if (parent.tag !== tag) throw new Error(`</${tag}> closes <${parent.tag}>`);
      open.pop();
      continue;
    }
    const element: Element = { tag, attributes: attributesOf(attributes), children: [] };
    parent.children.push(element);
    if (!voidTags.has(tag)) open.push(element);
  }
  if (done !== source.length) throw new Error(`not HTML: ${source.slice(done, done + 60)}`);
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is not closed`);
  return root;
}

/** Every element below that satisfies the condition, in print order. */
export function findAll(element: Element, wanted: (element: Element) => boolean): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return [...(wanted(child) ? [child] : []), ...findAll(child, wanted)];
  });
}

export const byTag = (element: Element, tag: string) => findAll(element, (found) => found.tag === tag);
export const byClass = (element: Element, name: string) =>
  findAll(element, ({ attributes }) => (attributes.class ?? '').split(' ').includes(name));

/** The element with this id; throws when there is none or more than one. */
export function byId(element: Element, id: string): Element {
  const found = findAll(element, ({ attributes }) => attributes.id === id);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements have the id ${id}`);
  return found[0];
}

/** All words of an element, as printed. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
