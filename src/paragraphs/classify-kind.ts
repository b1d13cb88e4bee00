import type { ReportMetadata } from '../reports/report.ts';
import type { Draft } from './gather-paragraphs.ts';
import type { ParagraphKind } from './paragraph.ts';
import { countWords } from './wording.ts';

const grade =
  '(?:excellent|outstanding|good|very good|satisfactory|adequate|fair|poor|weak|inadequate|unsatisfactory|requir(?:es|ed|ing) improvement(?: to be good)?|needs improvement|limited assurance|substantial assurance)';
const gradeCell = new RegExp(
  `^(?:grade\\s*:?\\s*)?(?:\\d\\s*)?\\(?${grade}\\)?\\.?$|^grade\\s*:?\\s*\\w+(?:\\s*\\(${grade}\\))?$`,
  'i',
);
const gradeSentence = new RegExp(
  `\\b(?:is|are|was|were)\\s+(?:judged\\s+(?:to be\\s+)?)?(?:now\\s+)?${grade}\\.?$`,
  'i',
);

const byHeading: readonly (readonly [RegExp, ParagraphKind])[] = [
  [
    /\b(?:recommend(?:ation|ed)s?|areas? (?:for|of) (?:improvement|development)|needs? to improve|priority actions?|required actions?|further action)\b/i,
    'recommendation',
  ],
  [
    /\b(?:responses?|actions? taken|remedial (?:steps|actions?)|progress (?:since|made)|steps taken)\b/i,
    'response',
  ],
  [
    /\b(?:background|introduction|contexts?|purpose|scope|summary of|information|about (?:this|the)|overview|what (?:they|these|this) (?:mean|do)s?|terms of reference|methodology)\b/i,
    'background',
  ],
];

/**
 * What sort of statement a paragraph is, by simple rules of wording and heading; `unclassified` where they say
 * nothing. Only reports of an inspection, audit, inquiry or decision have findings.
 */
export function classifyKind(draft: Draft, metadata: ReportMetadata): ParagraphKind {
  if (draft.form === 'title' || draft.form === 'footnote') return 'unclassified';
  if (isGrade(draft)) return 'judgement';
  if (/^(?:in response to|we have (?:already|now)|the council has accepted)\b/i.test(draft.text))
    return 'response';
  for (const heading of draft.heading.toReversed()) {
    const kind = byHeading.find(([wording]) => wording.test(heading))?.[1];
    if (kind && (kind !== 'recommendation' || isListed(draft))) return kind;
  }
  if (/\b(?:is|are) recommended (?:that|to)\b|\bwe recommend\b/i.test(draft.text)) return 'recommendation';
  const reports = /inspect|audit|review|inquiry|investigation|judgment|decision|reprimand|evaluation/i;
  return reports.test(metadata.documentKind ?? '') ? 'finding' : 'unclassified';
}

/** Text below a list of recommendations (a signature, what happens next) recommends nothing by its place alone. */
function isListed(draft: Draft): boolean {
  return draft.number !== null || draft.form === 'table_row' || draft.listed;
}

function isGrade(draft: Draft): boolean {
  if (draft.form === 'table_row')
    return draft.text
      .split('\t')
      .slice(1)
      .some((cell) => gradeCell.test(cell.trim()));
  if (gradeCell.test(draft.text)) return true;
  return countWords(draft.text) <= 30 && gradeSentence.test(draft.text);
}
