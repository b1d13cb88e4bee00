import type { Answer } from '../../src/answer/answer.ts';
import type { AnswerRecord } from '../../src/answer/answer-record.ts';
import type { Feedback } from '../../src/answer/answer-store.ts';
import { AppError } from '../../src/errors.ts';
import type {
  AskRequest,
  AskStage,
  ParagraphView,
  Pincite,
  SearchRequest,
} from '../../src/service/pincite.ts';
import { clarifyAnswer, refusedAnswer, sampleAnswer, sampleHit } from './sample-answers.ts';
import { alder, alderParagraphs, birch, birchParagraphs } from './sample-reports.ts';

const notFound = (what: string) => new AppError('not_found', `There is no ${what} here.`);

function recordOf(answer: Answer): AnswerRecord {
  return {
    answer,
    reading: [],
    notices: [],
    candidates: [],
    decision: '',
    thresholds: {},
    versions: { pincite: '0', schema: 1, model: null, reader: null, generation: 'g1' },
    timings: {},
    cited: [],
  };
}

/** A small corpus and a few kept answers behind the real facade's interface; it notes what it is asked. */
export class FakePincite implements Pincite {
  readonly asked: AskRequest[] = [];
  readonly searched: SearchRequest[] = [];
  readonly feedback: { id: string; feedback: Feedback }[] = [];
  answers = new Map([sampleAnswer(), refusedAnswer, clarifyAnswer].map((answer) => [answer.id, answer]));
  notices: string[] = [];
  /** Milliseconds that an answer takes. */
  delayMs = 0;

  async ask(request: AskRequest, options?: { onStage?: (stage: AskStage) => void }): Promise<AnswerRecord> {
    this.asked.push(request);
    options?.onStage?.('searching');
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (/^\W+$/.test(request.question)) throw new AppError('invalid_request', 'The question has no words.');
    const kept = [...this.answers.values()].find(({ question }) => question === request.question);
    const answer = kept ?? sampleAnswer({ id: `kept${this.answers.size + 1}`, question: request.question });
    this.answers.set(answer.id, answer);
    return recordOf(answer);
  }

  async search(request: SearchRequest) {
    this.searched.push(request);
    const hits = request.query.includes('nothing') ? [] : [sampleHit];
    return { hits, total: hits.length };
  }

  async reports() {
    return [alder, birch];
  }

  async report(id: string) {
    if (id === alder.id) return { report: alder, paragraphs: alderParagraphs };
    if (id === birch.id) return { report: birch, paragraphs: birchParagraphs };
    throw notFound(`report "${id}"`);
  }

  async paragraph(report: string, id: string, edition?: string): Promise<ParagraphView> {
    const found = alderParagraphs.find((paragraph) => paragraph.id === id);
    if (!found || edition !== '0ld0ld0ld0ld') throw notFound('such paragraph');
    return { ...found, report, edition, text: 'Alder had 50 centres.', previous: null, next: null, url: '' };
  }

  async answer(id: string) {
    if (id === 'deleted1') throw new AppError('gone', 'This answer was deleted.');
    const answer = this.answers.get(id);
    if (!answer) throw notFound(`answer "${id}"`);
    return answer;
  }

  async record(id: string) {
    return recordOf(await this.answer(id));
  }

  async addFeedback(id: string, feedback: Feedback) {
    await this.answer(id);
    this.feedback.push({ id, feedback });
  }

  async deleteAnswer() {}

  async readiness() {
    return {
      ready: true,
      generation: 'g1',
      reports: 2,
      paragraphs: 9,
      search: 'keywords alone',
      notices: this.notices,
    };
  }
}
