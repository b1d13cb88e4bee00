import { AppError } from '../errors.ts';
import type { ParagraphView, Pincite } from '../service/pincite.ts';
import { squash } from './compare-words.ts';
import type { Evidence } from './question-set.ts';

/** Something that points to a paragraph. */
export interface PointsToParagraph {
  report: string;
  paragraph: string;
}

/** Tells whether what was found is what was wanted; keeps the paragraphs that it has to read for that. */
export class EvidenceFinder {
  readonly #pincite: Pincite;
  readonly #read = new Map<string, Promise<ParagraphView | null>>();

  constructor(pincite: Pincite) {
    this.#pincite = pincite;
  }

  /** The paragraph that something points to, or null where there is none. */
  paragraph({ report, paragraph }: PointsToParagraph): Promise<ParagraphView | null> {
    const key = `${report}#${paragraph}`;
    const known = this.#read.get(key);
    if (known) return known;
    const reading = this.#pincite.paragraph(report, paragraph).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    });
    this.#read.set(key, reading);
    return reading;
  }

  /** Whether something points to the paragraph wanted. */
  async matches(found: PointsToParagraph, wanted: Evidence): Promise<boolean> {
    if (found.report !== wanted.doc) return false;
    if (!wanted.para.startsWith('u:')) return found.paragraph === wanted.para;
    const paragraph = await this.paragraph(found);
    if (!paragraph || paragraph.number !== null) return false;
    return squash(paragraph.text)
      .replace(/^[^a-z0-9]+/, '')
      .includes(squash(wanted.para.slice(2)));
  }

  /** The 1-based place of the first that is wanted, or null. */
  async firstRank(found: readonly PointsToParagraph[], wanted: readonly Evidence[]): Promise<number | null> {
    for (const [place, one] of found.entries()) {
      for (const want of wanted) if (await this.matches(one, want)) return place + 1;
    }
    return null;
  }

  /** The groups of evidence that something points to. */
  async groupsOf(found: PointsToParagraph, wanted: readonly Evidence[]): Promise<number[]> {
    const groups: number[] = [];
    for (const want of wanted) if (await this.matches(found, want)) groups.push(want.group ?? 1);
    return groups;
  }
}
