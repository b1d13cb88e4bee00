import { seededRandom } from '../faults/seeded-random.ts';

/** Ruins a report's text in some way; the same seed ruins it alike. */
export type Wreck = (text: string, seed: number) => string;

const numbered =
  /^(\s*)((?:Paragraph\s+|¶\s*)?[([]?(?:\d{1,4}(?:\.\d{1,3})*[A-Z]?|[A-Z]{1,2}\d*(?:\.\d+)+|[A-Z]\d+|[IVXLC]{1,6})[.)\]]{0,2})(\s+\S|\s*$)/;

/** What recognition of printed letters takes for one another. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ o: '0', l: '1', e: 'c', m: 'rn', i: '!', s: '5', a: '@', h: 'li', g: '9', B: '8', t: 'f' },
  ...{ 1: 'l', 0: 'O', 5: 'S', '.': ',' },
};

/** Ways in which a reading goes wrong, by name. */
export const wrecks: Readonly<Record<string, Wreck>> = {
  'every third number line removed': (text) => {
    let count = 0;
    return linesOf(text, (line) => (numbered.test(line) && ++count % 3 === 0 ? [] : [line]));
  },
  'every third number removed': (text) => {
    let count = 0;
    return linesOf(text, (line) => [
      numbered.test(line) && ++count % 3 === 0 ? line.replace(numbered, '$3').trimStart() : line,
    ]);
  },
  'numbers shuffled': shuffleNumbers,
  'half of the lines dropped': (text, seed) => {
    const random = seededRandom(seed);
    return linesOf(text, (line) => (line.trim() === '' || random() < 0.5 ? [line] : []));
  },
  'letters misread': (text, seed) => misread(text, seed, 0.1),
};

/** Takes this share of the characters for others, as recognition of bad scans does, and parts some words. */
export function misread(text: string, seed: number, share: number): string {
  const random = seededRandom(seed);
  const readOne = (letter: string): string => {
    const chance = random();
    if (letter === '\n' || chance >= share * 1.15) return letter;
    return chance < share ? (lookalikes[letter] ?? letter) : `${letter} `;
  };
  return [...text].map(readOne).join('');
}

function linesOf(text: string, change: (line: string) => string[]): string {
  return text.split('\n').flatMap(change).join('\n');
}

function shuffleNumbers(text: string, seed: number): string {
  const random = seededRandom(seed);
  const lines = text.split('\n');
  const places = [...lines.keys()].filter((at) => numbered.test(lines[at] ?? ''));
  const left = places.map((at) => numbered.exec(lines[at] ?? '')?.[2] ?? '');
  for (const at of places) {
    const [number] = left.splice(Math.floor(random() * left.length), 1);
    lines[at] = (lines[at] ?? '').replace(numbered, (_, lead, _own, rest) => `${lead}${number}${rest}`);
  }
  return lines.join('\n');
}
