import type { StoredReport } from '../index/paragraph-store.ts';
import type { Paragraph } from '../paragraphs/paragraph.ts';
import type { ReportDates } from '../reports/report.ts';
import type { Pincite } from '../service/pincite.ts';

const mostExamples = 4;

/** The latest year that a report's dates name. */
function yearOf({ inspected, published, considered }: ReportDates): string {
  return (inspected?.to ?? published ?? considered ?? '').slice(0, 4);
}

function nameOf({ metadata }: StoredReport): string {
  const name = metadata.authorityShort ?? metadata.authority;
  return name
    ? `the ${[name, yearOf(metadata.dates)].filter(Boolean).join(' ')} report`
    : `“${metadata.title}”`;
}

/** Lower case at the front; in quotation marks where capitals later on say that it is a name. */
function inSentence(heading: string): string {
  const [first = '', ...rest] = heading.split(' ');
  const isName = rest.some((word) => /^\p{Lu}/u.test(word)) || /^\p{Lu}{2}/u.test(first);
  return isName ? `“${heading}”` : heading.charAt(0).toLowerCase() + heading.slice(1);
}

/** Two to five words, and nothing but words: a heading that reads well inside a question. */
function readsWell(heading: string): boolean {
  return /^\p{L}[\p{L}'’,-]*( [\p{L}'’,-]+){1,4}$/u.test(heading) && heading.length <= 45;
}

/** The heading that most of a report's text stands under; background is what readers seldom come for. */
function mainHeading(paragraphs: readonly Paragraph[]): string | null {
  const weights = new Map<string, number>();
  for (const { heading, form, kind, text } of paragraphs) {
    const innermost = heading.at(-1);
    const isAside = form === 'footnote' || form === 'title' || kind === 'background';
    if (!innermost || isAside || !readsWell(innermost)) continue;
    weights.set(innermost, (weights.get(innermost) ?? 0) + text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** At most four questions that these reports can answer, made from their own names and headings. */
async function exampleQuestions(pincite: Pincite, reports: readonly StoredReport[]): Promise<string[]> {
  const step = Math.max(1, Math.floor(reports.length / mostExamples));
  const chosen = reports.filter((_, index) => index % step === 0).slice(0, mostExamples);
  const questions = await Promise.all(
    chosen.map(async (report) => {
      const heading = mainHeading((await pincite.report(report.id)).paragraphs);
      return heading ? [`What does ${nameOf(report)} say about ${inSentence(heading)}?`] : [];
    }),
  );
  return questions.flat();
}

/** Remembers the examples for as long as the same editions are held. */
export function rememberedExamples(
  pincite: Pincite,
): (reports: readonly StoredReport[]) => Promise<string[]> {
  let held = '';
  let examples: string[] = [];
  return async (reports) => {
    const editions = reports.map(({ id, edition }) => `${id} ${edition}`).join('\n');
    if (editions !== held) {
      examples = await exampleQuestions(pincite, reports);
      held = editions;
    }
    return examples;
  };
}
