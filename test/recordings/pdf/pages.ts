/** The pages that the PDF files of this folder were printed from. */
export interface PrintedPage {
  name: string;
  html: string;
  tagged: boolean;
}

const clauses = [
  'the board met each month and kept a record of what it had decided',
  'most of the visits were made on time, although not all of them were written up',
  'staff told us that their workloads had come down since the spring',
  'a cross-party panel looked at the figures and asked for more detail',
  'families were seldom asked what they thought of the help they were given',
  'three of the nine cases that we read had no plan at all',
  'the new system was brought in too quickly and without any training',
  'partners share what they know about missing children within a day',
];

/** A made-up paragraph of so many sentences; the same for the same number. */
export function prose(seed: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, at) => {
    const first = clauses[(seed * 3 + at * 5) % clauses.length] ?? '';
    const second = clauses[(seed * 5 + at * 3 + 1) % clauses.length] ?? '';
    return `${first.charAt(0).toUpperCase()}${first.slice(1)}, and ${second}.`;
  }).join(' ');
}

function page(css: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Printed page</title><style>${css}</style><body>${body}</body></html>`;
}

const paragraphs = (from: number, to: number, sentences = 3) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({
    number: from + at,
    text: prose(from + at, sentences + ((from + at) % 3)),
  }));

const typed = (from: number, to: number) =>
  paragraphs(from, to)
    .map(({ number, text }) => `<p>${number}. ${text}</p>`)
    .join('');

const counted = (from: number, to: number) =>
  paragraphs(from, to)
    .map(({ text }) => `<p class="n">${text}</p>`)
    .join('');

const heads = `@page{size:A4;margin:25mm 22mm;@top-left{content:"Anytown Council: review of services";font-size:9pt}@bottom-right{content:"Page " counter(page) " of " counter(pages);font-size:9pt}}`;

const oneColumn = page(
  `${heads} body{font:11pt/1.35 "Liberation Serif"} h1{font-size:20pt} h2{font-size:14pt}`,
  `<h1>Review of services in Anytown</h1><p>Report of the chief officer, 4 May 2021</p><h2>Introduction</h2>${typed(1, 6)}
   <h2>What we found</h2>${typed(7, 11)}<p>12. We ask the council to:</p><ul><li>write down what it decides</li><li>read what it has written, and ask the people whom it concerns whether they agree</li></ul>
   <h2>What comes next</h2>${typed(13, 18)}`,
);

const twoColumns = page(
  `@page{size:A4;margin:20mm;@bottom-center{content:counter(page, lower-roman);font-size:9pt}} @page one{@top-right{content:"The first chapter";font-size:9pt}} @page two{@top-right{content:"The second chapter";font-size:9pt}}
   body{font:10pt/1.3 "Liberation Serif";counter-reset:c p} .one{page:one;columns:2;column-gap:7mm;text-align:justify;hyphens:auto} .two{page:two;columns:2;column-gap:7mm;text-align:justify;hyphens:auto}
   h1,h2{column-span:all} h2{counter-increment:c;counter-set:p 0} h2::before{content:counter(c) " "} p.n{counter-increment:p} p.n::before{content:counter(c) "." counter(p) " "}`,
  `<h1>Two columns</h1><div class="one"><h2>How we worked</h2>${counted(1, 16)}</div><div class="two"><h2>What we saw</h2>${counted(17, 34)}</div>`,
);

const marginNumbers = page(
  `@page{size:A4;margin:25mm;@bottom-center{content:"– " counter(page) " –";font-size:9pt}} body{font:11pt/1.5 "Liberation Serif";text-align:justify;padding-left:16mm} p{position:relative;margin:0 0 .8em} p i{position:absolute;left:-14mm;font-style:normal;font-size:9pt}`,
  `<h1>Numbers in the margin</h1>${paragraphs(1, 14)
    .map(({ number, text }) => `<p><i>${number}</i>${text}</p>`)
    .join('')}`,
);

const rows = Array.from({ length: 40 }, (_, at) => {
  const words = (clauses[at % clauses.length] ?? '').split(' ').slice(0, 3 + (at % 9)).join(' ');
  return `<tr><td>Area ${at + 1}: ${words}</td><td>${['Good', 'Inadequate', 'Requires improvement'][at % 3]}</td><td>${20 + at}</td></tr>`;
}).join('');

const table = page(
  `${heads} body{font:11pt/1.35 "Liberation Sans"} table{border-collapse:collapse} td,th{border:1px solid #777;padding:4px 8px;text-align:left;vertical-align:top} td:first-child{width:70mm}`,
  `<h1>Grades by area</h1><p>1. ${prose(1, 3)}</p><p>2. ${prose(2, 2)}</p><table><thead><tr><th>Area looked at</th><th>Grade given</th><th>Cases</th></tr></thead><tbody>${rows}</tbody></table><p>3. ${prose(3, 2)}</p>`,
);

const sheet = (body: string, note: string, number: number) =>
  `<div class="sheet"><div class="head">Footnotes at the foot</div>${body}<div class="note">${note}</div><div class="foot">${number}</div></div>`;

const footnotes = page(
  `@page{size:A4;margin:0} body{margin:0;font:11pt/1.4 "Liberation Serif"} .sheet{position:relative;width:150mm;height:296mm;padding:25mm 30mm 0;box-sizing:content-box;height:270mm;break-after:page} .note{position:absolute;bottom:30mm;width:150mm;font-size:9pt} .note p{margin:0} .foot{position:absolute;bottom:15mm;width:150mm;text-align:center} .head{position:absolute;top:12mm;font-size:9pt} sup{font-size:7pt;line-height:0}`,
  [
    sheet(
      `<h1>Notes</h1><p>1. The first paragraph has a mark<sup>1</sup> in the middle of its sentence.</p><p>2. The second has one at its end.<sup>2</sup></p><p style="text-align:justify;text-align-last:justify">3. The third runs over the end of the page, which stands in the middle of a sentence that goes on to</p>`,
      '<p><sup>1</sup> The first note, which says where the figures come from.</p><p><sup>2</sup> The second note.</p>',
      1,
    ),
    sheet(
      `<p>the next page and ends there.</p><p>4. The fourth speaks of the 19<sup>th</sup> of May and of inter&#8209;agency work.<sup>3</sup></p>`,
      '<p><sup>3</sup> The third note.</p>',
      2,
    ),
    sheet('<p>5. The fifth stands alone on its page and has no mark.</p>', '', 3),
  ].join(''),
);

const scan = page(
  `@page{size:A4;margin:25mm} body{font:12pt "Liberation Serif"} .blank{break-before:page;break-after:page;height:80mm;width:80mm;background:#ccc}`,
  `<p>1. ${prose(1, 2)}</p><div class="blank"></div><p>2. ${prose(2, 2)}</p>`,
);

/** Every page, and whether its file tells its structure. */
export const pages: PrintedPage[] = [
  { name: 'one-column', html: oneColumn, tagged: true },
  { name: 'one-column-untagged', html: oneColumn, tagged: false },
  { name: 'two-columns', html: twoColumns, tagged: true },
  { name: 'two-columns-untagged', html: twoColumns, tagged: false },
  { name: 'margin-numbers', html: marginNumbers, tagged: false },
  { name: 'table', html: table, tagged: true },
  { name: 'table-untagged', html: table, tagged: false },
  { name: 'footnotes', html: footnotes, tagged: true },
  { name: 'footnotes-untagged', html: footnotes, tagged: false },
  { name: 'scan-between', html: scan, tagged: false },
];
