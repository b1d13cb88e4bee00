import { isFirstStep, type NumberCandidate } from './number-style.ts';
import { countWords, isTerminated, looksLikeHeading } from './wording.ts';

const mostNames = 6;
const fullLine = 0.7;
const fewestBelow = 40;
/** Words that say something: "Train all staff". */
const fewestSaying = 3;
/** At the start of a line a figure tells, but every line begins with a capital. */
const nameOrFigure = /^\P{L}*\d|\s\P{L}*[\p{Lu}\d]/u;

/**
 * Whether a sequence may number paragraphs, by its style: the more a style is used for other things (clauses, dates,
 * houses), the longer it must be and the more its numbers must stand apart.
 */
export function isPlausible(chain: NumberCandidate[], lineWidth: number): boolean {
  const [first] = chain;
  if (!first) return false;
  const fromStart = isFirstStep(first.steps.at(-1) ?? '');
  const apart = chain.filter((candidate) => !candidate.tight).length;
  if (first.style === 'round')
    return chain.length >= 3 && fromStart && apart >= chain.length * 0.5 && longOnes(chain, lineWidth);
  if (first.style === 'bare') return chain.length >= 3 && apart >= chain.length * 0.7;
  if (first.style === 'small_roman' || first.style === 'round_roman')
    return chain.length >= 4 && fromStart && apart >= chain.length * 0.8 && longOnes(chain, lineWidth);
  if (first.style === 'lettered' || first.style === 'roman' || first.style === 'named')
    return chain.length >= 3 && fromStart && freeOnes(chain) && wordyOnes(chain);
  // Of the two numbers of "22/045" one is a year; a day and a month look alike but are short.
  if (first.style === 'slashed')
    return chain.length >= 3 && freeOnes(chain) && chain.some(({ number }) => /\d{3}|^[A-Z]/.test(number));
  if (isListOfNames(chain, lineWidth)) return false;
  if (chain.length === 1) return fromStart && apart === 1 && isParagraph(first.rest, lineWidth);
  return fromStart || chain.length >= 3;
}

/** Whether the words behind a lone number are those of a paragraph: no title, no row of links. */
function isParagraph(rest: string, lineWidth: number): boolean {
  const isTitle = rest.length < lineWidth * fullLine && looksLikeHeading(rest);
  return rest.length > 20 && !isTitle && !/^.{1,30}\s2[.)]\s/.test(rest);
}

/**
 * A few names under one another, no sentence among them: those who were asked, rows of a table. What is to be done may
 * be said as shortly, but not in names or figures.
 */
function isListOfNames(chain: NumberCandidate[], lineWidth: number): boolean {
  const isName = ({ rest }: NumberCandidate) =>
    rest !== '' && rest.length < lineWidth * fullLine && !isTerminated(rest);
  return (
    chain.length > 1 &&
    chain.length <= mostNames &&
    chain.slice(1).every(({ tight }) => tight) &&
    chain.every(isName) &&
    chain.some(({ rest }) => countWords(rest) < fewestSaying || nameOrFigure.test(rest))
  );
}

function freeOnes(chain: NumberCandidate[]): boolean {
  return chain.filter((candidate) => candidate.free).length >= chain.length * 0.6;
}

/** A number alone on its line stands above its paragraph, not above the next cell of a table. */
function wordyOnes(chain: NumberCandidate[]): boolean {
  const wordy = chain.filter(({ rest, below }) => rest !== '' || (below ?? '').length > fewestBelow);
  return wordy.length >= chain.length * 0.7;
}

/** Numbers in round brackets mostly count clauses of a sentence; paragraphs are longer than those. */
function longOnes(chain: NumberCandidate[], lineWidth: number): boolean {
  // In narrow setting a full first line is all that is known of a long text.
  const long = Math.min(60, lineWidth * 0.7);
  return (
    chain.filter(({ rest, below }) => (rest === '' ? (below ?? '') : rest).length > long).length >=
    chain.length * 0.7
  );
}
