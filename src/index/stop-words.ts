const words = `
a about above after again against all also am an and any are aren't as at be because been before being below between
both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each few for from
further had hadn't has hasn't have haven't having he her here hers herself him himself his how i if in into is isn't
it its itself just let me more most my myself no nor not of off on once only or other our ours ourselves out over own
please same say says shall she should shouldn't so some such tell than that the their theirs them themselves then
there these they this those through to too under until up upon us very was wasn't we were weren't what when where
whether which while who whom whose why will with won't would wouldn't you your yours yourself yourselves
`;

/**
 * English words that carry no search of their own, lower case, with and without their apostrophes. Only questions are
 * relieved of them: the index keeps every word.
 */
export const stopWords: ReadonlySet<string> = new Set(
  words
    .trim()
    .split(/\s+/)
    .flatMap((word) => [word, word.replaceAll("'", '')]),
);
