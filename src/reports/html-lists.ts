import { elementsIn, type PageNode, textOf } from './html-tree.ts';
import { toLetters, toRoman } from './list-numerals.ts';

const typedMarker =
  /^(?:[([]?(?:\d{1,4}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,6}|[A-Z]{1,2}\d{0,3}(?:\.\d{1,3})*)[.)\]]{1,2}|\d{1,3}(?:\.\d{1,3})+)(?:\s|$)/;
const unmarked = /list-style(?:-type)?\s*:\s*none/i;

/** What a browser prints before each item of a list, by item; '' where it prints nothing. */
export function markItems(list: PageNode): Map<PageNode, string> {
  const items = elementsIn(list, 'li');
  const bare = unmarked.test(list.attribs?.style ?? '') || isTypedByHand(items);
  if (bare) return new Map(items.map((item) => [item, '']));
  if (list.name !== 'ol') return new Map(items.map((item) => [item, '• ']));
  const style = styleOf(list);
  const step = list.attribs?.reversed === undefined ? 1 : -1;
  let value = wholeNumber(list.attribs?.start) ?? (step > 0 ? 1 : items.length);
  return new Map(
    items.map((item) => {
      value = wholeNumber(item.attribs?.value) ?? value;
      const marker = `${printValue(value, styleOf(item) ?? style ?? '1')}. `;
      value += step;
      return [item, unmarked.test(item.attribs?.style ?? '') ? '' : marker];
    }),
  );
}

/** Pages that type their numbers into the items of a list hide the list's own. */
function isTypedByHand(items: PageNode[]): boolean {
  const filled = items.map((item) => textOf(item)).filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => typedMarker.test(text));
}

/** The letter or number that stands for a way of counting, from `type` or a style on the element. */
function styleOf(node: PageNode): string | null {
  const type = node.attribs?.type;
  if (type !== undefined && /^[1aAiI]$/.test(type)) return type;
  const named = /list-style(?:-type)?\s*:[^;]*?((?:lower|upper)-(?:alpha|latin|roman)|decimal)/i.exec(
    node.attribs?.style ?? '',
  )?.[1];
  if (!named) return null;
  const letter = /roman$/i.test(named) ? 'i' : /decimal/i.test(named) ? '1' : 'a';
  return /^upper/i.test(named) ? letter.toUpperCase() : letter;
}

function printValue(value: number, style: string): string {
  if (style === 'a') return toLetters(value);
  if (style === 'A') return toLetters(value).toUpperCase();
  if (style === 'i') return toRoman(value);
  return style === 'I' ? toRoman(value).toUpperCase() : String(value);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null;
}
