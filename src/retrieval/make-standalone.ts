import { stopWords } from '../index/stop-words.ts';
import type { CorpusKnowledge, KnownAuthority } from './corpus-knowledge.ts';
import { findAuthorities, findYears } from './find-names.ts';
import type { Turn } from './passage.ts';

const pointsBack =
  /\b(?:it|its|they|them|their|theirs|that|those|these|this|he|she|his|her|there|then|else|same|one|ones|more|other|others)\b/i;
const carriesOn = /^\s*(?:and|but|or|so|also|what about|how about|why not)\b/i;
/** A question with more words of its own than this, and with an authority, does not lean on a stray "it" or "that". */
const ownWords = 4;

/**
 * Makes a follow-up understandable by itself. When it leans on the conversation, the last question asked is put in
 * front, with the authority or the year that the follow-up names in place of the earlier one; when it merely names no
 * authority, the last one named is carried over. A question that stands alone is returned as it is.
 */
export function makeStandalone(
  question: string,
  history: readonly Turn[],
  knowledge: CorpusKnowledge,
): string {
  const earlier = history
    .filter((turn) => turn.role === 'user')
    .map((turn) => turn.content.trim())
    .filter(Boolean);
  const last = earlier.at(-1);
  if (!last) return question;
  if (leansOnHistory(question, knowledge)) {
    const topic = earlier.length > 1 && leansOnHistory(last, knowledge) ? `${earlier.at(-2)} ${last}` : last;
    return `${replaceNames(topic, question, knowledge)} ${question}`;
  }
  if (findAuthorities(question, knowledge).length > 0) return question;
  const carried = earlier.findLast((text) => findAuthorities(text, knowledge).length > 0);
  const authority = carried ? findAuthorities(carried, knowledge)[0] : undefined;
  return authority ? `${nameAsWritten(authority, carried ?? '')}: ${question}` : question;
}

function leansOnHistory(question: string, knowledge: CorpusKnowledge): boolean {
  const words = question.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const content = words.filter((word) => !stopWords.has(word)).length;
  const named = findAuthorities(question, knowledge).length > 0;
  return (
    carriesOn.test(question) ||
    (content <= 2 && !named) ||
    (pointsBack.test(question) && (content <= ownWords || !named))
  );
}

/** The earlier question with its authority and year replaced by those that the follow-up names. */
function replaceNames(earlier: string, question: string, knowledge: CorpusKnowledge): string {
  const [to] = findAuthorities(question, knowledge);
  let topic = earlier;
  if (to) {
    for (const from of findAuthorities(earlier, knowledge)) {
      if (from.name !== to.name) topic = replaceAuthority(topic, from, nameAsWritten(to, question));
    }
  }
  const [year] = findYears(question);
  return year === undefined ? topic : topic.replace(/\b(?:19|20)\d\d\b/g, String(year));
}

function replaceAuthority(text: string, from: KnownAuthority, name: string): string {
  const aliases = [...from.aliases, ...from.capitalAliases].sort((a, b) => b.length - a.length);
  const pattern = aliases.map((alias) => alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'), name);
}

/** The authority's name as a text itself writes it. */
function nameAsWritten(authority: KnownAuthority, text: string): string {
  const lower = text.toLowerCase();
  const alias = [...authority.aliases, ...authority.capitalAliases].find((name) => lower.includes(name));
  const at = alias ? lower.indexOf(alias) : -1;
  return alias ? text.slice(at, at + alias.length) : authority.name;
}
