import { parseXml, type XmlPart } from './parse-xml.ts';
import { refuseOtherFiles, wordFileError } from './refuse-file.ts';
import { childAt, childrenOf, textOf, toWholeNumber, type XmlElement } from './xml-element.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

/** The parts of a Word file that have a say in what its pages print. */
export interface DocxParts {
  /** Streamed, since it is long; the others are parsed. */
  document: XmlPart;
  styles: XmlElement | null;
  numbering: XmlElement | null;
  footnotes: XmlElement | null;
  endnotes: XmlElement | null;
  settings: XmlElement | null;
  /** How many pages the file says that it has, when it was last saved. */
  pageCount: number | null;
}

/**
 * Opens a Word file. Throws AppError `corpus_invalid` for what is no .docx: other and old formats, files with a
 * password or with macros, damaged ones, and those over the limits.
 */
export function openDocxParts(bytes: Uint8Array): DocxParts {
  refuseOtherFiles(bytes);
  const zip = openZip(bytes);
  const path = findDocument(zip);
  const relations = readRelations(zip, path.replace(/([^/]*)$/, '_rels/$1.rels'));
  const folder = path.replace(/[^/]*$/, '');
  const read = (kind: string): XmlElement | null => {
    const part = readPart(zip, resolvePath(folder, relations.get(kind) ?? `${kind}.xml`));
    return part && parseXml(part);
  };
  const document = readPart(zip, path);
  if (!document) throw wordFileError('has no text part; open it in Word, save it as .docx and add that');
  return {
    document,
    styles: read('styles'),
    numbering: read('numbering'),
    footnotes: read('footnotes'),
    endnotes: read('endnotes'),
    settings: read('settings'),
    pageCount: readPageCount(zip),
  };
}

function findDocument(zip: ZipArchive): string {
  if (zip.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) {
    throw wordFileError(
      'holds macros (.docm); save it in Word as a document without macros (.docx) and add that',
    );
  }
  const path = resolvePath(
    '',
    readRelations(zip, '_rels/.rels').get('officeDocument') ?? 'word/document.xml',
  );
  if (zip.names.includes(path) && !/^(?:xl|ppt)\//.test(path)) return path;
  if (zip.names.some((name) => name.startsWith('xl/')))
    throw wordFileError('is a workbook by its content; save its text as .docx or .pdf and add that');
  if (zip.names.some((name) => name.startsWith('ppt/')))
    throw wordFileError('is a slide show by its content; save it as .pdf and add that');
  if (zip.names.includes('content.xml'))
    throw wordFileError('is an OpenDocument file by its content; save it as .docx and add that');
  throw wordFileError('is a zip archive without a Word document in it; add the documents that it holds');
}

/** Targets by the last word of their type. */
function readRelations(zip: ZipArchive, path: string): Map<string, string> {
  const part = readPart(zip, path);
  const targets = new Map<string, string>();
  for (const { attributes } of childrenOf(part ? parseXml(part) : undefined)) {
    const kind = attributes.get('Type')?.split('/').at(-1) ?? '';
    const target = attributes.get('Target');
    if (target && attributes.get('TargetMode') !== 'External' && !targets.has(kind))
      targets.set(kind, target);
  }
  return targets;
}

function readPageCount(zip: ZipArchive): number | null {
  const part = readPart(zip, 'docProps/app.xml');
  const pages = part && childAt(parseXml(part), 'Pages');
  return (pages && toWholeNumber(textOf(pages))) ?? null;
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function readPart(zip: ZipArchive, name: string): XmlPart | null {
  const bytes = zip.read(name);
  if (!bytes) return null;
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const encoding = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : (wide ?? 'utf-8');
  try {
    return { name, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch (cause) {
    throw wordFileError(
      `cannot be read: ${name} is not ${encoding.toUpperCase()}; open it in Word, save it and add that`,
      cause,
    );
  }
}
