import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metadataOf, parseMadeUpReports, toMarkdown } from '../../../bench/reader/made-up-report.ts';
import type { Classified, KindSource } from '../../../src/paragraphs/kind-signal.ts';
import type { ParagraphKind } from '../../../src/paragraphs/paragraph.ts';
import { splitReport } from '../../../src/paragraphs/split-report.ts';
import { readReport } from '../../../src/reports/read-report.ts';
import type { ReportMetadata } from '../../../src/reports/report.ts';

/** A paragraph and the kind that somebody who read it gave it. */
export interface Labelled {
  place: string;
  paragraph: Classified;
  source: KindSource;
  kind: ParagraphKind;
}

type Labels = Record<string, Record<string, ParagraphKind>>;
interface LabelledSet {
  corpus: Labels;
  madeUp: Labels;
  passages: (Omit<Classified, 'listed'> & { title: string; kind: ParagraphKind })[];
}

const root = join(import.meta.dirname, '..', '..', '..');
const corpus = join(root, 'corpus');
const unknown: Omit<ReportMetadata, 'title'> = {
  ...{
    authority: null,
    authorityShort: null,
    publisher: null,
    documentKind: null,
    source: null,
    licence: null,
  },
  dates: {},
};

/** The labelled paragraphs that signals were chosen on (`seen`), or those set aside. */
export async function readLabelled(set: 'seen' | 'unseen'): Promise<Labelled[]> {
  const labels: LabelledSet = JSON.parse(readFileSync(join(import.meta.dirname, `${set}.json`), 'utf8'));
  const passages = labels.passages.map(({ title, kind, ...passage }) => ({
    place: title,
    paragraph: { ...passage, listed: isListed(passage.text) },
    source: { title, documentKind: null },
    kind,
  }));
  return [...(await fromCorpus(labels.corpus)), ...(await fromMadeUp(labels.madeUp)), ...passages];
}

async function fromCorpus(labels: Labels): Promise<Labelled[]> {
  const known: Record<string, ReportMetadata> = JSON.parse(
    readFileSync(join(corpus, 'reports.json'), 'utf8'),
  );
  const files = readdirSync(corpus);
  const read = Object.entries(labels).map(([report, kinds]) => {
    const file = files.find((one) => one.startsWith(`${report}.`)) ?? report;
    return label({ file, bytes: readFileSync(join(corpus, file)), metadata: known[report] }, kinds);
  });
  return (await Promise.all(read)).flat();
}

async function fromMadeUp(labels: Labels): Promise<Labelled[]> {
  const reports = ['made-up-reports.txt', 'calibration-reports.txt'].flatMap((file) =>
    parseMadeUpReports(readFileSync(join(root, 'bench', 'reader', file), 'utf8')),
  );
  const read = reports.flatMap((report) => {
    const kinds = labels[report.name];
    const bytes = new TextEncoder().encode(toMarkdown(report));
    const metadata = { ...unknown, title: metadataOf(report).title };
    return kinds ? [label({ file: `${report.name}.md`, bytes, metadata }, kinds)] : [];
  });
  return (await Promise.all(read)).flat();
}

async function label(
  file: { file: string; bytes: Uint8Array; metadata: ReportMetadata | undefined },
  kinds: Record<string, ParagraphKind>,
): Promise<Labelled[]> {
  const report = await readReport(file);
  const { paragraphs } = await splitReport(report);
  return Object.entries(kinds).map(([id, kind]) => {
    const paragraph = paragraphs.find((one) => one.id === id);
    if (!paragraph) throw new Error(`${file.file} has no paragraph "${id}" any more; label it anew`);
    const source = report.metadata;
    return {
      place: `${file.file} ${id}`,
      paragraph: { ...paragraph, listed: isListed(paragraph.text) },
      source,
      kind,
    };
  });
}

/** Whether a paragraph's text has bullets, as its draft knows. */
function isListed(text: string): boolean {
  return /^- /m.test(text);
}
