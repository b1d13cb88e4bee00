import type { Substitutions } from './rst-inline.ts';
import { type DrawnRow, readListTable } from './rst-tables.ts';

/** What of an instruction is printed. */
export interface Directive {
  /** A line of its own, such as the name of a box; null without one. */
  title: string | null;
  /** The line is a heading of this level. */
  level: number | null;
  rows: DrawnRow[];
  /** The lines set in below are text; the first `options` of them are not. */
  keeps: boolean;
  options: number;
}

const titled = new Set([
  'rubric',
  'topic',
  'sidebar',
  'table',
  'centered',
  'epigraph',
  'pull-quote',
  'highlights',
]);
const boxed = new Set(
  'admonition attention caution compound container danger error figure hint important note parsed-literal tip warning class versionadded seealso line-block align-center align-right'.split(
    ' ',
  ),
);

/** Takes an instruction (what follows the two dots) and the lines set in below it apart. */
export function readDirective(body: string, content: readonly string[]): Directive {
  const [, name, argument] = /^([A-Za-z][\w-]*(?::[\w-]+)*)::(?:\s+(.*))?$/.exec(body) ?? [];
  const nothing: Directive = { title: null, level: null, rows: [], keeps: false, options: 0 };
  if (name === undefined) return nothing;
  const title = argument?.trim() || null;
  const options = countOptions(content);
  if (name === 'list-table') {
    const heads = Number(/:header-rows:\s*(\d+)/.exec(content.join('\n'))?.[1] ?? 0);
    const rows = readListTable(content.slice(options), heads).map((row) => ({
      ...row,
      at: row.at + options,
    }));
    return { title, level: null, rows, keeps: false, options };
  }
  if (titled.has(name)) return { title, level: name === 'rubric' ? 6 : null, rows: [], keeps: true, options };
  if (!boxed.has(name)) return nothing;
  // The argument of a figure or a class is a name for machines; of a box it is its first words.
  return {
    title: /^(?:figure|class|container)$/.test(name) ? null : title,
    level: null,
    rows: [],
    keeps: true,
    options,
  };
}

function countOptions(content: readonly string[]): number {
  const first = content.findIndex((line) => !/^\s+:[\w-]+:/.test(line));
  return first < 0 ? content.length : first;
}

/** What a document says of its own substitutions, by name in lower case. */
export function readSubstitutions(lines: readonly string[]): Substitutions {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, name, words] = /^\s*\.\.\s+\|([^|]+)\|\s+replace::\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) found.set(name.toLowerCase(), words ?? '');
  }
  return found;
}
