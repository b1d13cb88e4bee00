import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Comparison } from '../../evaluation/baseline.ts';
import type { Question } from '../../evaluation/question-set.ts';
import { type CliContext, writeJson } from '../cli-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatEvaluation } from '../format-evaluation.ts';
import { layoutOf } from '../layout-of.ts';
import { wholeNumber } from '../number-option.ts';
import { createProgress } from '../progress.ts';

interface EvalOptions {
  questions: string;
  baseline?: string;
  saveBaseline?: boolean;
  type?: string;
  sample?: number;
  json?: boolean;
}

const examples = `
Examples:
  pincite eval --questions test/evals/questions.jsonl --baseline test/evals/questions.baseline.json
  pincite eval --questions questions.jsonl --sample 100
  pincite eval --questions questions.jsonl --type paraphrase --json`;

/** `pincite eval`: measures each stage on a set of questions. */
export function addEvalCommand(program: Command, context: CliContext): void {
  program
    .command('eval')
    .description('measure reading, searching and answering on a set of questions')
    .requiredOption('--questions <file>', 'a file of questions, one JSON object a line')
    .option('--baseline <file>', 'compare with these figures; exit with 1 where one got worse')
    .option('--save-baseline', 'write the figures to the file that --baseline names')
    .option('--type <type>', 'only questions of this type')
    .option('--sample <number>', 'only this many questions, evenly spread over the file', wholeNumber(1, 1e6))
    .option('--json', 'print figures and every question’s result as JSON')
    .addHelpText('after', examples)
    .action((options: EvalOptions) => evaluate(context, options));
}

async function evaluate(context: CliContext, options: EvalOptions): Promise<void> {
  const { services, terminal } = context;
  if (options.saveBaseline && !options.baseline) {
    throw new AppError('invalid_request', '--save-baseline needs --baseline FILE, which says where to.');
  }
  // Imported here because reading and comparing files of figures is slow to load, and help has to be quick.
  const baselines = await import('../../evaluation/baseline.ts');
  const questions = await readQuestions(context, options);
  const compareTo = options.saveBaseline ? undefined : options.baseline;
  const baseline = compareTo ? baselines.parseBaseline(await services.readText(compareTo), compareTo) : null;
  const progress = createProgress(terminal);
  const evaluation = await services
    .evaluate({
      questions,
      signal: context.signal,
      onProgress: (done) => progress.update({ stage: 'asking', done, total: questions.length }),
      onNotice: (text) => progress.say(text),
    })
    .finally(() => progress.end());
  const comparison: Comparison | null = baseline && baselines.compareWithBaseline(evaluation, baseline);
  if (options.json) writeJson(context, { ...evaluation, comparison });
  else terminal.output.write(formatEvaluation(evaluation, comparison, (await layoutOf(context)).style));
  if (comparison?.worse.length) context.exitCode = exitCodes.failed;
  if (options.saveBaseline && options.baseline) {
    const text = JSON.stringify(baselines.makeBaseline(evaluation), null, 2);
    await services.writeText(options.baseline, `${text}\n`);
    progress.say(`Wrote ${options.baseline}.`);
  }
}

async function readQuestions({ services }: CliContext, options: EvalOptions): Promise<Question[]> {
  const { parseQuestions, sampleQuestions } = await import('../../evaluation/question-set.ts');
  const all = parseQuestions(await services.readText(options.questions), options.questions);
  const ofType = options.type ? all.filter(({ type }) => type === options.type) : all;
  if (ofType.length > 0) return sampleQuestions(ofType, options.sample);
  const types = [...new Set(all.map(({ type }) => type))].join(', ');
  throw new AppError('invalid_request', `No question of type "${options.type}"; there are: ${types}.`);
}
