import { stemsOf } from '../index/stem-words.ts';
import { stopWords } from '../index/stop-words.ts';

const verbs = `(?:mention(?:s|ed|ing)?|refer(?:s|red|ring)? to|talk(?:s|ed|ing)? about|say(?:s)? (?:anything|something)(?: at all)? about|speak(?:s|ing)? (?:of|about)|discuss(?:es|ed)?|bring(?:s)? up|contain(?:s)? the words?|use(?:s)? the words?)`;
const active = new RegExp(
  String.raw`\b(?:do|does|did|has|have|any|is there|are there|anything)\b.*?\b${verbs}(?:\s+of)?\s+(.+)$`,
  'i',
);
const noun = /\b(?:any|is there|are there)\b.*?\b(?:mention|reference|word)s?\s+(?:of|to|about|on)\s+(.+)$/i;
const passive =
  /^(?:is|are|was|were|do|does|did)\s+(.+?)\s+(?:ever\s+|even\s+|at all\s+)?(?:mentioned|referred to|discussed|talked about|named|come up|get a mention|appear)\b/i;
const tail =
  /\s+(?:anywhere|at all|in (?:the|these|any|either|both|your)\b.*|by (?:the|any)\b.*|somewhere|ever)\s*$/i;

/**
 * The things that a question of the form "is X or Y mentioned anywhere?" looks for, each as its words, or none when the
 * question has another form. They can be looked for exhaustively, so that "nowhere" is a fact and not a guess.
 */
export function findSoughtWords(question: string): string[] {
  const text = question.replace(/[?!.\s]+$/, '');
  const topic = (noun.exec(text) ?? active.exec(text) ?? passive.exec(text))?.[1]?.replace(tail, '');
  if (!topic) return [];
  const parts = topic
    .split(/\s*(?:,|\bor\b|\band\b|\/)\s*/i)
    .map((part) => part.replace(/^["'“‘]|["'”’]$/g, '').trim());
  const sought = parts.filter((part) => contentStems(part).length > 0);
  return sought.every((part) => contentStems(part).length <= 4) ? sought : [];
}

/** The stems of a phrase without stop words. */
export function contentStems(phrase: string): string[] {
  const words = phrase.split(/\s+/).filter((word) => !stopWords.has(word.toLowerCase()));
  return [...new Set(stemsOf(words.join(' ')))];
}
