import { type AskedKind, findAskedKind } from '../../retrieval/asked-kind.ts';
import type { CorpusKnowledge } from '../../retrieval/corpus-knowledge.ts';
import type { Passage } from '../../retrieval/passage.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import type { Outcome } from '../answer-question.ts';
import type { RecordedCandidate } from '../answer-record.ts';
import type { Quoted } from '../compose-answer.ts';
import type { Reader } from '../reader.ts';
import { type ChosenQuote, chooseQuotes, wholeQuote } from './choose-quotes.ts';
import { type FoundList, findLists } from './find-lists.ts';
import { isOffTopic, offTopic } from './is-off-topic.ts';
import { leadOf } from './keep-context.ts';
import { lackInWords, lacksAnswer, lacksNumber } from './lacks-answer.ts';
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
  const kind = findAskedKind(reading.asked);
  const weighed = weighSentences(passages, reading, knowledge);
  const options = { passages, kind };
  const far = isOffTopic(reading, passages, knowledge);
  const read = reader
    ? await readSentences(weighed, reading, { reader, ...(signal ? { signal } : {}) })
    : weighed;
  // Far off in meaning may still be asked in other words: a reader that finds the answer has the last word.
  if (far && (!reader || lacksAnswer(read))) return refuseFar(passages, read);
  if (lacksNumber(weighed, kind)) return silent('no number', read, options);
  if (lacksAnswer(read)) return silent('nothing read answers', read, options);
  const { quotes, why } = chooseQuotes(read, reading, limit);
  const candidates = recordCandidates(passages, read, why);
  if (quotes.length === 0) return silent('no sentence to quote', read, options);
  const quoted = quotes.map(quotedAs);
  return {
    status: 'answered',
    decision: `answered with ${quotes.length} of ${weighed.length} sentences`,
    quoted,
    candidates,
  };
}

function quotedAs({ sentence, start, end }: ChosenQuote): Quoted {
  const { paragraph, report } = sentence.passage;
  const lead = leadOf(paragraph.text, start);
  return { paragraph, report, start, end, ...(lead ? { lead: `Listed under “${lead}”:` } : {}) };
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

function refuseFar(passages: readonly Passage[], sentences: readonly WeighedSentence[]): Outcome {
  const candidates = recordCandidates(passages, sentences, new Map());
  return { status: 'not_found', decision: 'refused: off_topic', quoted: [], refusal: offTopic, candidates };
}

/** Nothing answers: the nearest sentence is shown as what it is. */
function silent(
  decision: string,
  sentences: readonly WeighedSentence[],
  { passages, kind }: { passages: readonly Passage[]; kind: AskedKind },
): Outcome {
  const [nearest] = sentences;
  return {
    status: 'not_found',
    decision: `refused: ${decision}`,
    quoted: nearest ? [quotedAs(wholeQuote(nearest))] : [],
    refusal: { code: 'silent', text: lackInWords(kind) },
    candidates: recordCandidates(passages, sentences, new Map()),
  };
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
        const { start, end, score, similarity, read } = sentence;
        const scores = { score, similarity, ...(read === null ? {} : { read }) };
        return { start, end, ...scores, taken, why: reason };
      }),
  }));
}
