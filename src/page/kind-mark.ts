import { html } from 'hono/html';
import { kindInWords } from '../answer/kind-in-words.ts';
import type { ParagraphKind } from '../paragraphs/paragraph.ts';
import type { Html } from './page-options.ts';

/** What sort of statement a paragraph is, as a small word beside it; nothing where that is not known. */
export function kindMark(kind: ParagraphKind, confidence: number | undefined): Html | '' {
  const words = kindInWords(kind, confidence);
  return words
    ? html` <span class="kind"><span class="unseen">Kind of paragraph: </span>${words}</span>`
    : '';
}
