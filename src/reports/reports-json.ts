import { z } from 'zod';
import { findJsonFault } from './find-json-fault.ts';
import type { ReportMetadata } from './report.ts';

const day = z.iso.date('is not a date such as 2013-01-14');
const dayMonthOrYear = z
  .string('is not a date such as 2010-05-21')
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'is not a date such as 2010-05-21, 2010-05 or 2010',
  );
const words = z.string('is not text').trim().min(1, 'is empty; write null or leave it out');
const wordsOrNull = words.nullish().transform((value) => value ?? null);

const dates = z
  .strictObject({
    inspected: z
      .strictObject({ from: day, to: day })
      .refine(({ from, to }) => from <= to, 'begins after it ends')
      .optional(),
    published: dayMonthOrYear.optional(),
    considered: dayMonthOrYear.optional(),
  })
  .default({})
  .transform(({ inspected, published, considered }) => ({
    ...(inspected && { inspected }),
    ...(published && { published }),
    ...(considered && { considered }),
  }));

const entry = z.strictObject({
  title: words,
  authority: wordsOrNull,
  authorityShort: wordsOrNull,
  publisher: wordsOrNull,
  documentKind: wordsOrNull,
  source: wordsOrNull,
  licence: wordsOrNull,
  dates,
});

/** What `reports.json` says, and every problem of it as a sentence that names the entry and the field. */
export interface ReportsJson {
  /** Every entry's id, sound or not. */
  ids: string[];
  metadata: Map<string, ReportMetadata>;
  problems: string[];
}

/** Reads `reports.json`: an object with one entry a report, by id. Never throws: problems are listed, all at once. */
export function parseReportsJson(text: string): ReportsJson {
  const metadata = new Map<string, ReportMetadata>();
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    const place = findJsonFault(text);
    const where = place ? ` (line ${place.line}, column ${place.column})` : '';
    return { ids: [], metadata, problems: [`reports.json: is not JSON${where}; mend it there`] };
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return { ids: [], metadata, problems: ['reports.json: is not an object with one entry a report, by id'] };
  }
  const problems: string[] = [];
  for (const [id, value] of Object.entries(content)) {
    const parsed = entry.safeParse(value);
    if (parsed.success) metadata.set(id, parsed.data);
    else
      problems.push(
        ...parsed.error.issues.flatMap((issue) =>
          describe(issue).map((words) => `reports.json: ${id}${words}`),
        ),
      );
  }
  return { ids: Object.keys(content), metadata, problems };
}

/** Fields of an entry as somebody gives them one by one. */
export type GivenFields = Partial<
  Record<
    | 'title'
    | 'authority'
    | 'authority_short'
    | 'publisher'
    | 'document_kind'
    | 'source'
    | 'licence'
    | 'inspected_from'
    | 'inspected_to'
    | 'published'
    | 'considered',
    string
  >
>;

/**
 * Reads fields that somebody gave by the rules of `reports.json`. Never throws: problems are sentences that name the
 * field.
 */
export function parseGivenFields(given: GivenFields): {
  metadata: Partial<Omit<ReportMetadata, 'dates'>> & Pick<ReportMetadata, 'dates'>;
  problems: { field: string; message: string }[];
} {
  const { inspected_from: from, inspected_to: to = from, published, considered, ...words } = given;
  const inspected = from === undefined ? undefined : { from, to };
  const candidate = {
    // The only field that an entry must have.
    title: 'title',
    ...Object.fromEntries(Object.entries(words).map(([name, value]) => [camel(name), value])),
    dates: { inspected, published, considered },
  };
  const parsed = entry.safeParse(candidate);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      field: path
        .join('_')
        .replace(/^dates_/, '')
        .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      message,
    }));
    return { metadata: { dates: {} }, problems };
  }
  const isGiven = ([name]: [string, unknown]) => Object.keys(words).some((word) => camel(word) === name);
  const fields = Object.fromEntries(Object.entries(parsed.data).filter(isGiven));
  return { metadata: { ...fields, dates: parsed.data.dates }, problems: [] };
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The text of `reports.json` with other entries: null takes one away. What is not told stays as it was. */
export function editReportsJson(text: string, entries: ReadonlyMap<string, ReportMetadata | null>): string {
  const content: Record<string, unknown> = text.trim() === '' ? {} : JSON.parse(text);
  for (const [id, metadata] of entries) {
    if (metadata === null) delete content[id];
    else content[id] = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null));
  }
  return `${JSON.stringify(content, null, 2)}\n`;
}

function describe(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') {
    const place = issue.path.map((part) => `${String(part)}.`).join('');
    return issue.keys.map(
      (key) => `, ${place}${key}: is not a known field; check its spelling or take it away`,
    );
  }
  const field = issue.path.length > 0 ? `, ${issue.path.join('.')}` : '';
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined && issue.path.length > 0;
  return [
    `${field}: ${isMissing && field === ', title' ? 'is missing; every entry needs a title' : issue.message}`,
  ];
}
