import { findMissingSections } from './find-missing-sections.ts';
import type { Draft } from './gather-paragraphs.ts';
import type { Reading } from './paragraph.ts';

const mostNamed = 3;

/** An account of what was read, and a notice when pages could not be read or a contents list names sections that the body lacks. */
export function describeReading(
  drafts: readonly Draft[],
  listed: readonly string[],
  headings: readonly string[],
  notices: readonly string[] = [],
): Reading {
  const numbered = drafts.filter((draft) => draft.form === 'numbered');
  const { missing, atEnd } = findMissingSections(listed, headings);
  // A list of which nothing is found again says nothing about this copy.
  const believed = missing.length < listed.length ? missing : [];
  return {
    numbered: numbered.length,
    unnumbered: drafts.length - numbered.length,
    missing: believed,
    notice:
      [
        ...(believed.length > 0 ? [writeNotice(believed, atEnd ? numbered.at(-1)?.number : undefined)] : []),
        ...notices,
      ].join(' ') || null,
  };
}

function writeNotice(missing: string[], last: string | null | undefined): string {
  const named = missing.slice(0, mostNamed).map((section) => `“${section}”`);
  const more = missing.length - named.length;
  const sections =
    more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return last
    ? `This copy stops at paragraph ${last}; its contents list also names ${sections}.`
    : `This copy is not complete: its contents list also names ${sections}.`;
}
