/** A day or a span of days, as ISO dates (`2013-01-14`); a single day has `from` equal to `to`. */
export interface DateRange {
  from: string;
  to: string;
}

/** The dates of a report, kept apart because people ask for each of them. */
export interface ReportDates {
  inspected?: DateRange;
  /** ISO date, or a year and month (`2010-05`) or a year where the report says no more. */
  published?: string;
  /** When a committee or a board considered it. */
  considered?: string;
}

/** What is known about a report apart from its text: from `reports.json`, or read off the report. */
export interface ReportMetadata {
  title: string;
  /** The council or body that the report is about; null where nothing says. */
  authority: string | null;
  /** A short name of the authority for labels ("Anytown"); null where nothing says. */
  authorityShort: string | null;
  publisher: string | null;
  /** What sort of document it is, in a few words ("inspection report", "scrutiny paper", "board paper"). */
  documentKind: string | null;
  source: string | null;
  licence: string | null;
  dates: ReportDates;
}

/** One printed line of a report, as a reader found it. */
export interface Line {
  /** The printed words without mark-up; cells of a table row are separated by tabs; leading blanks are kept. */
  text: string;
  /** 1-based number of the line in the source. */
  number: number;
  /** 1-based page, where the format or the layout tells. */
  page: number | null;
  /** Heading level 1–6 where mark-up says so. */
  headingLevel: number | null;
  /** The whole line is set in bold. */
  bold: boolean;
  /** A drawn rule across the page (`---`), which carries no words. */
  rule: boolean;
  /** Which of the boxes of the report it stands in, where it does: what they say runs beside the text. */
  box?: number;
}

/** The pages of a file, and those on which nothing is written: scans, or blank ones. */
export interface ReadPages {
  count: number;
  textless: number[];
}

/** One document of the corpus as lines: what every reader yields, whatever the format. */
export interface Report {
  /** The file's name without its ending. */
  id: string;
  /** First 12 hex digits of the SHA-256 of the file's bytes. */
  edition: string;
  /** The file's name in the corpus. */
  file: string;
  metadata: ReportMetadata;
  /** What could not be read, in sentences for people. */
  notices: string[];
  /** Where the format has pages of its own. */
  pages?: ReadPages;
  /** What the reader left out as no part of the report, as printed: running heads by their place, a site's navigation. */
  leftOut?: string[];
  lines: Line[];
}
