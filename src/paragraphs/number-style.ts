import { readRoman } from './read-roman.ts';

/** How a number is printed; a sequence keeps to one style. */
export type NumberStyle =
  | 'dot'
  | 'parenthesis'
  | 'round'
  | 'square'
  | 'bare'
  | 'steps'
  | 'lettered'
  | 'named'
  | 'slashed'
  | 'roman'
  | 'small_roman'
  | 'round_roman';

/** A printed number at the start of a line that could number a paragraph. */
export interface NumberCandidate {
  /** Index of its line. */
  index: number;
  /** Without brackets or final dot. */
  number: string;
  /** Its steps: "4.12" → ["4", "12"], "4.2(a)" → ["4", "2", "a"], "12A" → ["12", "A"], "IV" → ["4"]. */
  steps: string[];
  style: NumberStyle;
  /** Length of the number, its punctuation and the blanks after it. */
  length: number;
  /** The words after the number. */
  rest: string;
  /** The words of the next line that has any, where none stand after the number. */
  below?: string;
  /** Nothing above it goes on into it: an empty line, a page's top or a finished sentence stands before. */
  free: boolean;
  /** It stands right below another line. */
  tight?: boolean;
  /** Blanks in front of it. */
  indent?: number;
  /** The line above goes on into it: only its neighbours in a sequence, before and after, can say that it counts. */
  doubtful?: boolean;
}

/** What its place says of a number. */
interface Place {
  index: number;
  free: boolean;
  tight?: boolean;
  indent?: number;
  doubtful?: boolean;
  /** It stands in the margin, alone on its line. */
  alone?: boolean;
}

const named = /^(?:[¶§]\s*|(?:Paragraph|PARAGRAPH|Para)\.?\s+)(?=\d)/u;
/** The blank behind a number may be lost: "12.The council". */
const bracketed = /^(?:\((\d{1,4}[A-Z]?)\)|\[(\d{1,4}[A-Z]?)\])(?:\s+|$|(?=\p{Lu}\p{Ll}))/u;
const plainNumber =
  /^(\d{1,4}(?:\.\d{1,3}){0,7}[A-Z]{0,2}(?:\([a-z]{1,2}\))?|[A-Z]{1,2}\d{1,3}(?:\.\d{1,3}){0,7}|[A-Z]{1,2}(?:\.\d{1,3}){1,7}|(?:[A-Z]{1,5}\d{0,3}\/)?\d{1,4}\/\d{1,4})([.):]?)(?:\s+|$|(?<=\d[.)])(?=["“‘]?\p{Lu}[\p{Ll}\s]))/u;
const romanNumber = /^(\(?)([IVXLC]{1,8}|[ivxlc]{1,8})([.)])(?:\s+|$)/;
/** How a sentence begins: with a capital, a bracket, or the number of a section that was put in ("80EB requires"). */
const capital = /^(?:["'“‘([]?\p{Lu}|\(\d|\d+[A-Z]{1,3}\s\p{Ll})/u;
const month =
  /^(?:January|February|March|April|June|July|August|September|October|November|December)\b|^May(?:$|[\s,:–—-]+(?:[\d\p{Lu}]|$))/u;
const shortDate = /^\d{2}\.\d{2}\.\d{2}$/;
const mostBare = 1500;

/** The words that a line begins with and that only say that a number follows: "Paragraph", "¶"; '' without them. */
export function readNumberName(text: string): string {
  return named.exec(text)?.[0].trim() ?? '';
}

/** Reads a number off the start of a line, or gives null. Numbers without a stop need a capital behind them. */
export function parseNumber(text: string, place: Place): NumberCandidate | null {
  const name = named.exec(text)?.[0] ?? '';
  const words = text.slice(name.length);
  const inBrackets = name === '' ? bracketed.exec(words) : null;
  const match = inBrackets ?? plainNumber.exec(words);
  if (!match) return name === '' ? parseRoman(text, place) : null;
  const number = inBrackets ? (inBrackets[1] ?? inBrackets[2] ?? '') : (match[1] ?? '');
  const ending = inBrackets ? '' : (match[2] ?? '');
  const steps = stepsOf(number);
  const style = inBrackets
    ? inBrackets[1]
      ? 'round'
      : 'square'
    : plainStyle(number, steps, { ending, name });
  const rest = words.slice(match[0].length);
  const candidate = { number, steps, style, length: name.length + match[0].length, rest, ...place };
  return isWellSet(candidate, ending) ? candidate : null;
}

function isWellSet(
  { number, style, rest, free, alone, steps }: NumberCandidate & Place,
  ending: string,
): boolean {
  if (shortDate.test(number) || (ending === ':' && style !== 'named')) return false;
  if (style === 'bare') {
    const fits = alone || (capital.test(rest) && !month.test(rest));
    return fits && Number.parseInt(number, 10) <= mostBare && (free || steps.length === 1);
  }
  if (style === 'lettered' || style === 'slashed') return capital.test(rest) || rest === '';
  if (style === 'named') return rest === '' || /^["'“‘([–—-]?\s*\p{Lu}/u.test(rest);
  if (style === 'steps' && rest !== '' && ending === '') return /^["'“‘([*•]?[\p{Lu}\p{N}]/u.test(rest);
  return true;
}

function plainStyle(
  number: string,
  steps: string[],
  { ending, name }: { ending: string; name: string },
): NumberStyle {
  if (name !== '') return 'named';
  if (number.includes('/')) return 'slashed';
  const letters = steps.filter((step) => /\p{L}/u.test(step)).length;
  if (/^[A-Z]{1,2}\d+$/.test(number)) return 'lettered';
  if (steps.length - letters > 1 || /^[A-Z]/.test(steps[0] ?? '')) return 'steps';
  if (ending === '.' || /^[a-z]/.test(steps.at(-1) ?? '')) return 'dot';
  return ending === ')' ? 'parenthesis' : 'bare';
}

/** The steps of a printed number; zeros in front of them do not count. */
function stepsOf(number: string): string[] {
  const steps = number.match(/\d+|[A-Z]+|[a-z]+/g) ?? [];
  return steps.map((step) => step.replace(/^0+(?=\d)/, ''));
}

/** The steps of a number that was read: "IV" → ["4"]; letters alone are always roman. */
export function readSteps(number: string): string[] {
  const value = /^\p{L}+$/u.test(number) ? readRoman(number) : null;
  return value === null ? stepsOf(number) : [String(value)];
}

function parseRoman(text: string, place: Place): NumberCandidate | null {
  const [whole = '', opening, number = '', ending] = romanNumber.exec(text) ?? [];
  const value = readRoman(number);
  if (value === null || (opening === '(' && ending !== ')')) return null;
  const plain = /^[IVXLC]/.test(number) ? 'roman' : 'small_roman';
  const style = opening === '(' ? 'round_roman' : plain;
  const rest = text.slice(whole.length);
  return { number, steps: [String(value)], style, length: whole.length, rest, ...place };
}

/** The step that comes before one, or null at the first: "4" → "3", "C" → "B", "b" → "a". */
export function stepBefore(step: string, distance = 1): string | null {
  if (/^\d+$/.test(step)) return Number(step) > distance ? String(Number(step) - distance) : null;
  const code = step.codePointAt(0) ?? 0;
  const first = code >= 97 ? 97 : 65;
  return step.length === 1 && code - distance >= first ? String.fromCodePoint(code - distance) : null;
}

/** Whether a step is the first of its kind. */
export function isFirstStep(step: string): boolean {
  return step === '1' || step === 'A' || step === '0' || step === 'a';
}
