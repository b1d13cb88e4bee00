/** Words of opposite senses that a question and a report may use of the same thing. General English, no corpus's own words. */
const opposites: [RegExp, RegExp][] = [
  [
    /\b(?:r[io]se[ns]?|rising|increas\w*|gr[eo]w\w*|growth|extra|add(?:ed|itional)|more|expand\w*|higher)\b/i,
    /\b(?:f[ae]ll(?:s|en|ing)?|cuts?|cutting|reduc\w*|decreas\w*|declin\w*|drop\w*|fewer|less|shr[aiu]nk\w*|lower)\b/i,
  ],
  [
    /\b(?:good|outstanding|excellent|strong|effective|impressive|praised?|commended)\b/i,
    /\b(?:inadequate|poor(?:ly)?|weak|ineffective|insufficient|requires improvement|unsatisfactory|critici[sz]\w*)\b/i,
  ],
  [/\b(?:improv\w*|better)\b/i, /\b(?:worse\w*|deteriorat\w*|declin\w*|slipp\w*)\b/i],
  [
    /\b(?:open(?:s|ed|ing)?|start(?:s|ed)?|launch\w*|introduc\w*)\b/i,
    /\b(?:clos(?:e|es|ed|ing|ure)|end(?:s|ed)|stopp\w*|scrapp\w*|withdr[ae]w\w*|abandon\w*)\b/i,
  ],
  [
    /\b(?:approv\w*|agree[ds]?|accept\w*|allow\w*|upheld|backed)\b/i,
    /\b(?:reject\w*|refus\w*|turned down|dismiss\w*|den(?:y|ied)|oppos\w*|overturned)\b/i,
  ],
  [
    /\b(?:met|achiev\w*|on time|within)\b/i,
    /\b(?:miss(?:ed|es)|fail(?:s|ed|ure)?|late|overdue|exceed\w*)\b/i,
  ],
];

/**
 * Whether a sentence says the opposite of what a question takes for granted: one of them uses a word of one sense, the other
 * only one of the opposite sense.
 */
export function contradicts(question: string, sentence: string): boolean {
  return opposites.some(([one, other]) => {
    const asked = [one.test(question), other.test(question)];
    const said = [one.test(sentence), other.test(sentence)];
    return asked[0] !== asked[1] && said[0] !== said[1] && asked[0] === said[1];
  });
}
