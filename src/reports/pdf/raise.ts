const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Writes a raised number with raised digits, so that a footnote's mark is no part of the word before it. */
export function raise(text: string): string {
  return /^\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*$/.test(text)
    ? text.trim().replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit)
    : text;
}

/** The numbers that stand in words with raised digits. */
export function readRaised(text: string): number[] {
  return [...text.matchAll(/[⁰¹²³⁴-⁹]{1,3}/gu)].map(([mark]) => raisedValue(mark));
}

/** The value of a number written with raised digits alone. */
export function raisedValue(digits: string): number {
  return Number(Array.from(digits, (digit) => raisedDigits.indexOf(digit)).join(''));
}
