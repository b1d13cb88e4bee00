import type { Block } from './block.ts';
import { isEnumerated } from './wording.ts';

/** One printed heading. */
export interface HeadingPlace {
  text: string;
  level: number;
  /** For ids: unique among the report's headings. */
  slug: string;
}

const boldLevel = 7;
const plainLevels = { enumerated: 8, capitals: 9, other: 10 };

/** Follows headings through a report and knows, at any place, the path from the outermost to the innermost. */
export class HeadingPath {
  private path: HeadingPlace[] = [];
  private readonly slugs = new Map<string, number>();
  private fresh = false;
  private title: string | null = null;

  /** Enters a heading. One of plain text that follows another directly stands below it. */
  enter(block: Block): void {
    const level = levelOf(block);
    const nests = this.fresh && block.level === null && this.path.at(-1)?.level === level;
    while (!nests && this.path.length > 0 && (this.path.at(-1)?.level ?? 0) >= level) this.path.pop();
    this.path.push({ text: block.text, level, slug: this.claimSlug(block.text) });
    this.fresh = true;
  }

  /** Something stands below the innermost heading. */
  settle(): void {
    this.fresh = false;
  }

  /** Takes the outermost heading as the report's own title, which heads no section wherever it is printed. */
  endTitle(): void {
    this.title = this.path[0]?.text ?? null;
  }

  /** From the outermost to the innermost, without the report's title unless there is nothing else. */
  get texts(): string[] {
    const texts = this.path.map((heading) => heading.text);
    const sections = texts.filter((text) => text !== this.title);
    return sections.length > 0 ? sections : texts.slice(0, 1);
  }

  get slug(): string {
    return this.path.at(-1)?.slug ?? 'front';
  }

  private claimSlug(text: string): string {
    const slug = slugify(text);
    const times = (this.slugs.get(slug) ?? 0) + 1;
    this.slugs.set(slug, times);
    return times === 1 ? slug : `${slug}-${times}`;
  }
}

/** A heading's words for an id: lower case, hyphens for everything but letters and digits. */
function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'section' : slug;
}

/** How deep a heading stands, by mark-up or by its looks: the less, the further out. */
export function levelOf(block: Block): number {
  if (block.level !== null) return block.level;
  if (block.bold) return boldLevel;
  if (isEnumerated(block.text)) {
    const steps = /^\d+(\.\d+)*/.exec(block.text)?.[0].split('.').length ?? 1;
    return plainLevels.enumerated + (steps - 1) / 10;
  }
  return block.text === block.text.toUpperCase() ? plainLevels.capitals : plainLevels.other;
}
