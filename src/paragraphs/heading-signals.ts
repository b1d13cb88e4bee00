import { anyOf, type KindSignal, type KindView, under } from './kind-signal.ts';

const asRecommendations = anyOf(
  'recommend(?:ation|ed)s?|areas? (?:for|of) (?:further )?(?:improvement|development)|requirements?',
  '(?:needs?|must|has|have|should) (?:to )?(?:improve|do|change|happen)|further action',
  '(?:priority|required|immediate) actions?|(?:enforcement|compliance) (?:orders?|notices?)',
  'put(?:ting)? (?:it|things|matters) right|^remed(?:y|ies)',
);

/** What headings say of the paragraphs below them. */
export const headingSignals: readonly KindSignal[] = [
  {
    name: 'headed as recommendations or requirements',
    weights: { recommendation: 1 },
    strength: under(asRecommendations),
  },
  {
    name: 'an entry of a list headed as recommendations or requirements',
    weights: { recommendation: 4.5, finding: -1 },
    strength: (view) => (isEntry(view) ? under(asRecommendations)(view) : 0),
  },
  {
    name: 'headed as next steps or orders',
    weights: { recommendation: 2, response: 0.5, finding: -1 },
    strength: under(anyOf('next (?:steps?|\\w+ months)|case management|^(?:orders?|directions|learning)')),
  },
  {
    name: 'headed as a response, actions or a plan',
    weights: { response: 4, recommendation: -1.5, finding: -1.5 },
    strength: under(
      anyOf(
        '(?:response|reply)(?! (?:to (?:risk|incidents|emergenc)|and resilience|times?))|agreed actions?',
        'actions? (?:taken|since|agreed)|(?:action|improvement|recovery) (?:plan|programme)',
        'remedial (?:steps|actions?)|steps taken|progress (?:on|against|since|made|with)|change[sd]? since',
        'since the \\w+$|priorities (?:for|in)|what (?:we|the council) (?:have|has|will) (?:do|done)',
        "(?:our|the) (?:plan|commitments?)$|^commitments?$|^the \\w+['’]s (?:account|case|position)",
      ),
    ),
  },
  {
    name: 'headed as a programme, projects or preparations',
    weights: { response: 1, background: 1 },
    strength: under(anyOf('programme$|preparation for|projects?')),
  },
  {
    name: 'headed as what was decided or graded',
    weights: { judgement: 1.5 },
    strength: under(
      anyOf('judge?ments?|grades?|ratings?|verdict|opinion|decision|determination|disposal|outcomes?'),
    ),
  },
  {
    name: 'headed as what a reader has to know first',
    weights: { background: 3, finding: -1, judgement: -1 },
    strength: under(
      anyOf(
        'background|introduction|foreword|preface|contexts?|purpose|scope|overview|methodology|definitions?',
        'glossary|recipients|extent|commencement|consultation|terms of reference|legislati(?:on|ve)|role|powers',
        '(?:about|description of) (?:this|the|our|these)|(?:service|general|contextual) information|information (?:about|on)|summary of the (?:complaint|case)',
        '^the (?:complaint|issues|law|parties|facts)|(?:legal|policy) (?:background|framework)',
        'what (?:they|these|this|the \\w+) (?:mean|do)s?|how (?:we|the \\w+) (?:did|was|were|carried)',
        'what (?:i|we) have (?:and|not|investigated)',
      ),
    ),
  },
  {
    name: 'headed by a part of a law',
    weights: { background: 1.5, finding: -1 },
    strength: under(/^(?:sections?|parts?|schedules?|articles?|regulations?|clauses?) (?:\d|[A-Z]\b)/i),
  },
  {
    name: 'headed as what was found',
    weights: { finding: 1.5 },
    strength: under(
      anyOf(
        'findings?|strengths?|weakness(?:es)?|matters of concern|causes?(?: (?:of|for) concern)?|analysis',
        'assessment of|conclusions?|key messages|impact|injustice|evidence|effectiveness|quality|performance',
        'experiences?|what (?:happened|\\w+ (?:said|found|saw|told))',
      ),
    ),
  },
];

/** Text below a list of recommendations (a signature, what happens next) recommends little by its place alone. */
function isEntry({ number, form, listed }: KindView): boolean {
  return number !== null || form === 'table_row' || listed;
}
