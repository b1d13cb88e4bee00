import type { Terminal } from './terminal.ts';

/** How far a piece of work has come; `total` 0 means that nobody knows yet. */
export interface WorkDone {
  stage: string;
  done: number;
  total: number;
}

/** Shows how work goes on. */
export interface Progress {
  update(work: WorkDone): void;
  /** Writes a line without disturbing what is shown. */
  say(line: string): void;
  /** Takes away what is shown for the moment only. */
  end(): void;
}

const redrawMs = 100;
const lineMs = 3_000;
const barWidth = 24;

/** A bar that is redrawn on a terminal; elsewhere a line when a stage begins and then one every three seconds. */
export function createProgress(terminal: Terminal): Progress {
  return terminal.messages.isTerminal ? createBar(terminal) : createLines(terminal);
}

function createBar(terminal: Terminal): Progress {
  const pace = createPace(terminal);
  const clear = () => terminal.messages.write('\r\u001b[K');
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update(work) {
      const { now, isNewStage } = pace.note(work);
      const isLast = work.total > 0 && work.done >= work.total;
      if (!isNewStage && !isLast && now - drawn < redrawMs) return;
      drawn = now;
      clear();
      terminal.messages.write(barOf(work, pace.left(work)).slice(0, terminal.width - 1));
    },
    say(line) {
      clear();
      terminal.messages.write(`${line}\n`);
    },
    end: clear,
  };
}

function createLines(terminal: Terminal): Progress {
  const pace = createPace(terminal);
  let written = Number.NEGATIVE_INFINITY;
  return {
    update(work) {
      const { now, isNewStage } = pace.note(work);
      if (!isNewStage && now - written < lineMs) return;
      written = now;
      terminal.messages.write(`${[nameOf(work), ...amounts(work, pace.left(work))].join(', ')}\n`);
    },
    say: (line) => terminal.messages.write(`${line}\n`),
    end: () => undefined,
  };
}

interface Pace {
  note(work: WorkDone): { now: number; isNewStage: boolean };
  left(work: WorkDone): { perSecond: number; seconds: number } | null;
}

/** Measures from the first sign of a stage, since what was done before (found in a cache) took no time. */
function createPace(terminal: Terminal): Pace {
  let stage = '';
  let begun = { at: 0, done: 0 };
  return {
    note(work) {
      const now = terminal.elapsedMs();
      const isNewStage = work.stage !== stage;
      if (isNewStage) {
        stage = work.stage;
        begun = { at: now, done: work.done };
      }
      return { now, isNewStage };
    },
    left(work) {
      const seconds = (terminal.elapsedMs() - begun.at) / 1000;
      const done = work.done - begun.done;
      if (done <= 0 || seconds < 0.5 || work.total === 0) return null;
      const perSecond = done / seconds;
      return { perSecond, seconds: Math.max(0, work.total - work.done) / perSecond };
    },
  };
}

function nameOf({ stage }: WorkDone): string {
  return stage.charAt(0).toUpperCase() + stage.slice(1);
}

function barOf(work: WorkDone, left: ReturnType<Pace['left']>): string {
  if (work.total <= 1) return `${nameOf(work)} …`;
  const filled = Math.round(barWidth * Math.min(1, work.done / work.total));
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  return [`${nameOf(work).padEnd(10)} ${bar} ${percent(work)}`, ...amounts(work, left).slice(0, -1)].join(
    '  ',
  );
}

/** The amount, the rate and the time left where they are known, and the share last; nothing of a single step. */
function amounts(work: WorkDone, left: ReturnType<Pace['left']>): string[] {
  if (work.total <= 1) return [];
  const rate = left ? [`${format(left.perSecond)}/s`, `${timeInWords(left.seconds)} left`] : [];
  return [`${format(work.done)} of ${format(work.total)}`, ...rate, percent(work)];
}

function percent({ done, total }: WorkDone): string {
  return `${Math.floor((100 * Math.min(done, total)) / total)} %`;
}

function format(count: number): string {
  return Math.round(count).toLocaleString('en-GB');
}

/** "8 s", "2 min 5 s". */
export function timeInWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
