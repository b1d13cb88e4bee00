import { type Command, InvalidArgumentError } from 'commander';
import type { ConfirmationNames } from '../../corpus/assert-confirmed.ts';
import type { FileReading, GivenMetadata, NewFile } from '../../corpus/file-reading.ts';
import { confirmations } from '../../corpus/file-reading.ts';
import { AppError } from '../../errors.ts';
import { countInWords } from '../../paragraphs/count-in-words.ts';
import type { GivenFields } from '../../reports/reports-json.ts';
import { type CliContext, writeJson } from '../cli-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { describeChange, followChange } from '../follow-change.ts';
import { layoutOf } from '../layout-of.ts';
import type { OutputStream } from '../terminal.ts';

interface AddOptions {
  title?: string;
  authority?: string;
  authorityShort?: string;
  publisher?: string;
  kind?: string;
  source?: string;
  licence?: string;
  inspected?: [string, string];
  published?: string;
  considered?: string;
  name?: string;
  yes?: boolean;
  acceptFlags?: boolean;
  replace?: boolean;
  acceptDuplicate?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

const names: ConfirmationNames = {
  flags: '--accept-flags',
  replace: '--replace',
  duplicate: '--accept-duplicate',
};

const examples = `
Examples:
  pincite add ~/Downloads/harbour-2014.pdf
  pincite add report.docx --name harbour-2014 --authority "Borchester County Council" --published 2014-05-21
  pincite add *.pdf --yes --json

What is read off a file is shown before anything is changed. Where nobody can be asked, --yes is needed, and for wording
such as "not for publication" --accept-flags.`;

/** `pincite add`: adds reports, once somebody has seen what was read off them. */
export function addAddCommand(program: Command, context: CliContext): void {
  program
    .command('add')
    .description('add reports, or new editions of reports held, to CORPUS_DIR and the index')
    .argument('<files...>', 'PDF, Word, HTML, Markdown, reStructuredText or plain text files')
    .option('--title <text>', 'the title')
    .option('--authority <name>', 'the council or body that it is about')
    .option('--authority-short <name>', 'its short name for labels')
    .option('--publisher <name>', 'who published it')
    .option('--kind <words>', 'what sort of document it is, such as "inspection report"')
    .option('--source <text>', 'where it comes from')
    .option('--licence <text>', 'under which terms it may be used')
    .option('--inspected <from..to>', 'a day or two days such as 2013-01-14..2013-01-24', daySpan)
    .option('--published <date>', 'a day, a month or a year: 2014-05-21, 2014-05, 2014')
    .option('--considered <date>', 'when a committee considered it')
    .option('--name <id>', 'the id of the report; the name of the file unless told')
    .option('-y, --yes', 'add without asking')
    .option('--accept-flags', 'add although wording was flagged')
    .option('--replace', 'take the place of a report held, without asking')
    .option('--accept-duplicate', 'add although a report of another name says the same')
    .option('--dry-run', 'show what was read and add nothing')
    .option('--json', 'print what was read, or what was done, as JSON')
    .addHelpText('after', examples)
    .action((files: string[], options: AddOptions) => add(context, files, options));
}

async function add(context: CliContext, paths: string[], options: AddOptions): Promise<void> {
  const { services, terminal } = context;
  const files = rename(await services.openFiles(paths, await givenBy(options)), options.name);
  const readings = await services.readFiles(files, context.signal);
  const { output, messages } = terminal;
  if (options.dryRun && options.json) return writeJson(context, readings);
  // Whoever is asked has to see it, also where the output is to be JSON alone.
  if (!options.json) await show(context, readings, output);
  else if (!options.yes) await show(context, readings, messages);
  if (options.dryRun) return;
  if (readings.every(({ held }) => held))
    return finish(context, options, 'Nothing to add: all of it is held.');
  if (!options.yes && !(await agreed(context, readings))) {
    context.exitCode = exitCodes.notConfirmed;
    return finish(context, options, 'Nothing was added.');
  }
  // Whoever answered the question has seen what had to be confirmed then, and nothing that came up since.
  const confirmed = confirmations.filter((need) =>
    options.yes ? isConfirmed(need, options) : readings.some(({ needs }) => needs.includes(need)),
  );
  const done = await followChange(context, (change) =>
    services.addReports(files, { ...change, confirmed, names }),
  );
  if (options.json) return writeJson(context, done);
  const added = done.added.map(({ report }) => report).join(', ');
  output.write(`Added ${added}. ${describeChange(done.index)}\n`);
}

async function show(
  context: CliContext,
  readings: readonly FileReading[],
  stream: OutputStream,
): Promise<void> {
  const { formatFileReading } = await import('../format-file-reading.ts');
  const layout = await layoutOf(context);
  for (const reading of readings) stream.write(`${formatFileReading(reading, layout)}\n\n`);
}

function finish(context: CliContext, { json }: AddOptions, text: string): void {
  if (json) writeJson(context, { added: [], index: null });
  context.terminal.messages.write(`${text}\n`);
}

async function agreed({ terminal }: CliContext, readings: readonly FileReading[]): Promise<boolean> {
  const flagged = readings.some(({ flags }) => flags.length > 0) ? ', with the wording flagged above' : '';
  const typed = await terminal.ask(`Add ${countInWords(readings.length, 'report')}${flagged}? [y/N] `);
  if (typed !== null) return /^\s*(?:y|yes)\s*$/i.test(typed);
  throw new AppError(
    'confirmation_needed',
    'nobody can be asked here. Nothing was added; --yes adds without asking.',
  );
}

function isConfirmed(need: keyof ConfirmationNames, options: AddOptions): boolean {
  const given = { flags: options.acceptFlags, replace: options.replace, duplicate: options.acceptDuplicate };
  return given[need] ?? false;
}

function rename(files: NewFile[], name: string | undefined): NewFile[] {
  if (name === undefined) return files;
  if (files.length > 1)
    throw new AppError('invalid_request', '--name names one report; add one file with it.');
  return files.map((file) => ({ ...file, name: `${name}${/\.[^.]*$/.exec(file.name)?.[0] ?? ''}` }));
}

async function givenBy(options: AddOptions): Promise<GivenMetadata> {
  const { title, authority, authorityShort, publisher, kind, source, licence, inspected } = options;
  const all: Record<keyof GivenFields, string | undefined> = {
    ...{ title, authority, publisher, source, licence },
    authority_short: authorityShort,
    document_kind: kind,
    inspected_from: inspected?.[0],
    inspected_to: inspected?.[1],
    published: options.published,
    considered: options.considered,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  // Imported here because checking fields is slow to load, and help has to be quick.
  const { parseGivenFields } = await import('../../reports/reports-json.ts');
  const { metadata, problems } = parseGivenFields(given);
  if (problems.length === 0) return metadata;
  const told = problems.map(({ field, message }) => `${field.replaceAll('_', ' ')}: ${message}`).join('; ');
  throw new AppError('invalid_request', `${told}.`);
}

function daySpan(value: string): [string, string] {
  const [from = '', to = from, ...more] = value.split('..');
  if (more.length === 0 && from !== '') return [from, to];
  throw new InvalidArgumentError('It has to be a day or two, such as 2013-01-14..2013-01-24.');
}
