import { randomUUID } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { Fault } from "../fault.ts";

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "part of its path is a file, not a folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than allowed",
  ENAMETOOLONG: "its name is too long",
};

/** What a file-system error means for whoever asked for the file; any other error as it is. */
export function explainFailure(path: string, error: unknown): unknown {
  const why = WHY[(error as NodeJS.ErrnoException)?.code ?? ""];
  return why === undefined ? error : new Fault("BAD_USER_INPUT", `${path} was not written: ${why}.`);
}

/** A file to be written. */
export interface Output {
  readonly path: string;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

export interface SaveOptions {
  /** Whether a file that is there is replaced. */
  readonly force: boolean;
  /** Stops the writing between two pieces. */
  readonly signal?: AbortSignal;
}

/** Where the bytes will stand: the path itself, or the regular file it leads to where that may be replaced. */
async function homeOf(path: string, force: boolean): Promise<string> {
  let home: string;
  try {
    home = await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return path;
    throw error;
  }
  if (!(await stat(home)).isFile()) throw new Fault("BAD_USER_INPUT", `${path} is there and is no file.`);
  if (!force)
    throw new Fault("BAD_USER_INPUT", `${path} is there already; --force replaces it.`, { exists: path });
  return home;
}

interface Draft extends Output {
  readonly home: string;
  readonly file: FileHandle;
  readonly draft: string;
}

async function begin(output: Output, force: boolean): Promise<Draft> {
  const home = await homeOf(output.path, force);
  const draft = `${home}.${randomUUID()}.part`;
  return { ...output, home, draft, file: await open(draft, "wx") };
}

async function fill({ file, chunks }: Draft, signal: AbortSignal | undefined): Promise<void> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    await file.writeFile(chunk);
  }
  await file.sync();
}

/**
 * Writes the files whole or not at all: each under a temporary name beside its own, renamed once all are complete
 * and on disk. Whatever fails, no part of them is left behind.
 *
 * @throws Fault BAD_USER_INPUT where a file is there already and `force` is off, is none, or cannot be written;
 * the signal's reason where it stopped the writing; what the chunks throw as it is
 */
export async function save(outputs: readonly Output[], { force, signal }: SaveOptions): Promise<void> {
  const drafts: Draft[] = [];
  let at = outputs[0]?.path ?? "";
  try {
    for (const output of outputs) {
      at = output.path;
      drafts.push(await begin(output, force));
    }
    for (const draft of drafts) {
      at = draft.path;
      await fill(draft, signal);
      await homeOf(draft.path, force);
    }
    for (const { draft, home, path } of drafts) {
      at = path;
      await rename(draft, home);
    }
  } catch (error) {
    throw explainFailure(at, error);
  } finally {
    for (const { file, draft } of drafts) {
      await file.close().catch(() => {});
      await rm(draft, { force: true });
    }
  }
}
