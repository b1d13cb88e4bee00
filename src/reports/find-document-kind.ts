import type { Line } from './report.ts';

/** The first kind whose wording a title, else a short line of the opening, holds. */
const kinds: readonly (readonly [kind: string, wording: RegExp])[] = [
  ['judgment', /\bneutral citation\b|^(?:approved |ex tempore )?judgment$|\bNCN\b/i],
  ['tribunal decision', /\btribunal\b.*\bdecision\b|^appeal (?:reference|number)\b/i],
  ['ombudsman decision', /\bombudsman(?:['’]s)?\b.*\bdecision\b/i],
  ['reprimand', /^reprimand$|\breprimand -/i],
  ['enforcement notice', /^(?:enforcement|monetary penalty|improvement|decision) notice$/i],
  ['minutes', /^(?:draft )?minutes\b|\bminutes of (?:the|a) meeting\b/i],
  ['explanatory memorandum', /\bexplanatory memorandum\b/i],
  ['explanatory notes', /^explanatory notes$/i],
  ['impact assessment', /\bimpact assessment\b/i],
  ['code of practice', /\bcode of practice\b/i],
  ['handbook', /\bhandbook\b/i],
  [
    'case review',
    /\b(?:serious case|safeguarding (?:practice|adults?)|child safeguarding practice|domestic homicide) review\b/i,
  ],
  [
    'scrutiny committee paper',
    /\bscrutiny (?:committee|panel|commission|board)\b|\b(?:overview and|select) scrutiny\b/i,
  ],
  ['committee paper', /\bcommittee\b|\bcabinet\b|\bfull council\b/i],
  ['board paper', /\bboard (?:meeting|paper)\b|\bmeeting\b.*\bboard\b/i],
  ['inspection report', /\binspection (?:of|report)\b|\breport of (?:the|an) inspection\b|\binspectorate\b/i],
  ['audit report', /\baudit (?:report|findings|opinion)\b|\bauditor['’]s\b/i],
  [
    'investigation report',
    /\binvestigation (?:report|into)\b|\breport (?:of|on) (?:an|the) investigation\b/i,
  ],
  ['inquiry report', /\binquiry\b/i],
  ['annual report', /\bannual report\b/i],
  ['strategy', /\bstrategy\b/i],
  ['policy', /\bpolicy\b/i],
  ['guidance', /\bguidance\b/i],
];

const openingLines = 25;
const mostWords = 14;
const longestLine = 200;

/**
 * What sort of document it is, in a few words, from its title or a short line of its opening; null where neither says.
 */
export function findDocumentKind(title: string, lines: readonly Line[]): string | null {
  const opening = lines
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .slice(0, openingLines)
    .filter((text) => text.length <= longestLine && text.split(/\s+/).length <= mostWords);
  return kindOf([title]) ?? kindOf(opening);
}

function kindOf(texts: readonly string[]): string | null {
  return kinds.find(([, wording]) => texts.some((text) => wording.test(text)))?.[0] ?? null;
}
