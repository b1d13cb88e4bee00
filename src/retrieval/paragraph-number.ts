import { stopWords } from '../index/stop-words.ts';
import type { CorpusKnowledge } from './corpus-knowledge.ts';

const numberPattern = /^(?:[A-Z]{0,2}\d{1,4}(?:\.\d{1,4})*(?:\([a-z]{1,4}\))*)$/i;
const paragraphWords = new Set(['para', 'paras', 'paragraph', 'paragraphs', 'item', 'number', 'point', '¶']);
const showingWords = new Set([
  'say',
  'says',
  'said',
  'show',
  'open',
  'read',
  'see',
  'go',
  'text',
  'report',
  'paper',
  'document',
  'quote',
]);

/**
 * The printed number that a question asks to see when it asks for nothing else ("39", "Anytown para 39", "what does
 * paragraph 4.12 of the 2010 report say?"), or null. `names` are words that only say which report is meant.
 */
export function findParagraphNumber(
  question: string,
  names: readonly string[],
  knowledge: CorpusKnowledge,
): string | null {
  const nameWords = new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  const words = question.match(/[\p{L}\p{N}¶.()’']+/gu) ?? [];
  let number: string | null = null;
  let saysParagraph = false;
  for (const raw of words) {
    const word = raw.replace(/^[.(]+(?=\D)|[.)?]+$/g, (part) =>
      part === ')' && raw.includes('(') ? part : '',
    );
    const lower = word.toLowerCase().replace(/['’]s?$/, '');
    if (paragraphWords.has(lower)) saysParagraph = true;
    else if (isReportYear(word, knowledge)) continue;
    else if (number === null && numberPattern.test(word) && /\d/.test(word)) number = word;
    else if (!nameWords.has(lower) && !stopWords.has(lower) && !showingWords.has(lower) && lower !== '')
      return null;
  }
  return number !== null && (saysParagraph || words.length <= 3) ? number : null;
}

function isReportYear(word: string, knowledge: CorpusKnowledge): boolean {
  const year = Number(word);
  return (
    /^\d{4}$/.test(word) &&
    knowledge.period !== null &&
    year >= knowledge.period.from &&
    year <= knowledge.period.to
  );
}
