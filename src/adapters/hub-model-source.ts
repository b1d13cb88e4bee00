import { type ModelPart, type ModelSource, modelFiles } from './model-files.ts';

const hub = 'https://huggingface.co';
/** A revision of Xenova/e5-small-v2, so that what is fetched cannot change under us. */
const revision = '02af79985278377e65c724a76275707cb0333c70';
const paths: Record<ModelPart, string> = { model: 'onnx/model_quantized.onnx', tokenizer: 'tokenizer.json' };

/** The Hugging Face hub, or whatever serves the same paths at `base`. Times are in milliseconds. */
export function hubModelSource(
  options: { base?: string; firstByteMs?: number; silenceMs?: number; totalMs?: number } = {},
): ModelSource {
  const { base = hub, firstByteMs = 10_000, silenceMs = 20_000, totalMs = 600_000 } = options;
  const fetchPart = (part: ModelPart, signal: AbortSignal) =>
    download(`${base}/Xenova/e5-small-v2/resolve/${revision}/${paths[part]}`, {
      bytes: modelFiles[part].bytes,
      firstByteMs,
      silenceMs,
      signal,
    });
  return {
    name: new URL(base).host,
    async fetch(given) {
      const total = AbortSignal.timeout(totalMs);
      const signal = given ? AbortSignal.any([given, total]) : total;
      return { tokenizer: await fetchPart('tokenizer', signal), model: await fetchPart('model', signal) };
    },
  };
}

interface Download {
  bytes: number;
  firstByteMs: number;
  silenceMs: number;
  signal: AbortSignal;
}

async function download(url: string, limits: Download): Promise<Uint8Array> {
  const silence = new AbortController();
  const tooSlow = () => silence.abort(new Error('it stopped answering'));
  let timer = setTimeout(tooSlow, limits.firstByteMs);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([limits.signal, silence.signal]) });
    if (!response.ok || !response.body) throw new Error(`it replied HTTP ${response.status}`);
    const content = new Uint8Array(limits.bytes);
    let received = 0;
    for await (const chunk of response.body) {
      clearTimeout(timer);
      timer = setTimeout(tooSlow, limits.silenceMs);
      if (received + chunk.byteLength > limits.bytes) throw new Error('it sent more than the file has');
      content.set(chunk, received);
      received += chunk.byteLength;
    }
    return content.subarray(0, received);
  } catch (error) {
    // What `fetch` itself throws says only "fetch failed"; its cause says why.
    const reason = error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
    throw new Error(reason instanceof Error ? reason.message : String(reason), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
