import { isGrade, saysGrade } from './grade-wording.ts';
import { anyOf, type KindSignal, type KindView } from './kind-signal.ts';
import { countWords, isTerminated } from './wording.ts';

/** Documents that set rules or explain them: what should be done in them is no recommendation of theirs. */
const rules = anyOf(
  'codes? of practice|handbook|guidance|explanatory|memorandum|regulations?.*\\b(?:19|20)\\d\\d|what you need to know',
);
const reports = anyOf(
  'inspect\\w*|audit\\w*|review|inquiry|investigation|judge?ment|decision|reprimand|evaluation|ombudsman\\S*|report',
  'monitoring visit|challenge|determination|v\\.? \\w+',
);
const plans = anyOf('(?:action|improvement|recovery) (?:plan|programme)|response to');

/** A number with its unit, and no date. */
const figure = /^[^\p{L}\d]*\d[\d.,\s%/–-]*(?:million|billion|thousand|m|bn|k|per ?cent|days|weeks)?\.?$/iu;

/** What a paragraph's place says of its kind: the document, its table's heads, its form. */
export const placeSignals: readonly KindSignal[] = [
  {
    name: 'in a document that sets or explains rules',
    weights: { background: 1.5, finding: -1.5, recommendation: -3, judgement: -2 },
    strength: inDocument(rules),
  },
  {
    name: 'in a report of something looked into',
    weights: { finding: 0.75 },
    strength: inDocument(reports),
  },
  {
    name: 'in a plan or a reply',
    weights: { response: 1.5 },
    strength: inDocument(plans),
  },
  {
    name: 'a line or a cell that is a grade',
    weights: { judgement: 5, finding: -1.5 },
    strength: (view) =>
      view.form === 'table_row' ? share(cellsOf(view).slice(1).some(isGrade)) : share(isGrade(view.text)),
  },
  {
    name: 'a short sentence that says a grade',
    weights: { judgement: 3.5, finding: -1 },
    strength: ({ text, words, form }) => share(form !== 'table_row' && words <= 30 && saysGrade(text)),
  },
  {
    name: 'under a table head for grades',
    weights: { judgement: 2 },
    strength: columns(anyOf('grades?|judgements?|ratings?|assurance|opinion|finding|view|verdict')),
  },
  {
    name: 'under table heads for recommendations',
    weights: { recommendation: 3.5, finding: -1.5 },
    strength: columns(anyOf('recommendations?')),
  },
  {
    name: 'under table heads for actions, owners and dates',
    weights: { response: 3.5, finding: -1.5 },
    strength: columns(anyOf('actions?|owner|lead|by when|by|deadline|status|progress|steps?|response')),
  },
  {
    name: 'a table row of figures',
    weights: { finding: 2 },
    strength: (view) => {
      const cells = cellsOf(view).slice(1);
      return share(cells.length > 0 && 2 * cells.filter((cell) => figure.test(cell)).length >= cells.length);
    },
  },
  {
    name: 'a table that says what a grade means',
    weights: { background: 4.5, finding: -1.5 },
    strength: (view) => {
      const [name = '', meaning = ''] = cellsOf(view);
      return share(isGrade(name.replace(/\s*\(.*\)$/, '')) && countWords(meaning) > 3);
    },
  },
  {
    name: 'a list of things to do',
    weights: { recommendation: 0.5 },
    strength: ({ listed }) => share(listed),
  },
  {
    name: 'no sentence: a name, an address, a date',
    weights: { finding: -3, background: -4, recommendation: -3, response: -3 },
    strength: ({ form, text }) => share(form === 'text' && countWords(text) <= 12 && !isTerminated(text)),
  },
];

function share(holds: boolean): number {
  return holds ? 1 : 0;
}

function inDocument(wording: RegExp): KindSignal['strength'] {
  return ({ document }) => share(wording.test(document));
}

function columns(wording: RegExp): KindSignal['strength'] {
  return (view) => share(view.columns?.some((column) => wording.test(column)) ?? false);
}

function cellsOf({ form, text }: KindView): string[] {
  return form === 'table_row' ? text.split('\t').map((cell) => cell.trim()) : [];
}
