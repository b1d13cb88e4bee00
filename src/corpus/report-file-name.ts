import { AppError } from '../errors.ts';
import { parseFileName } from '../reports/read-report.ts';

const mostCharacters = 120;
/** In UTF-8, as disks count: a name may have 255 with what is put around it. */
const mostBytes = 200;
/** Names that Windows gives to devices, whatever their ending. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** What this folder uses for itself, and names that would be taken for an address. */
const ownNames = new Set(['readme', 'reports', 'index', 'license', 'licence', 'current', 'manifest']);
// Control, format (zero width, direction), private and unassigned characters show as nothing or as something else.
const unseen = /[\p{C}\u2028\u2029]/u;
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/**
 * The name under which a file is kept in the corpus: letters, digits, dots, hyphens and underscores, blanks and other
 * signs become hyphens. Throws AppError `report_refused` for a name that is a path, hides characters, mixes alphabets
 * that look alike, is reserved, or has an ending that is not read.
 */
export function nameReportFile(given: string, endings: readonly string[]): string {
  const refuse = (problem: string) =>
    new AppError('report_refused', `${quoteName(given)}: ${problem}; rename the file and add it again`);
  if (/[/\\:]/.test(given)) throw refuse('its name holds a slash, a backslash or a colon');
  if (unseen.test(given)) throw refuse('its name holds characters that cannot be seen');
  if (/^\.|\.\./.test(given)) throw refuse('its name begins with a dot or holds two in a row');
  const { id: stem, ending } = parseFileName(given.normalize('NFKC'));
  if (!endings.includes(ending)) {
    const known = endings.map((name) => `.${name}`).join(', ');
    throw new AppError(
      'report_refused',
      `${quoteName(given)}: only ${known} files can be read; convert it first`,
    );
  }
  const id = stem
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  if (!/^[\p{L}\p{N}]/u.test(id)) throw refuse('its name has no letter or digit');
  if (id.length > mostCharacters) throw refuse(`its name has more than ${mostCharacters} characters`);
  if (new TextEncoder().encode(id).length > mostBytes)
    throw refuse(`its name has more than ${mostBytes} bytes`);
  if (deviceName.test(id.split('.')[0] ?? '') || ownNames.has(id.toLowerCase())) {
    throw refuse('its name is reserved');
  }
  if (scripts.filter((script) => script.test(id)).length > 1) {
    throw refuse('its name mixes alphabets whose letters look alike');
  }
  return `${id}.${ending}`;
}

/** A name as a message may show it. */
function quoteName(name: string): string {
  const seen = name.replace(new RegExp(unseen, 'gu'), '�');
  return seen.length > mostCharacters ? `${seen.slice(0, mostCharacters)}…` : seen || 'The file';
}
