import type { DateRange } from './report.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthName = `(${months.join('|')}|${months.map((month) => month.slice(0, 3)).join('|')})`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const single = new RegExp(`\\b${day}\\s+${monthName}\\.?,?\\s+(\\d{4})\\b`, 'i');
const withinMonth = new RegExp(
  `\\b${day}\\s*(?:to|and|until|[-–—])\\s*${day}\\s+${monthName}\\.?,?\\s+(\\d{4})\\b`,
  'i',
);
const overMonths = new RegExp(
  `\\b${day}\\s+${monthName}\\.?(?:,?\\s+(\\d{4}))?\\s*(?:to|and|until|[-–—])\\s*${day}\\s+${monthName}\\.?,?\\s+(\\d{4})\\b`,
  'i',
);
const monthOnly = new RegExp(`\\b${monthName}\\s+(\\d{4})\\b`, 'i');

/** The first day or span of days that a piece of text prints in words ("8 to 19 March 2010"), or null. */
export function parseDateRange(text: string): DateRange | null {
  const over = overMonths.exec(text);
  if (over) {
    const [, fromDay, fromMonth, fromYear, toDay, toMonth, toYear] = over;
    return range(isoDate(fromDay, fromMonth, fromYear ?? toYear), isoDate(toDay, toMonth, toYear));
  }
  const within = withinMonth.exec(text);
  if (within) {
    const [, fromDay, toDay, month, year] = within;
    return range(isoDate(fromDay, month, year), isoDate(toDay, month, year));
  }
  const date = parseDay(text);
  return date === null ? null : { from: date, to: date };
}

/** The first single day that a piece of text prints in words, as an ISO date, or null. */
export function parseDay(text: string): string | null {
  const [, dayOfMonth, month, year] = single.exec(text) ?? [];
  return isoDate(dayOfMonth, month, year);
}

/** A day, or a month and year where no day is printed, as an ISO date of that precision. */
export function parseDayOrMonth(text: string): string | null {
  const [, month, year] = monthOnly.exec(text) ?? [];
  return parseDay(text) ?? isoDate('1', month, year)?.slice(0, 7) ?? null;
}

function range(from: string | null, to: string | null): DateRange | null {
  return from !== null && to !== null && from <= to ? { from, to } : null;
}

function isoDate(dayOfMonth?: string, month?: string, year?: string): string | null {
  if (dayOfMonth === undefined || month === undefined || year === undefined) return null;
  const place = months.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)));
  const iso = `${year}-${String(place + 1).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(iso)) || new Date(iso).toISOString().slice(0, 10) !== iso ? null : iso;
}
