import type { CorpusKnowledge, KnownAuthority } from './corpus-knowledge.ts';

/** Whether `phrase` (lower case) stands in `text` as whole words, a possessive included. */
function mentions(text: string, phrase: string): boolean {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:['’]s?)?(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** The authorities of the corpus that a text names. A word of a name that is also an ordinary word needs a capital. */
export function findAuthorities(text: string, knowledge: CorpusKnowledge): KnownAuthority[] {
  const lower = text.toLowerCase();
  const named = knowledge.authorities.filter((one) => one.aliases.some((alias) => mentions(lower, alias)));
  if (named.length > 0) return named;
  const capitalised = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return knowledge.authorities.filter((one) =>
    one.capitalAliases.some((word) => mentions(text, capitalised(word))),
  );
}

/** Calendar years that a text names, without repeats, in order of mention. */
export function findYears(text: string): number[] {
  const years = [...text.matchAll(/(?<![\d.,£$€/-])(?:19|20)\d\d(?![\d,.]*\d)/g)].map((match) =>
    Number(match[0]),
  );
  return [...new Set(years)];
}

/**
 * Proper names of a question that occur nowhere in the corpus: words with a capital that do not begin a sentence,
 * are not written in capitals throughout and are not in the corpus's vocabulary. Neighbouring ones are joined.
 */
export function findUnknownNames(text: string, knowledge: CorpusKnowledge): string[] {
  const names: string[] = [];
  const pattern = /(?<=[\p{L}\p{N},;:()'’"”-]\s+)\p{Lu}\p{Ll}[\p{Ll}’'-]+(?:\s+\p{Lu}\p{Ll}[\p{Ll}’'-]+)*/gu;
  for (const [name] of text.matchAll(pattern)) {
    const words = name.replace(/['’]s?$/, '').split(/\s+/);
    const unknown = words.filter((word) => !isKnown(word, knowledge));
    if (unknown.length > 0) names.push(unknown.join(' '));
  }
  return [...new Set(names)];
}

function isKnown(word: string, knowledge: CorpusKnowledge): boolean {
  const lower = word.toLowerCase().replace(/[’']s?$/, '');
  return lower.split('-').every((part) => knowledge.wordFrequency.has(part));
}
