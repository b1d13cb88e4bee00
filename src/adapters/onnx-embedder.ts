import { AppError } from '../errors.ts';
import { type ModelContents, openOnnx } from './open-onnx.ts';

/** A model that is loaded: one text in, one vector of unit length out. */
export interface OnnxModel {
  /** Throws AppError `embedding_failed`. Holds the thread while it computes. */
  embed(text: string): Promise<Float32Array<ArrayBuffer>>;
  release(): Promise<void>;
}

/** Numbers in a vector of e5-small-v2. */
export const modelDimensions = 384;
const mostTokens = 512;
// A token of English is four or five characters; what lies beyond this many would be cut off after tokenizing anyway.
const mostCharacters = mostTokens * 16;

/**
 * Loads e5-small-v2. One thread computes, and one text at a time: the model is quantized dynamically, so in a batch a
 * text's vector would depend on its neighbours. Throws AppError `model_unavailable` when the runtime or the files
 * cannot be loaded.
 */
export async function openOnnxModel(contents: ModelContents): Promise<OnnxModel> {
  const { runtime, session, tokenizer } = await openOnnx(contents, {
    named: 'The embedding model e5-small-v2',
    without: 'set EMBEDDER=none for keyword search alone',
  });
  const embed = async (text: string): Promise<Float32Array<ArrayBuffer>> => {
    const ids = tokenize(tokenizer, text);
    const tensor = (data: BigInt64Array) => new runtime.Tensor('int64', data, [1, ids.length]);
    const output = await session.run({
      input_ids: tensor(BigInt64Array.from(ids, BigInt)),
      attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
      token_type_ids: tensor(new BigInt64Array(ids.length)),
    });
    return unitMean(output.last_hidden_state?.data, ids.length);
  };
  return { embed: (text) => embed(text).catch(rethrow), release: () => session.release() };
}

function tokenize(tokenizer: { encode(text: string): { ids: number[] } }, text: string): number[] {
  const { ids } = tokenizer.encode(text.slice(0, mostCharacters));
  const end = ids.at(-1);
  return ids.length > mostTokens && end !== undefined ? [...ids.slice(0, mostTokens - 1), end] : ids;
}

/** The mean over all tokens (none is padding), at unit length. */
function unitMean(states: unknown, tokens: number): Float32Array<ArrayBuffer> {
  if (!(states instanceof Float32Array) || states.length !== tokens * modelDimensions) {
    throw new Error('the model gave no state for each token');
  }
  const mean = new Float64Array(modelDimensions);
  for (let start = 0; start < states.length; start += modelDimensions) {
    for (let d = 0; d < modelDimensions; d++) (mean[d] as number) += states[start + d] as number;
  }
  const length = Math.hypot(...mean);
  if (!Number.isFinite(length) || length === 0) throw new Error('the model gave values that are not finite');
  return Float32Array.from(mean, (value) => value / length);
}

function rethrow(cause: unknown): never {
  throw new AppError('embedding_failed', 'The embedding model failed on a text. Try again, or index again.', {
    cause,
  });
}
