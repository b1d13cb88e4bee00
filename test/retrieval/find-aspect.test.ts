import { expect, test } from 'vitest';
import { findAspect } from '../../src/retrieval/find-aspect.ts';

test.each([
  ['How do bus services compare with ?', 'bus services'],
  ['Allotments: versus', 'Allotments'],
  ['Which reports mention swimming lessons for adults, and what do they say?', 'swimming lessons for adults'],
  ['What did each of the two papers say about parking?', 'parking'],
  ['How has litter changed over time?', 'litter'],
  ['Street lighting in – and compared', 'Street lighting'],
])('%j is about %j', (question, aspect) => {
  expect(findAspect(question)).toBe(aspect);
});

test('a question that only compares is left as it is', () => {
  expect(findAspect('How do they compare?')).toBe('How do they compare?');
});
