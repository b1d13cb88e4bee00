import type { SplitReport } from '../../src/paragraphs/paragraph.ts';
import { printPages } from './chromium.ts';
import { printPaged, printReport } from './docx-print-report.ts';
import { printPage } from './html-print-report.ts';
import { convert } from './libreoffice.ts';

/** A way to make files of reports. */
export interface Rendering {
  name: string;
  ending: 'pdf' | 'docx' | 'html';
  make(splits: ReadonlyMap<string, SplitReport>): Promise<Map<string, Uint8Array>>;
}

const numberNames = { list: 'of lists', typed: 'typed', plain: 'typed in plain paragraphs' };

/** Every program with every setting: columns, numbers of its own or typed ones, a structure in the file or none. */
export const renderings: Rendering[] = [
  ...both(['list', 'typed', 'plain'] as const, [1, 2] as const).flatMap(([numbers, columns]) =>
    [true, false].map(
      (tagged): Rendering => ({
        name: `PDF by Chromium, ${describe(columns, tagged)}, numbers ${numberNames[numbers]}`,
        ending: 'pdf',
        make: (splits) =>
          printPages(
            map(splits, (split) => printPage(split, { columns, numbers })),
            { tagged },
          ),
      }),
    ),
  ),
  ...both(['automatic', 'typed'] as const, [1, 2] as const).flatMap(([numbers, columns]) =>
    [true, false].map(
      (tagged): Rendering => ({
        name: `PDF by LibreOffice, ${describe(columns, tagged)}, numbers ${numbers}`,
        ending: 'pdf',
        make: async (splits) =>
          convert(
            map(splits, (split) => printPaged(split, numbers, columns)),
            tagged ? 'tagged pdf' : 'pdf',
          ),
      }),
    ),
  ),
  {
    name: 'PDF by LibreOffice of a web page, numbers typed in plain paragraphs',
    ending: 'pdf',
    make: async (splits) => convert(map(splits, printPlain), 'pdf of a page'),
  },
  ...(['automatic', 'typed'] as const).flatMap((numbers): Rendering[] => [
    {
      name: `DOCX, numbers ${numbers}`,
      ending: 'docx',
      make: async (splits) => map(splits, (split) => printReport(split, numbers)),
    },
    {
      name: `DOCX by LibreOffice, numbers ${numbers}`,
      ending: 'docx',
      make: async (splits) =>
        convert(
          map(splits, (split) => printReport(split, numbers)),
          'docx',
        ),
    },
  ]),
  ...(['list', 'typed', 'plain'] as const).map(
    (numbers): Rendering => ({
      name: `HTML, numbers ${numberNames[numbers]}`,
      ending: 'html',
      make: async (splits) =>
        map(splits, (split) => new TextEncoder().encode(printPage(split, { columns: 1, numbers }))),
    }),
  ),
];

function printPlain(split: SplitReport): Uint8Array {
  return new TextEncoder().encode(printPage(split, { columns: 1, numbers: 'plain' }));
}

function describe(columns: 1 | 2, tagged: boolean): string {
  return `${columns === 1 ? 'one column' : 'two columns'}, ${tagged ? 'tagged' : 'untagged'}`;
}

function both<A, B>(some: readonly A[], others: readonly B[]): [A, B][] {
  return some.flatMap((one) => others.map((other): [A, B] => [one, other]));
}

function map<From, To>(values: ReadonlyMap<string, From>, change: (value: From) => To): Map<string, To> {
  return new Map([...values].map(([name, value]) => [name, change(value)]));
}
