import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { AppError } from '../errors.ts';

/** An app that answers on a port. */
export interface RunningServer {
  /** Where it answers: `http://127.0.0.1:8787`. */
  url: string;
  /** Takes no new requests, finishes those begun (at most `graceMs`), and lets go of the port. */
  close(graceMs?: number): Promise<void>;
}

interface Address {
  HOST: string;
  /** 0 takes any free port. */
  PORT: number;
}

type Fetch = (request: Request) => Response | Promise<Response>;
type Server = ReturnType<typeof createServer>;

const usualGraceMs = 10_000;

/** Serves an app on Node. Throws AppError `port_in_use`, or `invalid_settings` for an address that is not ours. */
export async function serveApp(fetch: Fetch, address: Address): Promise<RunningServer> {
  const server = createServer(fetch);
  await listen(server, address);
  return { url: urlOf(server), close: (graceMs = usualGraceMs) => close(server, graceMs) };
}

/** Finds out early whether the port can be had; throws what `serveApp` would throw. */
export async function assertPortFree(address: Address): Promise<void> {
  const running = await serveApp(() => new Response(null, { status: 503 }), address);
  await running.close(0);
}

function createServer(fetch: Fetch) {
  // A request has to arrive in time, a report of 20 MB too, so that slow senders cannot hold connections for ever.
  const serverOptions = { requestTimeout: 120_000, headersTimeout: 15_000 };
  return createAdaptorServer({ fetch, serverOptions });
}

function listen(server: Server, { HOST, PORT }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explain(cause, { HOST, PORT })));
    server.listen(PORT, HOST, () => resolve());
  });
}

function explain(cause: NodeJS.ErrnoException, { HOST, PORT }: Address): AppError {
  if (cause.code === 'EADDRINUSE') {
    const message = `Port ${PORT} on ${HOST} is in use. Stop what uses it, or set PORT to another.`;
    return new AppError('port_in_use', message, { cause });
  }
  if (cause.code === 'EACCES') {
    const message = `Port ${PORT} may not be used by this user. Set PORT to one above 1023.`;
    return new AppError('invalid_settings', message, { cause });
  }
  const message = `HOST ${HOST} is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`;
  return new AppError('invalid_settings', message, { cause });
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if (!('closeIdleConnections' in server)) return closed;
  // A connection that was busy at first is idle once its response has ended, and would be kept open for the next.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const giveUp = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(giveUp);
}
