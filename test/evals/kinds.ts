/** Prints how well the kinds of paragraph are told: `node test/evals/kinds.ts`. Writes nothing. */
import { measureKinds } from '../paragraphs/labelled-kinds/measure-kinds.ts';
import { readLabelled } from '../paragraphs/labelled-kinds/read-labelled.ts';

for (const set of ['seen', 'unseen'] as const) {
  const { right, paragraphs, kinds, confident } = measureKinds(await readLabelled(set));
  const lines = [
    `\n## ${set}: ${right.toFixed(3)} of ${paragraphs} paragraphs right`,
    ...Object.entries(kinds).map(
      ([kind, { precision, recall, labelled }]) =>
        `${kind.padEnd(15)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  of ${labelled}`,
    ),
    ...confident.map(
      ({ from, said, right: share }) => `confidence ${from} or more: ${share.toFixed(3)} of ${said} right`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
