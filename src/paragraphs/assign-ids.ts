import type { Draft } from './gather-paragraphs.ts';

/** The id of each paragraph, and whether it needed its heading because numbers come twice. */
export interface AssignedId {
  id: string;
  restarts: boolean;
}

/**
 * Gives each paragraph its id: the printed number; the heading's slug and the number where runs share numbers; the
 * slug, a dot and the place under the heading for unnumbered text. Unique ignoring case.
 */
export function assignIds(drafts: readonly Draft[]): AssignedId[] {
  const sharing = findSharingRuns(drafts);
  const places = new Map<string, number>();
  const taken = new Map<string, number>();
  return drafts.map((draft) => {
    const restarts = draft.number !== null && sharing.has(draft.run);
    return { id: claim(wantedId(draft, restarts, places), taken), restarts };
  });
}

function wantedId(draft: Draft, restarts: boolean, places: Map<string, number>): string {
  if (draft.number !== null) return restarts ? `${draft.slug}-${draft.number}` : draft.number;
  const place = (places.get(draft.slug) ?? 0) + 1;
  places.set(draft.slug, place);
  return `${draft.slug}.${place}`;
}

function claim(wanted: string, taken: Map<string, number>): string {
  const key = wanted.toLowerCase();
  let times = (taken.get(key) ?? 0) + 1;
  let id = times === 1 ? wanted : `${wanted}-${times}`;
  while (times > 1 && taken.has(id.toLowerCase())) id = `${wanted}-${++times}`;
  taken.set(key, times);
  if (times > 1) taken.set(id.toLowerCase(), 1);
  return id;
}

function findSharingRuns(drafts: readonly Draft[]): Set<number> {
  const runsOf = new Map<string, Set<number>>();
  for (const { number, run } of drafts) {
    if (number !== null)
      runsOf.set(number.toLowerCase(), (runsOf.get(number.toLowerCase()) ?? new Set()).add(run));
  }
  return new Set([...runsOf.values()].filter((runs) => runs.size > 1).flatMap((runs) => [...runs]));
}
