import { findAuthority, findPublisher, shortenAuthority } from './find-bodies.ts';
import { findDocumentKind } from './find-document-kind.ts';
import { inferMetadata } from './infer-metadata.ts';
import { parseDayOrMonth } from './parse-dates.ts';
import type { Line, ReportMetadata } from './report.ts';

const openingLines = 60;
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
  return {
    ...plain,
    authority,
    authorityShort: authority && shortenAuthority(authority),
    publisher: findPublisher(lines),
    documentKind: findDocumentKind(plain.title, lines),
    dates: { ...(published ? { published } : {}), ...plain.dates },
  };
}

function findIssued(lines: readonly Line[]): string | null {
  const opening = lines.filter(({ text }) => text.trim() !== '').slice(0, openingLines);
  for (const { text } of opening) {
    const date = issued.test(text.trim()) ? parseDayOrMonth(text) : null;
    if (date) return date;
  }
  return null;
}
