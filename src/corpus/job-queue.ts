import { AppError } from '../errors.ts';
import type { ChangeOptions } from './change-result.ts';
import type { Job } from './report-changes.ts';

const mostRemembered = 100;

interface QueueParts {
  newId: () => string;
  now: () => Date;
  /** Hears of jobs that ended. */
  onEnd(job: Job): void;
}

/** Changes one after the other, each with its state for whoever asks. They are remembered by this process alone. */
export class JobQueue {
  readonly #parts: QueueParts;
  readonly #jobs = new Map<string, Job>();
  readonly #stop = new AbortController();
  #last: Promise<void> = Promise.resolve();

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Queues a change and gives its job, whose fields follow what happens. */
  add(about: Pick<Job, 'kind' | 'report'>, work: (options: ChangeOptions) => Promise<Job['result']>): Job {
    const job: Job = {
      ...{ id: this.#parts.newId(), ...about, state: 'queued', created: this.#parts.now().toISOString() },
      ...{ finished: null, progress: null, notices: [], result: null, problem: null },
    };
    this.#jobs.set(job.id, job);
    this.#forgetOldest();
    this.#last = this.#last.then(() => this.#run(job, work));
    return job;
  }

  find(id: string): Job | null {
    return this.#jobs.get(id) ?? null;
  }

  /** How many changes wait for their turn. */
  waiting(): number {
    return [...this.#jobs.values()].filter(({ state }) => state === 'queued').length;
  }

  /** Stops the change under way, drops those that wait, and ends with them. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#last;
  }

  async #run(job: Job, work: (options: ChangeOptions) => Promise<Job['result']>): Promise<void> {
    const { signal } = this.#stop;
    job.state = 'running';
    try {
      if (signal.aborted) throw new AppError('interrupted', 'The service was stopped before its turn.');
      job.result = await work({
        signal,
        onProgress: (progress) => {
          job.progress = progress;
        },
        onNotice: (notice) => job.notices.push(notice),
      });
      job.state = 'done';
    } catch (error) {
      job.state = 'failed';
      job.problem =
        error instanceof AppError
          ? { code: error.code, message: error.message }
          : {
              code: 'internal',
              message: 'The change failed for a reason that was not foreseen; see the log.',
            };
    }
    job.finished = this.#parts.now().toISOString();
    this.#parts.onEnd(job);
  }

  #forgetOldest(): void {
    for (const [id, { state }] of this.#jobs) {
      if (this.#jobs.size <= mostRemembered) return;
      if (state === 'done' || state === 'failed') this.#jobs.delete(id);
    }
  }
}
