/** Whether `phrase` (lower case) stands in `text` as whole words, a possessive with or without its apostrophe included. */
export function mentions(text: string, phrase: string): boolean {
  // Most names of a large corpus are nowhere in a question: no pattern is made for them.
  if (!text.includes(phrase.split(/\s/, 1)[0] ?? phrase)) return false;
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:['’]?s|['’])?(?![\\p{L}\\p{N}])`, 'u').test(text);
}
