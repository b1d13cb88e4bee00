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
