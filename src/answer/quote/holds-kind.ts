import type { AskedKind } from '../../retrieval/asked-kind.ts';

const numberWords =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter|none)\b/i;
const months =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b/i;
const fullName = /(?<=\S\s+)\p{Lu}[\p{L}’'-]+\s+\p{Lu}/u;

const holds: Partial<Record<AskedKind, (sentence: string) => boolean>> = {
  number: holdsNumber,
  share: holdsNumber,
  duration: holdsNumber,
  date: (sentence) => /\b(?:19|20)\d\d\b/.test(sentence) || months.test(sentence),
  person: (sentence) => fullName.test(sentence),
};

/** Whether a sentence holds a thing of the asked kind, where the sentence's wording can tell. */
export function holdsKind(sentence: string, kind: AskedKind): boolean {
  return holds[kind]?.(sentence) ?? false;
}

/** Whether a question of this kind asks for a number of something. */
export function asksForNumber(kind: AskedKind): boolean {
  return kind === 'number' || kind === 'share' || kind === 'duration';
}

function holdsNumber(sentence: string): boolean {
  return /\d/.test(sentence) || numberWords.test(sentence);
}
