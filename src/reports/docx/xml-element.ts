/**
 * An element of an XML part. Names and attributes are without their prefixes, which differ between writers; no two
 * elements of Word's own that are told apart by their prefix alone matter here.
 */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
}

/** The elements directly in an element, of one name or of any. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  if (!element) return [];
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The element at the end of a path of names, the first of each. */
export function childAt(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = childrenOf(found, name)[0];
  return found;
}

/** The `val` of the element at the end of a path, or undefined. */
export function valueAt(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return childAt(element, ...path)?.attributes.get('val');
}

/** The whole number in the `val` at the end of a path, or undefined. */
export function numberAt(element: XmlElement | undefined, ...path: string[]): number | undefined {
  return toWholeNumber(valueAt(element, ...path));
}

/** A whole number within what Word can count, or undefined. */
export function toWholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,9}(?:\.\d+)?$/.test(text) ? Math.trunc(Number(text)) : undefined;
}

/** A switch such as `<w:b/>` or `<w:b w:val="0"/>`: on, off, or undefined where it is not there. */
export function switchAt(element: XmlElement | undefined, ...path: string[]): boolean | undefined {
  const found = childAt(element, ...path);
  return found && !/^(?:0|false|off|none)$/.test(found.attributes.get('val') ?? '');
}

/** What an element says, over everything in it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The elements of an alternative: its first choice, or what stands for it where that is empty. */
export function alternativesOf(element: XmlElement): XmlElement[] {
  return childrenOf(element).filter(({ name }) => name === 'Choice' || name === 'Fallback');
}
