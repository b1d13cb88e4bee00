import * as fc from 'fast-check';

/** A report made up at random, and what it must be read as. */
export interface MadeUpReport {
  file: string;
  source: string;
  /** Printed numbers in order. */
  numbers: string[];
  /** Whole texts of the numbered paragraphs, bullets as "- …" lines. */
  texts: string[];
  headings: string[];
  /** Unnumbered paragraphs that no numbered one may swallow. */
  unnumbered: string[];
}

const words =
  'the council has clear plans for young people and their families but support from partners remains too slow in many areas while managers review cases with care each month so that services improve over time by 43% within 12 weeks at £1.7 million in 2010 (see section 47)'.split(
    ' ',
  );
const word = fc.constantFrom(...words);
const sentence = fc.array(word, { minLength: 8, maxLength: 22 }).map((picked) => `Then ${picked.join(' ')}.`);
const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
const bullet = fc.array(word, { minLength: 3, maxLength: 14 }).map((picked) => `ensure ${picked.join(' ')}`);

const paragraph = fc.record({
  text: prose,
  bullets: fc.array(bullet, { maxLength: 3 }),
  splitByPage: fc.boolean(),
});
const section = fc.record({
  name: fc.array(fc.constantFrom('care', 'plans', 'reviews', 'work'), { minLength: 1, maxLength: 4 }),
  introduction: fc.option(prose, { nil: null }),
  paragraphs: fc.array(paragraph, { minLength: 2, maxLength: 5 }),
  closing: fc.option(prose, { nil: null }),
});

const design = fc.record({
  sections: fc.array(section, { minLength: 2, maxLength: 4 }),
  markdown: fc.boolean(),
  numbering: fc.constantFrom(
    'running',
    'restarting',
    'stepped',
    'bare',
    'parenthesis',
    'lettered',
    'glued',
    'square',
    'named',
    'pilcrow',
    'roman',
  ),
  loose: fc.boolean(),
  width: fc.constantFrom(0, 60, 78),
  contents: fc.boolean(),
  pages: fc.constantFrom('none', 'numbers', 'feeds'),
});

type Design = typeof design extends fc.Arbitrary<infer T> ? T : never;

/** Reports in random numbering and layout, with what they must be read as. */
export const madeUpReport: fc.Arbitrary<MadeUpReport> = design.map(writeReport);

const places = ['Aims', 'Findings', 'Outcomes', 'Partners'];

function writeReport(plan: Design): MadeUpReport {
  const report: MadeUpReport = {
    file: plan.markdown ? 'made-up.md' : 'made-up.txt',
    source: '',
    numbers: [],
    texts: [],
    headings: [],
    unnumbered: [],
  };
  const lines = ['A Report That Nobody Wrote', '', ...writeContents(plan)];
  if (plan.markdown) lines[0] = `# ${lines[0]}`;
  let count = 0;
  let page = 1;
  for (const [place, { introduction, paragraphs, closing }] of plan.sections.entries()) {
    const heading = headingOf(plan, place);
    report.headings.push(heading);
    lines.push(plan.markdown ? `## ${heading}` : heading, '');
    if (introduction) lines.push(...addText(report, plan, introduction), '');
    if (plan.numbering === 'restarting') count = 0;
    for (const [item, part] of paragraphs.entries()) {
      count++;
      const number = numberOf(plan, { place, item, count });
      report.numbers.push(number);
      report.texts.push([part.text, ...part.bullets.map((text) => `- ${text}`)].join('\n'));
      const written = writeParagraph(plan, { number: settings[plan.numbering].join(number), page }, part);
      lines.push(...written);
      if (written.includes(String(page))) page++;
      if (plan.loose || plan.numbering === 'bare') lines.push('');
    }
    if (lines.at(-1) !== '') lines.push('');
    if (closing) lines.push(...addText(report, plan, closing), '');
    lines.push(...writePageEnd(plan, page++));
  }
  report.source = lines.join('\n').replaceAll('\n\f\n', '\n\f');
  return report;
}

/** What is printed around a number. */
const settings: Record<Design['numbering'], readonly [string, string]> = {
  running: ['', '. '],
  restarting: ['', '. '],
  stepped: ['', '. '],
  bare: ['', ' '],
  parenthesis: ['', ') '],
  lettered: ['', ' '],
  glued: ['', ' '],
  square: ['[', '] '],
  named: ['Paragraph ', ' '],
  pilcrow: ['¶', ' '],
  roman: ['', '. '],
};

const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');

function numberOf(
  plan: Design,
  { place, item, count }: { place: number; item: number; count: number },
): string {
  if (plan.numbering === 'stepped') return `${place + 1}.${item + 1}`;
  if (plan.numbering === 'glued') return `${'ABCD'[place]}${item + 1}`;
  if (plan.numbering === 'roman') return romans[count - 1] ?? '';
  return plan.numbering === 'lettered' ? `${'ABCD'[place]}.${item + 1}` : String(count);
}

function headingOf(plan: Design, place: number): string {
  return `${places[place]} of ${plan.sections[place]?.name.join(' ')} work`;
}

function writeContents(plan: Design): string[] {
  if (!plan.contents) return [];
  const entries = plan.sections.map((_, place) => `${headingOf(plan, place)} ..... ${place + 1}`);
  return [plan.markdown ? '## Contents' : 'Contents', '', ...entries, ''];
}

function addText(report: MadeUpReport, plan: Design, text: string): string[] {
  report.unnumbered.push(text);
  return wrap(plan, text);
}

function writeParagraph(
  plan: Design,
  { number, page }: { number: string; page: number },
  part: { text: string; bullets: string[]; splitByPage: boolean },
): string[] {
  const lines = wrap(plan, number + part.text);
  const middle = Math.floor(lines.length / 2);
  // A page that ends with a sentence, in the last paragraph of a section, cannot be told from the paragraph's end.
  const inSentence = lines.length > 2 && !lines[middle - 1]?.endsWith('.');
  if (plan.pages === 'numbers' && part.splitByPage && inSentence)
    lines.splice(middle, 0, '', String(page), '');
  const bullets = part.bullets.flatMap((text) => wrap(plan, `• ${text}`));
  return [...lines, ...bullets];
}

function writePageEnd(plan: Design, page: number): string[] {
  if (plan.pages === 'numbers') return [String(page), ''];
  return plan.pages === 'feeds' ? ['The running foot of all pages', '\f'] : [];
}

function wrap(plan: Design, text: string): string[] {
  if (plan.width === 0) return [text];
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < plan.width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
