import { expect, it } from 'vitest';
import { paragraphEmbeddingText, sentenceEmbeddingText } from '../../src/index/embedding-text.ts';
import type { Paragraph } from '../../src/paragraphs/paragraph.ts';
import { sampleReport } from './sample-reports.ts';

function sample(text: string, overrides: Partial<Paragraph> = {}) {
  const { report, split } = sampleReport('Ambridge', [text], overrides);
  const [paragraph] = split.paragraphs;
  if (!paragraph) throw new Error('the sample has no paragraph');
  return { metadata: report.metadata, paragraph };
}

it('puts authority, year and headings before a paragraph', () => {
  const { metadata, paragraph } = sample('Visits are prompt.', { heading: ['Help', 'Is it timely?'] });
  expect(paragraphEmbeddingText(metadata, paragraph)).toBe(
    'Ambridge, 2021. Help. Is it timely? Visits are prompt.',
  );
});

it('names a report without an authority by its title', () => {
  const { metadata, paragraph } = sample('Visits are prompt.', { heading: [] });
  const unknown = { ...metadata, authority: null, authorityShort: null, dates: {} };
  expect(paragraphEmbeddingText(unknown, paragraph)).toBe('Inspection of Ambridge. Visits are prompt.');
});

it('reads a table row as head and cell', () => {
  const { metadata, paragraph } = sample('Leadership\tGood', { columns: ['Area', 'Grade'], heading: [] });
  expect(paragraphEmbeddingText(metadata, paragraph)).toContain('Area: Leadership; Grade: Good');
});

it('puts the authority before a sentence', () => {
  const { metadata, paragraph } = sample('One. Two is here.', { heading: ['Help', 'Visits'] });
  expect(sentenceEmbeddingText(metadata, paragraph, { start: 5, end: 17 })).toBe('Ambridge. Two is here.');
});
