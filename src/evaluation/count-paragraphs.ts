import type { Generation } from '../index/generation.ts';
import { paragraphForms } from '../paragraphs/paragraph.ts';
import type { Figure, Figures } from './evaluation.ts';

/** What reading and splitting made of the corpus: any change there shows in a count. */
export async function countParagraphs(generation: Generation): Promise<Figures['reading']> {
  const forms = new Map<string, number>(paragraphForms.map((form) => [form, 0]));
  const lists = { headings: 0, marks: 0, furniture: 0, missing: 0 };
  for (const report of generation.reports) {
    for (const { form } of await generation.store.paragraphsOf(report.id)) {
      forms.set(form, (forms.get(form) ?? 0) + 1);
    }
    lists.headings += report.headings.length;
    lists.marks += report.marks.length;
    lists.furniture += report.furniture.length;
    lists.missing += report.reading.missing.length;
  }
  const { reports, paragraphs, sentences } = generation.manifest.counts;
  const counts: [string, number][] = [
    ['reports', reports],
    ['paragraphs', paragraphs],
    ...[...forms].map(([form, number]): [string, number] => [`form ${form}`, number]),
    ['sentences', sentences],
    ['headings', lists.headings],
    ['footnote marks', lists.marks],
    ['furniture', lists.furniture],
    ['missing sections', lists.missing],
  ];
  return Object.fromEntries(
    counts.map(([name, value]): [string, Figure] => [
      name,
      { value, unit: 'number', better: 'neither', tolerance: 0 },
    ]),
  );
}
