import { listInWords } from './count-in-words.ts';
import type { TextSigns } from './measure-text.ts';
import type { NumberRun, Reading } from './reading.ts';

/**
 * Readings below this are marked wherever they are cited. Documents that are read exactly come out at 0.77 or more, nearly
 * all of them at 1, wrecked ones mostly below 0.5 (docs/decisions/0015-reading-report.md): between them, nearer to the
 * exact ones, because a mark too many costs a look at the original, a missing one a wrong citation.
 */
export const leastConfidence = 0.7;

/** What confidence is derived from. */
export interface ReadingSigns extends TextSigns {
  paragraphs: number;
  numbered: number;
  runs: readonly NumberRun[];
  /** The weight of numbers that are not there. */
  lost: number;
  /** Lines that begin with a number of no run. */
  unexplained: number;
  /** Numbers alone on their lines that were taken for those of pages, and how many of them do not go up. */
  pageNumbers: number;
  pageNumbersBack: number;
  pages: Reading['pages'];
}

/** One thing that speaks against a reading. */
interface Doubt {
  /** 0 to 1: how much of the report it concerns. */
  share: number;
  /** Up to this share nothing is wrong: exact readings have as much. */
  free: number;
  /** What a share of 1 beyond that would take. */
  weight: number;
  reason: string;
}

const mostTaken = 0.9;
const leastTaken = 0.005;
const fewestJudged = 8;
const mostNamed = 5;

/** Derives the confidence of a reading and says why it is not whole. */
export function judgeReading(signs: ReadingSigns): Pick<Reading, 'confidence' | 'reasons' | 'caution'> {
  const doubts = findDoubts(signs)
    .map(({ share, free, weight, reason }) => ({
      taken: Math.min(mostTaken, Math.max(0, share - free) * weight),
      reason,
    }))
    .filter(({ taken }) => taken >= leastTaken)
    .sort((a, b) => b.taken - a.taken);
  const left = doubts.reduce((rest, { taken }) => rest * (1 - taken), 1);
  const confidence = signs.paragraphs === 0 ? 0 : Math.round(left * 100) / 100;
  return {
    confidence,
    reasons: signs.paragraphs === 0 ? ['No paragraph was found.'] : doubts.map(({ reason }) => reason),
    caution: confidence < leastConfidence ? 'Read with low confidence: check against the original.' : null,
  };
}

function findDoubts(signs: ReadingSigns): Doubt[] {
  return [...doubtNumbers(signs), ...doubtText(signs)];
}

function doubtNumbers({
  runs,
  numbered,
  lost,
  unexplained,
  pageNumbers,
  pageNumbersBack,
}: ReadingSigns): Doubt[] {
  const gaps = runs.flatMap((run) => run.gaps);
  const repeats = runs.flatMap((run) => run.repeats);
  const jumps = runs.flatMap((run) => run.jumps.filter(({ from }) => from !== null));
  const jumped = jumps.map(({ from, to }) => `from ${from} to ${to}`);
  const missed =
    gaps.length > 0
      ? `Numbers are missing: ${listInWords(gaps, mostNamed)}.`
      : 'Numbers are missing between two runs.';
  return [
    { share: shareOf(lost, numbered + lost), free: 0, weight: 1.8, reason: missed },
    {
      ...{ share: shareOf(unexplained, numbered + unexplained), free: 0.1, weight: 1.2 },
      reason: `${count(unexplained, 'line begins', 'lines begin')} with a number that fits no run.`,
    },
    {
      share: shareOf(jumps.length, numbered),
      free: 0,
      weight: 2,
      reason: `The numbers jump ${listInWords(jumped, mostNamed)}.`,
    },
    {
      share: shareOf(repeats.length, numbered),
      free: 0,
      weight: 0.5,
      reason: `Numbers come twice running: ${listInWords(repeats, mostNamed)}.`,
    },
    {
      ...{ share: shareOf(pageNumbersBack, pageNumbers), free: 0.1, weight: 1 },
      reason: `${count(pageNumbersBack, 'number', 'numbers')} taken for those of pages go back instead of up.`,
    },
  ];
}

function doubtText({ judged, cut, words, garbled, pages }: ReadingSigns): Doubt[] {
  const without = pages?.textless.length ?? 0;
  return [
    {
      ...{ share: shareOf(cut, Math.max(judged, fewestJudged)), free: 0.1, weight: 1.5 },
      reason: `${count(cut, 'paragraph begins or ends', 'paragraphs begin or end')} in the middle of a sentence.`,
    },
    {
      ...{ share: shareOf(garbled, words), free: 0.012, weight: 12 },
      reason: `${count(garbled, 'word is', 'words are')} garbled, as by text recognition or a broken font.`,
    },
    {
      ...{ share: shareOf(without, pages?.count ?? 0), free: 0, weight: 0.8 },
      reason: `No text is on ${without} of ${pages?.count} pages.`,
    },
  ];
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
