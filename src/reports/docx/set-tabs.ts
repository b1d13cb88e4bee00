const tabWidth = 4;
const leadingTabs = /^[ \t\u00A0]*\t[ \t\u00A0]*/;
const typedLabel =
  /^([([]?(?:\d[\dA-Za-z.()]{0,15}|[A-Za-z]{1,2}(?:\.?\d+)*|[ivxlcIVXLC]{1,7})[\])]?[.):]?|[^\p{L}\p{N}\s]{1,2})[ \u00A0]*\t+\s*/u;
const pageAtEnd = /\t+\s*([\divxlc]{1,5})\s*$/;
const longestTabbedLine = 150;

/**
 * A line's tabs as the splitter reads them. Tabs that indent become blanks, one behind a typed number a blank; in a
 * short line without a number of Word's own they may set columns, and stay, as one before a page number does.
 */
export function setTabs(text: string, isNumbered: boolean): { text: string; indent: number } {
  if (!text.includes('\t')) return { text: text.trim(), indent: 0 };
  const lead = leadingTabs.exec(text)?.[0] ?? '';
  const indent = lead.replace(/[^\t]/g, '').length * tabWidth;
  const labelled = text.slice(lead.length).trimEnd().replace(typedLabel, '$1 ');
  if (!isNumbered && labelled.length <= longestTabbedLine) return { text: labelled, indent };
  const page = pageAtEnd.exec(labelled);
  const words = page ? labelled.slice(0, page.index) : labelled;
  return { text: words.replace(/\s*\t\s*/g, ' ').trim() + (page ? `\t${page[1]}` : ''), indent };
}
