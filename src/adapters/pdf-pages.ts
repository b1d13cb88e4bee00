import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { PdfPage, Piece, Tag } from '../reports/pdf/pdf-page.ts';
import { findDots, multiply, type Operations } from './pdf-drawing.ts';
import { restoreHyphens } from './pdf-hyphens.ts';
import { readStructure, type StructureNode } from './pdf-structure.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type VendorPage = Awaited<ReturnType<Pdf['getPage']>>;
type Content = Awaited<ReturnType<VendorPage['getTextContent']>>;
type Word = Extract<Content['items'][number], { str: string }>;

/** Pages as their file draws them, and those on which something is drawn but nothing written. */
export interface PdfContent {
  pages: PdfPage[];
  pagesWithoutText: number[];
}

/** Thrown for a file of more pages than are read. */
export class TooManyPages extends Error {
  readonly pages: number;

  constructor(pages: number) {
    super(`${pages} pages`);
    this.pages = pages;
  }
}

/** Takes the text with its places, fonts and structure out of a PDF file. Throws what the vendor throws. */
export async function extractPages(bytes: Uint8Array, limits: { maxPages: number }): Promise<PdfContent> {
  const pdf = await getDocumentProxy(bytes, {
    // Pictures are of no use here, and one of them may unpack to gigabytes.
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    if (pdf.numPages > limits.maxPages) throw new TooManyPages(pdf.numPages);
    const { OPS: operations } = await getResolvedPDFJS();
    const fonts = new Map<string, boolean>();
    const content: PdfContent = { pages: [], pagesWithoutText: [] };
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { read, drawn } = await readPage(page, number, { fonts, operations });
      content.pages.push(read);
      if (read.pieces.length === 0 && drawn) content.pagesWithoutText.push(number);
      page.cleanup();
    }
    return content;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPage(
  page: VendorPage,
  number: number,
  { fonts, operations }: { fonts: Map<string, boolean>; operations: Operations },
): Promise<{ read: PdfPage; drawn: boolean }> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const drawing = await page.getOperatorList();
  const placed = placeWords(content);
  const restored = restoreHyphens(
    placed.map(({ word }) => word),
    drawing,
    operations,
  );
  const words = placed.map(({ id }, at) => ({ id, word: restored[at] as Word }));
  learnFonts(page, words, fonts);
  const tags = await readTags(page, number, words);
  const pieces = words.flatMap(({ word, id }) => {
    const bold = fonts.get(word.fontName) ?? false;
    return makePiece(word, viewport.transform, { bold, tag: (id !== null && tags.get(id)) || null }) ?? [];
  });
  const dots = findDots(drawing, viewport.transform, operations);
  const { width, height } = viewport;
  return { read: { number, width, height, pieces, dots }, drawn: drawing.fnArray.length > 0 };
}

/** Each word with the id of the innermost marked content that has one. */
function placeWords(content: Content): { word: Word; id: string | null }[] {
  const open: (string | null)[] = [];
  const words: { word: Word; id: string | null }[] = [];
  for (const item of content.items) {
    if ('str' in item) words.push({ word: item, id: open.at(-1) ?? null });
    else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id || (open.at(-1) ?? null));
  }
  return words.filter(({ word }) => word.str.trim() !== '');
}

/** The vendor knows the fonts of a page once it has listed what the page draws. */
function learnFonts(page: VendorPage, words: readonly { word: Word }[], fonts: Map<string, boolean>): void {
  for (const { word } of words) {
    const name = word.fontName;
    if (!fonts.has(name) && page.commonObjs.has(name)) fonts.set(name, isBold(page.commonObjs.get(name)));
  }
}

function isBold(font: unknown): boolean {
  const name = (font as { name?: unknown } | null)?.name;
  return typeof name === 'string' && /bold|black|heavy|demi/i.test(name);
}

async function readTags(
  page: VendorPage,
  number: number,
  words: readonly { id: string | null }[],
): Promise<Map<string, Tag>> {
  const written = new Set(words.flatMap(({ id }) => id ?? []));
  if (written.size === 0) return new Map();
  const tree = (await page.getStructTree().catch(() => null)) as StructureNode | null;
  return tree ? readStructure(tree, number, written) : new Map();
}

function makePiece(
  word: Word,
  view: readonly number[],
  style: { bold: boolean; tag: Tag | null },
): Piece | null {
  const [a, b, , , e, f] = multiply(view, word.transform);
  const size = Math.hypot(a, b);
  if (!Number.isFinite(size + e + f) || size === 0) return null;
  const text = word.str.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'));
  return {
    text: text.replace(/[\u00A0\u2000-\u200A\u202F]/g, ' '),
    x: e,
    y: f,
    width: word.width,
    size,
    ...style,
  };
}
