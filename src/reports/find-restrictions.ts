import type { Line } from './report.ts';

/** Wording by which a document says that it is not for everybody, and where. */
export interface Restriction {
  /** What was looked for: "not for publication". */
  wording: string;
  page: number | null;
  /** 1-based line in the source of the first place. */
  line: number;
  /** The printed words around the first place. */
  quote: string;
  /** How often these printed words come. */
  times: number;
}

interface Rule {
  wording: string;
  pattern: RegExp;
  /** Words that a line may have for the wording to be a mark on the document, not a word in a sentence. */
  mostWords?: number;
  /** Non-blank lines from the beginning within which it counts. */
  withinLines?: number;
}

const papers =
  '(?:report|paper|item|appendix|appendices|annex|agenda|document|minutes?|draft|business|session|version)s?';

/** Wording of committee papers, government marks and letters; a mark counts, the same word in a sentence need not. */
const rules: readonly Rule[] = [
  // "Exempt from council tax" is about tax; "exempt from publication" is about the paper.
  { wording: 'exempt', pattern: /\bexempt\b(?!\s+from\s+(?!publication|disclosure|release))/i },
  { wording: 'exempt', pattern: /\bschedule\s+12A\b/i },
  { wording: 'Part II', pattern: new RegExp(`\\bpart\\s+(?:II|2|two)\\s+(?:\\w+\\s+)?${papers}\\b`, 'i') },
  { wording: 'Part II', pattern: /\bpart\s+(?:II|2|two)\s+of\s+(?:the|this)\s+(?:agenda|meeting)\b/i },
  { wording: 'Part II', pattern: /^\W*part\s+(?:II|2|two)\W*$/i, withinLines: 40 },
  {
    wording: 'not for publication',
    pattern:
      /\bnot\s+(?:for|to\s+be)\s+(?:\w+\s+)?(?:publication|published|circulat\w+|disclos\w+|release\w*|distribut\w+|copied)\b/i,
  },
  { wording: 'not for publication', pattern: /\bembargo(?:ed)?\s+(?:until|till)\b/i },
  {
    wording: 'excluded from the public',
    pattern:
      /\b(?:exclu\w+\s+(?:of\s+)?(?:the\s+)?(?:press|public)\s+and\s+(?:the\s+)?(?:press|public)|(?:press|public)\s+and\s+(?:the\s+)?(?:press|public)\s+be\s+excluded)\b/i,
  },
  { wording: 'confidential', pattern: /\bCONFIDENTIAL\b/ },
  { wording: 'confidential', pattern: /\bconfidential\b/i, mostWords: 8 },
  {
    wording: 'confidential',
    pattern: new RegExp(
      `\\b(?:strictly|private\\s+and|privileged\\s+and)\\s+confidential\\b|\\bconfidential\\s+${papers}\\b|\\b${papers}\\s+is\\s+(?:strictly\\s+)?confidential\\b|\\bin\\s+(?:strict\\s+|commercial\\s+)?confidence\\b(?!\\s+in\\b)|\\blegally\\s+privileged\\b`,
      'i',
    ),
  },
  {
    wording: 'restricted',
    pattern: /\bRESTRICTED\b|\bOFFICIAL\s*[-–—:]?\s*SENSITIVE\b|\b(?:TOP\s+)?SECRET\b/,
  },
  { wording: 'restricted', pattern: /\brestricted\b/i, mostWords: 4 },
  {
    wording: 'restricted',
    pattern: new RegExp(`\\brestricted\\s+(?:circulation|distribution|access|${papers})\\b`, 'i'),
  },
];

const longestQuote = 160;

/**
 * Finds wording such as "exempt", "Part II" or "not for publication", with its place. It says where a person has to
 * look, not what the document is: a flag may be wrong, and a document without one may still be private.
 */
export function findRestrictions(lines: readonly Line[]): Restriction[] {
  const printed = lines.filter(({ text }) => text.trim() !== '');
  const found = new Map<string, Restriction>();
  for (const [place, line] of printed.entries()) {
    const next = printed[place + 1]?.text.trim() ?? '';
    const rule = rules.find((one) => matches(one, line.text.trim(), { next, place }));
    if (!rule) continue;
    const quote = shorten(line.text);
    const key = `${rule.wording}\n${quote.toLowerCase()}`;
    const before = found.get(key);
    if (before) before.times++;
    else found.set(key, { wording: rule.wording, page: line.page, line: line.number, quote, times: 1 });
  }
  return [...found.values()];
}

/** Wording that runs over a line's end begins in the line; a mark has to stand in a short line of its own. */
function matches(rule: Rule, text: string, { next, place }: { next: string; place: number }): boolean {
  if (rule.withinLines !== undefined) return place < rule.withinLines && rule.pattern.test(text);
  if (rule.mostWords !== undefined) {
    return text.split(/\s+/).length <= rule.mostWords && !/[a-z][.;]$/.test(text) && rule.pattern.test(text);
  }
  const match = rule.pattern.exec(`${text} ${next}`);
  return match !== null && match.index < text.length;
}

function shorten(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words;
}
