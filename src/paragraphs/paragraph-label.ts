import type { ReportMetadata } from '../reports/report.ts';
import type { Draft } from './gather-paragraphs.ts';

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** The year of a report's main date: of its inspection, else of its consideration, else of its publication. */
export function yearOf({ dates }: Pick<ReportMetadata, 'dates'>): string | null {
  return (dates.inspected?.to ?? dates.considered ?? dates.published)?.slice(0, 4) ?? null;
}

/** Writes the labels of one report's paragraphs, in their order. */
export class Labeller {
  private readonly report: string;
  private readonly counts = new Map<string, number>();

  constructor(metadata: ReportMetadata) {
    const name = metadata.authorityShort ?? metadata.title;
    const year = yearOf(metadata);
    this.report = year === null || name.includes(year) ? name : `${name} ${year}`;
  }

  /** "Anytown 2013, para 39", or the heading and the place where a number alone would not do. */
  label(draft: Draft, restarts: boolean): string {
    return `${this.report}, ${this.place(draft, restarts)}`;
  }

  private place(draft: Draft, restarts: boolean): string {
    const heading = draft.heading.at(-1);
    if (draft.number !== null) {
      return restarts && heading ? `${heading}, item ${draft.number}` : `para ${draft.number}`;
    }
    if (draft.form === 'footnote')
      return `footnote ${draft.mark?.replace(/[^\p{L}\p{N}]/gu, '') ?? ''}`.trim();
    const count = this.count(draft);
    if (draft.form === 'title') return `title block, line ${count}`;
    const under = heading ?? 'opening';
    if (draft.form === 'table_row') return `${under}, table row ${count}`;
    return `${under}, ${ordinal(count)} paragraph (unnumbered)`;
  }

  private count(draft: Draft): number {
    const key = `${draft.form} ${draft.slug}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count;
  }
}

function ordinal(count: number): string {
  const word = ordinals[count - 1];
  if (word !== undefined) return word;
  const ending = count % 100 > 10 && count % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}
