import * as fc from 'fast-check';

const words =
  'the council has clear plans for young people and their families but support from partners remains too slow in many areas while managers review multi-agency cases with care each month so that follow-up services improve over time by 43% within 12 weeks at £1.7 million in 2010 (see section 47)'.split(
    ' ',
  );
const word = fc.constantFrom(...words);
/** Sentences may begin with what looks like a number of a paragraph where a line happens to begin there. */
const opening = fc.oneof(
  { weight: 6, arbitrary: fc.constant('Then') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('12 March 2013 came and', '£2 million later', '24% of', '3.5 million of'),
  },
);
const sentence = fc
  .tuple(opening, fc.array(word, { minLength: 8, maxLength: 22 }))
  .map(([first, picked]) => `${first} ${picked.join(' ')}.`);
const prose = fc
  .tuple(fc.array(word, { minLength: 8, maxLength: 18 }), fc.array(sentence, { maxLength: 3 }))
  .map(([picked, more]) => [`Then ${picked.join(' ')}.`, ...more].join(' '));
const bullet = fc.array(word, { minLength: 3, maxLength: 14 }).map((picked) => `ensure ${picked.join(' ')}`);

const paragraph = fc.record({
  text: prose,
  bullets: fc.array(bullet, { maxLength: 3 }),
  /** What stands before its bullets: glyphs, or letters of a list inside the paragraph. */
  listed: fc.constantFrom('glyphs', 'letters'),
  splitByPage: fc.boolean(),
  noted: fc.boolean(),
});
const section = fc.record({
  name: fc.array(fc.constantFrom('care', 'plans', 'reviews', 'work'), { minLength: 1, maxLength: 4 }),
  introduction: fc.option(prose, { nil: null }),
  paragraphs: fc.array(paragraph, { minLength: 3, maxLength: 6 }),
  table: fc.boolean(),
  closing: fc.option(prose, { nil: null }),
});

/** How reports print the numbers of their paragraphs. */
export const numberings = [
  'running',
  'restarting',
  'annexed',
  'stepped',
  'deep',
  'clauses',
  'bare',
  'margin',
  'parenthesis',
  'round',
  'square',
  'lettered',
  'lettered_steps',
  'glued',
  'named',
  'pilcrow',
  'roman',
] as const;
export type Numbering = (typeof numberings)[number];

export const formats = ['txt', 'md', 'html', 'docx'] as const;

const plan = fc.record({
  sections: fc.array(section, { minLength: 2, maxLength: 4 }),
  format: fc.constantFrom(...formats),
  numbering: fc.constantFrom(...numberings),
  /** A number left out, or printed twice. */
  slip: fc.constantFrom('none', 'none', 'gap', 'repeat'),
  /** Word's own numbers and those of web pages' lists, where they can be. */
  automatic: fc.boolean(),
  numberedHeadings: fc.boolean(),
  loose: fc.boolean(),
  width: fc.constantFrom(0, 60, 78),
  setting: fc.constantFrom('flush', 'hanging', 'indented'),
  glyph: fc.constantFrom('•', '-', '–', '▪', '◦', '\uF0B7'),
  contents: fc.boolean(),
  notes: fc.boolean(),
  pages: fc.constantFrom('none', 'numbers', 'feeds', 'heads'),
});

export type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;
export type PlannedParagraph = Plan['sections'][number]['paragraphs'][number];

/** Plans of reports in random numbering and layout, without what no report combines. */
export const plans: fc.Arbitrary<Plan> = plan.map((drawn) => ({
  ...drawn,
  // Numbers without a stop, and in brackets, are told from text by the space around them.
  loose: drawn.loose || ['bare', 'margin', 'round'].includes(drawn.numbering),
  // A number without a stop that comes twice explains nothing.
  slip: drawn.slip === 'repeat' && /^(?:bare|margin)$/.test(drawn.numbering) ? 'none' : drawn.slip,
  // A lone number between lines would be a page's as well as a paragraph's.
  pages: drawn.numbering === 'margin' && drawn.pages === 'numbers' ? 'feeds' : drawn.pages,
  // Notes in square brackets and paragraphs in square brackets are told apart by nothing.
  notes: drawn.notes && drawn.numbering !== 'square',
}));
