import { expect, test } from 'vitest';
import { quoteAnswer } from '../../src/answer/quote/quote-answer.ts';
import type { Reader } from '../../src/answer/reader.ts';
import { AppError } from '../../src/errors.ts';
import type { Passage } from '../../src/retrieval/passage.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import { madeUpKnowledge } from '../retrieval/made-up-knowledge.ts';
import { madeUpParagraph, madeUpPassage, madeUpReport } from './made-up-passages.ts';

async function answer(question: string, passages: Passage[], limit = 3, reader: Reader | null = null) {
  const knowledge = madeUpKnowledge({
    reports: [madeUpReport('ashby-2012', { authority: 'Ashby Council', authorityShort: 'Ashby' })],
    text: passages.map((passage) => passage.paragraph.text).join(' '),
  });
  const reading = readQuestion({ text: question, history: [], knowledge, reports: knowledge.reports });
  const outcome = await quoteAnswer({ passages, reading, knowledge, limit, reader });
  const said = outcome.quoted.map(({ paragraph, start, end }) => paragraph.text.slice(start, end));
  return { ...outcome, said };
}

async function quotes(...asked: Parameters<typeof answer>): Promise<string[]> {
  const { status, said } = await answer(...asked);
  expect(status).toBe('answered');
  return said;
}

/** A reader that thinks much of sentences that hold the word and little of all others. */
function readerFor(word: string, { much = 3, little = -3 } = {}): Reader {
  return {
    name: 'made up',
    score: async (_question, sentences) =>
      sentences.map((sentence) => (sentence.includes(word) ? much : little)),
    close: async () => undefined,
  };
}

test('the sentence nearest to the question comes first, whole', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The town is old. The library has 54 rooms. Trees grow.'),
    [0.7, 0.9, 0.6],
  );
  expect(await quotes('How many rooms has the library?', [passage])).toEqual(['The library has 54 rooms.']);
});

test('a sentence with a number is preferred when a number is asked for', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The library has rooms on every floor. The library has 54 rooms altogether.'),
    [0.9, 0.88],
  );
  expect((await quotes('How many rooms has the library?', [passage]))[0]).toContain('54');
});

test('a sentence that leans on the one before it brings that one along', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The library closed. This angered readers greatly.'),
    [0.5, 0.9],
  );
  expect(await quotes('What angered readers?', [passage])).toEqual([
    'The library closed. This angered readers greatly.',
  ]);
});

test('a sentence that the next one turns brings the turn along', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The library opens daily. However, few people come. Trees grow there.'),
    [0.9, 0.5, 0.5],
  );
  expect(await quotes('When does the library open?', [passage])).toEqual([
    'The library opens daily. However, few people come.',
  ]);
});

test('a sentence that turns the one before it is not quoted alone', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The library opens daily. But few readers come on Sundays. Trees grow there.'),
    [0.5, 0.9, 0.5],
  );
  expect(await quotes('Do readers come on Sundays?', [passage])).toEqual([
    'The library opens daily. But few readers come on Sundays.',
  ]);
});

test('a line of the title block is quoted first when it is headed by what is asked for', async () => {
  const title = { ...madeUpParagraph('9', 'Published: 21 May 2010.'), form: 'title' as const };
  const passages = [
    madeUpPassage(madeUpParagraph('1', 'The inspection was reported in 2006 and later years.'), [0.9]),
    madeUpPassage(title, [0.85], 0.8),
  ];
  expect((await quotes('When was the report published?', passages))[0]).toBe('Published: 21 May 2010.');
});

test('what says the same twice is quoted once', async () => {
  const text = 'The library has 54 rooms in all.';
  const passages = [
    madeUpPassage(madeUpParagraph('1', text), [0.9]),
    madeUpPassage(madeUpParagraph('7', text), [0.9], 0.9),
  ];
  expect(await quotes('How many rooms?', passages)).toEqual([text]);
});

test('no more quotes than the limit are given', async () => {
  const passages = ['Red doors open early.', 'Blue windows close late.', 'Green gates stay shut.'].map(
    (text, place) => madeUpPassage(madeUpParagraph(String(place), text), [0.9]),
  );
  expect(await quotes('What opens and closes?', passages, 2)).toHaveLength(2);
});

test('a question that compares gets a quote of each report', async () => {
  const passages = [
    madeUpPassage(madeUpParagraph('1', 'Supervision of staff is effective here.', 'ashby-2012'), [0.9], 1),
    madeUpPassage(madeUpParagraph('9', 'Oversight of workers was found lacking.', 'other-2015'), [0.84], 0.6),
  ];
  expect(await quotes('Compare supervision in both reports', passages)).toHaveLength(2);
});

test('a fragment of one or two words is never quoted', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'Very good. The library is open to everybody all week.'),
    [0.99, 0.7],
  );
  expect(await quotes('Is the library good?', [passage])).toEqual([
    'The library is open to everybody all week.',
  ]);
});

test('a reader that knows better changes the order', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The library was painted green last year. The library is loved by all its readers.'),
    [0.88, 0.87],
  );
  expect((await quotes('What is the library like?', [passage], 1))[0]).toContain('painted');
  expect((await quotes('What is the library like?', [passage], 1, readerFor('loved')))[0]).toContain('loved');
});

