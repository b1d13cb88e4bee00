import type { CorpusKnowledge } from './corpus-knowledge.ts';

export interface Expansion {
  short: string;
  long: string;
}

/**
 * Short forms in a question and what the corpus says they stand for, and the other way round. A short form typed in
 * small letters counts only from three letters on. Only what a report in `scope` spells out counts.
 */
export function findExpansions(
  text: string,
  scope: ReadonlySet<string>,
  knowledge: CorpusKnowledge,
): Expansion[] {
  const found = new Map<string, Expansion>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}&]+/gu)) {
    const short =
      word.length > 3 && /[^s]s$/.test(word) && !knowledge.acronyms.has(word.toLowerCase())
        ? word.slice(0, -1)
        : word;
    if (short.length < 3 && short !== short.toUpperCase()) continue;
    for (const acronym of knowledge.acronyms.get(short.toLowerCase()) ?? []) {
      if (!scope.has(acronym.report)) continue;
      found.set(`${acronym.short}|${acronym.long.toLowerCase()}`, {
        short: acronym.short,
        long: acronym.long,
      });
    }
  }
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  for (const acronym of [...knowledge.acronyms.values()].flat()) {
    if (!scope.has(acronym.report)) continue;
    const long = acronym.long
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (long.includes(' ') && (lower.includes(` ${long} `) || lower.includes(` ${long}s `))) {
      found.set(`${acronym.short}|${acronym.long.toLowerCase()}`, {
        short: acronym.short,
        long: acronym.long,
      });
    }
  }
  return [...found.values()];
}

/** Spells out legal short forms: "s47", "s.47" and "sec 47" are sections of an act. */
export function spellOutSections(text: string): string {
  return text.replace(/\bs(?:ec|ect)?\.?\s?(\d{1,4}[A-Z]{0,2})\b/g, 'section $1');
}
