import { expect, test } from 'vitest';
import { paragraphUrl } from '../../src/answer/paragraph-url.ts';
import { toHit } from '../../src/answer/to-hit.ts';
import { madeUpParagraph, madeUpReport } from './made-up-passages.ts';

test('a hit carries the paragraph’s words and place, and the title and dates of its report', () => {
  const report = madeUpReport('ashby-2012', { title: 'A Review', dates: { published: '2012' } });
  const paragraph = madeUpParagraph('4.2', 'Visits are late.');
  expect(toHit({ paragraph, report, score: 0.5, highlights: [[0, 6]] })).toEqual({
    ...{ report: 'ashby-2012', edition: '000000000000', paragraph: '4.2', number: '4.2' },
    ...{ label: 'ashby-2012, para 4.2', title: 'A Review', dates: { published: '2012' } },
    ...{ heading: ['Findings'], form: 'numbered', kind: 'finding', kind_confidence: 0.9 },
    text: 'Visits are late.',
    ...{ highlights: [[0, 6]], score: 0.5, url: '/reports/ashby-2012#para-4.2' },
  });
});

test('an address names the paragraph to the server whenever there is something to mark or an edition', () => {
  expect(paragraphUrl('a', '4.2', { start: 3, end: 9 })).toBe('/reports/a?q=3-9&para=4.2#para-4.2');
  expect(paragraphUrl('a', '4.2', { edition: '0123456789ab' })).toBe(
    '/reports/a?edition=0123456789ab&para=4.2#para-4.2',
  );
});

test('letters that an address cannot hold are written as it can', () => {
  expect(paragraphUrl('über-2012', 'bäume.1')).toBe('/reports/%C3%BCber-2012#para-b%C3%A4ume.1');
});
