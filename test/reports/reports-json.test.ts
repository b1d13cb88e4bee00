import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/reports/find-json-fault.ts';
import { parseReportsJson } from '../../src/reports/reports-json.ts';

const problemsOf = (content: unknown) => parseReportsJson(JSON.stringify(content)).problems;

describe('reports.json', () => {
  it('keeps the dates of inspection, publication and consideration apart', () => {
    const path = new URL('../../corpus/reports.json', import.meta.url);
    const { metadata, problems } = parseReportsJson(readFileSync(path, 'utf8'));
    expect(problems).toEqual([]);
    expect([...metadata].map(([id, { dates }]) => [id, dates])).toEqual([
      ['norfolk-2013', { inspected: { from: '2013-01-14', to: '2013-01-24' } }],
      ['nottingham-city-2017', { inspected: { from: '2017-01-23', to: '2017-02-03' } }],
      ['nottingham-city-2020', { considered: '2020-01-30' }],
      ['nottinghamshire-2009', { considered: '2009-11-23' }],
      [
        'nottinghamshire-2010',
        { inspected: { from: '2010-03-08', to: '2010-03-19' }, published: '2010-05-21' },
      ],
    ]);
  });

  it('needs only a title', () => {
    const { metadata } = parseReportsJson('{"a": {"title": "A"}}');
    expect(metadata.get('a')).toEqual({
      title: 'A',
      authority: null,
      authorityShort: null,
      publisher: null,
      documentKind: null,
      source: null,
      licence: null,
      dates: {},
    });
  });

  it.each([
    [{ a: {} }, 'reports.json: a, title: is missing; every entry needs a title'],
    [
      { a: { title: 'A', dates: { inspected: { from: '2013-02-30', to: '2013-03-01' } } } },
      'a, dates.inspected.from: is not a date',
    ],
    [
      { a: { title: 'A', dates: { inspected: { from: '2013-03-02', to: '2013-03-01' } } } },
      'a, dates.inspected: begins after it ends',
    ],
    [
      { a: { title: 'A', dates: { published: 'May' } } },
      'a, dates.published: is not a date such as 2010-05-21',
    ],
    [{ a: { title: 'A', licence: '' } }, 'a, licence: is empty'],
    [{ a: { titel: 'A', title: 'A' } }, 'a, titel: is not a known field; check its spelling'],
    [{ a: { title: 'A', dates: { held: '2010' } } }, 'a, dates.held: is not a known field'],
    [{ a: { title: 'A', publishr: 'B' } }, 'publishr'],
    [{ a: 'A' }, 'reports.json: a: '],
    [[], 'is not an object with one entry a report'],
  ])('names the entry and the field of a problem (%#)', (content, problem) => {
    expect(problemsOf(content).join('\n')).toContain(problem);
  });

  it('finds the place where a text stops being JSON, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', ':', '"', 'x', '1 '),
        (json, at, slip) => {
          const place = at % (json.length + 1);
          const text = json.slice(0, place) + slip + json.slice(place);
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          expect(findJsonFault(text) === null).toBe(isJson);
        },
      ),
      { numRuns: 1000 },
    );
    expect(findJsonFault('{\n  "a": {"title": }\n}')).toEqual({ line: 2, column: 18 });
  });

  it('names every problem at once', () => {
    expect(problemsOf({ a: {}, b: { title: '' } })).toHaveLength(2);
  });
});
