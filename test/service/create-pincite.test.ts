import { beforeEach, describe, expect, it } from 'vitest';
import { fakeEmbedder, sampleReport } from '../index/sample-reports.ts';
import { openSmallGeneration } from '../index/small-generation.ts';
import { openSmallService } from './open-small-service.ts';

const reports = () => [
  sampleReport('Ambridge', [
    'There are six libraries in Ambridge.',
    'Visits to libraries were late in twelve cases.',
    'The harbour cranes were out of use.',
  ]),
  sampleReport('Borchester', ['Libraries should open earlier.', 'Buses run late.'], {
    kind: 'recommendation',
  }),
];

let service: Awaited<ReturnType<typeof openSmallService>>;
beforeEach(async () => {
  service = await openSmallService(await openSmallGeneration(reports()));
});

describe('asking', () => {
  it('keeps the whole record of an answer, which comes back as it was given', async () => {
    const { pincite } = service;
    const record = await pincite.ask({ question: 'How many libraries are there in Ambridge?' });
    expect(record.answer).toMatchObject({
      id: 'answer-1',
      status: 'answered',
      created: '2026-11-22T06:00:00.000Z',
    });
    expect(record.answer.citations[0]).toMatchObject({
      paragraph: '1',
      url: expect.stringContaining('#para-1'),
    });
    expect(await pincite.answer('answer-1')).toEqual(record.answer);
    expect(await pincite.record('answer-1')).toEqual(record);
  });

  it('tells which reports are held, each with its first line, and goes on to search when a topic is named', async () => {
    const { answer } = await service.pincite.ask({ question: 'Which reports do you hold?' });
    expect(answer.status).toBe('answered');
    expect(answer.citations.map(({ report }) => report)).toHaveLength(2);
    const ambridge = await service.pincite.ask({ question: 'Got anything on Ambridge?' });
    expect(ambridge.answer.parts.at(-1)?.text).toBe('There are six libraries in Ambridge.');
    const buses = await service.pincite.ask({ question: 'Do you have anything on buses?' });
    expect(buses.answer.parts.at(-1)?.text).toBe('Buses run late.');
  });

  it('says not_found with what was searched, and keeps that too', async () => {
    const { answer } = await service.pincite.ask({ question: 'zeppelins' });
    expect(answer).toMatchObject({ status: 'not_found', citations: [], searched: { paragraphs: 5 } });
    expect(await service.pincite.answer(answer.id)).toEqual(answer);
  });

  it('holds one generation for as long as it runs and lets go of it, whatever happens', async () => {
    const { pincite, current } = service;
    const asking = pincite.ask({ question: 'libraries in Ambridge' });
    current.generation = null;
    expect((await asking).answer.status).toBe('answered');
    await expect(pincite.ask({ question: 'libraries' })).rejects.toMatchObject({ code: 'index_missing' });
    current.generation = await openSmallGeneration(reports());
    await expect(pincite.ask({ question: 'x', filters: { reports: ['gone'] } })).rejects.toThrow(/"gone"/);
    expect(current.held).toBe(0);
  });

  it.each([
    ['', 'no word or number'],
    [' ?!… \u0000\u200b', 'no word or number'],
    ['word '.repeat(10_000), '50000 characters and may have 200'],
  ])('refuses what is no question: %#', async (question, problem) => {
    for (const work of [service.pincite.ask({ question }), service.pincite.search({ query: question })]) {
      await expect(work).rejects.toMatchObject({
        code: 'invalid_request',
        message: expect.stringContaining(problem),
      });
    }
  });

  it.each(['诺福克有多少儿童中心？', 'كم عدد المكتبات هناك؟', 'Faint o lyfrgelloedd sydd yno?'])(
    'in a language that the reports are not written in finds nothing and says so: %s',
    async (question) => {
      const { answer } = await service.pincite.ask({ question });
      expect(answer).toMatchObject({
        question,
        status: 'not_found',
        reason: { text: expect.stringMatching(/\w/) },
      });
      expect((await service.pincite.search({ query: question })).total).toBe(0);
    },
  );

  it('refuses years that run backwards', async () => {
    const filters = { from: 2020, to: 2010 };
    await expect(service.pincite.ask({ question: 'libraries', filters })).rejects.toThrow(
      /2020 is later than 2010/,
    );
    await expect(service.pincite.search({ query: 'libraries', filters })).rejects.toThrow(/swap them/);
  });
});

