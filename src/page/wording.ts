import type { DateRange, ReportDates, ReportMetadata } from '../reports/report.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "24 January 2013", "May 2010" or "2010", as much as the ISO date says. */
export function dateInWords(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  const monthName = months[Number(month) - 1];
  if (!monthName) return year ?? iso;
  return day ? `${Number(day)} ${monthName} ${year}` : `${monthName} ${year}`;
}

/** "14–24 January 2013" or "23 January to 3 February 2017"; a year or month said twice is said once. */
export function rangeInWords({ from, to }: DateRange): string {
  if (from === to) return dateInWords(to);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (sameYear && from.slice(0, 7) === to.slice(0, 7))
    return `${Number(from.slice(8, 10))}–${dateInWords(to)}`;
  const start = dateInWords(from);
  return `${sameYear ? start.replace(/ \d{4}$/, '') : start} to ${dateInWords(to)}`;
}

/** "inspected 14–24 January 2013; published 2 March 2013", or "no date known". */
export function datesInWords({ inspected, published, considered }: ReportDates): string {
  const said = [
    inspected && `inspected ${rangeInWords(inspected)}`,
    published && `published ${dateInWords(published)}`,
    considered && `considered ${dateInWords(considered)}`,
  ].filter(Boolean);
  return said.length > 0 ? said.join('; ') : 'no date known';
}

/** "22 November 2026 at 06:10 UTC". */
export function momentInWords(iso: string): string {
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1];
  return time ? `${dateInWords(iso)} at ${time} UTC` : dateInWords(iso);
}

/** The words up to the last whole word within `characters`, with an ellipsis when something was left off. */
export function shortened(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters).replace(/\s+\S*$/, '')} …`;
}

/** A report's title and whom it is about: many titles alone could be anybody's. */
export function reportName({ title, authority }: ReportMetadata): string {
  return authority && !title.includes(authority) ? `${title}, ${authority}` : title;
}
