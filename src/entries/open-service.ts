import { watchGenerations } from '../adapters/generation-watcher.ts';
import type { Config } from '../config.ts';
import { createPincite } from '../service/create-pincite.ts';
import type { Pincite } from '../service/pincite.ts';
import { buildEmbedder } from './build-embedder.ts';
import { buildReader } from './build-reader.ts';
import { newAnswerId } from './new-answer-id.ts';
import { openAnswers } from './open-answers.ts';
import { version } from './version.ts';

/** The service with everything behind it open. */
export interface OpenService {
  pincite: Pincite;
  /** Closes the index, the kept answers and the model. */
  close(): Promise<void>;
}

/**
 * Opens the service on Node: the model or service that embeds, the index in use (and those that follow it), the kept
 * answers. What an operator should know goes to `onNotice`, for as long as the service is open. Throws AppError
 * `index_missing`, `index_damaged`, `index_mismatch`, `disk_full`.
 */
export async function openService(config: Config, onNotice: (line: string) => void): Promise<OpenService> {
  const opened: { close(): Promise<void> }[] = [];
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part => {
    opened.unshift(part);
    return part;
  };
  const close = async () => {
    for (const part of opened.splice(0)) await part.close();
  };
  try {
    const { embedder, notices } = await buildEmbedder(config, { onNotice });
    if (embedder) keep(embedder);
    for (const notice of notices) onNotice(notice);
    const { reader, notices: readerNotices } = await buildReader(config);
    if (reader) keep(reader);
    for (const notice of readerNotices) onNotice(notice);
    const model = embedder?.model ?? null;
    const generations = keep(await watchGenerations(config.INDEX_DIR, { model, onNotice }));
    const answers = keep(await openAnswers(config, onNotice));
    const pincite = createPincite({
      helpSignpost: config.HELP_SIGNPOST,
      maxQuestionCharacters: config.MAX_QUESTION_CHARACTERS,
      ...{ generations, embedder, reader, answers, version, newId: newAnswerId },
      notices: [...notices, ...readerNotices],
      now: () => new Date(),
      elapsedMs: () => performance.now(),
    });
    return { pincite, close };
  } catch (error) {
    await close();
    throw error;
  }
}