describe('searching', () => {
  const found = async (...request: Parameters<typeof service.pincite.search>) => {
    const { hits, total } = await service.pincite.search(...request);
    return { labels: hits.map(({ label }) => label), total };
  };

  it('by exact words marks each place, and counts beyond the limit', async () => {
    const { hits, total } = await service.pincite.search({ query: 'LIBRARIES', match: 'exact', limit: 2 });
    expect(total).toBe(3);
    expect(
      hits.map(({ text, highlights }) => highlights.map(([start, end]) => text.slice(start, end))),
    ).toEqual([['libraries'], ['libraries']]);
  });

  it('by meaning marks the words that were found', async () => {
    const { hits } = await service.pincite.search({ query: 'late visit' });
    const [first] = hits;
    expect(first?.highlights.map(([start, end]) => first.text.slice(start, end))).toEqual(['Visits', 'late']);
  });

  it('for a number puts the paragraphs of that number first, each once', async () => {
    const { labels } = await found({ query: '2' });
    expect(labels).toEqual(['Ambridge, para 2', 'Borchester, para 2']);
  });

  it('for a number keeps to the authority that is named, to the filters and to the limit', async () => {
    expect((await found({ query: 'Borchester para 2' })).labels[0]).toBe('Borchester, para 2');
    expect((await found({ query: 'Borchester para 2' })).labels).not.toContain('Ambridge, para 2');
    expect((await found({ query: '2', filters: { kind: 'recommendation' } })).labels).toEqual([
      'Borchester, para 2',
    ]);
    expect((await found({ query: '2', filters: { form: 'footnote' } })).labels).toEqual([]);
    expect(await found({ query: '2', limit: 1 })).toEqual({ labels: ['Ambridge, para 2'], total: 2 });
  });

  it('narrows to reports, authorities and years; names of what is not held are refused', async () => {
    expect((await found({ query: 'libraries', filters: { reports: ['borchester'] } })).total).toBe(1);
    expect((await found({ query: 'libraries', filters: { authority: 'ambridge council' } })).total).toBe(2);
    expect(await found({ query: 'libraries', filters: { from: 1990, to: 2000 } })).toEqual({
      labels: [],
      total: 0,
    });
    await expect(found({ query: 'libraries', filters: { authority: 'Felpersham' } })).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });
});

describe('reports and kept answers', () => {
  it('finds a report whatever its capitals, and says which is not there', async () => {
    const { report, paragraphs } = await service.pincite.report('AMBRIDGE');
    expect([report.id, paragraphs.length]).toEqual(['Ambridge', 3]);
    await expect(service.pincite.report('gone')).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('"gone"'),
    });
  });

  it('an unknown answer was never there, a deleted one is gone, for readers, feedback and a second deletion', async () => {
    const { pincite, answers } = service;
    await expect(pincite.answer('none')).rejects.toMatchObject({ code: 'not_found' });
    await expect(pincite.addFeedback('none', { verdict: 'helpful' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const { answer } = await pincite.ask({ question: 'libraries in Ambridge' });
    await pincite.addFeedback(answer.id, { verdict: 'helpful' });
    expect(await answers.feedbackOf(answer.id)).toEqual([
      { verdict: 'helpful', created: '2026-11-22T06:00:00.000Z' },
    ]);
    await pincite.deleteAnswer(answer.id);
    await expect(pincite.answer(answer.id)).rejects.toMatchObject({ code: 'gone' });
    await expect(pincite.addFeedback(answer.id, { verdict: 'helpful' })).rejects.toMatchObject({
      code: 'gone',
    });
    await expect(pincite.deleteAnswer(answer.id)).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('readiness', () => {
  it('tells what is in use, and that there is no index without failing', async () => {
    expect(await service.pincite.readiness()).toMatchObject({
      ...{ ready: true, reports: 2, paragraphs: 5, search: 'keywords alone', notices: ['a notice'] },
    });
    service.current.generation = null;
    expect(await service.pincite.readiness()).toMatchObject({
      ...{ ready: false, generation: null, notices: [expect.stringContaining('There is no index')] },
    });
  });

  it('tells a model without vectors from vectors without a model', async () => {
    const embedder = fakeEmbedder();
    const withVectors = await openSmallGeneration(reports(), embedder);
    expect((await (await openSmallService(withVectors, embedder)).pincite.readiness()).search).toBe(
      'meaning and keywords',
    );
    const without = await openSmallService(await openSmallGeneration(reports()), embedder);
    expect((await without.pincite.readiness()).notices).toContainEqual(
      expect.stringContaining('holds no vectors'),
    );
  });
});
