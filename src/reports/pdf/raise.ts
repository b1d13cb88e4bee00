const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Writes a raised number with raised digits, so that a footnote's mark is no part of the word before it. */
export function raise(text: string): string {
  return /^\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*$/.test(text)
    ? text.trim().replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit)
    : text;
}
