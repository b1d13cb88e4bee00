import { saysGrade } from './grade-wording.ts';
import { anyOf, type KindSignal, often, opens, says } from './kind-signal.ts';

const verdict = anyOf(
  '(?:limited|reasonable|substantial|full|moderate|no) assurance|(?:qualified|unqualified|adverse) opinion',
  '(?:complaint|claim|appeal|application)[^.]{0,80} (?:is|was|are) (?:not |partly )?(?:upheld|dismissed|allowed|refused|granted|well founded)',
  'i (?:therefore |would )*(?:allow|dismiss|refuse|grant)|(?:is|are) (?:revoked|disqualified|discharged)|case to answer',
  'decided to issue|we place|in our opinion|uphold (?:the|this|her|his|their) complaint|(?:we|i) have found (?:\\w+ ){0,3}(?:fault|delay|maladministration|failings?)',
);

/** What a paragraph's own words say of its kind. */
export const wordingSignals: readonly KindSignal[] = [
  {
    name: 'recommends',
    weights: { recommendation: 4 },
    strength: says(
      anyOf(
        '(?:we|i|inspectors?|it|the \\w+)(?: also| therefore| strongly)* recommends?|the recommendation is',
        '(?:is|are) (?:also |therefore |strongly )?recommended',
      ),
    ),
  },
  {
    name: 'says what should or must be done',
    weights: { recommendation: 3.5, finding: -0.5 },
    strength: often(/\b(?:should|must|ought to|shall)\b(?! have\b)/i),
  },
  {
    name: 'says that there is more to do',
    weights: { recommendation: 1.5 },
    strength: says(
      anyOf(
        'need(?:s|ed)? (?:to (?:be|improve|ensure)|improvement)|more (?:needs )?to (?:do|be done)',
        'identified as a priority|not yet good',
      ),
    ),
  },
  {
    name: 'begins like an order',
    weights: { recommendation: 3.5, finding: -0.5 },
    strength: often(
      /^(?:\d[.)] )?(?:ensure|improve|strengthen|review|develop|establish|put|make|set|provide|introduce|take|raise|reduce|increase|agree|publish|appoint|complete|apologise|pay)\b(?! (?:of|by|on)\b)/i,
    ),
  },
  {
    name: 'answers what was found or asked',
    weights: { response: 3.5, finding: -0.5 },
    strength: says(
      anyOf(
        "^in (?:response to|light of)|^(?:the )?\\w+(?:['’]s)? (?:response|reply|comment)(?=:)|^(?:partially |not )?(?:accepted|agreed)(?=[.,;:\\t])|improvement plan|resolved (?:that|to)",
        'accept(?:s|ed)? (?:all |the |this |these |that |every |its )*(?:findings?|recommendations?|criticisms?)',
        '(?:council|trust|force|board|landlord|authority|committee|panel) (?:\\w+ ){0,6}agreed to|action plan (?:has|was|is) been',
        '(?:we|\\w+) (?:have|has) (?:already|now) (?:started|begun|put|set|taken|been)',
      ),
    ),
  },
  {
    name: 'says what was or will be done about it',
    weights: { response: 2, recommendation: -0.5 },
    strength: often(
      anyOf(
        '(?:has|have) (?:already |now |also |since )?(?:been )?(?:appointed|recruited|introduced|issued|changed|set up|redesigned|commissioned|assembled|put in place|trained|replaced|implemented|developed|identified to)',
        '(?:council|service|trust|force|board|team|programme|project|plan|it|we|management) (?:will|intends? to)',
        '(?:are|is) (?:complete|on course|under ?way)',
      ),
    ),
  },
  {
    name: 'begins with a grade',
    weights: { judgement: 3 },
    strength: ({ sentences, words }) => (saysGrade(sentences[0] ?? '') ? Math.min(1, 40 / words) : 0),
  },
  {
    name: 'gives an opinion, a verdict or a decision',
    weights: { judgement: 2 },
    strength: says(verdict),
  },
  {
    name: 'begins with an opinion, a verdict or a decision',
    weights: { judgement: 2.5, finding: -1 },
    strength: opens(verdict),
  },
];
