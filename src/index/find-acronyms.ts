import { alignInitials } from './align-initials.ts';

/** A short form and the words that the text itself says it stands for, as printed. */
export interface ExplainedAcronym {
  short: string;
  long: string;
}

// Two to ten characters with two capitals at least, optionally plural: "MASH", "A&E", "PEPs", "CiC", "SEN/D". The look
// ahead for capitals is as short as that: over a long run without blanks it would take the square of its length.
const shortForm = String.raw`(?=[^\s()]{0,9}\p{Lu}[^\s()]{0,9}\p{Lu})[\p{L}][\p{L}\p{N}&/.\-‐‑]{1,9}(?:['’]?s)?`;
const quote = `["'“”‘’]?`;
const shortInBrackets = new RegExp(
  String.raw`[(\[]\s*(?:the\s+)?${quote}(${shortForm})${quote}\s*[)\];,]`,
  'gu',
);
const longInBrackets = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${quote}(${shortForm})${quote}\s*[(\[]${quote}(\p{L}[^()[\]\t\n]{4,120}?)${quote}[)\]]`,
  'gu',
);
const glossaryLine = new RegExp(
  String.raw`^(?:- )?(${shortForm})(?:\t|\s*[:=]\s*|\s+[–—-]\s+)(\p{L}[^\t\n]{4,120})$`,
  'gmu',
);

/**
 * Finds the short forms that a report explains: "Long Form (LF)", "LF (long form)" and glossary lines. Every letter of
 * the short form must be the first of a word of the long form, in order; only small words may be skipped. What is
 * unclear is left out, because a wrong expansion misleads every later search.
 */
export function findAcronyms(texts: Iterable<string>): ExplainedAcronym[] {
  const found = new Map<string, ExplainedAcronym>();
  for (const text of texts) {
    for (const { short, long } of inText(text)) {
      const key = `${short}\n${long
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .replace(/s$/, '')}`;
      if (!found.has(key)) found.set(key, { short, long });
    }
  }
  return [...found.values()];
}

function* inText(text: string): Generator<ExplainedAcronym> {
  for (const match of text.matchAll(shortInBrackets)) {
    const before = text.slice(Math.max(0, match.index - 160), match.index);
    yield* explained(match[1] ?? '', lastSentence(before), 'end');
  }
  for (const match of text.matchAll(longInBrackets))
    yield* explained(match[1] ?? '', match[2] ?? '', 'whole');
  for (const match of text.matchAll(glossaryLine)) yield* explained(match[1] ?? '', match[2] ?? '', 'whole');
}

function* explained(printed: string, words: string, place: 'end' | 'whole'): Generator<ExplainedAcronym> {
  const bare = printed.replace(/\.$/, '');
  for (const short of new Set([bare, bare.replace(/['’]?s$/u, '')])) {
    const long = alignInitials(short.replace(/[./\-‐‑]/g, ''), words.trim(), place);
    if (!long) continue;
    yield { short, long: long.replace(/\s+/g, ' ') };
    return;
  }
}

/** A long form does not reach over the end of a sentence, a line, a cell or a bracket. */
function lastSentence(text: string): string {
  return text.split(/[.;:!?]\s|[\n\t()[\]]/u).at(-1) ?? '';
}
