import { expect, test } from 'vitest';
import { readMetadata } from '../../src/reports/read-metadata.ts';
import { readText } from '../../src/reports/text-reader.ts';

const read = (text: string) => readMetadata('a', readText(text));

test('title, authority, publisher, kind and dates are read off an opening that names them', () => {
  const opening = [
    'Inspection of local services in the harbour',
    'Borchester County Council',
    'Inspection dates: 3 to 14 February 2014',
    'Published by: The Harbour Inspectorate, May 2014',
    'Date of publication: 2 May 2014',
  ];
  expect(read(opening.join('\n'))).toMatchObject({
    title: 'Inspection of local services in the harbour',
    authority: 'Borchester County Council',
    authorityShort: 'Borchester',
    publisher: 'The Harbour Inspectorate',
    documentKind: 'inspection report',
    dates: { inspected: { from: '2014-02-03', to: '2014-02-14' }, published: '2014-05' },
  });
});

test('below the names of council and committee stand the day of the meeting and the title', () => {
  const opening = [
    'Borchester County Council',
    'Harbour Scrutiny Committee',
    '12 March 2019',
    'Report of the Director: progress on the cranes',
    '1. Much was done.',
  ];
  expect(read(opening.join('\n\n'))).toMatchObject({
    title: 'Report of the Director: progress on the cranes',
    authority: 'Borchester County Council',
    dates: { considered: '2019-03-12' },
  });
});

test.each([
  ['Report to Felpersham City Council', 'Felpersham City Council', 'Felpersham City'],
  ['London Borough of Walford', 'London Borough of Walford', 'Walford'],
  ['The Isle of Sodor Council', 'Isle of Sodor Council', 'Isle of Sodor'],
  [
    'Bath and North East Loamshire Council',
    'Bath and North East Loamshire Council',
    'Bath and North East Loamshire',
  ],
  [
    'Loamshire Fire and Rescue Service',
    'Loamshire Fire and Rescue Service',
    'Loamshire Fire and Rescue Service',
  ],
])('%j is about %s, for short %s', (text, authority, authorityShort) => {
  expect(read(text)).toMatchObject({ authority, authorityShort });
});

test('where several bodies are named and none clearly most often, nothing is guessed', () => {
  expect(read('Joint report of Borchester County Council and Felpersham City Council').authority).toBeNull();
  const often = 'Borchester County Council agreed.\n\n'.repeat(8);
  expect(read(`Borchester County Council and Felpersham City Council\n\n${often}`).authority).toBe(
    'Borchester County Council',
  );
});

test('a council without a name is nobody’s, and prose says nothing of kind or publisher', () => {
  expect(read('Report of the County Council\n\nThe Borough Council met.')).toMatchObject({
    authority: null,
    publisher: null,
  });
  expect(read('Cranes\n\nThey are published by printers in the town, we were told.').publisher).toBeNull();
});

test.each([
  ['Neutral citation: [2024] EWFC 127', 'judgment'],
  ['Minutes of the meeting held on 3 May', 'minutes'],
  ['Overview and Scrutiny Committee', 'scrutiny committee paper'],
  ['Code of Practice on cranes', 'code of practice'],
  ['Cranes and their keepers', null],
])('%j is a document of the kind %s', (text, kind) => {
  expect(read(`${text}\n\n1. Words.`).documentKind).toBe(kind);
});

test('a copyright line names the publisher unless it is the Crown', () => {
  expect(read('Cranes\n\n© Harbour Trust 2014').publisher).toBe('Harbour Trust');
  expect(read('Cranes\n\n© Crown copyright 2014').publisher).toBeNull();
});
