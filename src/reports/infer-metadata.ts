import { parseDateRange, parseDay, parseDayOrMonth } from './parse-dates.ts';
import type { Line, ReportDates, ReportMetadata } from './report.ts';

const openingLines = 60;
const longestTitle = 200;

/**
 * What can be read off a report that `reports.json` does not list: its title and the dates that its opening lines
 * name as such. Everything else stays null rather than be guessed.
 */
export function inferMetadata(id: string, lines: readonly Line[]): ReportMetadata {
  const opening = lines.filter((line) => line.text.trim() !== '').slice(0, openingLines);
  return {
    title: findTitle(opening) ?? id,
    authority: null,
    authorityShort: null,
    publisher: null,
    documentKind: null,
    source: null,
    licence: null,
    dates: findDates(opening),
  };
}

function findTitle(opening: readonly Line[]): string | null {
  const heading = opening.find((line) => line.headingLevel !== null && isTitle(line.text));
  const first = heading ?? opening.slice(0, 10).find((line) => isTitle(line.text));
  return first ? first.text.replace(/\s+/g, ' ').trim() : null;
}

/** Whether a line may be a title: words, not too many, without a sentence's end. */
export function isTitle(text: string): boolean {
  const words = text.trim();
  return /\p{L}.*\p{L}/u.test(words) && words.length <= longestTitle && !/[.:;,]$/.test(words);
}

/** Only dates that a line of the opening names; a date on its own says too little to know what it dates. */
function findDates(opening: readonly Line[]): ReportDates {
  const dates: ReportDates = {};
  for (const { text } of opening) {
    const line = text.trim();
    if (line.length > 120) continue;
    const inspected = /\binspect(?:ion|ed)\b.*\bdates?\b|\binspected\b/i.test(line)
      ? parseDateRange(line)
      : null;
    if (inspected && !dates.inspected) dates.inspected = inspected;
    const published = /^publi(?:shed|cation)\b/i.test(line) ? parseDayOrMonth(line) : null;
    if (published && !dates.published) dates.published = published;
    const considered = /\bmeeting\b|\bcommittee\b|^date\b.*\bagenda\b/i.test(line) ? parseDay(line) : null;
    if (considered && !dates.considered) dates.considered = considered;
  }
  return dates;
}
