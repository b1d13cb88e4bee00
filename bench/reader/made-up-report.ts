/** A sentence, bullet or table row of a made-up report, under its heading. Ids of rows begin with "t". */
export interface MadeUpSentence {
  id: string;
  heading: string;
  text: string;
}

/** A question about a made-up report: ids of the sentences that answer it (none: it cannot be answered), and of those that only bear on it. */
export interface MadeUpQuestion {
  kind: string;
  question: string;
  evidence: string[];
  near: string[];
}

export interface MadeUpReport {
  name: string;
  who: string;
  title: string;
  sentences: MadeUpSentence[];
  questions: MadeUpQuestion[];
}

/**
 * Reads the file of made-up reports. A report begins with "@report NAME", "@who" and "@title"; then come "## heading" lines,
 * sentences behind their ids ("3b The council …") and questions: "Q kind: question => 3b 3c | 4a". Throws an Error naming the line
 * that is none of these.
 */
export function parseMadeUpReports(text: string): MadeUpReport[] {
  const reports: MadeUpReport[] = [];
  let heading = '';
  for (const [index, line] of text.split('\n').entries()) {
    const [, mark, rest = ''] = /^(@report|@who|@title|##|Q|(?:\d+|t)[a-z0-9]*) (.+)$/.exec(line) ?? [];
    const report = reports.at(-1);
    if (line.trim() === '') continue;
    if (mark === '@report') {
      reports.push({ name: rest, who: '', title: '', sentences: [], questions: [] });
      heading = '';
    } else if (!mark || !report)
      throw new Error(`Line ${index + 1} of the made-up reports is not understood: ${line}`);
    else if (mark === '@who') report.who = rest;
    else if (mark === '@title') report.title = rest;
    else if (mark === '##') heading = rest;
    else if (mark === 'Q') report.questions.push(parseQuestion(rest));
    else report.sentences.push({ id: mark, heading, text: rest });
  }
  return reports;
}

function parseQuestion(text: string): MadeUpQuestion {
  const [, kind = '', question = '', answers = '', near = ''] =
    /^([a-z-]+): (.*?) => ([^|]*)(?:\|(.*))?$/.exec(text) ?? [];
  const ids = (list: string) => list.split(/[\s,]+/).filter((id) => id !== '' && id !== 'none');
  return { kind, question, evidence: ids(answers), near: ids(near) };
}

/** The report as a Markdown file with numbered paragraphs, bullets and tables. */
export function toMarkdown({ title, sentences }: MadeUpReport): string {
  const lines = [`# ${title}`];
  let heading = '';
  let paragraph = '';
  for (const sentence of sentences) {
    const isRow = sentence.id.startsWith('t');
    const own = isRow ? 'table' : (/^\d+/.exec(sentence.id)?.[0] ?? '');
    const opens = own !== paragraph || sentence.heading !== heading;
    if (sentence.heading !== heading) lines.push('', `## ${sentence.heading}`);
    ({ heading } = sentence);
    paragraph = own;
    if (isRow) {
      const cells = sentence.text.split('|').length;
      lines.push(
        ...(opens ? [''] : []),
        `| ${sentence.text} |`,
        ...(opens ? [`|${'---|'.repeat(cells)}`] : []),
      );
    } else if (opens) lines.push('', `${own}. ${sentence.text}`);
    else if (sentence.text.startsWith('- ') || lines.at(-1)?.startsWith('- ')) lines.push(sentence.text);
    else lines.push(`${lines.pop()} ${sentence.text}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What `reports.json` says of the report: its authority and, where one is given, the year. */
export function metadataOf({ who, title }: MadeUpReport) {
  const [authority = who] = who.split(/,\s*(?=[^,]*$)/);
  const year = /(?:19|20)\d\d(?!.*(?:19|20)\d\d)/.exec(who)?.[0];
  return {
    title,
    authority,
    authorityShort: authority.replace(/\s+(?:(?:County|City|Borough|District)\s+)?Council$/, ''),
    publisher: authority,
    documentKind: 'made-up report',
    dates: year ? { published: year } : {},
  };
}
