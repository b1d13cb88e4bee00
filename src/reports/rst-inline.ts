const escapedBlank = /\\\s/g;
/** Names are short: looking further for the end of each would take square time on a long line of marks. */
const role = /:[A-Za-z][\w:+.-]{0,60}:`([^`]+)`|`([^`]+)`:[A-Za-z][\w:+.-]{0,60}:/g;
const target = /_`([^`]+)`/g;
const link = /`([^`]+)`__?/g;
const literal = /``(.+?)``/g;
const strong = /(?<![\p{L}\p{N}*\\])\*\*(?=\S)(.+?)(?<=[^\s\\])\*\*(?![\p{L}\p{N}*])/gu;
const emphasis = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]*?[^\s*\\])\*(?![\p{L}\p{N}*])/gu;
const interpreted = /`([^`]+)`/g;
const reference = /(?<![\p{L}\p{N}_\]])(\p{L}[\p{L}\p{N}-]{0,80})__?(?![\p{L}\p{N}_])/gu;
const escaped = /\\(.)/g;

/** What stands for `|name|` in a document, by name in lower case. */
export type Substitutions = ReadonlyMap<string, string>;

/** Takes inline mark-up off a line of reStructuredText and leaves its words and footnote marks ("[1]"). */
export function stripRstMarkup(text: string, substitutions: Substitutions): string {
  return text
    .replace(literal, '$1')
    .replace(role, (_, before?: string, after?: string) => wordsOf(before ?? after ?? ''))
    .replace(target, '$1')
    .replace(link, (_, inside: string) => wordsOf(inside))
    .replace(strong, '$1')
    .replace(emphasis, '$1')
    .replace(interpreted, '$1')
    .replace(/(\[[^[\]\s]+\])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(
      /\|([^|\s](?:[^|]*[^|\s])?)\|(?:__?)?/g,
      (whole, name: string) => substitutions.get(name.toLowerCase()) ?? whole,
    )
    .replace(reference, '$1')
    .replace(escapedBlank, '')
    .replace(escaped, '$1');
}

/** The words of "words <target>"; a target alone stands for itself. */
function wordsOf(inside: string): string {
  const words = inside.replace(/\s*<[^<>]*>\s*$/, '');
  return words === '' ? inside.replace(/^\s*<|>\s*$/g, '') : words;
}

/** Whether all words of a line are set strong. */
export function isStrong(text: string): boolean {
  return /^\*\*(?:(?!\*\*).)+\*\*:?$/.test(text.trim());
}
