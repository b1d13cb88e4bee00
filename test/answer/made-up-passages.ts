import type { StoredParagraph } from '../../src/index/paragraph-store.ts';
import type { Passage } from '../../src/retrieval/passage.ts';
import { madeUpReport } from '../retrieval/made-up-knowledge.ts';

export { madeUpReport };

let rows = 0;

/** A numbered paragraph of a made-up report. */
export function madeUpParagraph(number: string, text: string, report = 'ashby-2012'): StoredParagraph {
  return {
    row: rows++,
    report,
    edition: '000000000000',
    id: number,
    position: 0,
    number,
    form: 'numbered',
    kind: 'finding',
    kindConfidence: 0.9,
    heading: ['Findings'],
    label: `${report}, para ${number}`,
    text,
    columns: null,
    page: null,
    lines: [1, 1],
    hash: '0000000000000000',
  };
}

/** A passage whose sentences end with full stops, each with the similarity given for it. */
export function madeUpPassage(
  paragraph: StoredParagraph,
  similarities: number[],
  score = 1,
  report = madeUpReport(paragraph.report),
): Passage {
  const sentences = [...paragraph.text.matchAll(/[^.]+\./g)].map((match, place) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return { start, end: match.index + match[0].length, similarity: similarities[place] ?? 0 };
  });
  return { paragraph, report, score, ranks: {}, sentences };
}
