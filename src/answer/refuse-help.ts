import type { Refusal } from './refuse.ts';

/** Words of harm and danger, as people in a hurry type them. */
const harm =
  /\b(?:hurt(?:ing|s)?|hit(?:ting|s)?|beat(?:en|ing|s)?|abus(?:ed?|es|ing|ive)|harm(?:ed|ing|s)?|neglect(?:ed|ing|s)?|groom(?:ed|ing)|bull(?:y|ied|ying)|threaten(?:ed|ing|s)?|in danger|not safe|unsafe|scared|afraid|frightened|missing|run away|ran away|suicid\w*|self[- ]harm\w*|home alone|left alone|stolen|snatched|attacked)\b/i;
/** The asker, or somebody the asker knows. */
const ownCase =
  /\b(?:i|i'm|im|i've|ive|my|mine|me|we|our|a (?:child|kid|girl|boy|friend|neighbour|pupil|parent|family|young person)s? (?:i|we) know|someone i know|somebody i know|next door|neighbou?r(?:['’]?s)?)\b/i;
const asksWhatToDo =
  /\b(?:what (?:do|should|can|must|shall) (?:i|we)(?: do)?|who (?:do|should|can|must|shall) (?:i|we)|where (?:do|should|can) (?:i|we)|how (?:do|should|can) (?:i|we)|help me|please help|need help|i need to (?:talk|speak)|should i|should we|can (?:you|someone) help)\b/i;
const asksOpinion =
  /\b(?:what do you (?:think|reckon|make of)|do you (?:think|agree|believe|recommend|feel)|in your (?:opinion|view)|your (?:opinion|view|advice)|would you (?:say|vote|recommend)|how should (?:i|we) vote|what should (?:i|we) (?:say|ask|argue|demand|think)|should (?:i|we) (?:vote|resign|sack|fire|sue|complain))\b/i;
const asksForDrafting =
  /^(?:\W*(?:please|can you|could you|would you|will you|i (?:want|need|would like) you to|help me(?: to)?)\W+)*(?:write|draft|compose|prepare|make up|knock up|rewrite)\b(?!.*\bwritten\b).*\b(?:speech|letter|email|e-mail|press release|statement|motion|article|blog|post|tweet|poem|song|essay|report for me|summary for me|leaflet|paper|briefing|reply|response|complaint)\b/i;

/**
 * Whether a question asks for what reports cannot give: help with a case of the asker's own in which somebody may come to
 * harm, an opinion, or a text to be written. Questions about what a report says of harm are not.
 */
function asksForHelp(question: string): boolean {
  if (asksOpinion.test(question) || asksForDrafting.test(question)) return true;
  return harm.test(question) && ownCase.test(question) && asksWhatToDo.test(question);
}

/** Refuses with the signpost what reports cannot give; null for everything else. */
export function refuseHelp(question: string, signpost: string): Refusal | null {
  return asksForHelp(question) ? { code: 'help', text: signpost } : null;
}
