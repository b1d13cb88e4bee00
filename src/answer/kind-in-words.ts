import type { ParagraphKind } from '../paragraphs/paragraph.ts';

/** The kinds that readers are told of, in their words, with an article where one belongs. */
const names: Partial<Record<ParagraphKind, { name: string; article: string }>> = {
  finding: { name: 'finding', article: 'a ' },
  recommendation: { name: 'recommendation', article: 'a ' },
  judgement: { name: 'judgement', article: 'a ' },
  response: { name: 'response or action', article: 'a ' },
  background: { name: 'background', article: '' },
};

/** Below this a kind is said to be probable only: about one in five is another. */
const surelySaid = 0.8;

/** "Recommendation", "Probably a recommendation"; null for what has no kind. A kind without a known confidence is said plainly. */
export function kindInWords(kind: ParagraphKind, confidence = 1): string | null {
  const named = names[kind];
  if (!named) return null;
  if (confidence < surelySaid) return `Probably ${named.article}${named.name}`;
  return named.name.charAt(0).toUpperCase() + named.name.slice(1);
}
