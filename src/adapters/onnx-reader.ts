import { AppError } from '../errors.ts';
import { type ModelContents, openOnnx } from './open-onnx.ts';

/** A question, and a sentence behind its context. */
export type ReaderPair = readonly [question: string, sentence: string];

/** A reader that is loaded: one pair in, its score out. */
export interface OnnxReader {
  /** Throws AppError `reading_failed`. Holds the thread while it computes (about 5 ms). */
  score(pair: ReaderPair): Promise<number>;
  release(): Promise<void>;
}

const mostTokens = { question: 60, sentence: 160 };
// A token of English is four or five characters; what lies beyond this many would be cut off after tokenizing anyway.
const charactersPerToken = 16;

/**
 * Loads the reader. One pair at a time: the model is quantized dynamically, so in a batch a score would depend on the
 * other pairs. Throws AppError `model_unavailable` when the runtime or the files cannot be loaded.
 */
export async function openOnnxReader(contents: ModelContents): Promise<OnnxReader> {
  const opened = await openOnnx(contents, {
    named: 'The trained reader',
    without: 'set READER=none to answer without it',
  });
  const { runtime, session, tokenizer } = opened;
  const [start, end] = tokenizer.encode('').ids as [number, number];
  const tokensOf = (text: string, most: number) =>
    tokenizer
      .encode(text.slice(0, most * charactersPerToken), { add_special_tokens: false })
      .ids.slice(0, most);
  const score = async ([question, sentence]: ReaderPair): Promise<number> => {
    const asked = [start, ...tokensOf(question, mostTokens.question), end];
    const read = [...tokensOf(sentence, mostTokens.sentence), end];
    const length = asked.length + read.length;
    const tensor = (data: BigInt64Array) => new runtime.Tensor('int64', data, [1, length]);
    const output = await session.run({
      input_ids: tensor(BigInt64Array.from([...asked, ...read], BigInt)),
      attention_mask: tensor(new BigInt64Array(length).fill(1n)),
      token_type_ids: tensor(new BigInt64Array(length).fill(1n, asked.length)),
    });
    const logit = Number(output.logits?.data[0]);
    if (Number.isFinite(logit)) return logit;
    throw new Error('the model gave no finite score');
  };
  return { score: (pair) => score(pair).catch(rethrow), release: () => session.release() };
}

function rethrow(cause: unknown): never {
  throw new AppError('reading_failed', 'The trained reader failed on a sentence. Try again.', { cause });
}
