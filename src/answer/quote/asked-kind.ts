/** The kind of thing that a question asks for, as far as its wording tells. */
export type AskedKind = 'number' | 'date' | 'person' | 'other';

// "Who" and "when" ask only at the start of a question or of a part of it; elsewhere they join clauses.
const asks = String.raw`(?:^|[.?!:;,–-]\s*|\band\s+|\bbut\s+|\bso\s+)`;
const wordings: [AskedKind, RegExp][] = [
  [
    'number',
    /\b(?:how (?:many|much|often|long|old|far|big|large)|what (?:share|proportion|percentage|number|fraction|limit)|(?:no|number|share|percentage|proportion|amount) of|numbers)\b/i,
  ],
  [
    'date',
    new RegExp(
      String.raw`${asks}(?:since |by |until )?(?:when\b|(?:what|which) (?:date|year|months?|day)\b)`,
      'i',
    ),
  ],
  [
    'person',
    new RegExp(
      String.raw`${asks}(?:who|whom|whose)\b|\bwhat is the name\b|\bwhich (?:person|officer|inspector)\b`,
      'i',
    ),
  ],
];

const numberWords =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter|none)\b/i;
const months =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b/i;

/** Reads the kind off the question's wording; the first that fits counts. */
export function findAskedKind(question: string): AskedKind {
  return wordings.find(([, wording]) => wording.test(question))?.[0] ?? 'other';
}

/** Whether a sentence holds a thing of the asked kind; `other` is held by none. */
export function holdsKind(sentence: string, kind: AskedKind): boolean {
  if (kind === 'number') return /\d/.test(sentence) || numberWords.test(sentence);
  if (kind === 'date') return /\b(?:19|20)\d\d\b/.test(sentence) || months.test(sentence);
  if (kind === 'person') return /(?<=\S\s+)\p{Lu}[\p{L}’'-]+\s+\p{Lu}/u.test(sentence);
  return false;
}
