// Marks without an end must not make reading take square time: what they hold is bounded.
const link = /!?\[([^[\]]*)\]\([^)\s]{0,2000}\)/g;
const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi;
const pairedBold = /\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*/g;
const pairedUnderlines = /(?<![\p{L}\p{N}_])__(?=\S)(.{1,2000}?)(?<=\S)__(?![\p{L}\p{N}_])/gu;
const pairedItalic = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]*?[^\s*])\*(?![\p{L}\p{N}*])/gu;
const pairedUnderline = /(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_]*?[^\s_])_(?![\p{L}\p{N}_])/gu;
const code = /`([^`]+)`/g;
const backslash = /\\([\\`*_{}[\]()#+\-.!|<>])/g;

/**
 * Takes off the mark-up that plain text carries when it was once a web page or Markdown: links keep their words,
 * tags, paired bold marks and backslash escapes go.
 */
export function stripStrayMarkup(text: string): string {
  return text.replace(link, '$1').replace(tag, '').replace(pairedBold, '$1').replace(backslash, '$1');
}

/** Takes Markdown's inline mark-up off a line and leaves its words. */
export function stripInlineMarkup(text: string): string {
  return text
    .replace(link, '$1')
    .replace(tag, '')
    .replace(pairedBold, '$1')
    .replace(pairedUnderlines, '$1')
    .replace(pairedItalic, '$1')
    .replace(pairedUnderline, '$1')
    .replace(code, '$1')
    .replace(backslash, '$1');
}

/** Whether all words of a line stand in bold mark-up; a table row counts when each of its filled cells does. */
export function isBold(text: string): boolean {
  const cells = text.split('\t').map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every(isBoldCell);
}

function isBoldCell(cell: string): boolean {
  return (
    /^\*\*(?:(?!\*\*).)+\*\*:?$/.test(cell) ||
    /^__(?:(?!__).)+__:?$/.test(cell) ||
    /^<(b|strong)>(?:(?!<\/\1>).)+<\/\1>:?$/i.test(cell)
  );
}
