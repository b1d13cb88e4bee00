const wellFormed = /^(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const worths: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a roman numeral below 400, in capitals or small letters; null for what is none. */
export function readRoman(numeral: string): number | null {
  const letters = numeral.toLowerCase();
  if (!wellFormed.test(letters)) return null;
  return [...letters].reduce((sum, letter, place) => {
    const worth = worths[letter] ?? 0;
    return sum + (worth < (worths[letters[place + 1] ?? ''] ?? 0) ? -worth : worth);
  }, 0);
}
