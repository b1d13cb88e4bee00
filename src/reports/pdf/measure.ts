import type { TextLine } from './text-line.ts';

/** A column of a page with its lines from top to bottom. */
export interface Column {
  /** The same in all pages that are set alike. */
  key: string;
  page: number;
  lines: TextLine[];
}

/** Lines enough to know where full lines end. */
const mostMeasured = 400;

/** How a report is set, measured over all its pages. In points. */
export interface Setting {
  /** Of the running text. */
  textSize: number;
  /** From baseline to baseline inside a paragraph. */
  pitch(size: number): number;
  /** Where full lines end that begin like a line. */
  rightEdge(column: Column, line: TextLine): number;
}

/** Measures the size of the running text, the pitch of lines and where full lines end. */
export function measureSetting(columns: readonly Column[]): Setting {
  const textSize = measureTextSize(columns.flatMap(({ lines }) => lines));
  const pitches = measurePitches(columns);
  const edges = measureEdges(columns);
  return {
    textSize,
    pitch: (size) => pitches.get(Math.round(size * 2)) ?? size * 1.3,
    rightEdge: (column, line) =>
      edges.get(edgeKey(column, line)) ?? edges.get(column.key) ?? Math.max(line.right, 0),
  };
}

/** The size in which most characters are set. */
export function measureTextSize(lines: readonly TextLine[]): number {
  const lengths = new Map<number, number>();
  for (const { size, segments } of lines) {
    const characters = segments.reduce((sum, { text }) => sum + text.length, 0);
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + characters);
  }
  return [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best), [10, 0])[0];
}

/** By size in half points: the narrowest distance of lines that is common. */
function measurePitches(columns: readonly Column[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const { lines } of columns) {
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (!next || Math.abs(next.size - line.size) > 0.5) continue;
      const distance = Math.round((next.y - line.y) * 4) / 4;
      if (distance < line.size * 0.8 || distance > line.size * 2.6) continue;
      const size = Math.round(line.size * 2);
      const bySize = counts.get(size) ?? new Map<number, number>();
      bySize.set(distance, (bySize.get(distance) ?? 0) + 1);
      counts.set(size, bySize);
    }
  }
  return new Map([...counts].map(([size, distances]) => [size, narrowestCommon(distances)]));
}

function narrowestCommon(distances: Map<number, number>): number {
  const most = Math.max(...distances.values());
  return Math.min(
    ...[...distances].filter(([, count]) => count >= most * 0.25).map(([distance]) => distance),
  );
}

function edgeKey(column: Column, line: TextLine): string {
  return `${column.key} ${Math.round(line.x / 4)}`;
}

/** By column, and by left edge where lines with that edge end short of the column and yet run on. */
function measureEdges(columns: readonly Column[]): Map<string, number> {
  const whole = new Map<string, number[]>();
  const byEdge = new Map<string, { rights: number[]; running: number }>();
  for (const column of columns) {
    for (const [at, line] of column.lines.entries()) {
      whole.set(column.key, [...(whole.get(column.key) ?? []), line.right].slice(-mostMeasured));
      const own = byEdge.get(edgeKey(column, line)) ?? { rights: [], running: 0 };
      own.rights.push(line.right);
      if (/^\p{Ll}/u.test(column.lines[at + 1]?.segments[0]?.text ?? '')) own.running++;
      byEdge.set(edgeKey(column, line), own);
    }
  }
  const edges = new Map<string, number>();
  for (const [key, rights] of whole) edges.set(key, nearlyLargest(rights));
  for (const [key, { rights, running }] of byEdge) {
    if (rights.length >= 4 && running >= rights.length * 0.4) edges.set(key, nearlyLargest(rights));
  }
  return edges;
}

function nearlyLargest(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * (sorted.length < 40 ? 1 : 0.97))] ?? 0;
}
