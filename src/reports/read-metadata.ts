import { findAuthority, findPublisher, shortenAuthority } from './find-bodies.ts';
import { findDocumentKind } from './find-document-kind.ts';
import { inferMetadata, isTitle } from './infer-metadata.ts';
import { parseDay, parseDayOrMonth } from './parse-dates.ts';
import type { Line, ReportDates, ReportMetadata } from './report.ts';

const openingLines = 60;
const titleLines = 12;
/** "Wednesday, 27 September 2017 at 10.00am" */
const dayAlone = 40;
/** The name of a body that meets, as a line of its own. */
const meets = /^[^.:;,]{0,80}\b(?:committee|sub-committee|panel|cabinet|board)$/i;
const issued =
  /^(?:issued(?: on)?|date of (?:issue|publication|report|decision)|report date|decision (?:date|given on)|handed down(?: on)?)\b/i;

/**
 * What can be read off a document for somebody to confirm before it is added: more than `inferMetadata`, which
 * steers answers unseen, dares to read. What the document does not say in so many words stays null.
 */
export function readMetadata(id: string, lines: readonly Line[]): ReportMetadata {
  const plain = inferMetadata(id, lines);
  const authority = findAuthority(lines);
  const published = findIssued(lines);
  const below = authority !== null && plain.title === authority ? findTitleBelow(authority, lines) : null;
  const title = below ?? plain.title;
  return {
    ...{ ...plain, title },
    authority,
    authorityShort: authority && shortenAuthority(authority),
    publisher: findPublisher(lines),
    documentKind: findDocumentKind(title, lines),
    dates: { ...(published ? { published } : {}), ...findMeeting(lines), ...plain.dates },
  };
}

/** A paper that is headed by the council's name says below it what it is about, after the committee and the day. */
function findTitleBelow(authority: string, lines: readonly Line[]): string | null {
  const opening = openingOf(lines).map((text) => text.replace(/\s+/g, ' '));
  const below = opening.slice(opening.indexOf(authority) + 1, titleLines);
  return below.find((text) => isTitle(text) && !meets.test(text) && parseDay(text) === null) ?? null;
}

/** The day that stands alone below the name of a committee is that of its meeting. */
function findMeeting(lines: readonly Line[]): ReportDates {
  const opening = openingOf(lines);
  const place = opening.findIndex((text) => meets.test(text));
  const day = opening[place + 1];
  const considered = place >= 0 && day !== undefined && day.length <= dayAlone ? parseDay(day) : null;
  return considered ? { considered } : {};
}

function openingOf(lines: readonly Line[]): string[] {
  return lines
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .slice(0, openingLines);
}

function findIssued(lines: readonly Line[]): string | null {
  for (const text of openingOf(lines)) {
    const date = issued.test(text) ? parseDayOrMonth(text) : null;
    if (date) return date;
  }
  return null;
}
