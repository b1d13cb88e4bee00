import type { CorpusKnowledge, KnownAuthority } from './corpus-knowledge.ts';
import { mentions } from './mentions.ts';

/** The authorities of the corpus that a text names. A word of a name that is also an ordinary word needs a capital. */
export function findAuthorities(text: string, knowledge: CorpusKnowledge): KnownAuthority[] {
  const lower = text.toLowerCase();
  const named = knowledge.authorities.filter((one) => one.aliases.some((alias) => mentions(lower, alias)));
  if (named.length > 0) return named;
  const capitalised = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  // "Elsewhere City" is not the city that is held: a word of a name counts alone or after an ordinary word.
  const alone = text.replace(/(?<=\p{Lu}[\p{L}’'-]*\s+)\p{Lu}[\p{L}’'-]*/gu, (word, place: number) =>
    /(?:^|[.?!]\s+)\p{Lu}[\p{L}’'-]*\s+$/u.test(text.slice(0, place)) ? word : '',
  );
  return knowledge.authorities.filter((one) =>
    one.capitalAliases.some((word) => mentions(alone, capitalised(word))),
  );
}

/** Calendar years that a text names, without repeats, in order of mention. */
export function findYears(text: string): number[] {
  const years = [...text.matchAll(/(?<![\d.,£$€/-])(?:19|20)\d\d(?![\d,.]*\d)/g)].map((match) =>
    Number(match[0]),
  );
  return [...new Set(years)];
}

/** A proper name of a question that occurs nowhere in the corpus, and what its surroundings make of it. */
export interface UnknownName {
  name: string;
  /** It stands where a place or an authority stands: after a preposition, before a possessive, asked about directly. */
  isPlace: boolean;
  /** It is part of a body's name ("… Board", "… Trust"). */
  isBody: boolean;
}

const beforePlace =
  /(?:\b(?:in|at|for|of|by|from|about|near|across|on|into|like|than|against|did|does|do|has|had|have|is|was|were|are|vs|versus|and|with)|[:,–-])\s+(?:the\s+)?$/i;
const bodyNoun =
  /\b(?:Council|Board|Trust|Committee|Commission|Panel|Partnership|Authority|Forum|Agency|Service|Hospital|School|College|University|Police|Inspectorate|Ombudsman)\b/;

/**
 * Names in a question that occur nowhere in the corpus: runs of words with a capital, not at the start of a sentence,
 * of which at least one word is not in the corpus's vocabulary, and short forms in capitals that it does not hold.
 */
export function findUnknownNames(text: string, knowledge: CorpusKnowledge): UnknownName[] {
  const names = new Map<string, UnknownName>();
  const run =
    /(?<=[\p{L}\p{N},;:()'’"”-]\s+)\p{Lu}\p{Ll}[\p{L}\p{N}’'-]+(?:\s+\p{Lu}\p{Ll}[\p{L}\p{N}’'-]+)*/gu;
  for (const match of text.matchAll(run)) {
    const [phrase] = match;
    const unknown = phrase.split(/\s+/).filter((word) => !isKnown(word, knowledge));
    if (unknown.length === 0) continue;
    const name = unknown.join(' ').replace(/['’]s?$/, '');
    const before = text.slice(0, match.index);
    names.set(name, {
      name,
      isPlace: beforePlace.test(before) || /['’]s?$/.test(phrase),
      isBody: bodyNoun.test(phrase),
    });
  }
  for (const [name] of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu)) {
    if (text !== text.toUpperCase() && !isKnown(name, knowledge)) {
      names.set(name, { name, isPlace: false, isBody: true });
    }
  }
  return [...names.values()];
}

/** Whether the corpus holds a word, or any part of a hyphenated one. */
function isKnown(word: string, knowledge: CorpusKnowledge): boolean {
  const parts = word
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .split(/[-’']/)
    .filter(Boolean);
  const held = (part: string) => knowledge.wordFrequency.has(part) || knowledge.wordFrequency.has(`${part}s`);
  return parts.some(held) || knowledge.acronyms.has(word.toLowerCase()) || /\d/.test(word);
}
