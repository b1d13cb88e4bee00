import { stemsOf } from '../index/stem-words.ts';
import { stopWords } from '../index/stop-words.ts';

const asks =
  '(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|can|will)';
const joint = new RegExp(String.raw`(?:[,;–-]?\s+(?:and|but)\s+|[?]\s+(?:and\s+)?)(?=${asks}\b)`, 'i');
const leans = /\b(?:it|its|it's|they|them|their|that|those|this|these|he|she|his|her|there|so)\b/i;
/** A part says at least so many words of its own, or one when it leans on the first, or it is no question. */
const wordsOfPart = 2;
const mostParts = 3;

/**
 * The questions that one question asks at once ("What does it cost, and who pays?"), each able to stand by itself: a part that
 * leans on the first has it in front, as a follow-up would. A question that asks one thing is its only part.
 */
export function splitQuestion(question: string): string[] {
  const pieces = question.split(joint).map((piece) => piece.trim());
  const whole = pieces.every(
    (piece, place) => contentWords(piece) >= (place > 0 && leans.test(piece) ? 1 : wordsOfPart),
  );
  if (pieces.length < 2 || pieces.length > mostParts || !whole) return [question];
  const [first = ''] = pieces;
  return pieces.map((piece, place) =>
    place > 0 && leans.test(piece) ? `${asQuestion(first)} ${asQuestion(piece)}` : asQuestion(piece),
  );
}

function contentWords(text: string): number {
  return stemsOf(text).filter((stem) => !stopWords.has(stem)).length;
}

function asQuestion(piece: string): string {
  const capital = `${piece.charAt(0).toUpperCase()}${piece.slice(1)}`;
  return /[?.!]$/.test(capital) ? capital : `${capital}?`;
}
