/** Elements that end where the next of their kind begins, or that hold nothing: they nest in no other of their kind. */
const unnested = new Set(
  'area base body br col colgroup dd dt embed head hr html img input li link meta optgroup option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);
/** What stands in these is no mark-up. */
const rawEnds: Record<string, string> = {
  script: '</script',
  style: '</style',
  textarea: '</textarea',
  title: '</title',
};
const tag = /<(\/?)([a-z][a-z\d]*)|<!--/gi;

/** Whether elements of a page stand more than `deepest` deep in one another, by a quick look at its tags alone. */
export function nestsDeeper(text: string, deepest: number): boolean {
  let depth = 0;
  tag.lastIndex = 0;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const name = found[2]?.toLowerCase();
    const ending = name === undefined ? '-->' : found[1] === '' ? rawEnds[name] : undefined;
    if (ending !== undefined) {
      const end = text.indexOf(ending, tag.lastIndex);
      if (end < 0) return false;
      tag.lastIndex = end + ending.length;
    } else if (name !== undefined && !unnested.has(name)) {
      depth = Math.max(0, depth + (found[1] === '' ? 1 : -1));
      if (depth > deepest) return true;
    }
  }
  return false;
}