test('a question for a number is refused when only sentences about other things hold one', async () => {
  const passage = madeUpPassage(
    madeUpParagraph(
      '1',
      'Vacancies for librarians are a worry to managers. The town has 54 parks and 3 lakes.',
    ),
    [0.9, 0.8],
  );
  const { status, refusal, said } = await answer('How many vacancies for librarians are there?', [passage]);
  expect(status).toBe('not_found');
  expect(refusal?.text).toContain('gives the number');
  expect(said).toEqual(['Vacancies for librarians are a worry to managers.']);
});

test('when the reader finds an answer in no sentence, that is said, with the nearest sentence as what it is', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The harbour board has a chair of its own. It meets in May.'),
    [0.9, 0.8],
  );
  const { status, refusal, said } = await answer(
    'Who is the chair of the harbour board?',
    [passage],
    3,
    readerFor('no such word'),
  );
  expect(status).toBe('not_found');
  expect(refusal).toEqual({
    code: 'silent',
    text: 'The reports held speak of this, but no sentence found says who it is.',
  });
  expect(said).toEqual(['The harbour board has a chair of its own.']);
});

test('more of a paragraph that is quoted already may score lower than another paragraph', async () => {
  const cited = madeUpPassage(
    madeUpParagraph('1', 'Boats moor at the old quay. Ferries leave from there at noon.'),
    [0.9, 0.89],
  );
  const other = madeUpPassage(madeUpParagraph('2', 'Trains stop near the brewery daily.'), [0.89]);
  expect(await quotes('Where do boats moor?', [cited, other])).toEqual([
    'Boats moor at the old quay. Ferries leave from there at noon.',
  ]);
});

test('who looks for wording gets a second example that is nearly as good, who asks for a fact does not', async () => {
  const passages = [
    madeUpPassage(madeUpParagraph('1', 'Records drift badly beside old mills.'), [0.9]),
    madeUpPassage(madeUpParagraph('2', 'Records drift slowly near new quays.'), [0.888]),
  ];
  expect(await quotes('Wording about records that drift', passages)).toHaveLength(2);
  expect(await quotes('Where do records drift?', passages)).toHaveLength(1);
});

test('quotes of one paragraph come in the order in which they are printed', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'Swans nest in early spring. Nobody lives there. Swans eat grass at the mill.'),
    [0.9, 0.1, 0.9],
  );
  expect(await quotes('What do swans do at the mill?', [passage])).toEqual([
    'Swans nest in early spring.',
    'Swans eat grass at the mill.',
  ]);
});

test('a reader that fails is passed over', async () => {
  const passage = madeUpPassage(madeUpParagraph('1', 'The library has 54 rooms.'), [0.9]);
  const reader: Reader = {
    name: 'broken',
    score: () => Promise.reject(new AppError('reading_failed', 'A thread died.')),
    close: async () => undefined,
  };
  expect(await quotes('How many rooms?', [passage], 3, reader)).toEqual(['The library has 54 rooms.']);
});

test('what lies far off in meaning is refused, unless the reader finds the answer in it', async () => {
  const passage = madeUpPassage(madeUpParagraph('1', 'Fledglings fly from the nest in June.'), [0.5]);
  const question = 'When do young birds leave?';
  expect((await answer(question, [passage])).refusal?.code).toBe('off_topic');
  expect((await answer(question, [passage])).said).toEqual([]);
  expect(await quotes(question, [passage], 3, readerFor('June'))).toEqual([
    'Fledglings fly from the nest in June.',
  ]);
});

test('of two things asked at once, the one that nothing answers becomes a gap', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The quay is paid for by the county. Work on the quay goes on.'),
    [0.9, 0.9],
  );
  const countyOnly: Reader = {
    ...readerFor('county'),
    score: async (question, sentences) =>
      sentences.map((sentence) => (/pays/.test(question) && /county/.test(sentence) ? 3 : -9)),
  };
  const { status, said, gaps } = await answer(
    'When was the quay begun, and who pays for the quay?',
    [passage],
    3,
    countyOnly,
  );
  expect(status).toBe('answered');
  expect(said).toEqual(['The quay is paid for by the county.']);
  expect(gaps).toEqual([
    '“When was the quay begun?” The reports held speak of this, but no sentence found gives the date that is asked for.',
  ]);
});

test('a question that takes for granted what the reports deny is told so', async () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The board added £90,000 to its budget for trees.'),
    [0.9],
  );
  const { refusal, said } = await answer(
    'Why did the board cut its budget for trees?',
    [passage],
    3,
    readerFor('no'),
  );
  expect(refusal?.code).toBe('premise');
  expect(said).toEqual(['The board added £90,000 to its budget for trees.']);
});

test('when reports are compared, sentences of each are read, however many the first one has', async () => {
  const long = madeUpPassage(
    madeUpParagraph('1', 'Trees grow in the park and streets. '.repeat(30).trim()),
    Array(30).fill(0.95),
  );
  const short = madeUpPassage(madeUpParagraph('1', 'Elms were felled.', 'carrow-2014'), [0.8]);
  const said = await quotes('How do trees compare?', [long, short], 3, readerFor('Elms', { little: 1 }));
  expect(said).toContain('Elms were felled.');
});
