/** "1 report", "2,046 paragraphs". The plural adds an s. */
export function countInWords(count: number, singular: string): string {
  return `${count.toLocaleString('en-GB')} ${singular}${count === 1 ? '' : 's'}`;
}

/** The first few things, and how many more there are: "7, 12–14 and 3 more". `all` counts those that were not kept too. */
export function listInWords(things: readonly string[], most: number, all = things.length): string {
  const named = things.slice(0, most);
  const more = all - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
