import type { Dirent, Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";

/** A file to import. */
export interface FoundFile {
  readonly path: string;
  /** What it is called in examples: its path below the folder given, or its own name. */
  readonly name: string;
  readonly bytes: number;
}

/** A path that gives nothing, and why. */
export interface RefusedPath {
  readonly path: string;
  readonly why: string;
}

export interface Discovery {
  readonly files: readonly FoundFile[];
  readonly refused: readonly RefusedPath[];
  /** Files within folders whose names do not end in .csv. */
  readonly passedOver: readonly string[];
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ELOOP: "its symbolic links lead round in a circle",
  ENOTDIR: "part of the path is a file, not a folder",
  ENAMETOOLONG: "the path is too long",
  EISDIR: "it is a folder",
};

/** What a file-system error means, in words. */
export function whyDenied(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return WHY[code ?? ""] ?? `the system says ${code ?? message}`;
}

class Walk {
  readonly files: FoundFile[] = [];
  readonly refused: RefusedPath[] = [];
  readonly passedOver: string[] = [];
  readonly #seen = new Set<string>();
  #csvMet = 0;

  async given(path: string): Promise<void> {
    await this.#guard(path, async () => {
      const found = await stat(path);
      if (!found.isDirectory()) return this.#file(path, basename(path), found);
      const before = this.#csvMet;
      const first = await this.#folder(path, path);
      if (first && this.#csvMet === before) this.refused.push({ path, why: "the folder holds no .csv file" });
    });
  }

  async #guard(path: string, visit: () => Promise<void>): Promise<void> {
    try {
      await visit();
    } catch (error) {
      this.refused.push({ path, why: whyDenied(error) });
    }
  }

  /** Whether the place, whatever paths lead to it, is met for the first time. */
  async #first(path: string): Promise<boolean> {
    const real = await realpath(path);
    if (this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }

  /** Walks a folder; false, with nothing done, where it was walked before. */
  async #folder(path: string, root: string): Promise<boolean> {
    if (!(await this.#first(path))) return false;
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      await this.#guard(join(path, entry.name), () => this.#entry(entry, join(path, entry.name), root));
    }
    return true;
  }

  async #entry(entry: Dirent, path: string, root: string): Promise<void> {
    const isCsv = /\.csv$/i.test(entry.name);
    if (entry.isFile() && !isCsv) {
      this.passedOver.push(path);
      return;
    }
    if (isCsv) this.#csvMet++;
    const found = await stat(path);
    if (found.isDirectory()) await this.#folder(path, root);
    else if (isCsv) await this.#file(path, relative(root, path), found);
    else this.passedOver.push(path);
  }

  async #file(path: string, name: string, found: Stats): Promise<void> {
    if (!found.isFile()) {
      this.refused.push({ path, why: "it is neither a file nor a folder" });
      return;
    }
    if (await this.#first(path)) this.files.push({ path, name, bytes: found.size });
  }
}

/**
 * The files under the paths: a file given by name whatever it is called, of a folder those named .csv, at any
 * depth. A file or folder that several paths or links lead to is taken once. Files come in the order of the
 * paths, within a folder by name.
 */
export async function discover(paths: readonly string[]): Promise<Discovery> {
  const walk = new Walk();
  for (const path of paths) await walk.given(path);
  return walk;
}
