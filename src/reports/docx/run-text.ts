import { raise } from './note-marks.ts';
import { textOf, type XmlElement } from './xml-element.ts';

/** Stands for a page break in a paragraph's text. */
export const pageBreak = '\f';

/** Glyphs of the fonts that are all signs, by the last two digits of their codes; others keep their own code. */
const signs: Record<string, string> = {
  '9f': '•',
  a7: '▪',
  b7: '•',
  a8: '◻',
  d8: '➢',
  e0: '→',
  fb: '✗',
  fc: '✓',
  fe: '☒',
};

/** What a text element prints: Word trims it unless told to keep its blanks. Soft hyphens and control marks go. */
export function printedText(element: XmlElement, isRaised: boolean): string {
  const kept =
    element.attributes.get('space') === 'preserve' ? textOf(element) : textOf(element).replace(edges, '');
  const text = kept.replace(/[\t\r\n]/g, ' ').replace(unprinted, '');
  return isRaised && /^\d{1,3}$/.test(text.trim()) ? raise(text) : text;
}

const edges = /^[ \t\r\n]+|[ \t\r\n]+$/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come in.
const unprinted = /[\u0000-\u001F\u007F\u00AD\u200B\u200E\u200F\u2060\uFEFF\uFFFE\uFFFF]/g;

/** What an element of a run other than text prints, by its name; '' where it prints no words. */
export function printedSign(element: XmlElement): string {
  const { name, attributes } = element;
  if (name === 'tab' || name === 'ptab') return '\t';
  if (name === 'cr') return '\n';
  if (name === 'noBreakHyphen') return '-';
  if (name === 'br') return attributes.get('type') === 'page' ? pageBreak : '\n';
  return name === 'sym' ? symbolOf(attributes.get('char') ?? '') : '';
}

function symbolOf(code: string): string {
  if (!/^[\da-f]{2,4}$/i.test(code)) return '';
  const known = /^f0/i.test(code) ? signs[code.slice(2).toLowerCase()] : undefined;
  return known ?? String.fromCharCode(Number.parseInt(code, 16)).replace(unprinted, '');
}
