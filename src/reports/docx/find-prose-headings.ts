import type { DocxBlock } from './block.ts';

const fewestProseWords = 8;
const mostHeadingWords = 30;

/**
 * Which likenesses of headings are paragraphs: authors use heading styles for numbered paragraphs, to have the
 * numbers. A likeness most of whose paragraphs are sentences heads nothing.
 */
export function findProseHeadings(blocks: readonly DocxBlock[]): Set<string> {
  const counts = new Map<string, { all: number; prose: number }>();
  for (const { headingLevel, likeness, text } of blocks) {
    if (headingLevel === null || text === '') continue;
    const count = counts.get(likeness) ?? { all: 0, prose: 0 };
    count.all++;
    if (isProse(text)) count.prose++;
    counts.set(likeness, count);
  }
  return new Set([...counts].filter(([, { all, prose }]) => prose > all / 2).map(([likeness]) => likeness));
}

/** Whether a text is a sentence rather than a heading, by its length and its end. */
function isProse(text: string): boolean {
  const words = text.split(/\s+/).length;
  return words > mostHeadingWords || (words >= fewestProseWords && /[.;:,]["'”’)\]]*$/.test(text));
}
