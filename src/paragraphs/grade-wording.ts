const grade =
  '(?:excellent|outstanding|(?:very |reasonably |not sufficiently )?good|satisfactory|adequate|mixed|fair|poor|weak|inadequate|unsatisfactory|requir(?:es|ed|ing) improvement(?: to be good)?|needs improvement|(?:no|limited|partial|moderate|reasonable|substantial|full)(?: assurance)?|(?:not |partly |fully )?(?:met|achieved|compliant|upheld)|(?:severe )?maladministration|service failure|(?:amber|green|red)(?:[/-](?:amber|green|red))?)';
const wholeGrade = new RegExp(
  `^(?:grade\\s*:?\\s*)?(?:\\d\\s*)?\\(?${grade}\\)?\\.?$|^grade\\s*:?\\s*\\w+(?:\\s*\\(${grade}\\))?$`,
  'i',
);
const gradedSentence = new RegExp(
  `\\b(?:is|are|was|were|remains?)\\s+(?:(?:judged|rated|graded)\\s+)?(?:to be\\s+)?(?:now\\s+)?${grade}\\.?$|\\b(?:judged|rated|graded)\\s+(?:\\w+\\s+){0,3}${grade}\\b|\\b(?:is|are)\\s+${grade}\\s+at\\b|\\brequires?\\s+improvement(?:\\.?$|\\s+(?:at|to be good)\\b)`,
  'i',
);

/** Whether a cell or a line is nothing but a grade: "Good", "Grade 4 (inadequate)". */
export function isGrade(text: string): boolean {
  return wholeGrade.test(text.trim());
}

/** Whether a sentence says a grade as what it has to say: "Leadership is inadequate." */
export function saysGrade(sentence: string): boolean {
  return gradedSentence.test(sentence.trim());
}
