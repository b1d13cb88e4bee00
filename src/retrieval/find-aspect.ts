import { stopWords } from '../index/stop-words.ts';

const documents = '(?:reports?|papers?|documents?|inspections?|councils?|authorities)';
/** What a question says of comparing, which no single report can answer. */
const frames: RegExp[] = [
  new RegExp(
    String.raw`\b(?:which|how many)(?: of the)? ${documents} (?:mention|say|speak|talk|discuss|cover|deal)\w*(?: (?:of|about|with|on|that))?\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\bwhat (?:do|did|does) (?:each|both|all|the)(?: of)?(?: the)?(?: (?:two|three|four|five))?(?: ${documents})? (?:say|find|tell)(?: (?:of|about|on|that))?\b`,
    'gi',
  ),
  /,?\s*\b(?:and|or) (?:what|how) (?:do|did|does) (?:they|each|both|it|that)\b[^?]*/gi,
  /\b(?:how|in what ways?) (?:do|does|did|is|are|was|were|has|have)\b/gi,
  /\b(?:compar(?:e[ds]?|ing|isons?)|versus|vs\.?|differ(?:s|ed|ences?|ent)?|between|against|with each other|(?:get|got|did the story get|become|became) (?:better|worse)|better or worse|over time|chang(?:e[ds]?|ing)|numbers)\b/gi,
];

/**
 * What a comparing question is about, without the words that compare: "How do repairs compare, A and B?" is about repairs. Each
 * report is read against that. The question itself when nothing would be left.
 */
export function findAspect(question: string): string {
  const aspect = frames
    .reduce((text, frame) => text.replace(frame, ' '), question)
    .replace(/\s+([,;:?.])/g, '$1')
    .replace(/[\s,;:–-]*(?:\b(?:and|with|to|in|of|the|or)\b[\s,;:–-]*)*\?*\s*$/i, '')
    .replace(/^[\s,;:–-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const said = aspect.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return said.some((word) => !stopWords.has(word.toLowerCase())) ? aspect : question;
}
