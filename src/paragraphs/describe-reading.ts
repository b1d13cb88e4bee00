import type { Report } from '../reports/report.ts';
import { describeRuns } from './describe-runs.ts';
import { findMissingSections } from './find-missing-sections.ts';
import type { Draft } from './gather-paragraphs.ts';
import { judgeReading } from './judge-reading.ts';
import { measureText } from './measure-text.ts';
import { parseNumber } from './number-style.ts';
import { type ParagraphForm, paragraphForms } from './paragraph.ts';
import type { Reading } from './reading.ts';

const mostNamed = 3;
const mostKept = 10;
const longestKept = 100;
/** Page numbers of which fewer are there tell nothing by their order. */
const fewestPageNumbers = 4;

/** What splitting a report came to. */
export interface SplitFindings {
  drafts: readonly Draft[];
  headings: readonly string[];
  /** Entries of contents lists. */
  listed: readonly string[];
  /** Lines that begin with a number of no run. */
  unexplained: readonly string[];
  /** Lines of contents lists. */
  contents: readonly string[];
  /** Running heads and feet and page numbers. */
  running: readonly string[];
}

/** An account of what was read: what was found, what may be wrong, and how far it can be believed. */
export function describeReading(
  report: Pick<Report, 'notices' | 'pages' | 'leftOut'>,
  found: SplitFindings,
): Reading {
  const { drafts, headings, listed, unexplained, contents, running } = found;
  const numbered = drafts.filter((draft) => draft.form === 'numbered');
  const { missing, atEnd } = findMissingSections(listed, headings);
  // A list of which nothing is found again says nothing about this copy.
  const believed = missing.length < listed.length ? missing : [];
  const { runs, lost } = describeRuns(drafts, numbersOf(headings));
  const pages = report.pages ?? null;
  const ownNotice =
    believed.length > 0 ? [writeNotice(believed, atEnd ? numbered.at(-1)?.number : undefined)] : [];
  return {
    numbered: numbered.length,
    unnumbered: drafts.length - numbered.length,
    forms: countForms(drafts),
    numbering: runs,
    unexplained: { count: unexplained.length, lines: unexplained.slice(0, mostKept).map(shorten) },
    pages,
    furniture: {
      running: running.length,
      contents: contents.length,
      outside: report.leftOut?.length ?? 0,
    },
    missing: believed,
    ...judgeReading({
      ...{ paragraphs: drafts.length, numbered: numbered.length, runs, lost, pages },
      ...{ unexplained: unexplained.length, ...measureText(drafts), ...measurePageNumbers(running) },
    }),
    notice: [...ownNotice, ...report.notices].join(' ') || null,
  };
}

function shorten(line: string): string {
  return line.length <= longestKept ? line : `${line.slice(0, longestKept).trimEnd()} …`;
}

function countForms(drafts: readonly Draft[]): Record<ParagraphForm, number> {
  const counts = Object.fromEntries(paragraphForms.map((form) => [form, 0])) as Record<ParagraphForm, number>;
  for (const { form } of drafts) counts[form]++;
  return counts;
}

/** The numbers that headings begin with: "2. Purpose" is why no paragraph is numbered 2. */
function numbersOf(headings: readonly string[]): Set<string> {
  return new Set(
    headings.flatMap((heading) => parseNumber(heading, { index: 0, free: true })?.steps.join('.') ?? []),
  );
}

/** Numbers of paragraphs in the margin that were taken for page numbers give themselves away where they begin again. */
function measurePageNumbers(running: readonly string[]): { pageNumbers: number; pageNumbersBack: number } {
  const values = running.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
  const back = values.filter((value, at) => value <= (values[at - 1] ?? -1)).length;
  return values.length < fewestPageNumbers
    ? { pageNumbers: 0, pageNumbersBack: 0 }
    : { pageNumbers: values.length, pageNumbersBack: back };
}

function writeNotice(missing: string[], last: string | null | undefined): string {
  const named = missing.slice(0, mostNamed).map((section) => `“${section}”`);
  const more = missing.length - named.length;
  const sections =
    more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return last
    ? `This copy stops at paragraph ${last}; its contents list also names ${sections}.`
    : `This copy is not complete: its contents list also names ${sections}.`;
}
