/** A printed number at the start of a line that could number a paragraph. */
export interface NumberCandidate {
  /** Index of its line. */
  index: number;
  /** Without brackets or final dot. */
  number: string;
  /** Its steps: "4.12" → ["4", "12"]. */
  steps: string[];
  style: 'dot' | 'parenthesis' | 'round' | 'square' | 'bare' | 'steps';
  /** Length of the number, its punctuation and the blanks after it. */
  length: number;
  /** The words after the number. */
  rest: string;
  /** Nothing above it goes on into it: an empty line, a page's top or a finished sentence stands before. */
  free: boolean;
}

const printedNumber =
  /^(?:\((\d{1,4})\)|\[(\d{1,4})\]|(\d{1,4}(?:\.\d{1,3}){0,7}|[A-Z]{1,2}\d{0,2}(?:\.\d{1,3}){1,7})([.)]?))(?:\s+|$)/;

/** Reads a number off the start of a line, or gives null. Bare numbers need a capital behind them. */
export function parseNumber(
  text: string,
  { index, free }: { index: number; free: boolean },
): NumberCandidate | null {
  const match = printedNumber.exec(text);
  if (!match) return null;
  const [whole, round, square, plain, ending] = match;
  const number = round ?? square ?? plain ?? '';
  const steps = number.split('.');
  const rest = text.slice(whole.length);
  const style = round ? 'round' : square ? 'square' : plainStyle(steps, ending ?? '');
  if (style === 'bare' && (!/^(?:["'“‘([]?\p{Lu}|\(\d)/u.test(rest) || Number(number) > 1500)) return null;
  if (style === 'steps' && rest !== '' && !/^["'“‘([*•]?[\p{Lu}\p{N}]/u.test(rest) && ending === '')
    return null;
  return { index, number, steps, style, length: whole.length, rest, free };
}

function plainStyle(steps: string[], ending: string): NumberCandidate['style'] {
  if (steps.length > 1) return 'steps';
  if (ending === '.') return 'dot';
  return ending === ')' ? 'parenthesis' : 'bare';
}

/** The step that comes before one, or null at the first: "4" → "3", "C" → "B". */
export function stepBefore(step: string, distance = 1): string | null {
  if (/^\d+$/.test(step)) return Number(step) > distance ? String(Number(step) - distance) : null;
  const code = step.codePointAt(0) ?? 0;
  return step.length === 1 && code - distance >= 65 ? String.fromCodePoint(code - distance) : null;
}

/** Whether a step is the first of its kind. */
export function isFirstStep(step: string): boolean {
  return step === '1' || step === 'A' || step === '0';
}
