import { constants } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { PlannedCorpus } from './corpus-change.ts';
import { asDiskFull } from './disk-full.ts';
import { replaceFile, syncFile, syncFolder } from './durable-files.ts';

/** Holds what a change writes and what it overwrites until the change is done. Hidden files are no reports. */
const journalName = '.pincite-change';
const planFile = 'plan.json';

const planShape = z.object({
  /** SHA-256 of the corpus that the change makes. */
  corpus: z.string(),
  files: z.array(z.object({ file: z.string(), old: z.string().nullable(), new: z.string().nullable() })),
});
type Plan = z.infer<typeof planShape>;

/** The SHA-256 of the corpus that the index in use was made of; null where there is none. */
export type CorpusInUse = () => Promise<string | null>;

/**
 * Makes a change to a folder of reports together with `putInUse`, which puts the index of the changed corpus in use:
 * both or neither, also when the process is killed in between, since `settleChange` looks which index is in use. Only
 * for who holds the index lock. Throws AppError `disk_full`, `report_refused` where the folder cannot be written.
 */
export async function installChange(
  folder: string,
  { corpus, changed }: PlannedCorpus,
  { putInUse, inUse }: { putInUse: () => Promise<void>; inUse: CorpusInUse },
): Promise<void> {
  try {
    const plan = await prepare(folder, { corpus: corpus.corpusSha256, changed });
    await apply(folder, plan);
    await putInUse();
  } catch (error) {
    await settleLater(folder, inUse);
    throw explain(error, folder);
  }
  await settleLater(folder, inUse);
}

/** What cannot be tidied up now is found by the next change; what was decided stands either way. */
async function settleLater(folder: string, inUse: CorpusInUse): Promise<void> {
  await settleChange(folder, inUse).catch(() => undefined);
}

/**
 * Brings a change to its end that was begun: kept when the index in use was made of it, undone when not. Does nothing
 * where there is none. Only for who holds the index lock. Throws AppError `corpus_invalid` for a plan that is damaged.
 */
export async function settleChange(folder: string, inUse: CorpusInUse): Promise<void> {
  const journal = join(folder, journalName);
  const plan = await readPlan(journal);
  if (plan && plan.corpus !== (await inUse())) await undo(folder, plan);
  await rm(join(journal, planFile), { force: true });
  await rm(journal, { recursive: true, force: true });
}

/** Whether a change was begun here and not brought to its end. */
export async function isChangeOpen(folder: string): Promise<boolean> {
  return (await readPlan(join(folder, journalName))) !== null;
}

/** Writes everything that is needed to go on or to go back; before the plan is there, nothing has happened. */
async function prepare(
  folder: string,
  { corpus, changed }: { corpus: string; changed: PlannedCorpus['changed'] },
): Promise<Plan> {
  const journal = join(folder, journalName);
  await rm(journal, { recursive: true, force: true });
  await mkdir(journal);
  const plan: Plan = { corpus, files: [] };
  for (const [place, { file, bytes }] of changed.entries()) {
    const old = (await keepOld(join(folder, file), join(journal, `old-${place}`))) ? `old-${place}` : null;
    if (bytes) await writeThrough(join(journal, `new-${place}`), bytes);
    plan.files.push({ file, old, new: bytes ? `new-${place}` : null });
  }
  await syncFolder(journal);
  await replaceFile(join(journal, planFile), JSON.stringify(plan));
  await syncFolder(folder);
  return plan;
}

async function keepOld(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    await syncFile(to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  return true;
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function apply(folder: string, plan: Plan): Promise<void> {
  for (const { file, new: made } of plan.files) {
    const target = join(folder, basename(file));
    if (made) await rename(join(folder, journalName, made), target);
    else await rm(target, { force: true });
  }
  await syncFolder(folder);
}

/** May itself be killed and done again: what was put back is not in the journal any more. */
async function undo(folder: string, plan: Plan): Promise<void> {
  for (const { file, old } of plan.files) {
    const target = join(folder, basename(file));
    if (old === null) await rm(target, { force: true });
    else await rename(join(folder, journalName, old), target).catch(ignoreMissing);
  }
  await syncFolder(folder);
}

async function readPlan(journal: string): Promise<Plan | null> {
  const text = await readFile(join(journal, planFile), 'utf8').catch(ignoreMissing);
  if (text === undefined) return null;
  try {
    return planShape.parse(JSON.parse(text));
  } catch (cause) {
    const advice = 'see that the reports beside it are the ones you want, then take that folder away';
    const message = `${journal}: holds a change that was cut off and cannot be read; ${advice}`;
    throw new AppError('corpus_invalid', message, { cause });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

function explain(error: unknown, folder: string): unknown {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const message = `${folder}: may not be written (${code}); make it writable for this user`;
    return new AppError('report_refused', message, { cause: error });
  }
  return asDiskFull(error, folder);
}
