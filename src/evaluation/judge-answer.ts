import type { Answer, Citation } from '../answer/answer.ts';
import { countWords, says, squash, withoutEdges } from './compare-words.ts';
import type { QuestionResult } from './evaluation.ts';
import type { EvidenceFinder } from './find-evidence.ts';
import type { Question } from './question-set.ts';

type Judgement = Pick<
  QuestionResult,
  | 'status'
  | 'reason'
  | 'answer'
  | 'cited'
  | 'groupsHit'
  | 'factsHit'
  | 'citations'
  | 'citedRight'
  | 'verbatim'
  | 'claims'
  | 'claimsCited'
  | 'claimsQuoted'
  | 'words'
  | 'labelWords'
  | 'markersRight'
>;

const fewestQuotedWords = 3;

/** Holds an answer against what the question wants, and against its own citations. */
export async function judgeAnswer(
  answer: Answer,
  question: Question,
  finder: EvidenceFinder,
): Promise<Judgement> {
  const { citations, parts } = answer;
  const said = parts.map(({ text }) => text).join(' ');
  return {
    status: answer.status,
    reason: answer.reason?.code ?? null,
    answer: answer.answer,
    cited: citations.map(({ report, paragraph }) => `${report}#${paragraph}`),
    ...(await judgeEvidence(citations, question, finder)),
    factsHit: question.must_contain.filter((fact) => fact.split('|').some((one) => says(said, one))).length,
    citations: citations.length,
    ...judgeClaims(answer),
    words: countWords(said),
    labelWords: countWords(parts.flatMap(({ role, text }) => (role === 'label' ? [text] : [])).join(' ')),
    markersRight: areMarkersRight(answer),
  };
}

async function judgeEvidence(citations: readonly Citation[], question: Question, finder: EvidenceFinder) {
  const wanted = [...question.gold, ...question.also_ok];
  const needed = groupsOf(question);
  const hit = new Set<number>();
  let [citedRight, verbatim] = [0, 0];
  for (const citation of citations) {
    const groups = await finder.groupsOf(citation, wanted);
    for (const group of groups) hit.add(group);
    if (groups.length > 0) citedRight++;
    const text = (await finder.paragraph(citation))?.text ?? '';
    if (isVerbatim(citation.quotes, text)) verbatim++;
  }
  return { groupsHit: [...needed].filter((group) => hit.has(group)).length, citedRight, verbatim };
}

/** The groups of evidence that a question needs. */
export function groupsOf({ gold }: Question): Set<number> {
  return new Set(gold.map(({ group }) => group ?? 1));
}

function isVerbatim(quotes: readonly string[], text: string): boolean {
  if (text === '' || quotes.length === 0) return false;
  return quotes.every(
    (quote) => text.includes(quote) && (countWords(quote) >= fewestQuotedWords || quote === text),
  );
}

function judgeClaims({ parts, citations }: Answer) {
  const quotes = new Map(citations.map((citation) => [citation.marker, squash(citation.quotes.join(' … '))]));
  const claims = parts.filter(({ role }) => role === 'claim');
  const isCited = ({ markers }: { markers: number[] }) =>
    markers.length > 0 && markers.every((marker) => quotes.has(marker));
  const isQuoted = ({ markers, text }: { markers: number[]; text: string }) =>
    markers.some((marker) => quotes.get(marker)?.includes(withoutEdges(text)));
  return {
    claims: claims.length,
    claimsCited: claims.filter(isCited).length,
    claimsQuoted: claims.filter(isQuoted).length,
  };
}

/** Markers run 1, 2, 3 in the order of first use, each has its citation, and each stands in the text. */
function areMarkersRight({ answer, parts, citations }: Answer): boolean {
  const used = [...new Set(parts.flatMap(({ markers }) => markers))];
  const listed = citations.map(({ marker }) => marker);
  return (
    used.join() === listed.join() &&
    used.every((marker, place) => marker === place + 1 && answer.includes(`[${marker}]`))
  );
}
