import type { LaidLine, Layout } from './layout.ts';
import { readInlineEntries } from './read-inline-entries.ts';
import { comparable, countWords, endsSentence, looksLikeHeading } from './wording.ts';

/** A line of a contents list. */
export interface ContentsEntry {
  /** As printed, without its page number. */
  text: string;
  bold: boolean;
}

export interface Contents {
  /** Indices of the lines that the lists cover, with the headings above them. */
  lines: Set<number>;
  entries: ContentsEntry[];
}

interface ListedLine {
  index: number;
  text: string;
  page: number;
  bold: boolean;
  /** What stands between title and page: dots, a tab or a wide gap, or one blank alone. */
  leader: 'dots' | 'gap' | 'blank';
}

const pagedEntry = /^(.*\p{L}\P{L}*?)(\s*(?:[.…·_]\s?){2,}\s*|\s+)(\d{1,3})$/su;
const fewestEntries = 2;

/**
 * Finds contents lists by what makes them lists of contents: lines that end with page numbers that never fall, or
 * lines that come again as headings in the same order. Their words play no part.
 */
export function findContents(layout: Layout): Contents {
  const filled = layout.lines.filter((line) => !line.blank);
  const places = placesOf(filled);
  const contents: Contents = { lines: new Set(), entries: [] };
  for (const list of inlineLists(filled)) if (recurring(list, places) >= 1) addList(contents, layout, list);
  for (const list of pagedLists(filled)) {
    if (recurring(list, places) >= (list.length < 3 ? list.length : Math.max(2, list.length * 0.3)))
      addList(contents, layout, list);
  }
  for (const list of unpagedLists(filled, places)) {
    if (!list.some((entry) => contents.lines.has(entry.index))) addList(contents, layout, list);
  }
  return contents;
}

function addList(contents: Contents, layout: Layout, list: ListedLine[]): void {
  const first = list[0]?.index ?? 0;
  const last = list.at(-1)?.index ?? first;
  for (let index = first; index <= last; index++) contents.lines.add(index);
  let above = first - 1;
  while (layout.lines[above]?.blank) above--;
  const heading = layout.lines[above];
  if (heading && countWords(heading.text) <= 4 && looksLikeHeading(heading.text)) contents.lines.add(above);
  for (const { text, bold } of list) contents.entries.push({ text, bold });
}

/** Where each short line stands, alone and joined to its neighbours (headings wrap). */
function placesOf(filled: LaidLine[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  const add = (text: string, index: number) => {
    const key = comparable(text);
    if (key !== '') places.set(key, [...(places.get(key) ?? []).slice(-20), index]);
  };
  for (const [place, line] of filled.entries()) {
    if (line.text.length > 200) continue;
    add(line.text, line.index);
    let joined = line.text;
    for (const next of filled.slice(place + 1, place + 3)) {
      if (next.text.length > 200 || next.gapBefore) break;
      joined += ` ${next.text}`;
      add(joined, line.index);
    }
  }
  return places;
}

function recurring(list: ListedLine[], places: Map<string, number[]>): number {
  const last = list.at(-1)?.index ?? 0;
  return list.filter((entry) => places.get(comparable(entry.text))?.some((index) => index > last)).length;
}

function pagedLists(filled: LaidLine[]): ListedLine[][] {
  const lists: ListedLine[][] = [];
  let list: ListedLine[] = [];
  let pending: LaidLine[] = [];
  const close = () => {
    if (list.length >= fewestEntries) lists.push(list);
    list = [];
    pending = [];
  };
  for (const line of filled) {
    const entry = parseEntry(line);
    const fits = entry !== null && follows(entry, list.at(-1));
    if (fits) {
      const wrapped = pending.map((part) => part.text).join(' ');
      list.push({ ...entry, text: `${wrapped} ${entry.text}`.trim() });
      pending = [];
    } else if (list.length > 0 && pending.length < 2 && !endsSentence(line.text) && line.text.length < 150) {
      pending.push(line);
    } else {
      close();
    }
  }
  close();
  return lists;
}

function follows(entry: ListedLine, last: ListedLine | undefined): boolean {
  return entry.page > 0 && (last === undefined || (entry.page >= last.page && entry.leader === last.leader));
}

function parseEntry(line: LaidLine): ListedLine | null {
  if (line.text.length > 250) return null;
  const [, text, leader, page] = pagedEntry.exec(line.text.trim()) ?? [];
  if (text === undefined || leader === undefined || page === undefined) return null;
  const printed = text.replace(/\s+/g, ' ').trim();
  if (/[!?]$|[.!?] \p{Lu}\p{Ll}/u.test(printed.replace(/^\S{1,5}\.\s/, ''))) return null;
  const kind = /[.…·_]/.test(leader) ? 'dots' : /\t|\s{3}/.test(leader) ? 'gap' : 'blank';
  return { index: line.index, text: printed, page: Number(page), bold: line.bold, leader: kind };
}

/** Whole lists on one line each. */
function inlineLists(filled: LaidLine[]): ListedLine[][] {
  const lists = filled.map(({ index, text }) =>
    readInlineEntries(text).map((entry) => ({ ...entry, index, bold: false, leader: 'blank' as const })),
  );
  return lists.filter((list) => list.length > 0);
}

/** At least four lines one after another that all come again, in order and apart from each other. */
function unpagedLists(filled: LaidLine[], places: Map<string, number[]>): ListedLine[][] {
  const lists: ListedLine[][] = [];
  let list: LaidLine[] = [];
  const close = () => {
    const found = trimToRecurring(list, places);
    if (found.length >= 4)
      lists.push(
        found.map(({ index, text, bold }) => ({ index, text, bold, page: 0, leader: 'blank' as const })),
      );
    list = [];
  };
  for (const line of filled) {
    const later = places.get(comparable(line.text))?.some((index) => index > line.index + 3) ?? false;
    if (later && looksLikeTitle(line.text)) list.push(line);
    else close();
  }
  close();
  return lists;
}

function looksLikeTitle(text: string): boolean {
  return looksLikeHeading(text.replace(/^[^\p{L}\p{N}]+/u, '')) && !text.includes('\t');
}

/** Keeps the head of a run of lines whose next occurrences rise and lie apart, as headings over text do. */
function trimToRecurring(list: LaidLine[], places: Map<string, number[]>): LaidLine[] {
  const last = list.at(-1)?.index ?? 0;
  let after = last;
  let apart = 0;
  const kept: LaidLine[] = [];
  for (const line of list) {
    const next = places.get(comparable(line.text))?.find((index) => index > after);
    if (next === undefined) break;
    if (next > after + 3) apart++;
    after = next;
    kept.push(line);
  }
  return apart >= kept.length * 0.6 ? kept : [];
}
