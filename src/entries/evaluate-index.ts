import { openCurrent } from '../adapters/generation-reader.ts';
import type { AnswerStore } from '../answer/answer-store.ts';
import type { CliServices } from '../cli/cli-services.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { createPincite } from '../service/create-pincite.ts';
import { buildEmbedder } from './build-embedder.ts';
import { buildReader } from './build-reader.ts';
import { newAnswerId } from './new-answer-id.ts';
import { version } from './version.ts';

/** Answers to measured questions are nobody's: they are not kept. */
const forgetting: AnswerStore = {
  save: async () => undefined,
  find: async () => null,
  addFeedback: async () => undefined,
  feedbackOf: async () => [],
  citedParagraph: async () => null,
  delete: async () => false,
  close: async () => undefined,
};

/** Measures the index in use with the embedder of the settings. Throws as opening the service does. */
export async function evaluateIndex(
  config: Config,
  { questions, signal, onProgress, onNotice }: Parameters<CliServices['evaluate']>[0],
): Promise<Evaluation> {
  const { embedder, notices } = await buildEmbedder(config, { onNotice, signal });
  for (const notice of notices) onNotice(notice);
  const options = { model: embedder?.model ?? null, coordination: null, onNotice };
  const generation = await openCurrent(config.INDEX_DIR, options).catch(async (error: unknown) => {
    await embedder?.close();
    throw error;
  });
  const { reader } = await buildReader(config);
  const elapsedMs = () => performance.now();
  const pincite = createPincite({
    helpSignpost: config.HELP_SIGNPOST,
    maxQuestionCharacters: config.MAX_QUESTION_CHARACTERS,
    generations: { acquire: async () => ({ generation, release: () => undefined }) },
    ...{ embedder, reader, answers: forgetting, version, elapsedMs, notices, newId: newAnswerId },
    now: () => new Date(),
  });
  try {
    return await evaluate(
      questions,
      { pincite, generation, embedder, version, elapsedMs },
      { signal, onProgress },
    );
  } catch (error) {
    if (signal.aborted) throw new AppError('interrupted', 'Measuring was stopped.', { cause: error });
    throw error;
  } finally {
    await generation.close();
    await reader?.close();
    await embedder?.close();
  }
}
