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
/** What may stand in a drawing; any other element ends it. */
const drawn = new Set(
  'svg g defs symbol clippath mask marker pattern lineargradient radialgradient filter text tspan a path circle ellipse line polygon polyline rect use stop image animate'.split(
    ' ',
  ),
);
const tag = /<(\/?)([a-z][a-z\d]*)|<!--/gi;

/** Whether elements of a page stand more than `deepest` deep in one another, by a quick look at its tags alone. */
export function nestsDeeper(text: string, deepest: number): boolean {
  let depth = 0;
  let drawing = false;
  /** Where the tag in hand ends; −1 behind the last one that does. */
  let close = 0;
  tag.lastIndex = 0;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const name = found[2]?.toLowerCase();
    const ending = name === undefined ? '-->' : found[1] === '' ? rawEnds[name] : undefined;
    if (ending !== undefined) {
      const end = text.indexOf(ending, tag.lastIndex);
      if (end < 0) return false;
      tag.lastIndex = end + ending.length;
    } else if (name !== undefined) {
      drawing = name === 'svg' ? found[1] === '' : drawing && drawn.has(name);
      if (unnested.has(name)) continue;
      if (drawing && close >= 0 && close < tag.lastIndex) close = text.indexOf('>', tag.lastIndex);
      // Outside drawings browsers overlook that an element ends in its own tag.
      if (drawing && text[close - 1] === '/') continue;
      depth = Math.max(0, depth + (found[1] === '' ? 1 : -1));
      if (depth > deepest) return true;
    }
  }
  return false;
}
