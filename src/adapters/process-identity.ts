import { hostname } from 'node:os';

/** A process as others on the same index see it. */
export interface ProcessIdentity {
  process: number;
  host: string;
  /** When it started, in milliseconds since 1970: tells two processes of one number apart. */
  started: number;
}

/** Sent every two seconds by whoever holds something; missed for half a minute, the holder counts as gone. */
export const beatMs = 2_000;
export const staleMs = 30_000;

/** This process. */
export const thisProcess: ProcessIdentity = {
  process: process.pid,
  host: hostname(),
  started: Math.round(performance.timeOrigin),
};

/** Whether what a process holds may be taken: it is gone from this host, or was not heard of for too long. */
export function isStale(holder: ProcessIdentity & { beat: number }, now: number): boolean {
  if (now - holder.beat > staleMs) return true;
  if (holder.host !== thisProcess.host) return false;
  if (holder.process === thisProcess.process) return holder.started !== thisProcess.started;
  return !isRunning(holder.process);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
