import type { Draft } from './gather-paragraphs.ts';

const settings: Readonly<Record<string, string>> = {
  '': 'without a stop',
  '.': 'with a full stop',
  ')': 'with a closing bracket',
  '()': 'in round brackets',
  '[]': 'in square brackets',
  ':': 'with a colon',
};

/** How most numbers of a run are printed, in words: "arabic numbers with a full stop". */
export function printedStyle(run: readonly Pick<Draft, 'number' | 'printedNumber'>[]): string {
  const counts = new Map<string, number>();
  for (const { number, printedNumber } of run) {
    const style = styleInWords(number ?? '', printedNumber);
    counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

function styleInWords(number: string, printed: string): string {
  const around = printed.replace(number, '').replace(/\s/g, '');
  return `${kindOf(number)} ${settings[around] ?? `with “${around}”`}`;
}

function kindOf(number: string): string {
  if (number.includes('/')) return 'numbers with a stroke';
  if (/^[IVXLC]+$/.test(number)) return 'roman numerals';
  if (/^[ivxlc]+$/.test(number)) return 'small roman numerals';
  if (/[.(]/.test(number)) return 'stepped numbers';
  return /^\d/.test(number) ? 'arabic numbers' : 'letters and numbers';
}
