const lone = /^(?:page\s+)?[-–—[(|]?\s*(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\s*[-–—\])|]?$/i;
const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The number of a page that words print and nothing else, in digits or as a Roman numeral; null for other words. */
export function parsePageNumber(text: string): number | null {
  const printed = lone.exec(text.trim())?.[1]?.toLowerCase();
  if (printed === undefined) return null;
  if (/^\d/.test(printed)) return Number(printed);
  const digits = Array.from(printed, (letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, at) => sum + ((digits[at + 1] ?? 0) > value ? -value : value), 0);
}
