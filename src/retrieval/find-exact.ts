import type { Generation } from '../index/generation.ts';
import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import { stemsOf } from '../index/stem-words.ts';
import type { Span } from '../paragraphs/paragraph.ts';
import { type Filters, fitsFilters } from './passage.ts';
import { rowsOfReports } from './scope.ts';

/** How many paragraphs that hold all the words are looked at for the exact wording. */
const candidateLimit = 2_000;

/** A paragraph that holds the wording, and every place where it does. */
export interface ExactHit {
  paragraph: StoredParagraph;
  report: StoredReport;
  spans: Span[];
}

/**
 * Finds a wording as it is printed: case, kinds of quotation marks and dashes, and line breaks make no difference,
 * everything else does. Hits come in corpus order.
 */
export async function findExact(search: {
  generation: Generation;
  wording: string;
  scope: readonly StoredReport[];
  filters: Pick<Filters, 'kind' | 'form'>;
}): Promise<ExactHit[]> {
  const { generation, scope, filters } = search;
  const wanted = flatten(search.wording).text.trim();
  const stems = [...new Set(stemsOf(search.wording))];
  if (stems.length === 0 || scope.length === 0) return [];
  const within = rowsOfReports(scope, generation.reports, 'rows');
  const found = await generation.store.keywordSearch({
    stems,
    match: 'all',
    limit: candidateLimit,
    ...(within ? { within } : {}),
  });
  const rows = found.map((hit) => hit.row).toSorted((a, b) => a - b);
  const reports = new Map(scope.map((report) => [report.id, report]));
  return (await generation.store.paragraphsAt(rows)).flatMap((paragraph) => {
    const report = reports.get(paragraph.report);
    const spans = report && fitsFilters(paragraph, filters) ? placesOf(wanted, paragraph.text) : [];
    return report && spans.length > 0 ? [{ paragraph, report, spans }] : [];
  });
}

/** Every place of a flattened wording in a text, as spans of the text; whole words only at both ends. */
function placesOf(wanted: string, text: string): Span[] {
  const flat = flatten(text);
  const spans: Span[] = [];
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = flat.text.indexOf(wanted); at >= 0; at = flat.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const cutsWord =
      (isWord(flat.text[at]) && isWord(flat.text[at - 1])) ||
      (isWord(flat.text[end - 1]) && isWord(flat.text[end]));
    const from = flat.places[at];
    const last = flat.places[end - 1];
    if (!cutsWord && from !== undefined && last !== undefined) spans.push({ start: from, end: last + 1 });
  }
  return spans;
}

/** Lower case, straight quotation marks, plain hyphens and single blanks, with each character's place in the text. */
function flatten(text: string): { text: string; places: number[] } {
  const characters: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < text.length; place++) {
    const character = flattenCharacter(text.charAt(place));
    if (character === ' ' && (characters.length === 0 || characters.at(-1) === ' ')) continue;
    characters.push(character);
    places.push(place);
  }
  return { text: characters.join(''), places };
}

function flattenCharacter(character: string): string {
  if (/\s/.test(character)) return ' ';
  if (/[‘’ʼ]/.test(character)) return "'";
  if (/[“”]/.test(character)) return '"';
  if (/[‐-―]/.test(character)) return '-';
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}
