import { expect, test } from 'vitest';
import { openPages } from './open-page.ts';
import { byTag, textOf } from './parse-html.ts';

const document = {
  openapi: '3.1.0',
  info: { title: 'Pincite', version: '1' },
  paths: {
    '/v1/ask': {
      post: {
        summary: 'Ask a question',
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/AskRequest' } } },
        },
        responses: { 200: { description: 'The answer' }, 400: { description: 'A problem' } },
      },
    },
    '/v1/reports/{report}': {
      get: {
        parameters: [{ name: 'report', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: { description: 'A report' } },
      },
    },
  },
  components: {
    schemas: {
      AskRequest: {
        type: 'object',
        required: ['question'],
        properties: {
          question: { type: 'string', description: 'In `<plain>` words' },
          reports: { type: 'array', items: { type: 'string' } },
          answerer: { enum: ['quote', 'write'] },
          limit: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
        },
      },
    },
  },
};

test('the reference names what can be called, with the fields of its body in words', async () => {
  const { page } = await openPages({ openapi: () => document }).open('/docs');
  expect(byTag(page, 'h3').map(textOf)).toEqual(['POST /v1/ask', 'GET /v1/reports/{report}', 'AskRequest']);
  const rows = byTag(byTag(page, 'table')[0] ?? page, 'tr').map((row) =>
    row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [textOf(cell)])),
  );
  expect(rows).toEqual([
    ['Name', 'Type', 'Meaning'],
    ['question', 'text', 'In <plain> words'],
    ['reports optional', 'list of text', ''],
    ['answerer optional', 'quote or write', ''],
    ['limit optional', 'whole number or null', ''],
  ]);
  const meaning = byTag(byTag(page, 'tr')[1] ?? page, 'td').at(-1) ?? page;
  expect(byTag(meaning, 'code').map(textOf)).toEqual(['<plain>']);
  expect(textOf(page)).toContain('Replies: 200 The answer; 400 A problem');
});

test('without a description the page still points to it', async () => {
  const { page, status } = await openPages({ openapi: () => 'nonsense' }).open('/docs');
  expect(status).toBe(200);
  expect(byTag(page, 'a').map(({ attributes }) => attributes.href)).toContain('/openapi.json');
});
