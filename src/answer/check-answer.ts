import { AppError } from '../errors.ts';
import type { StoredParagraph } from '../index/paragraph-store.ts';
import type { Answer } from './answer.ts';

/**
 * The last gate before an answer leaves: every claim is cited, every quote stands in its paragraph character for
 * character, every claim is one of its citations' quotes, and markers run 1, 2, 3 in the order of first use. Throws
 * AppError `internal` when any of it fails: no answer is better than a wrong citation.
 */
export function checkAnswer(answer: Answer, paragraphs: readonly StoredParagraph[]): void {
  const problems = [
    ...claimProblems(answer),
    ...markerProblems(answer),
    ...quoteProblems(answer, paragraphs),
  ];
  if (problems.length > 0) {
    throw new AppError('internal', 'The answer failed its own check and was withheld', { cause: problems });
  }
}

function claimProblems({ parts, citations }: Answer): string[] {
  return parts.flatMap((part, index) => {
    if (part.role === 'label') return part.markers.length > 0 ? [`label ${index} carries markers`] : [];
    const cited = citations.filter((citation) => part.markers.includes(citation.marker));
    if (cited.length === 0 || cited.length !== part.markers.length) return [`claim ${index} has no citation`];
    return cited.some((citation) => citation.quotes.includes(part.text))
      ? []
      : [`claim ${index} is no quote`];
  });
}

function markerProblems({ parts, citations, answer }: Answer): string[] {
  const used = [...new Set(parts.flatMap((part) => part.markers))];
  const inOrder = used.every((marker, index) => marker === index + 1 && citations[index]?.marker === marker);
  const rendered = used.every((marker) => answer.includes(`[${marker}]`));
  return inOrder && rendered && used.length === citations.length
    ? []
    : ['markers are not 1, 2, 3 in order of use'];
}

function quoteProblems({ citations }: Answer, paragraphs: readonly StoredParagraph[]): string[] {
  return citations.flatMap((citation) => {
    const paragraph = paragraphs.find(
      (one) => one.report === citation.report && one.id === citation.paragraph,
    );
    const verbatim =
      citation.quotes.length > 0 && citation.quotes.every((quote) => paragraph?.text.includes(quote));
    return verbatim ? [] : [`citation ${citation.marker} is not verbatim`];
  });
}
