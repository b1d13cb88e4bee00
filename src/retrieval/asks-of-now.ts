const present = "(?:is|are|am|do|does|has|have|can|may|must)(?:n['’]?t)?";
const asksInPresent = new RegExp(
  String.raw`^(?:(?:and|but|so|or)\s+)?(?:${present}\b|(?:who|what|which|where|when|why|how)(?:['’]s\b|.{0,60}?\s${present}\b))`,
  'i',
);
const tellsOfThen =
  /\b(?:was|were|did|had|been|ago|then|at the time|back|last|previous(?:ly)?|formerly|used to|(?:19|20)\d\d)\b/i;

/** Whether a question is about how things stand, by its tense and for want of any word about the past. */
export function asksOfNow(question: string): boolean {
  return asksInPresent.test(question) && !tellsOfThen.test(question);
}
