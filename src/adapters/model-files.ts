import type { CheckedFile } from './checked-file.ts';

export const modelName = 'e5-small-v2';

/** The two files of the model: the same bytes from every source, or they are refused. */
export const modelFiles = {
  model: {
    file: 'model_quantized.onnx',
    bytes: 34_014_367,
    sha256: '7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded',
  },
  tokenizer: {
    file: 'tokenizer.json',
    bytes: 711_396,
    sha256: 'd241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66',
  },
} as const satisfies Record<ModelPart, CheckedFile>;

export type ModelPart = 'model' | 'tokenizer';

/** Somewhere that the model can be had from. `fetch` throws with a reason that a person can read. */
export interface ModelSource {
  name: string;
  fetch(signal?: AbortSignal): Promise<Record<ModelPart, Uint8Array>>;
}
