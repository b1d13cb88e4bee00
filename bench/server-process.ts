import { type ChildProcess, spawn } from 'node:child_process';

/** A real server in a process of its own. */
export interface ServerProcess {
  url: string;
  stop(): Promise<void>;
}

const commandLine = new URL('../src/entries/cli.ts', import.meta.url).pathname;

/** Starts a server over an index and waits until it says where it answers. */
export async function startServerProcess(folders: {
  /** The folder of the settings unless told. */
  corpusDir?: string;
  indexDir: string;
  stateDir: string;
  adminKey?: string;
  /** With the trained reader, or without. */
  reader?: 'local' | 'none';
}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [commandLine, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      READER: folders.reader ?? 'local',
      ...(folders.corpusDir ? { CORPUS_DIR: folders.corpusDir } : {}),
      ...(folders.adminKey ? { ADMIN_KEY: folders.adminKey } : {}),
      INDEX_DIR: folders.indexDir,
      STATE_DIR: folders.stateDir,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      REQUEST_TIMEOUT_MS: '60000',
    },
  });
  child.stderr?.on('data', (text: Buffer) => {
    // That it stops when it is told to is no news.
    if (!text.toString().startsWith('Stopping')) process.stderr.write(text);
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { url } = await addressOf(child);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function addressOf(child: ChildProcess): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (data) => {
      text += data;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it answered.`)));
  });
}

/** Asks a server a question over HTTP and gives the answer's status. */
export async function askOverHttp(url: string, question: string): Promise<string> {
  const response = await fetch(`${url}/v1/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { status: string }).status;
}
