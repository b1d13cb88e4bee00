import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Generation, GenerationSource } from '../index/generation.ts';
import { generationFolder, listGenerations, readCurrent } from './generation-folder.ts';
import { type OpenOptions, openCurrent, openFitting } from './generation-reader.ts';
import { IndexCoordination } from './index-coordination.ts';

export interface GenerationWatcher extends GenerationSource {
  /** Looks for a new or a damaged generation now; otherwise that happens by itself every `pollMs`. */
  check(): Promise<void>;
  /** Stops watching and closes the generation once no request holds it. */
  close(): Promise<void>;
}

/** An open generation, who uses it, and what its files looked like when it was verified. */
interface Served {
  generation: Generation;
  users: number;
  retired: boolean;
  files: string;
}

/**
 * Hands out the generation in use and follows `CURRENT`: a new one takes over when it is verified and fits the model,
 * and the old one is closed when the last request lets go of it. A bad one is reported once and the old one stays.
 * Throws AppError as `openCurrent` does when there is nothing to begin with.
 */
export async function watchGenerations(
  indexDir: string,
  options: Omit<OpenOptions, 'coordination'> & { pollMs?: number },
): Promise<GenerationWatcher> {
  const coordination = await joinOthers(indexDir, options.onNotice);
  const watch = new Watch(indexDir, { ...options, coordination });
  try {
    await watch.open();
  } catch (error) {
    await coordination?.close();
    throw error;
  }
  const timer = setInterval(() => void watch.check(), options.pollMs ?? 1_000);
  timer.unref();
  return {
    acquire: async () => watch.acquire(),
    check: () => watch.check(),
    async close() {
      clearInterval(timer);
      await watch.close();
      await coordination?.close();
    },
  };
}

/** A folder that cannot be written can still be read: then nobody else can remove a generation from it either. */
async function joinOthers(
  indexDir: string,
  onNotice: OpenOptions['onNotice'],
): Promise<IndexCoordination | null> {
  if ((await listGenerations(indexDir)).length === 0) return null;
  return IndexCoordination.open(indexDir).catch((error: unknown) => {
    onNotice?.(`The index is read without telling other processes: ${messageOf(error)}`);
    return null;
  });
}

class Watch {
  readonly #indexDir: string;
  readonly #options: OpenOptions;
  #served: Served | undefined;
  /** The last state of `CURRENT` and of the open files that was dealt with. */
  #seen = '';
  #checking: Promise<void> | undefined;

  constructor(indexDir: string, options: OpenOptions) {
    this.#indexDir = indexDir;
    this.#options = options;
  }

  async open(): Promise<void> {
    this.#seen = (await readCurrent(this.#indexDir))?.mark ?? '';
    await this.#serve(await openCurrent(this.#indexDir, this.#options));
  }

  acquire(): { generation: Generation; release(): void } {
    const served = this.#served;
    if (!served) throw new Error('the index is closed');
    served.users++;
    let released = false;
    return {
      generation: served.generation,
      release: () => {
        if (released) return;
        released = true;
        served.users--;
        void this.#closeUnused(served);
      },
    };
  }

  check(): Promise<void> {
    this.#checking ??= this.#look()
      .catch((error) => this.#options.onNotice?.(`The index could not be looked at: ${messageOf(error)}`))
      .finally(() => {
        this.#checking = undefined;
      });
    return this.#checking;
  }

  async close(): Promise<void> {
    await this.#checking;
    const served = this.#served;
    this.#served = undefined;
    if (served) await this.#retire(served);
  }

  async #look(): Promise<void> {
    const current = await readCurrent(this.#indexDir);
    const mark = current?.mark ?? '';
    if (current && mark !== this.#seen) {
      this.#seen = mark;
      if (current.id !== this.#served?.generation.id) return this.#takeNew(current.id);
    }
    const served = this.#served;
    if (served && (await stateOfFiles(this.#indexDir, served.generation)) !== served.files) {
      await this.#mendOrFallBack(served);
    }
  }

  async #takeNew(id: string): Promise<void> {
    try {
      await this.#serve(await openFitting(this.#indexDir, id, this.#options));
    } catch (error) {
      const kept = this.#served?.generation.id;
      this.#options.onNotice?.(
        `The new index was not taken: ${messageOf(error)} Until then ${kept} answers.`,
      );
    }
  }

  /** The open generation's files changed underneath: nobody writes them, so they are verified before they are trusted. */
  async #mendOrFallBack(served: Served): Promise<void> {
    served.files = await stateOfFiles(this.#indexDir, served.generation);
    const { id } = served.generation;
    try {
      await this.#serve(await openFitting(this.#indexDir, id, this.#options));
    } catch (error) {
      this.#options.onNotice?.(`The index in use has changed on the disk: ${messageOf(error)}`);
      await this.#serve(await openCurrent(this.#indexDir, { ...this.#options, except: id }));
      this.#options.onNotice?.(`Until then ${this.#served?.generation.id} answers.`);
    }
  }

  async #serve(generation: Generation): Promise<void> {
    const files = await stateOfFiles(this.#indexDir, generation);
    const before = this.#served;
    this.#served = { generation, users: 0, retired: false, files };
    if (before) await this.#retire(before);
  }

  async #retire(served: Served): Promise<void> {
    served.retired = true;
    await this.#closeUnused(served);
  }

  async #closeUnused(served: Served): Promise<void> {
    if (!served.retired || served.users > 0) return;
    served.retired = false;
    await served.generation.close();
  }
}

async function stateOfFiles(indexDir: string, { id, manifest }: Generation): Promise<string> {
  const folder = generationFolder(indexDir, id);
  const states = Object.keys(manifest.files).map(async (file) => {
    const state = await stat(join(folder, file)).catch(() => null);
    return state ? `${file} ${state.size} ${state.mtimeMs} ${state.ino}` : `${file} is missing`;
  });
  return (await Promise.all(states)).join('\n');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
