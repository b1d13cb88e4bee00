import type { InferenceSession } from 'onnxruntime-node';
import { AppError } from '../errors.ts';

export interface ModelContents {
  /** The model file's path or its bytes. From a path, the runtime needs 50 MB less while it loads. */
  model: string | Uint8Array;
  /** `tokenizer.json` as text. */
  tokenizer: string;
}

/**
 * Loads a model and its tokenizer; one thread computes. Throws AppError `model_unavailable` when the runtime or the
 * files cannot be loaded: `named` says which model, `without` how to do without it.
 */
export async function openOnnx(
  contents: ModelContents,
  { named, without }: { named: string; without: string },
) {
  try {
    // Loaded here, not at the top: keyword search alone starts without the native runtime.
    const [{ default: runtime }, { Tokenizer }] = await Promise.all([
      import('onnxruntime-node'),
      import('@huggingface/tokenizers'),
    ]);
    const options: InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1 };
    const { model } = contents;
    const session = await (typeof model === 'string'
      ? runtime.InferenceSession.create(model, options)
      : runtime.InferenceSession.create(model, options));
    return { runtime, session, tokenizer: new Tokenizer(JSON.parse(contents.tokenizer), {}) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'model_unavailable',
      `${named} cannot be loaded (${reason}). Install again with npm ci and npm start, or ${without}.`,
      { cause },
    );
  }
}
