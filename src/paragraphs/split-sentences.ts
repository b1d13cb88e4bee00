import type { ParagraphForm, Span } from './paragraph.ts';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

const opener = '(?:^|[\\s("\'“‘[])';
/** These end with a stop and never a sentence. */
const abbreviation = new RegExp(
  `${opener}(?:e\\.g|i\\.e|cf|viz|vs?|mr|mrs|ms|mx|dr|prof|rev|hon|st|cllrs?|supt|insp|sgt|lt|col|gen|capt|messrs)\\.$`,
  'i',
);
/** These end no sentence when a number follows. */
const countedWord = new RegExp(
  `${opener}(?:nos?|paras?|pp?|vols?|ch|chap|sect?|ss?|arts?|regs?|sch|figs?|tab|app|tel|ext|ref|approx|ca?|circa|al|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.$`,
  'i',
);
const initials = /(?:^|[\s("'“‘[.])\p{Lu}\.$/u;
const stopBeforeDigit = /(?<=[\p{L}\p{N}%)\]][.!?]["'”’)\]]*)\s+(?=["'“‘(£$€]?\d)/gu;

/**
 * Cuts a paragraph's text into units that can be quoted: whole sentences; each bullet, by its sentences where it has
 * several; a table row whole. Spans ascend, never overlap, and leave out blanks and the "- " of bullets.
 */
export function splitSentences(text: string, form: ParagraphForm): Span[] {
  if (form === 'table_row') return trimSpan(text, { start: 0, end: text.length });
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const lead = line.startsWith('- ') ? 2 : 0;
    for (const span of splitLine(line.slice(lead))) {
      spans.push({ start: start + lead + span.start, end: start + lead + span.end });
    }
    start += line.length + 1;
  }
  return spans;
}

function splitLine(line: string): Span[] {
  const pieces = [...segmenter.segment(line)].flatMap(({ segment, index }) =>
    cutBeforeDigits(segment, index),
  );
  const joined: Span[] = [];
  for (const piece of pieces) {
    const open = joined.at(-1);
    if (open && belongsTogether(line.slice(open.start, open.end), line.slice(piece.start, piece.end)))
      open.end = piece.end;
    else joined.push(piece);
  }
  return joined.flatMap((span) => trimSpan(line, span));
}

/** The standard's rules never end a sentence before a number: "… in 2010. 24% of …". */
function cutBeforeDigits(segment: string, offset: number): Span[] {
  const cuts = [...segment.matchAll(stopBeforeDigit)].map((match) => match.index + match[0].length);
  const edges = [0, ...cuts, segment.length];
  return edges.slice(1).map((end, place) => ({ start: offset + (edges[place] ?? 0), end: offset + end }));
}

/** Characters before a cut that tell whether it is a fault; looking through all of a growing sentence takes square time. */
const lookedAt = 200;

/** Whether a cut between two pieces is a fault: after an abbreviation, inside brackets, before a small letter. */
function belongsTogether(before: string, after: string): boolean {
  const head = before.slice(-lookedAt).trimEnd();
  const next = after.trimStart();
  if (next === '' || !/[\p{L}\p{N}]/u.test(next) || /^["'“‘([]?\p{Ll}/u.test(next)) return true;
  if (!/[\p{L}\p{N}]/u.test(head)) return true;
  if (countedWord.test(head) && /^[([]?\d/.test(next)) return true;
  return abbreviation.test(head) || isInitial(head, next) || isOpen(head);
}

/** "J. Smith", "B. A. Jones": a letter with a stop before a name; "the Human Rights Act 1998, Part A. The" ends. */
function isInitial(head: string, next: string): boolean {
  return (
    initials.test(head) &&
    /^\p{Lu}/u.test(next) &&
    !/\b(?:part|annex|appendix|option|table|grade|class|type)\s+\p{Lu}\.$/iu.test(head)
  );
}

/** A bracket that was opened not long ago and not closed. */
function isOpen(head: string): boolean {
  return head.lastIndexOf('(') > head.lastIndexOf(')');
}

function trimSpan(text: string, { start, end }: Span): Span[] {
  const part = text.slice(start, end);
  const trimmed = part.trim();
  if (trimmed === '') return [];
  const from = start + part.indexOf(trimmed);
  return [{ start: from, end: from + trimmed.length }];
}
