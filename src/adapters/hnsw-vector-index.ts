import { open } from 'node:fs/promises';
import type { HierarchicalNSW } from 'hnswlib-node';
import { AppError } from '../errors.ts';
import { checkQueryVector } from '../index/check-query-vector.ts';
import type { RowRanges, VectorHit, VectorIndex } from '../index/vector-index.ts';
import { readGraphHeader } from './hnsw-graph-header.ts';

type HnswLibrary = { HierarchicalNSW: typeof HierarchicalNSW };

// Measured in docs/decisions/0003-vector-indexes.md, like `graphWidth` below.
const connections = 16;
const constructionWidth = 200;
const seed = 100;
/** So few rows are compared one by one about as fast as the graph is walked with a filter, and none is missed. */
const mostComparedRows = 50_000;
/** The graph is walked as widely as there are rows to return; beyond this, comparing all is as quick. */
const mostFromGraph = 1_000;
/** How long adding rows may hold the event loop, in milliseconds. */
const sliceMs = 10;

/** The native library, or null where it is not installed or was not built: exact search answers alone then. */
export async function loadHnswLibrary(): Promise<HnswLibrary | null> {
  try {
    const loaded = await import('hnswlib-node');
    return 'HierarchicalNSW' in loaded ? loaded : ((loaded as { default: HnswLibrary }).default ?? null);
  } catch {
    return null;
  }
}

/**
 * How widely the graph is walked: wide enough that at least 98 of the 100 nearest rows that comparing every row finds
 * are found, at every size that was measured.
 */
function graphWidth(size: number): number {
  return Math.min(800, 200 + Math.ceil(size / 200));
}

/**
 * Builds a graph over unit-length rows and writes it to `file`, letting other work run in between. The library
 * reports success on a full disk, so the file is opened again and checked before this returns.
 * Throws AppError `disk_full` when what was written is not what was built, `interrupted` on the signal.
 */
export async function buildHnswFile(options: {
  library: HnswLibrary;
  file: string;
  vectors: Float32Array;
  dimensions: number;
  signal?: AbortSignal;
  onProgress?: (done: number) => void;
}): Promise<void> {
  const { library, file, vectors, dimensions } = options;
  const size = vectors.length / dimensions;
  const graph = new library.HierarchicalNSW('ip', dimensions);
  graph.initIndex(Math.max(1, size), connections, constructionWidth, seed);
  let sliceEnd = performance.now() + sliceMs;
  for (let row = 0; row < size; row++) {
    graph.addPoint(Array.from(vectors.subarray(row * dimensions, (row + 1) * dimensions)), row);
    if (performance.now() < sliceEnd) continue;
    options.onProgress?.(row + 1);
    await new Promise((resume) => setImmediate(resume));
    if (options.signal?.aborted) {
      throw new AppError('interrupted', 'Building the vector index was stopped before it finished.');
    }
    sliceEnd = performance.now() + sliceMs;
  }
  try {
    await graph.writeIndex(file);
    // The library's writer does not hold the graph: were it not asked for here, it could be collected while it is written.
    if (graph.getCurrentCount() !== size) throw new Error('the graph lost rows while it was written');
    await flushToDisk(file);
    await loadGraph(library, file, { size, dimensions });
  } catch (cause) {
    const message = `${file} was not written whole. Free some disk space and index again.`;
    throw new AppError('disk_full', message, { cause });
  }
  options.onProgress?.(size);
}

/**
 * Opens a graph that `buildHnswFile` wrote over the rows of `exact`, which gives the similarities and answers
 * whatever is quicker or safer without the graph. Throws AppError `index_damaged` when the file does not fit.
 */
export async function openHnswVectorIndex(options: {
  library: HnswLibrary;
  file: string;
  exact: VectorIndex;
  /** A search within ranges of no more rows than this does without the graph. */
  exactUpTo?: number;
}): Promise<VectorIndex> {
  const { library, file, exact, exactUpTo = mostComparedRows } = options;
  const { size, dimensions } = exact;
  const graph = await loadGraph(library, file, { size, dimensions });
  const width = graphWidth(size);

  const search = async (query: Float32Array, limit: number, within?: RowRanges): Promise<VectorHit[]> => {
    checkQueryVector(query, dimensions);
    const rows = within ? countRows(within, size) : size;
    if (limit > mostFromGraph || rows <= (within ? exactUpTo : 1)) return exact.search(query, limit, within);
    graph.setEf(Math.max(width, limit));
    const filter = within && membership(within, size);
    const found = graph.searchKnn(Array.from(query), Math.min(limit, rows), filter).neighbors;
    // The library's own distances would come from its copy of the vectors; these are the ones the checked file holds.
    const similarities = await exact.similarities(query, found);
    return found
      .map((row, place) => ({ row, similarity: similarities[place] as number }))
      .sort((a, b) => b.similarity - a.similarity || a.row - b.row);
  };
  return {
    size,
    dimensions,
    search,
    similarities: (query, rows) => exact.similarities(query, rows),
    close: () => exact.close(),
  };
}

/** The library loads a file of other dimensions or count without a word, so the file's own header is read first. */
async function loadGraph(
  library: HnswLibrary,
  file: string,
  expected: { size: number; dimensions: number },
): Promise<HierarchicalNSW> {
  const header = await readGraphHeader(file).catch((cause: unknown) => {
    throw damaged(file, 'cannot be read', cause);
  });
  if (header.dimensions !== expected.dimensions) {
    throw damaged(file, `holds vectors of ${header.dimensions} numbers instead of ${expected.dimensions}`);
  }
  if (header.size !== expected.size) {
    throw damaged(file, `holds ${header.size} rows instead of ${expected.size}`);
  }
  if (header.bytes < header.leastBytes) {
    throw damaged(file, `has ${header.bytes} bytes, at least ${header.leastBytes} are needed`);
  }
  const graph = new library.HierarchicalNSW('ip', expected.dimensions);
  await graph.readIndex(file).catch((cause: unknown) => {
    throw damaged(file, 'cannot be loaded', cause);
  });
  return graph;
}

function damaged(file: string, problem: string, cause?: unknown): AppError {
  return new AppError('index_damaged', `The vector index ${file} ${problem}. Index again.`, { cause });
}

async function flushToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function countRows(within: RowRanges, size: number): number {
  return within.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(size, to) - Math.max(0, from)), 0);
}

/** A table, because the library asks once for every row that it passes. */
function membership(within: RowRanges, size: number): (row: number) => boolean {
  const inside = new Uint8Array(size);
  for (const [from, to] of within) inside.fill(1, Math.max(0, from), Math.max(0, to));
  return (row) => inside[row] === 1;
}
