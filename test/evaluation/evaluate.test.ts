import { expect, test } from 'vitest';
import { EvidenceFinder } from '../../src/evaluation/find-evidence.ts';
import { judgeAnswer } from '../../src/evaluation/judge-answer.ts';
import { parseQuestions, type Question, sampleQuestions } from '../../src/evaluation/question-set.ts';
import { answer, fakePincite } from '../http/fake-pincite.ts';

const line = (different: object = {}) =>
  JSON.stringify({ id: 'q1', type: 'fact', question: 'How many cranes?', ...different });
const question = (different: object = {}): Question => {
  const [parsed] = parseQuestions(line(different), 'q.jsonl');
  if (!parsed) throw new Error('the sample question is gone');
  return parsed;
};
const evidence = (para: string, group = 1) => ({ doc: 'harbour-2014', para, group });
const judge = (asked: Question, given = answer) =>
  judgeAnswer(given, asked, new EvidenceFinder(fakePincite()));

test('a question set is read line by line, and every wrong line is named', () => {
  expect(parseQuestions(`${line()}\n\n${line({ id: 'q2' })}\n`, 'q.jsonl').map(({ id }) => id)).toEqual([
    'q1',
    'q2',
  ]);
  const wrong = `${line()}\nnot json\n${line({ question: '' })}`;
  expect(() => parseQuestions(wrong, 'q.jsonl')).toThrow(/q\.jsonl[\s\S]*line 2[\s\S]*line 3: question/);
  expect(() => parseQuestions('\n', 'q.jsonl')).toThrow('It is empty.');
});

test('a sample is spread evenly over the set and the same every time', () => {
  const ten = Array.from({ length: 10 }, (_, place) => question({ id: String(place) }));
  expect(sampleQuestions(ten, 3).map(({ id }) => id)).toEqual(['0', '3', '6']);
  expect(sampleQuestions(ten, 30)).toHaveLength(10);
  expect(sampleQuestions(ten, undefined)).toHaveLength(10);
});

test('each group of evidence needs one cited paragraph, from gold or from what is also right', async () => {
  const two = question({ gold: [evidence('1', 1), evidence('9', 2)], also_ok: [evidence('2', 2)] });
  expect(await judge(two)).toMatchObject({ groupsHit: 2, citedRight: 2, citations: 2 });
  const missed = question({ gold: [evidence('1', 1), evidence('9', 2)] });
  expect(await judge(missed)).toMatchObject({ groupsHit: 1, citedRight: 1 });
  const elsewhere = question({ gold: [{ ...evidence('1'), doc: 'other' }] });
  expect(await judge(elsewhere)).toMatchObject({ groupsHit: 0, citedRight: 0 });
});

test('unnumbered evidence is found by its words, in unnumbered paragraphs only', async () => {
  const wanted = evidence('u:harbour HAS six');
  const numbered = new EvidenceFinder(fakePincite());
  const found = { report: 'harbour-2014', paragraph: '1' };
  expect(await numbered.matches(found, wanted)).toBe(false);
  const pincite = fakePincite();
  const paragraph = async () => ({ ...(await fakePincite().paragraph('harbour-2014', '1')), number: null });
  const unnumbered = new EvidenceFinder({ ...pincite, paragraph });
  expect(await unnumbered.matches(found, wanted)).toBe(true);
  expect(await unnumbered.firstRank([{ ...found, report: 'other' }, found], [wanted])).toBe(2);
});

test('quotes are held against the paragraph, claims against the quotes', async () => {
  expect(await judge(question({ must_contain: ['six|6', 'seven'] }))).toMatchObject({
    ...{ verbatim: 2, claims: 2, claimsCited: 2, claimsQuoted: 2, factsHit: 1, markersRight: true },
    ...{ words: 14, labelWords: 3 },
  });
  const [first, second] = answer.citations;
  if (!first || !second) throw new Error('the sample answer has lost its citations');
  const invented = { ...answer, citations: [{ ...first, quotes: ['The harbour has nine cranes.'] }, second] };
  expect(await judge(question(), invented)).toMatchObject({ verbatim: 1, claimsQuoted: 1 });
  const uncited = { ...answer, citations: [first] };
  expect(await judge(question(), uncited)).toMatchObject({ claimsCited: 1, markersRight: false });
});

test('markers are right when they run in the order of first use', async () => {
  const parts = answer.parts.map((part) => ({ ...part, markers: part.markers.map((marker) => 3 - marker) }));
  expect(await judge(question(), { ...answer, parts })).toMatchObject({ markersRight: false });
  const unseen = { ...answer, answer: 'The harbour has six cranes. [1]' };
  expect(await judge(question(), unseen)).toMatchObject({ markersRight: false });
});
