import type * as fc from 'fast-check';
import { type Content, type ContentParagraph, writeContent } from './content.ts';
import { type Plan, plans } from './plan.ts';
import { printDocx } from './print-docx.ts';
import { printHtml } from './print-html.ts';
import { printText } from './print-text.ts';

/** A report made up at random, and what it must be read as. */
export interface MadeUpReport {
  plan: Plan;
  file: string;
  bytes: Uint8Array;
  /** What was printed, where that is text. */
  source: string;
  /** Printed numbers in order, each with its whole text, bullets as "- …" lines. */
  numbered: { number: string; text: string }[];
  headings: string[];
  /** Unnumbered paragraphs that no numbered one may swallow. */
  unnumbered: string[];
}

/** Reports in random numbering and layout, with what they must be read as. */
export const madeUpReport: fc.Arbitrary<MadeUpReport> = plans.map((plan) => {
  const content = writeContent(plan);
  const source = plan.format === 'html' ? printHtml(content, plan) : printText(content, plan);
  const bytes = plan.format === 'docx' ? printDocx(content, plan) : new TextEncoder().encode(source);
  return { plan, file: `made-up.${plan.format}`, bytes, source, ...expectedOf(content) };
});

function expectedOf({ sections }: Content): Pick<MadeUpReport, 'numbered' | 'headings' | 'unnumbered'> {
  return {
    numbered: sections.flatMap(({ paragraphs }) => paragraphs.map(expectedParagraph)),
    headings: sections.map(({ heading }) => heading),
    unnumbered: sections.flatMap(({ introduction, closing }) =>
      [introduction, closing].filter((text) => text !== null),
    ),
  };
}

function expectedParagraph({ printed, text, items }: ContentParagraph): { number: string; text: string } {
  const lines = items.map((item) => `${item.letter === '' ? '-' : item.letter} ${item.text}`);
  return { number: printed.number, text: [text, ...lines].join('\n') };
}
