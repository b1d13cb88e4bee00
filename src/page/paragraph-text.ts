import { html } from 'hono/html';
import { type Marking, markedText, noMarking } from './marked-text.ts';
import type { Html } from './page-options.ts';

interface PlacedLine {
  words: string;
  /** Where `words` begins in the paragraph's text. */
  offset: number;
  bullet: boolean;
}

function placedLines(text: string): PlacedLine[] {
  let offset = 0;
  return text.split('\n').map((line) => {
    const bullet = line.startsWith('- ');
    const placed = { words: bullet ? line.slice(2) : line, offset: offset + (bullet ? 2 : 0), bullet };
    offset += line.length + 1;
    return placed;
  });
}

/** A paragraph's words as HTML: lines that begin with "- " are lists, other lines are paragraphs. */
export function paragraphText(text: string, marking: Marking = noMarking): Html {
  const blocks: { bullet: boolean; lines: Html[] }[] = [];
  for (const { words, offset, bullet } of placedLines(text)) {
    const marked = markedText(words, marking, offset);
    const last = blocks.at(-1);
    if (bullet && last?.bullet) last.lines.push(marked);
    else blocks.push({ bullet, lines: [marked] });
  }
  return html`${blocks.map(({ bullet, lines }) =>
    bullet ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : html`<p>${lines}</p>`,
  )}`;
}

/** The cells of a table row, each with its words marked. */
export function rowCells(text: string, marking: Marking = noMarking): Html[] {
  let offset = 0;
  return text.split('\t').map((cell) => {
    const marked = markedText(cell, marking, offset);
    offset += cell.length + 1;
    return marked;
  });
}
