import type { AnswerStore } from '../answer/answer-store.ts';
import { paragraphUrl } from '../answer/paragraph-url.ts';
import { AppError } from '../errors.ts';
import type { Generation } from '../index/generation.ts';
import type { ParagraphView } from './pincite.ts';

/**
 * A paragraph of the edition held, or of an older edition that a kept answer cites. Throws AppError `not_found` that
 * says which of report, edition and paragraph is missing.
 */
export async function findParagraph(wanted: {
  generation: Generation;
  answers: AnswerStore;
  report: string;
  id: string;
  edition: string | undefined;
}): Promise<ParagraphView> {
  const { generation, id, edition } = wanted;
  const report = generation.reports.find((one) => one.id.toLowerCase() === wanted.report.toLowerCase());
  if (edition && edition !== report?.edition) return findKept(wanted, edition);
  if (!report)
    throw new AppError(
      'not_found',
      `There is no report "${wanted.report}"; GET /v1/reports lists those held`,
    );
  const paragraph = await generation.store.paragraph(report.id, id);
  if (!paragraph) {
    throw new AppError(
      'not_found',
      `Report "${report.id}" has no paragraph "${id}"; GET /v1/reports/${report.id} lists them`,
    );
  }
  const around = await generation.store.paragraphsAt([paragraph.row - 1, paragraph.row + 1]);
  const neighbour = (row: number) =>
    around.find((one) => one.row === row && one.report === report.id)?.id ?? null;
  const { row, position: _position, hash: _hash, ...view } = paragraph;
  return {
    ...view,
    previous: neighbour(row - 1),
    next: neighbour(row + 1),
    url: paragraphUrl(report.id, paragraph.id),
  };
}

async function findKept(
  { answers, report, id }: { answers: AnswerStore; report: string; id: string },
  edition: string,
): Promise<ParagraphView> {
  const kept = await answers.citedParagraph(report, edition, id);
  if (!kept) {
    throw new AppError(
      'not_found',
      `Edition "${edition}" of report "${report}" is not held and no kept answer cites its paragraph "${id}"`,
    );
  }
  const { hash: _hash, ...view } = kept;
  const url = paragraphUrl(kept.report, kept.id, { edition });
  return { ...view, previous: null, next: null, url };
}
