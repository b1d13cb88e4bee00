const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A value as small roman numerals; below 1 and above `largest` as digits: 3999 in browsers. */
export function toRoman(value: number, largest = 3999): string {
  if (value < 1 || value > largest) return String(value);
  let rest = value;
  let printed = '';
  for (const [worth, letters] of romans) {
    for (; rest >= worth; rest -= worth) printed += letters;
  }
  return printed;
}

/** A value as small letters: 1 is a, 27 is aa; below 1 as digits. */
export function toLetters(value: number): string {
  if (value < 1) return String(value);
  let rest = value;
  let printed = '';
  while (rest > 0) {
    rest--;
    printed = String.fromCharCode(97 + (rest % 26)) + printed;
    rest = Math.floor(rest / 26);
  }
  return printed;
}
