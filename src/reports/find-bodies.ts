import type { Line } from './report.ts';

const word = "(?!(?:Council|Constabulary|Trust)\\b)\\p{Lu}[\\p{L}’'-]+";
// "Bath and North East Somerset", "Kingston upon Hull", "Isle of Wight", "Brighton & Hove".
const place = `(?:Isles? of )?${word}(?: (?:and|&|upon|on|under|with|in) ${word}| ${word}){0,4}`;
const bodyName = new RegExp(
  `(?<![\\p{L}’'-])(?:(?:Royal |London |Royal London )?Borough(?: Council)? of ${place}|City of ${place} Council|${place} (?:Council|Combined Authority|Fire (?:and|&) Rescue (?:Authority|Service)|Constabulary|Police Authority|(?:NHS )?Foundation Trust|NHS Trust|Health Board|Integrated Care Board))(?![\\p{L}])`,
  'gu',
);
const openingWords =
  /^(?:(?:The|This|That|To|For|By|From|At|In|On|Of|And|With|Both|When|While|Since|Although|However|As|If|Our|Your|Dear|Inspection|Report|Audit|Review|Reprimand|Minutes|Agenda|Published|Title|Authority|Council|Name|Organisation|Chief Executive|Leader) )+/;
// Ranks of councils that a short name goes without; a city keeps its own, since a county may have the same name.
const ranks = /^(.+?)(?: (?:County|Borough|District|Metropolitan|Unitary|Town|Parish))* Council$/u;

/** "County Council", "Borough Council": nobody's name. */
const nobody =
  /^(?:(?:County|City|Borough|District|Town|Parish|Local|Metropolitan|Unitary|Combined|NHS|Foundation) ?)*(?:Council|Authority|Trust)?$/;

const openingLines = 60;
const closingLines = 40;
const enoughMentions = 3;
const clearShare = 2 / 3;

/**
 * The council or other public body that a document is about, where its wording leaves no doubt: the only one that its
 * opening names, or the one of several there that most mentions in the whole document are of. Null otherwise.
 */
export function findAuthority(lines: readonly Line[]): string | null {
  const printed = lines.filter(({ text }) => text.trim() !== '');
  const opening = countBodies(printed.slice(0, openingLines));
  const [only, ...others] = opening.keys();
  if (only !== undefined && others.length === 0) return only;
  const counts = countBodies(printed);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [first] = [...counts].filter(([name]) => opening.has(name)).sort(([, a], [, b]) => b - a);
  return first && first[1] >= enoughMentions && first[1] >= clearShare * total ? first[0] : null;
}

/** A short name for labels: "Anytown County Council" is "Anytown", "London Borough of Anytown" too. */
export function shortenAuthority(name: string): string {
  const borough = /^(?:Royal |London |Royal London )?Borough(?: Council)? of (.+)$/.exec(name)?.[1];
  return borough ?? ranks.exec(name)?.[1] ?? name;
}

function countBodies(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    for (const [match] of text.replace(/\s+/g, ' ').matchAll(bodyName)) {
      const name = match.replace(openingWords, '');
      if (nobody.test(name)) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

const publisherLines: readonly RegExp[] = [
  /^(?:published|issued|produced) by:?\s+(?<name>\p{Lu}.+)$/iu,
  /^publisher:?\s+(?<name>\p{Lu}.+)$/iu,
  /^(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?<name>\p{Lu}.+?),?\s+(?:19|20)\d\d\b/iu,
];
const longestName = 80;

/** Who published a document, where a line of its own says so; null otherwise. */
export function findPublisher(lines: readonly Line[]): string | null {
  const printed = lines.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  for (const pattern of publisherLines) {
    for (const text of [...printed.slice(0, openingLines), ...printed.slice(-closingLines)]) {
      const name = pattern
        .exec(text)
        ?.groups?.name?.replace(/\s+(?:on|in)\s+(?:\d|\p{Lu}\p{L}+ \d{4}).*$/u, '')
        .replace(/[.,;:].*$/, '')
        .trim();
      if (name && name.length <= longestName && /^\p{Lu}/u.test(name) && !/^crown\b/i.test(name)) return name;
    }
  }
  return null;
}
