import { strToU8, zipSync } from 'fflate';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const packages = 'http://schemas.openxmlformats.org/package/2006/';
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const partNames = ['numbering', 'styles', 'footnotes', 'endnotes', 'header', 'footer'] as const;
/** Where a part's root is not named like the part. */
const rootNames: Record<string, string> = { header: 'hdr', footer: 'ftr' };
const prologue = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The insides of the parts of a Word file. */
export interface DocxContent {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  endnotes?: string;
  /** What the section's properties point to as "header" and "footer". */
  header?: string;
  footer?: string;
  /** Properties of the only section, as mark-up. */
  section?: string;
  /** Further parts by their paths, whole. */
  parts?: Record<string, string>;
}

/** A Word file with the parts that are given. */
export function writeDocx(content: DocxContent): Uint8Array {
  const used = partNames.filter((name) => content[name] !== undefined);
  const main = `${relationTypes}officeDocument`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      typeOf('document', 'document.main'),
      ...used.map((name) => typeOf(name, name)),
    ].join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}relationships"><Relationship Id="rId1" Type="${main}" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}relationships">${used
      .map((name) => `<Relationship Id="${name}" Type="${relationTypes}${name}" Target="${name}.xml"/>`)
      .join('')}</Relationships>`,
    'word/document.xml': `<w:document ${namespaces}><w:body>${content.body}<w:sectPr>${content.section ?? ''}</w:sectPr></w:body></w:document>`,
    ...content.parts,
  };
  for (const name of used) {
    const root = `w:${rootNames[name] ?? name}`;
    parts[`word/${name}.xml`] = `<${root} ${namespaces}>${content[name]}</${root}>`;
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(prologue + xml)])),
  );
}

function typeOf(name: string, kind: string): string {
  return `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
}

/** A run of words. */
export function run(text: string, properties = ''): string {
  const set = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${set}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** How a paragraph is set. */
export interface Setting {
  style?: string;
  list?: number;
  level?: number;
  /** Further paragraph properties, as mark-up. */
  more?: string;
}

/** A paragraph of words, or of mark-up where it begins with one. */
export function paragraph(content: string, { style, list, level, more }: Setting = {}): string {
  const place = level === undefined ? '' : `<w:ilvl w:val="${level}"/>`;
  const numbering = list === undefined ? '' : `<w:numPr>${place}<w:numId w:val="${list}"/></w:numPr>`;
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const inside = content.startsWith('<') ? content : run(content);
  return `<w:p><w:pPr>${named}${numbering}${more ?? ''}</w:pPr>${inside}</w:p>`;
}

/** A table of cells, each of words or of mark-up. */
export function table(rows: readonly (readonly string[])[], rowProperties = ''): string {
  const cell = (content: string) =>
    `<w:tc><w:tcPr/>${content.startsWith('<w:p>') ? content : paragraph(content)}</w:tc>`;
  const row = (cells: readonly string[], place: number) =>
    `<w:tr><w:trPr>${place === 0 ? rowProperties : ''}</w:trPr>${cells.map(cell).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr/>${rows.map(row).join('')}</w:tbl>`;
}

/** A level of a numbering: its format, what it prints, and further mark-up. */
export function level(place: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${place}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${escapeXml(text)}"/></w:lvl>`;
}

/** A numbering's definition and the numberings that use it, with their own mark-up. */
export function numbering(id: number, levels: string, uses: Record<number, string> = { [id]: '' }): string {
  const nums = Object.entries(uses).map(
    ([use, more]) => `<w:num w:numId="${use}"><w:abstractNumId w:val="${id}"/>${more}</w:num>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>${nums.join('')}`;
}

/** A paragraph style. */
export function style(id: string, name: string, more = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
