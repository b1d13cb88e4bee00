import { beforeEach, expect, test } from 'vitest';
import { sampleReport } from '../index/sample-reports.ts';
import { openSmallGeneration } from '../index/small-generation.ts';
import { openSmallService } from './open-small-service.ts';

const first = sampleReport('Ambridge', [
  'One library.',
  'Six libraries were open in Ambridge.',
  'Three libraries.',
]);
const second = sampleReport('Ambridge', ['One library.', 'Nine libraries were open in Ambridge.']);
const neighbour = sampleReport('Borchester', ['Buses run late.']);

let service: Awaited<ReturnType<typeof openSmallService>>;
beforeEach(async () => {
  service = await openSmallService(await openSmallGeneration([first, neighbour]));
});

test('a paragraph knows its neighbours, which are of its own report only', async () => {
  const { pincite } = service;
  expect(await pincite.paragraph('Ambridge', '2')).toMatchObject({ previous: '1', next: '3' });
  expect(await pincite.paragraph('Ambridge', '3')).toMatchObject({ previous: '2', next: null });
  expect(await pincite.paragraph('borchester', '1')).toMatchObject({
    ...{ previous: null, next: null, report: 'Borchester', url: '/reports/Borchester#para-1' },
  });
});

test('what is not there is told apart: the report, the paragraph, the edition', async () => {
  const { pincite } = service;
  const edition = 'ffffffffffff';
  await expect(pincite.paragraph('gone', '1')).rejects.toThrow('There is no report "gone"');
  await expect(pincite.paragraph('Ambridge', '9')).rejects.toThrow('"Ambridge" has no paragraph "9"');
  await expect(pincite.paragraph('Ambridge', '1', edition)).rejects.toThrow(`Edition "${edition}"`);
});

test('the edition held is found by its name too', async () => {
  const { text } = await service.pincite.paragraph('Ambridge', '2', first.report.edition);
  expect(text).toBe('Six libraries were open in Ambridge.');
});

test('a paragraph of an old edition stays as it was cited, and links to itself, until its answer is deleted', async () => {
  const { pincite, current } = service;
  const { answer } = await pincite.ask({ question: 'How many libraries were open in Ambridge?' });
  expect(answer.citations[0]?.paragraph).toBe('2');
  current.generation = await openSmallGeneration([second, neighbour]);
  const { edition } = first.report;
  expect((await pincite.paragraph('Ambridge', '2')).text).toBe('Nine libraries were open in Ambridge.');
  expect(await pincite.paragraph('AMBRIDGE', '2', edition)).toMatchObject({
    ...{
      text: 'Six libraries were open in Ambridge.',
      edition,
      report: 'Ambridge',
      previous: null,
      next: null,
    },
    url: `/reports/Ambridge?edition=${edition}&para=2#para-2`,
  });
  expect(await pincite.answer(answer.id)).toEqual(answer);
  current.generation = await openSmallGeneration([neighbour]);
  expect((await pincite.paragraph('Ambridge', '2', edition)).text).toContain('Six');
  await pincite.deleteAnswer(answer.id);
  await expect(pincite.paragraph('Ambridge', '2', edition)).rejects.toMatchObject({ code: 'not_found' });
});
