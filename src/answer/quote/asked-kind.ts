/** The kind of thing that a question asks for, as far as its wording tells. */
export type AskedKind = 'number' | 'date' | 'person' | 'other';

const wordings: [AskedKind, RegExp][] = [
  [
    'number',
    /\b(?:how (?:many|much|often|long|old|far|big|large)|what (?:share|proportion|percentage|number|fraction|limit)|(?:no|number|share|percentage|proportion|amount) of|numbers)\b/i,
  ],
  ['date', /\b(?:when|what (?:date|year|month|day)|which (?:year|month|day)|by what date|since when)\b/i],
  ['person', /\b(?:who|whom|whose|what is the name|which (?:person|officer|inspector|body|agency|board))\b/i],
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
