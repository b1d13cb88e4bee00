import type { Span } from '../../paragraphs/paragraph.ts';

/** How many sentences before it a quote may bring along. */
const sentencesBefore = 2;
/** A lead-in brings bullets of no more words than this. */
const wordsOfBullets = 110;

/** A sentence that begins so takes its meaning from the one before it. */
const leansBack =
  /^(?:this|these|those|they|their|it|its|he|she|his|her|such|consequently|therefore|thus|hence|instead|as a result|for (?:this|that) reason|also|both|neither|in addition|similarly|likewise|the same|the former|the latter)\b/i;

/** A sentence that begins so turns what the one before it says. */
const turnsAtStart =
  /^(?:however|but|yet|still|nevertheless|nonetheless|notwithstanding|even so|that said|having said that|in contrast|by contrast|conversely|on the other hand|on the contrary|unfortunately|regrettably|in reality|in practice|in spite of (?:this|these|that|such|the)|despite (?:this|these|those|that|such|the)|(?:al)?though (?:this|these|those|that|such|they|it|there|some|the)|whil(?:e|st) (?:this|these|those|that|such|they|it|there|some)|notwithstanding (?:this|these|that))\b/i;

/** A turn after the subject: "Progress has, however, been slow", "They have not yet …". */
const turnsInside =
  /^[^.;:]{1,80}?,\s*(?:however|nevertheless|nonetheless|though)\s*[,.]|\bhowever[.]$|^(?:this|these|that|those|they|it|he|she|there|such|(?:the|these|its|their) \p{L}+(?: \p{L}+)?) (?:is|are|was|were|has|have|had|does|do|did|could|would|will)(?: not|n’t|n't) (?:yet|always|been consistent\p{L}*|consistent\p{L}*)\b/iu;

/** Whether a sentence turns the point of the one before it, so that the one may not be quoted without the other. */
export function turns(sentence: string): boolean {
  return turnsAtStart.test(sentence) || turnsInside.test(sentence);
}

/**
 * The span to quote so that a sentence is not torn from what gives it its meaning: with the sentence before it when it leans on
 * that or turns it, with the one after it when that turns the point, and a lead-in with its bullets. Sentences of
 * other lines or cells stay out.
 */
export function keepContext(quoted: { text: string; sentences: readonly Span[]; place: number }): Span {
  const { text, sentences, place } = quoted;
  const said = ({ start, end }: Span) => text.slice(start, end);
  const adjoin = (first: Span, second: Span) => !/[\n\t]/.test(text.slice(first.end, second.start));
  const own = sentences[place] as Span;
  let { start, end } = own;
  for (let at = place; at > 0; at--) {
    const here = sentences[at] as Span;
    const before = sentences[at - 1] as Span;
    if (!(leansBack.test(said(here)) || turns(said(here))) || !adjoin(before, here)) break;
    start = before.start;
    if (place - at + 1 >= sentencesBefore) break;
  }
  const after = sentences[place + 1];
  if (after && turns(said(after)) && adjoin(own, after)) end = after.end;
  return { start, end: said(own).endsWith(':') ? endOfBullets(text, end) : end };
}

/** The end of the bullets right below a lead-in, as many whole ones as make up no more than so many words. */
function endOfBullets(text: string, from: number): number {
  let end = from;
  let words = 0;
  for (const [bullet] of text
    .slice(from)
    .match(/^(?:\n- [^\n]*)+/)?.[0]
    .matchAll(/\n- [^\n]*/g) ?? []) {
    words += bullet.split(/\s+/).length;
    if (words > wordsOfBullets) break;
    end += bullet.length;
  }
  return end;
}

/** The lead-in, without its colon, of the list in which a quote is a bullet; null where it is none. */
export function leadOf(text: string, start: number): string | null {
  const lines = text.slice(0, start).split('\n');
  if (lines.pop() !== '- ') return null;
  const lead = lines.findLast((line) => !line.startsWith('- '));
  return lead?.endsWith(':') ? (/[^.?!]*:$/.exec(lead)?.[0].slice(0, -1).trim() ?? null) : null;
}
