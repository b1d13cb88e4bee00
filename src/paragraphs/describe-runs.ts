import { toRoman } from '../reports/list-numerals.ts';
import { addToGroup } from './add-to-group.ts';
import { beginsRun, compareNumbers } from './compare-numbers.ts';
import type { Draft } from './gather-paragraphs.ts';
import { readSteps } from './number-style.ts';
import { printedStyle } from './printed-style.ts';
import type { NumberRun } from './reading.ts';

/** The runs of a report's numbering, and the weight of the numbers that are not there. */
export interface DescribedRuns {
  runs: NumberRun[];
  lost: number;
}

/** Numbers that are missing together were mostly left out together: each after the first weighs less, up to a limit. */
const weightOfFurther = 0.5;
const mostLostAtOnce = 6;

/** Describes each run of numbering as printed. `others` are numbers that headings carry: those are not lost. */
export function describeRuns(drafts: readonly Draft[], others: ReadonlySet<string>): DescribedRuns {
  const groups = new Map<number, Draft[]>();
  for (const draft of drafts) if (draft.number !== null) addToGroup(groups, draft.run, draft);
  const described: DescribedRuns = { runs: [], lost: 0 };
  for (const run of groups.values()) {
    const style = printedStyle(run);
    const before = described.runs.findLast((other) => other.style === style);
    const reader = new RunReader(run, { style, before, others });
    described.runs.push(reader.read());
    described.lost += reader.lost;
  }
  return described;
}

class RunReader {
  lost = 0;
  private readonly run: NumberRun;
  private readonly numbers: string[];
  private readonly before: NumberRun | undefined;
  private readonly others: ReadonlySet<string>;

  constructor(
    drafts: readonly Draft[],
    known: { style: string; before: NumberRun | undefined; others: ReadonlySet<string> },
  ) {
    this.numbers = drafts.map(({ number }) => number ?? '');
    this.before = known.before;
    this.others = known.others;
    this.run = {
      ...{ style: known.style, from: this.numbers[0] ?? '', to: this.numbers.at(-1) ?? '' },
      ...{ count: drafts.length, heading: drafts[0]?.heading.at(-1) ?? null, restarts: false },
      ...{ gaps: [], repeats: [], jumps: [] },
    };
  }

  read(): NumberRun {
    // Of two numbers with a stroke between them either may count.
    if (this.run.from.includes('/')) return this.run;
    if (beginsRun(readSteps(this.run.from))) this.run.restarts = this.before !== undefined;
    else this.follow(this.before?.to ?? null, this.run.from, this.run.jumps);
    for (const [at, number] of this.numbers.entries())
      if (at > 0) this.follow(this.numbers[at - 1] ?? null, number, null);
    return this.run;
  }

  /** Notes how a number follows another; between two runs, what is missing is a jump. */
  private follow(before: string | null, number: string, between: NumberRun['jumps'] | null): void {
    const step = compareNumbers(before === null ? [] : readSteps(before), readSteps(number));
    if (step.kind === 'repeat') this.run.repeats.push(number);
    if (step.kind === 'back') this.run.jumps.push({ from: before, to: number });
    if (step.kind !== 'gap') return;
    const missing = step.missing.filter((name) => !this.others.has(name));
    if (missing.length === 0) return;
    if (between) between.push({ from: before, to: number });
    else this.run.gaps.push(nameGap(missing, number));
    // Before the first number that there is, others may have been printed elsewhere.
    if (before !== null) this.lost += Math.min(1 + (missing.length - 1) * weightOfFurther, mostLostAtOnce);
  }
}

/** "7", "12–14", in the numerals of the number behind the gap. */
function nameGap(missing: readonly string[], like: string): string {
  const names = [missing[0] ?? '', missing.at(-1) ?? ''].map((name) => printLike(name, like));
  return missing.length === 1 ? (names[0] ?? '') : names.join('–');
}

function printLike(name: string, like: string): string {
  if (!/^\p{L}+$/u.test(like)) return name;
  const roman = toRoman(Number(name));
  return /^\p{Lu}/u.test(like) ? roman.toUpperCase() : roman;
}
