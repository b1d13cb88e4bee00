/** What a question asks for. `other` is what no wording tells. */
export type AskedKind =
  | 'number'
  | 'share'
  | 'duration'
  | 'date'
  | 'person'
  | 'place'
  | 'reason'
  | 'grade'
  | 'comparison'
  | 'list'
  | 'wording'
  | 'overview'
  | 'corpus'
  | 'yes_no'
  | 'other';

// "Who", "when" and "where" ask only at the start of a question or of a part of it; elsewhere they join clauses.
const asks = String.raw`(?:^|[.?!:;,–-]\s*|\band\s+|\bbut\s+|\bso\s+)`;
const atStart = (words: string) => new RegExp(`${asks}(?:${words})`, 'i');

/** In the order in which they are tried: the narrower before the wider. */
const wordings: [AskedKind, RegExp][] = [
  [
    'corpus',
    /\b(?:which|what|how many) (?:\p{L}+ )?(?:reports|papers|documents) (?:do you|are (?:held|there|you)|have you)\b|\b(?:newest|latest|most recent) (?:report|paper|document)\b|\b(?:got|have you|do you have|do you hold|hold) anything (?:on|about)\b/iu,
  ],
  [
    'wording',
    /\b(?:wording|phras(?:e|es|ing)|precedents?|formulation|how (?:did|do|have) (?:\p{L}+ )?(?:inspectors|auditors|they) (?:put|word|phrase|say)|example (?:sentence|text)s?)\b/iu,
  ],
  [
    'share',
    /\b(?:what|which) (?:share|proportion|percentage|fraction|per ?cent)\b|\b(?:share|percentage|proportion) of\b/i,
  ],
  ['duration', /\bhow (?:long|soon|quickly|fast|often|old)\b/i],
  [
    'number',
    /\b(?:how (?:many|much|far|big|large|high)|what (?:number|amount|limit|sum|figure)|(?:no|number|amount) of|numbers)\b/i,
  ],
  ['date', atStart(String.raw`(?:since |by |until )?(?:when\b|(?:what|which) (?:date|year|months?|day)\b)`)],
  [
    'person',
    new RegExp(
      `${atStart(String.raw`(?:who|whom|whose)\b`).source}|${String.raw`\bwhat(?: is|'s) the name\b|\bwhich (?:person|officer|inspector)\b`}`,
      'i',
    ),
  ],
  ['place', atStart(String.raw`where\b|(?:in|at) (?:what|which) (?:place|town|area|office|site)s?\b`)],
  [
    'reason',
    atStart(
      String.raw`(?:why|how come)\b|what (?:is|was|were|are) (?:the )?(?:reasons?|causes?)\b|what (?:caused|led to|made)\b`,
    ),
  ],
  [
    'comparison',
    /\b(?:compare[ds]?|comparison|versus|vs|differ(?:s|ed|ence|ences)?|better or worse|better than|worse than)\b/i,
  ],
  [
    'grade',
    /\b(?:grade[ds]?|judge(?:d|ments?)|rat(?:ed|ings?)|verdicts?|scored?|how (?:good|bad|well|effective)|overall effectiveness)\b/i,
  ],
  [
    'list',
    /\b(?:lists?|which (?:\p{L}+ )?(?:things|areas|actions|steps|bodies|organisations)|what (?:are|were) (?:all )?the|name (?:the|all))\b/iu,
  ],
  [
    'overview',
    /\b(?:summar(?:y|ise|ize)|overview|main (?:points|findings)|gist|in short)\b|\bwhat (?:does|do|did) .{1,60} (?:say|find)\b/i,
  ],
  [
    'yes_no',
    /^(?:(?:and|but|so|or)\s+)?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|might)(?:n['’]?t)?\b/i,
  ],
];

/** Reads off the wording of a question what it asks for; the first wording that fits counts. */
export function findAskedKind(question: string): AskedKind {
  return wordings.find(([, wording]) => wording.test(question))?.[0] ?? 'other';
}
