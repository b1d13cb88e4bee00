import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { PdfPage, Tag } from '../reports/pdf/pdf-page.ts';
import { findShapes, type Operations, spanRectangle } from './pdf-drawing.ts';
import { restoreHyphens } from './pdf-hyphens.ts';
import { findBoxes, findDots } from './pdf-shapes.ts';
import { readStructure, type StructureNode } from './pdf-structure.ts';
import { makePieces, type PlacedWord, placeWords } from './pdf-words.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type VendorPage = Awaited<ReturnType<Pdf['getPage']>>;

const longestFontWaits = 25;

/** Pages as their file draws them, and those on which nothing is written. */
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
      const read = await readPage(page, number, { fonts, operations });
      content.pages.push(read);
      if (read.pieces.length === 0) content.pagesWithoutText.push(number);
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
): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const drawing = await page.getOperatorList();
  const placed = placeWords(content.items);
  const restored = restoreHyphens(
    placed.map(({ word }) => word),
    drawing,
    operations,
  );
  const words = placed.map((word, at) => ({ ...word, word: restored[at] ?? word.word }));
  await learnFonts(page, words, fonts);
  const tags = await readTags(page, number, words);
  const { turn, ...read } = makePieces(words, viewport, ({ word, id }) => ({
    bold: fonts.get(word.fontName) ?? false,
    tag: id === null ? null : takeTag(tags, id),
  }));
  const shapes = findShapes(drawing, viewport.transform, operations);
  const boxes = findBoxes(shapes).map(({ x, y, right, bottom }) =>
    spanRectangle(turn({ x, y }), turn({ x: right, y: bottom })),
  );
  return { number, ...read, dots: findDots(shapes).map(turn), boxes };
}

/** The tag of a piece. Only the first that is drawn of a list item has its bullet: others may begin another column. */
function takeTag(tags: Map<string, Tag>, id: string): Tag | null {
  const tag = tags.get(id) ?? null;
  if (tag?.bullet) tags.set(id, { ...tag, bullet: false });
  return tag;
}

/**
 * The vendor knows the fonts of a page once it has listed what the page draws, but for a moment. One that it cannot
 * load counts as not bold.
 */
async function learnFonts(
  page: VendorPage,
  words: readonly PlacedWord[],
  fonts: Map<string, boolean>,
): Promise<void> {
  for (const name of new Set(words.map(({ word }) => word.fontName))) {
    if (fonts.has(name)) continue;
    for (let waited = 0; waited < longestFontWaits && !page.commonObjs.has(name); waited++)
      await new Promise((resolve) => setTimeout(resolve, 2));
    fonts.set(name, page.commonObjs.has(name) && isBold(page.commonObjs.get(name)));
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
