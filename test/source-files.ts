import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

/** An import as a source file writes it. */
export interface ImportFound {
  /** A path from the repository's root for files of ours, else the package's or built-in's name. */
  target: string;
  isOurs: boolean;
  /** Vanishes before the code runs. */
  typeOnly: boolean;
  /** Loaded when the code that names it runs, if ever. */
  deferred: boolean;
}

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string;
  text: string;
  /** The text with comments blanked out; line numbers stay. */
  code: string;
  imports: ImportFound[];
}

const firstDeferred = 2;
const root = new URL('..', import.meta.url).pathname;
const patterns = [
  // import … from '…' and export … from '…': the formatter puts them at the start of a line.
  /^(?:import|export)(?<typed>\s+type)?\s+(?<names>[\w\s{},*$]+?)\s+from\s+['"](?<target>[^'"]+)['"]/gm,
  /^import\s+['"](?<target>[^'"]+)['"]/gm,
  // import('…'), import.meta.resolve('…'), new URL('….ts', import.meta.url): read when the code runs.
  /\bimport\(\s*['"](?<target>[^'"]+)['"]\s*[,)]/g,
  /\bimport\.meta\.resolve\(\s*['"](?<target>[^'"]+)['"]/g,
  /\bnew URL\(\s*['"](?<target>[^'"]+\.(?:ts|mjs|js))['"]\s*,\s*import\.meta\.url/g,
];

/** Reads all sources below some folders of the repository. */
export function readSources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
      .map((entry) => readSource(relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')))
      .sort((a, b) => a.path.localeCompare(b.path)),
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = withoutComments(text);
  return { path, text, code, imports: findImports(path, code) };
}

/** What a source imports, statically or when it runs. */
export function findImports(path: string, code: string): ImportFound[] {
  return patterns.flatMap((pattern, place) =>
    [...code.matchAll(pattern)].map(({ groups = {} }) => {
      const target = groups.target ?? '';
      const isOurs = /^\.{1,2}\//.test(target);
      return {
        target: isOurs ? posix.normalize(posix.join(dirname(path), target)) : packageOf(target),
        isOurs,
        deferred: place >= firstDeferred,
        typeOnly: groups.typed !== undefined || namesTypesOnly(groups.names),
      };
    }),
  );
}

/** `import { type A, type B } from` is kept by the compiler, but carries nothing; `import {}` runs the module. */
function namesTypesOnly(names: string | undefined): boolean {
  const listed = /\{([^}]*)\}\s*$/.exec(names ?? '')?.[1]?.split(',');
  const named = listed?.map((name) => name.trim()).filter(Boolean) ?? [];
  return named.length > 0 && !/^\s*\w/.test(names ?? '') && named.every((name) => name.startsWith('type '));
}

function packageOf(target: string): string {
  if (target.startsWith('node:')) return target;
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

/** Blanks comments out. Strings and regular expressions that hold comment marks are left as they are. */
export function withoutComments(text: string): string {
  const token =
    /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(?<=[(,=:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(token, (found) =>
    found.startsWith('//') || found.startsWith('/*') ? found.replace(/[^\n]/g, ' ') : found,
  );
}
