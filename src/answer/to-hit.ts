import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import type { Hit } from './answer.ts';
import { paragraphUrl } from './paragraph-url.ts';
import { referTo } from './refer-to.ts';

/** A found paragraph as a search result. */
export function toHit(found: {
  paragraph: StoredParagraph;
  report: StoredReport;
  score: number;
  highlights: [start: number, end: number][];
}): Hit {
  const { paragraph, report, score, highlights } = found;
  return {
    ...referTo(paragraph, report),
    text: paragraph.text,
    highlights,
    score,
    url: paragraphUrl(report.id, paragraph.id),
  };
}
