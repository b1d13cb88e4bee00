import type { List, ListLevel } from './list-definitions.ts';
import { formatNumber } from './number-format.ts';

/** Which numbering a paragraph has. */
export interface ListPlace {
  listId: number;
  /** 0-based. */
  level: number;
  /** The paragraph has it from its style alone. */
  byStyle: boolean;
}

/** How far a definition has counted. */
interface Count {
  /** By level; undefined where a level waits to begin (again). */
  values: (number | undefined)[];
  /** Which numbering last counted each level. */
  owners: (number | undefined)[];
  lastLevel: number;
  /** The last paragraph was the first of its numbering and began from a stated count. */
  overrode: boolean;
}

const bullet = '-';

/** Counts the numbered paragraphs of a document in their order and says what Word prints before each. */
export class ListCounter {
  private readonly lists: ReadonlyMap<number, List>;
  private readonly counts = new Map<string, Count>();
  private readonly begun = new Set<string>();

  constructor(lists: ReadonlyMap<number, List>) {
    this.lists = lists;
  }

  /** Counts one paragraph. Gives "-" for any bullet, '' where nothing is printed. */
  next({ listId, level, byStyle }: ListPlace): string {
    const list = this.lists.get(listId);
    const own = list?.levels[level];
    if (!list || !own) return '';
    const count = this.countOf(list.definition);
    const override = this.takeOverride(list, { listId, level, byStyle }, count);
    const before = count.values[level];
    count.values[level] = override ?? (before === undefined ? own.start : before + 1);
    for (let deeper = level + 1; deeper < list.levels.length; deeper++) {
      const restart = list.levels[deeper]?.restart;
      if (restart === undefined || level < restart) count.values[deeper] = undefined;
    }
    count.owners[level] = listId;
    count.lastLevel = level;
    count.overrode = override !== undefined;
    return printLabel(list, own, count.values);
  }

  private countOf(definition: string): Count {
    const known = this.counts.get(definition);
    if (known) return known;
    const count = { values: [], owners: [], lastLevel: -1, overrode: false };
    this.counts.set(definition, count);
    return count;
  }

  /**
   * The count from which a numbering begins anew on a level, the first time that it is used there. Word keeps
   * counting where it comes up again from a deeper level that has just begun so, and where a style's level stands
   * below a level that another numbering counted last.
   */
  private takeOverride(list: List, place: ListPlace, count: Count): number | undefined {
    const start = list.startOverrides.get(place.level);
    const key = `${place.listId} ${place.level}`;
    if (start === undefined || this.begun.has(key)) return undefined;
    const owner = place.level > 0 ? count.owners[place.level - 1] : undefined;
    if (place.byStyle && owner !== undefined && owner !== place.listId) return undefined;
    this.begun.add(key);
    return count.overrode && count.lastLevel > place.level ? undefined : start;
  }
}

function printLabel(list: List, own: ListLevel, values: readonly (number | undefined)[]): string {
  if (own.hidden) return '';
  // A list's bullet may be words; anything shorter is a glyph, whatever the font makes of it.
  if (own.format === 'bullet' && !/[\p{L}\p{N}]{2}/u.test(own.text))
    return own.text.trim() === '' && !own.picture ? '' : bullet;
  return own.text
    .replace(/%([1-9])/g, (_, digit) => {
      const place = Number(digit) - 1;
      const level = list.levels[place];
      if (!level) return '';
      const format = own.legal && !/^(?:none|bullet)$/.test(level.format) ? 'decimal' : level.format;
      return formatNumber(values[place] ?? level.start, format);
    })
    .trim();
}
