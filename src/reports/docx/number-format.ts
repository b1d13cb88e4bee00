import { toRoman } from '../list-numerals.ts';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const irregularOrdinals: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

const letters = 26;
/** After thirty letters of a kind Word begins anew. */
const mostLetters = 30;
const largestRoman = 32_767;
const footnoteSigns = '*†‡§';
const firstCircled = 0x2460;

/** A count as Word prints it in one of its number formats; formats not known here print as plain digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return toLetters(value);
    case 'upperLetter':
      return toLetters(value).toUpperCase();
    case 'lowerRoman':
      return toWordRoman(value);
    case 'upperRoman':
      return toWordRoman(value).toUpperCase();
    case 'ordinal':
      return value + ordinalEnding(value);
    case 'cardinalText':
      return capitalise(toWords(value));
    case 'ordinalText':
      return capitalise(toOrdinalWords(value));
    case 'hex':
      return value.toString(16).toUpperCase();
    case 'chicago':
      return value < 1
        ? String(value)
        : (footnoteSigns[(value - 1) % 4] ?? '').repeat(Math.min(Math.ceil(value / 4), mostLetters));
    case 'numberInDash':
      return `- ${value} -`;
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'decimalEnclosedCircle':
      return value >= 1 && value <= 20 ? String.fromCodePoint(firstCircled + value - 1) : String(value);
    default:
      return /^0+1$/.test(format) ? String(value).padStart(format.length, '0') : String(value);
  }
}

/** a … z, aa, bb …: Word repeats the letter instead of counting on with two. */
function toLetters(value: number): string {
  if (value < 1) return '';
  const place = (value - 1) % (letters * mostLetters);
  return String.fromCharCode(97 + (place % letters)).repeat(Math.floor(place / letters) + 1);
}

/** Word counts higher than browsers do, and prints nothing below 1. */
function toWordRoman(value: number): string {
  return value < 1 ? '' : toRoman(value, largestRoman);
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function toWords(value: number): string {
  if (value < 0 || value > 999) return String(value);
  if (value < 20) return ones[value] ?? '';
  if (value < 100) {
    const rest = value % 10;
    return (tens[Math.floor(value / 10)] ?? '') + (rest === 0 ? '' : `-${ones[rest]}`);
  }
  const rest = value % 100;
  return `${ones[Math.floor(value / 100)]} hundred${rest === 0 ? '' : ` ${toWords(rest)}`}`;
}

function toOrdinalWords(value: number): string {
  return toWords(value).replace(/[a-z]+$/, (last) => {
    const irregular = irregularOrdinals[last];
    return irregular ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  });
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
