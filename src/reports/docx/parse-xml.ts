import { wordFileError } from './refuse-file.ts';
import type { XmlElement } from './xml-element.ts';

/** A part of a Word file as text, with its name for messages. */
export interface XmlPart {
  name: string;
  text: string;
}

/** What may be open inside each other, and what one block of a document or one other part may hold. */
export const xmlLimits = { depth: 256, elements: 2_000_000, attributes: 200 } as const;

/** The root of a part. Throws AppError `corpus_invalid` when it is not well-formed, declares anything or nests absurdly. */
export function parseXml(part: XmlPart): XmlElement {
  for (const root of streamElements(part)) return root;
  throw new XmlScanner(part).fault('holds nothing');
}

/**
 * Reads the children of the first element of a name one by one, so that a long document never stands in memory as a
 * whole; without a name, the root. Throws as `parseXml` does.
 */
export function* streamElements(part: XmlPart, container?: string): Generator<XmlElement> {
  const scanner = new XmlScanner(part);
  const open: XmlElement[] = [];
  let inside = container === undefined ? 0 : -1;
  for (let token = scanner.next(); token !== null; token = scanner.next()) {
    const top = open.at(-1);
    if (typeof token === 'string') {
      if (top && inside >= 0 && open.length > inside) top.children.push(token);
      else if (!top && token.trim() !== '') throw scanner.fault('has text outside its root');
    } else if (token.opens) {
      open.push(token.element);
      if (open.length > xmlLimits.depth) throw scanner.fault(`nests deeper than ${xmlLimits.depth} elements`);
      if (inside < 0 && token.element.name === container) inside = open.length;
    }
    if (typeof token === 'string' || (token.opens && !token.closes)) continue;
    const closed = open.pop();
    if (!closed || (!token.opens && closed.name !== token.element.name))
      throw scanner.fault('is not well-formed');
    if (inside >= 0 && open.length === inside) {
      scanner.startCounting();
      yield closed;
    } else if (inside >= 0 && open.length > inside) open.at(-1)?.children.push(closed);
  }
  if (open.length > 0) throw scanner.fault('ends too early');
}

type Token = string | { element: XmlElement; opens: boolean; closes: boolean };

const tagName = /[^\s/>"'<=&]+/y;
const attribute = /\s+([^\s=/>"'<&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;

class XmlScanner {
  private readonly name: string;
  private readonly text: string;
  private at = 0;
  private elements = 0;

  constructor({ name, text }: XmlPart) {
    this.name = name;
    this.text = text;
  }

  startCounting(): void {
    this.elements = 0;
  }

  fault(problem: string): Error {
    return wordFileError(
      `cannot be read: ${this.name} ${problem} (character ${this.at + 1}); open it in Word, save it as .docx and add that`,
    );
  }

  /** The next tag or piece of text; null at the end. */
  next(): Token | null {
    while (this.at < this.text.length) {
      const from = this.at;
      const tag = this.text.indexOf('<', from);
      if (tag !== from) {
        this.at = tag < 0 ? this.text.length : tag;
        const piece = this.text.slice(from, this.at);
        // Blanks before an opening tag only set the mark-up out; before a closing one they may be the text.
        if (this.text[this.at + 1] !== '/' && /^\s*$/.test(piece)) continue;
        return this.decode(piece);
      }
      if (this.text.startsWith('<![CDATA[', from)) return this.skipPast(']]>', from + 9);
      if (this.text.startsWith('<!--', from)) this.skipPast('-->', from + 4);
      else if (this.text.startsWith('<?', from)) this.skipPast('?>', from + 2);
      else if (this.text.startsWith('<!', from))
        throw this.fault('declares a document type, which no Word file does');
      else return this.readTag(from);
    }
    return null;
  }

  private readTag(from: number): Token {
    const closes = this.text[from + 1] === '/';
    const name = this.match(tagName, from + (closes ? 2 : 1))?.[0];
    if (name === undefined) throw this.fault('is not well-formed');
    const attributes = new Map<string, string>();
    for (;;) {
      const found = closes ? null : this.match(attribute, this.at);
      if (!found) break;
      if (attributes.size >= xmlLimits.attributes)
        throw this.fault('has an element with too many attributes');
      attributes.set(localName(found[1] ?? ''), this.decode(found[2] ?? found[3] ?? ''));
    }
    const end = this.match(tagEnd, this.at);
    if (!end || (closes && end[1] !== '')) throw this.fault('is not well-formed');
    if (++this.elements > xmlLimits.elements)
      throw this.fault(`has more than ${xmlLimits.elements} elements in one piece`);
    return {
      element: { name: localName(name), attributes, children: [] },
      opens: !closes,
      closes: closes || end[1] !== '',
    };
  }

  private match(pattern: RegExp, from: number): RegExpExecArray | null {
    pattern.lastIndex = from;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** What stands before an ending, which is passed. */
  private skipPast(ending: string, from: number): string {
    const end = this.text.indexOf(ending, from);
    if (end < 0) throw this.fault('ends too early');
    this.at = end + ending.length;
    return this.text.slice(from, end);
  }

  /** Only XML's own five names and numbers: whatever else is named would have to be declared. */
  private decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(
      /&(?:#(\d{1,7});|#x([\da-f]{1,6});|(amp|lt|gt|quot|apos);)?/gi,
      (whole, decimal, hexadecimal, known) => {
        if (whole === '&') throw this.fault('names a character that it does not declare');
        if (known) return namedCharacters[String(known).toLowerCase()] ?? '';
        const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
      },
    );
  }
}

const namedCharacters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
