import type { CorpusKnowledge } from '../../retrieval/corpus-knowledge.ts';
import type { Passage } from '../../retrieval/passage.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import type { Outcome } from '../answer-question.ts';
import type { RecordedCandidate } from '../answer-record.ts';
import type { Reader } from '../reader.ts';
import { findAskedKind } from './asked-kind.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { type FoundList, findLists } from './find-lists.ts';
import { lacksAskedKind } from './lacks-asked-kind.ts';
import { readSentences } from './read-sentences.ts';
import { type WeighedSentence, weighSentences } from './weigh-sentences.ts';

/** Sentences kept a candidate in the record. */
const sentencesRecorded = 5;

/** Answers from passages with sentences that stand in them, word for word. */
export async function quoteAnswer(state: {
  passages: readonly Passage[];
  reading: QuestionReading;
  knowledge: CorpusKnowledge;
  limit: number;
  reader: Reader | null;
  signal?: AbortSignal;
}): Promise<Outcome> {
  const { passages, reading, knowledge, limit, reader, signal } = state;
  const lists = findLists(passages, reading);
  if (lists.length > 0) return wholeLists(lists);
  const weighed = weighSentences(passages, reading, knowledge);
  if (lacksAskedKind(weighed, findAskedKind(reading.asked))) {
    const text = 'The reports held speak of this, but no sentence found gives the number that is asked for.';
    return silent('refused: no number', text, recordCandidates(passages, weighed, new Map()));
  }
  const read = reader
    ? await readSentences(weighed, reading, { reader, ...(signal ? { signal } : {}) })
    : weighed;
  const { quotes, why } = chooseQuotes(read, reading, limit);
  const candidates = recordCandidates(passages, read, why);
  if (quotes.length === 0) {
    return silent(
      'refused: silent',
      'The reports held do not say, as far as a search of them shows.',
      candidates,
    );
  }
  const quoted = quotes.map(({ sentence, start, end }) => ({
    paragraph: sentence.passage.paragraph,
    report: sentence.passage.report,
    start,
    end,
  }));
  return {
    status: 'answered',
    decision: `answered with ${quotes.length} of ${weighed.length} sentences`,
    quoted,
    candidates,
  };
}

/** A list that is asked for comes whole: half of it would be taken for all of it. */
function wholeLists(lists: readonly FoundList[]): Outcome {
  const quoted = lists.flatMap(({ passage, lead, bullets }) => {
    const { paragraph, report } = passage;
    const said =
      bullets.length === 1
        ? `The one listed under “${lead}”:`
        : `All ${bullets.length} listed under “${lead}”:`;
    return bullets.map(({ start, end }) => ({ paragraph, report, start, end, lead: said }));
  });
  return { status: 'answered', decision: `${lists.length === 1 ? 'a list' : 'lists'} taken whole`, quoted };
}

function silent(decision: string, text: string, candidates: RecordedCandidate[]): Outcome {
  return { status: 'not_found', decision, quoted: [], refusal: { code: 'silent', text }, candidates };
}

function recordCandidates(
  passages: readonly Passage[],
  weighed: readonly WeighedSentence[],
  why: ReadonlyMap<WeighedSentence, string>,
): RecordedCandidate[] {
  return passages.map((passage) => ({
    report: passage.report.id,
    paragraph: passage.paragraph.id,
    score: passage.score,
    ranks: passage.ranks,
    sentences: weighed
      .filter((sentence) => sentence.passage === passage)
      .slice(0, sentencesRecorded)
      .map((sentence) => {
        const reason = why.get(sentence) ?? 'not looked at';
        const taken = reason === 'the most direct' || reason === 'close to the most direct';
        const { start, end, score, similarity } = sentence;
        return { start, end, score, similarity, taken, why: reason };
      }),
  }));
}
