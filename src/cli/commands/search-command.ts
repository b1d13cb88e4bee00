import type { Command } from 'commander';
import { Option } from 'commander';
import { paragraphForms, paragraphKinds } from '../../paragraphs/paragraph.ts';
import { type CliContext, notice, writeJson } from '../cli-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { addFilterOptions, type FilterOptions, filtersOf } from '../filter-options.ts';
import { formatHits } from '../format-hits.ts';
import { layoutOf } from '../layout-of.ts';
import { wholeNumber } from '../number-option.ts';

type SearchOptions = FilterOptions & {
  exact?: boolean;
  kind?: string;
  form?: string;
  limit?: number;
  json?: boolean;
};

const examples = `
Examples:
  pincite search "young carers"
  pincite search "requires improvement" --exact --limit 50
  pincite search "supervision" --kind recommendation --json`;

/** `pincite search`: lists paragraphs. */
export function addSearchCommand(program: Command, context: CliContext): void {
  const command = program
    .command('search')
    .description('list the paragraphs that are about something, or that hold an exact wording')
    .argument('<words>', 'what to look for, in quotation marks')
    .option('--exact', 'only paragraphs that hold these very words')
    .addOption(new Option('--kind <kind>', 'only paragraphs of this kind').choices(paragraphKinds))
    .addOption(new Option('--form <form>', 'only paragraphs of this form').choices(paragraphForms))
    .option('--limit <number>', 'list at most this many', wholeNumber(1, 100))
    .option('--json', 'print the hits as JSON');
  addFilterOptions(command)
    .addHelpText('after', examples)
    .action((query: string, options: SearchOptions) => search(context, query, options));
}

async function search(context: CliContext, query: string, options: SearchOptions): Promise<void> {
  const service = await context.services.open(notice(context));
  try {
    const { kind, form, limit } = options;
    const found = await service.pincite.search(
      {
        query,
        match: options.exact ? 'exact' : 'meaning',
        filters: { ...filtersOf(options), ...(kind ? { kind } : {}), ...(form ? { form } : {}) },
        ...(limit === undefined ? {} : { limit }),
      },
      { signal: context.signal },
    );
    if (found.hits.length === 0) context.exitCode = exitCodes.notAnswered;
    if (options.json) writeJson(context, found);
    else context.terminal.output.write(formatHits(found, await layoutOf(context)));
  } finally {
    await service.close();
  }
}
